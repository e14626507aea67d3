using System.IO.Compression;
using System.Text;
using PartyWork.Domain;
using PartyWork.Web.Documents.Evidence;
using SkiaSharp;

namespace PartyWork.Web.Tests.Documents.Evidence;

/// <summary>What a file is, its content says; pictures are drawn anew.</summary>
public sealed class EvidenceUploadTests
{
    private static readonly EvidenceLimits Limits = new();

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "程序.jpg", Bytes("MZ\u0090\0\u0003 This program cannot be run"), "不是可以上传的文件" },
        { "页面.png", Bytes("<html><script>alert(1)</script></html>"), "不是可以上传的文件" },
        { "图标.svg", Bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "不是可以上传的文件" },
        { "动图.gif", Bytes("GIF89a................"), "不是可以上传的文件" },
        { "纪要.docx", Zip(("word/document.xml", "<w/>"), ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")), "不是可以上传的文件" },
        { "纪要2.docx", Zip(("word/vbaProject.bin", "x"), ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")), "不是可以上传的文件" },
        { "压缩包.docx", Zip(("a.txt", "x")), "不是可以上传的文件" },
        { "压缩包.zip", Zip(("a.txt", "x")), "不是可以上传的文件" },
        { "半个.docx", Zip(("a.txt", "x"))[..20], "不是可以上传的文件" },
        { "尾巴.pdf", [.. Pdf(), .. Zip(("a.txt", "x"))], "不是可以上传的文件" },
        { "没有尾.pdf", Bytes("%PDF-1.7\n1 0 obj\n"), "不是可以上传的文件" },
        { "改名.docx", Pdf(), "与扩展名不符" },
        { "改名.pdf", Png(8, 8), "与扩展名不符" },
        { "双扩展名.jpg.exe", Jpeg(8, 8), "与扩展名不符" },
        { "没有扩展名", Jpeg(8, 8), "与扩展名不符" },
        { "空.jpg", [], "空文件" },
        { "半张.jpg", Jpeg(64, 64)[..40], "不是完整的图片" },
        { "大.pdf", [.. Pdf()[..^6], .. new byte[10 * 1024 * 1024], .. Bytes("%%EOF\n")], "超过10MB" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_is_refused_with_a_sentence(string name, byte[] bytes, string because) =>
        Assert.Contains(because, Assert.Throws<BrokenRuleException>(() => EvidenceUpload.Read(name, bytes, Limits)).Message, StringComparison.Ordinal);

    [Fact]
    public void Good_files_are_taken_as_they_are_apart_from_pictures()
    {
        foreach (var (name, bytes, type) in new[]
        {
            ("纪要.pdf", Pdf(), "application/pdf"), ("名册.xlsx", Office("spreadsheetml.sheet"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("报告.DOCX", Office("wordprocessingml.document"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        })
        {
            var upload = EvidenceUpload.Read(name, bytes, Limits);
            Assert.Equal((type, bytes.Length, EvidenceUpload.Hash(bytes), upload.File.Hash), (upload.File.MediaType, upload.File.Size, upload.File.Hash, upload.File.SentHash));
            Assert.Equal(bytes, upload.Bytes);
        }

        Assert.Equal("image/jpeg", EvidenceUpload.Read("现场.JPEG", Jpeg(30, 20), Limits).File.MediaType);
        Assert.Equal("image/png", EvidenceUpload.Read("现场.png", Png(30, 20), Limits).File.MediaType);
    }

    [Theory]
    [InlineData(@"C:\用户\照片\现场.jpg", "现场.jpg")]
    [InlineData("../../etc/现场.jpg", "现场.jpg")]
    [InlineData("现\u202Egpj.场.jpg", "现gpj.场.jpg")]
    [InlineData("a\"b\r\nc;.jpg", "abc.jpg")]
    [InlineData(".jpg", "文件.jpg")]
    public void The_name_is_made_safe(string sent, string kept) => Assert.Equal(kept, EvidenceUpload.Read(sent, Jpeg(8, 8), Limits).File.Name);

    [Fact]
    public void A_long_name_is_shortened() => Assert.InRange(EvidenceUpload.Read(new string('长', 400) + ".jpg", Jpeg(8, 8), Limits).File.Name.Length, 100, 120);

    [Fact]
    public void Place_and_device_are_gone_from_a_photo_and_what_hung_behind_it()
    {
        var sent = Photo(orientation: 1);
        byte[] withTail = [.. sent, .. Zip(("a.exe", "MZ")), .. Bytes("<script>alert(1)</script>")];
        Assert.True(Contains(withTail, "Exif"u8) && Contains(withTail, "GPS-MARK"u8));

        var upload = EvidenceUpload.Read("现场.jpg", withTail, Limits);

        Assert.False(Contains(upload.Bytes, "Exif"u8) || Contains(upload.Bytes, "GPS-MARK"u8) || Contains(upload.Bytes, "script"u8) || Contains(upload.Bytes, "PK\u0003\u0004"u8));
        Assert.NotEqual(upload.File.Hash, upload.File.SentHash);
        Assert.Equal(EvidenceUpload.Hash(withTail), upload.File.SentHash);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_photo_stands_as_it_was_seen_however_the_camera_was_held(int orientation)
    {
        // Seen upright it is 60 wide and 40 high with a red top left corner; stored it is turned as the tag says.
        var upload = EvidenceUpload.Read("现场.jpg", Photo(orientation), Limits);

        using var picture = SKBitmap.Decode(upload.Bytes);
        Assert.Equal((60, 40), (picture.Width, picture.Height));
        Assert.True(IsRed(picture.GetPixel(5, 5)), "The red corner is not at the top left.");
        Assert.False(IsRed(picture.GetPixel(54, 5)) || IsRed(picture.GetPixel(5, 34)) || IsRed(picture.GetPixel(54, 34)));
    }

    [Fact]
    public void A_large_photo_is_made_small_enough_and_a_small_one_left_its_size()
    {
        using var large = SKBitmap.Decode(EvidenceUpload.Read("大图.jpg", Jpeg(4000, 1500), Limits).Bytes);
        using var small = SKBitmap.Decode(EvidenceUpload.Read("小图.png", Png(300, 200), Limits).Bytes);

        Assert.Equal((2000, 750, 300, 200), (large.Width, large.Height, small.Width, small.Height));
    }

    [Fact]
    public void A_picture_that_declares_too_many_pixels_is_refused_before_it_is_decoded()
    {
        var bomb = Png(8, 8);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 20_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 20_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        Assert.Contains("像素过大（20000×20000）", Assert.Throws<BrokenRuleException>(() => EvidenceUpload.Read("炸弹.png", bomb, Limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_district_says_which_kinds_and_how_large()
    {
        var narrow = new EvidenceLimits { Types = "pdf", MaxMegabytes = 1 };

        Assert.Equal(".pdf", narrow.Accept);
        Assert.Throws<BrokenRuleException>(() => EvidenceUpload.Read("现场.jpg", Jpeg(8, 8), narrow));
        Assert.Equal(Pdf(), EvidenceUpload.Read("纪要.pdf", Pdf(), narrow).Bytes);
    }

    internal static byte[] Jpeg(int width, int height) => Drawn(width, height, SKEncodedImageFormat.Jpeg, 1);

    private static byte[] Png(int width, int height) => Drawn(width, height, SKEncodedImageFormat.Png, 1);

    private static byte[] Pdf() => Bytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    private static byte[] Office(string kind) => Zip(("[Content_Types].xml", $"<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.{kind}.main+xml\"/></Types>"));

    /// <summary>60×40 as seen, red in its top left corner, stored turned and with a tag that says how.</summary>
    internal static byte[] Photo(int orientation)
    {
        var stored = Drawn(60, 40, SKEncodedImageFormat.Jpeg, orientation);
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, .. "GPS-MARK"u8,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. stored[2..]];
    }

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format, int orientation)
    {
        var turned = orientation >= 5;
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height));
        surface.Canvas.Clear(SKColors.White);
        var (right, bottom) = orientation switch { 2 or 7 => (true, orientation == 7), 3 => (true, true), 4 => (false, true), 6 => (false, true), 8 => (true, false), _ => (false, false) };
        using var red = new SKPaint { Color = SKColors.Red };
        var (w, h) = turned ? (height, width) : (width, height);
        surface.Canvas.DrawRect(right ? w - 16 : 0, bottom ? h - 16 : 0, 16, 16, red);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    private static bool IsRed(SKColor colour) => colour.Red > 180 && colour.Green < 90;

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static bool Contains(byte[] bytes, ReadOnlySpan<byte> part) => bytes.AsSpan().IndexOf(part) >= 0;

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
