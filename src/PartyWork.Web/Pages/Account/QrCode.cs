using System.Text;
using QRCoder;

namespace PartyWork.Web.Pages.Account;

/// <summary>A QR code as the path of an SVG: black squares of one unit, a quiet margin of four.</summary>
/// <param name="Size">Units along a side.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
