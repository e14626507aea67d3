using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;

namespace PartyWork.Web.Documents.Evidence;

/// <summary>A file as it is kept: judged by its content, pictures made anew, named by the program.</summary>
public sealed record EvidenceUpload(EvidenceFile File, byte[] Bytes)
{
    private const int MostZipEntries = 2_000;
    private const long MostUnzippedBytes = 200L * 1024 * 1024;

    private static readonly (string Type, string MediaType)[] MediaTypes =
    [
        ("jpg", "image/jpeg"), ("png", "image/png"), ("pdf", "application/pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    /// <exception cref="BrokenRuleException">Too large, of no accepted kind, or not what its name says.</exception>
    public static EvidenceUpload Read(string fileName, byte[] sent, EvidenceLimits limits)
    {
        var name = CleanName(fileName);
        Rule.Require(sent.Length > 0, $"“{name}”是空文件，请重新选择。");
        Rule.Require(sent.Length <= limits.MaxMegabytes * 1024L * 1024, $"“{name}”超过{limits.MaxMegabytes}MB，请压缩后再上传。");
        var type = TypeOf(sent);
        Rule.Require(type is not null && limits.Kinds.Contains(type), $"“{name}”不是可以上传的文件（{limits.InWords}）；文件类型按内容判断，改扩展名无效。");
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        Rule.Require((extension == "jpeg" ? "jpg" : extension) == type, $"“{name}”的内容是{type}，与扩展名不符，请用原文件上传。");
        var bytes = type switch
        {
            "jpg" or "png" => Picture.MakeAnew(sent, type is "png", limits, name),
            _ => sent,
        };
        var mediaType = MediaTypes.Single(m => m.Type == type).MediaType;
        return new(new EvidenceFile(Path.ChangeExtension(name, type), mediaType, bytes.Length, Hash(bytes), Hash(sent)), bytes);
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? TypeOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "jpg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => IsWholePdf(bytes) ? "pdf" : null,
        [(byte)'P', (byte)'K', 3, 4, ..] => OfficeType(bytes),
        _ => null,
    };

    /// <summary>A PDF ends with its mark, so that nothing else hangs on behind.</summary>
    private static bool IsWholePdf(byte[] bytes)
    {
        ReadOnlySpan<byte> tail = bytes.AsSpan(Math.Max(0, bytes.Length - 1024));
        var end = tail.LastIndexOf("%%EOF"u8);
        return end >= 0 && tail[(end + 5)..].IndexOfAnyExcept("\r\n \0"u8) < 0;
    }

    /// <summary>docx or xlsx by the main part that the package declares; with macros, or out of all proportion, none.</summary>
    private static string? OfficeType(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostZipEntries || zip.Entries.Sum(e => e.Length) > MostUnzippedBytes
                || zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                || zip.GetEntry("[Content_Types].xml") is not { Length: < 1_000_000 } types)
            {
                return null;
            }

            using var reader = new StreamReader(types.Open(), Encoding.UTF8);
            var buffer = new char[1_000_000]; // whatever length the entry claims to have
            var declared = new string(buffer, 0, reader.ReadBlock(buffer));
            return declared.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) ? null
                : declared.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? "docx"
                : declared.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) ? "xlsx"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The last part of the path without what a file system or a reader's eye could be misled by, and not too long.</summary>
    private static string CleanName(string fileName)
    {
        var last = fileName.Replace('\\', '/').Split('/')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format && !"\"<>:|?*;%".Contains(c))]).Trim().TrimEnd('.', ' ');
        var extension = Path.GetExtension(clean);
        var stem = Path.GetFileNameWithoutExtension(clean);
        var room = EvidenceItem.FileNameMaxLength - Math.Min(extension.Length, 10) - 1;
        return (stem.Length == 0 ? "文件" : stem.Length > room ? stem[..room] : stem) + (extension.Length > 10 ? extension[..10] : extension);
    }
}
