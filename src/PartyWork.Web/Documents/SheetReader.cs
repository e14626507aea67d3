using System.IO.Compression;
using System.Text;
using CsvHelper;
using PartyWork.Domain;

namespace PartyWork.Web.Documents;

/// <summary>Reads an uploaded .xlsx or .csv into plain text cells, or says in one sentence why it cannot.</summary>
public static class SheetReader
{
    public const int MaxFileBytes = 5 << 20, MaxEntries = 200, MaxUnpackedBytes = 64 << 20, MaxRows = 5_000, MaxColumns = 60;

    /// <summary>Bytes between two tags: Excel's longest text, 32,767 characters, each written as a number.</summary>
    public const int MaxTextBytes = 32_767 * 10;

    /// <exception cref="BrokenRuleException">The file is too large, of another kind, or damaged.</exception>
    public static IReadOnlyList<Sheet> Read(Stream file, string fileName)
    {
        var name = Path.GetFileName(fileName);
        var bytes = Load(file, name);

        // The one boundary: readers throw whatever a bad file leads them to, a null reference included.
        try
        {
            return Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".XLSX" => Workbook(bytes, name),
                ".CSV" => [Csv(bytes, name)],
                ".XLS" => throw new BrokenRuleException($"文件“{name}”是旧版Excel格式；请用Excel打开后另存为.xlsx文件，再重新导入。"),
                ".XLSM" => throw Macros(name),
                _ => throw new BrokenRuleException($"文件“{name}”的类型不受支持；请导入.xlsx或.csv文件。"),
            };
        }
        catch (Exception e) when (e is not BrokenRuleException)
        {
            throw new BrokenRuleException($"文件“{name}”已损坏或格式不符，无法读取；请用Excel打开后另存为.xlsx文件，再重新导入。");
        }
    }

    internal static BrokenRuleException Macros(string name) => new($"文件“{name}”含有宏；请另存为不含宏的.xlsx文件，再重新导入。");

    internal static void RequireSize(bool fits, string name) =>
        Rule.Require(fits, $"文件“{name}”超过{MaxRows}行或{MaxColumns}列；请删去多余内容或拆成几个文件，再重新导入。");

    private static byte[] Load(Stream file, string name)
    {
        var buffer = new byte[MaxFileBytes + 1];
        var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        Rule.Require(length > 0, $"文件“{name}”是空的；请选择填好的文件，再重新导入。");
        Rule.Require(length <= MaxFileBytes, $"文件“{name}”超过{MaxFileBytes >> 20}MB；请删去图片和多余内容，再重新导入。");
        return buffer[..length];
    }

    private static IReadOnlyList<Sheet> Workbook(byte[] bytes, string name)
    {
        // An encrypted workbook is an OLE container, as the old .xls is.
        Rule.Require(!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]), $"文件“{name}”已加密，或是旧版Excel格式；请取消密码并另存为.xlsx文件，再重新导入。");
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
        {
            Rule.Require(zip.Entries.Count <= MaxEntries, $"文件“{name}”的内部结构异常；请把内容复制到新的工作簿，另存后重新导入。");
            Rule.Require(UnpackedBytes(zip) <= MaxUnpackedBytes, $"文件“{name}”解压后超过{MaxUnpackedBytes >> 20}MB；请删去多余的行、列和格式，再重新导入。");
        }

        return WorkbookReader.Read(bytes, name);
    }

    /// <summary>Counted while inflating, because the sizes a zip declares may lie; stops as soon as it is too much, and where one text alone is longer than any cell's.</summary>
    private static long UnpackedBytes(ZipArchive zip)
    {
        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
            for (int read, run = 0; total <= MaxUnpackedBytes && (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                var last = buffer.AsSpan(0, read).LastIndexOf((byte)'<');
                run = last < 0 ? run + read : read - last;
                if (isXml && run > MaxTextBytes)
                {
                    return MaxUnpackedBytes + 1;
                }
            }
        }

        return total;
    }

    private static Sheet Csv(byte[] bytes, string name)
    {
        using var reader = CsvReader.FromText(Decode(bytes), new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,

            // Blank lines count, so that row numbers are those Excel shows.
            SkipEmptyLines = false,

            // A quote that is never closed swallows the rows after it; one inside a text does no harm.
            OnMalformedRecord = record => Rule.Require(
                record.Reason is CsvMalformedReason.StrayQuote,
                $"文件“{name}”第{record.RecordNumber}行的英文引号不成对；请用Excel打开后另存为.xlsx文件，再重新导入。"),
        });
        var rows = new List<SheetRow>();
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToList();
            var used = cells.FindLastIndex(c => c.Length > 0) + 1;
            if (used > 0)
            {
                RequireSize(rows.Count < MaxRows && used <= MaxColumns, name);
                rows.Add(new SheetRow((int)reader.RowNumber, cells[..used]));
            }
        }

        return new Sheet(Path.GetFileNameWithoutExtension(name), rows);
    }

    /// <summary>Excel in Chinese saves .csv as GBK; GB18030 contains it. What is valid UTF-8 is practically never GBK.</summary>
    private static string Decode(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            text = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }

        // What holds zero bytes or half a surrogate pair is no text; normalising it would fail later, outside the boundary.
        _ = text.IsNormalized();
        return text.Contains('\0', StringComparison.Ordinal) ? throw new InvalidDataException() : text;
    }
}
