using PartyWork.Domain;
using SkiaSharp;

namespace PartyWork.Web.Documents.Evidence;

/// <summary>Draws a sent picture anew: upright, no larger than needed, without place, device or anything else that was carried along.</summary>
internal static class Picture
{
    private const int Quality = 85;

    public static byte[] MakeAnew(byte[] sent, bool png, EvidenceLimits limits, string name)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        Rule.Require(codec is not null, $"“{name}”不是完整的图片，请重新选择。");
        var info = codec!.Info;
        Rule.Require((long)info.Width * info.Height <= limits.MaxMegapixels * 1_000_000L, $"“{name}”的像素过大（{info.Width}×{info.Height}），请缩小后再上传。");

        var scale = Math.Min(1f, limits.LongestSide / (float)Math.Max(info.Width, info.Height));
        var decoded = codec.GetScaledDimensions(Math.Min(1f, scale + (1 / 16f))); // a large JPEG is never held at its full size
        using var bitmap = new SKBitmap(new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, png ? SKAlphaType.Premul : SKAlphaType.Opaque));
        Rule.Require(codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success, $"“{name}”不是完整的图片，请重新选择。");
        var origin = codec.EncodedOrigin;
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = (Math.Max(1, (int)MathF.Round(info.Width * scale)), Math.Max(1, (int)MathF.Round(info.Height * scale)));

        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, bitmap.AlphaType));
        using var image = SKImage.FromBitmap(bitmap);
        var canvas = surface.Canvas;
        canvas.Concat(Upright(origin, width, height));
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    /// <summary>From the stored orientation of a picture of this size to the way it was seen.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
