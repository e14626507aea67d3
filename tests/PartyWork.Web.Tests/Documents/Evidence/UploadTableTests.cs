using System.IO.Compression;
using System.Text;
using PartyWork.Domain;
using PartyWork.Web.Documents.Evidence;

namespace PartyWork.Web.Tests.Documents.Evidence;

/// <summary>Forty-five files as they may arrive: what is none of the accepted kinds is refused whatever it is called, and what is one is taken under a name that misleads nobody.</summary>
public sealed class UploadTableTests
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    private static readonly (string Name, byte[] Bytes)[] Bad =
    [
        ("空.pdf", []), ("一个字节.pdf", [0x25]), ("程序.exe", Latin("MZ\u0090\0")), ("程序.pdf", Latin("MZ\u0090\0 %PDF-1.4 %%EOF")), ("程序.jpg", Latin("\u007fELF\u0002\u0001")), ("脚本.sh", Latin("#!/bin/sh\n")),
        ("网页.html", Latin("<!doctype html><script>alert(1)</script>")), ("网页.pdf", Latin("<!doctype html><script>alert(1)</script>%PDF-1.4\n%%EOF")), ("网页.jpg", Latin("<html></html>")),
        ("图.svg", Latin("<svg xmlns='http://www.w3.org/2000/svg'/>")), ("图.png", Latin("<?xml version='1.0'?><svg/>")), ("动图.gif", Latin("GIF89a")), ("动图.jpg", Latin("GIF89a......")), ("图.webp", Latin("RIFF....WEBPVP8 ")), ("图.bmp", Latin("BM......")),
        ("图.tiff", Latin("II*\0")), ("图.heic", Latin("\0\0\0\u0018ftypheic")), ("旧.doc", Ole), ("旧.xls", Ole), ("加密.docx", Ole), ("加密.xlsx", Ole), ("文.rtf", Latin("{\\rtf1}")), ("文.docx", Latin("{\\rtf1}")),
        ("宏.docm", Zip(Type("application/vnd.ms-word.document.macroEnabled.main+xml"))), ("宏.docx", Zip(Type("application/vnd.ms-word.document.macroEnabled.main+xml"))), ("宏.xlsx", Zip(Type("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))),
        ("藏宏.xlsx", Zip(Type(Office + "spreadsheetml.sheet.main+xml"), ("xl/vbaProject.bin", "x"))), ("演示.pptx", Zip(Type(Office + "presentationml.presentation.main+xml"))), ("模板.docx", Zip(Type(Office + "wordprocessingml.template.main+xml"))),
        ("压缩包.zip", Zip(("a", "b"))), ("压缩包.pdf", Zip(("a", "b"))), ("尾巴.pdf", [.. Pdf(), .. Latin("<script>")]), ("双.pdf.exe", Pdf()), ("双.html.", Pdf()), ("无名", Pdf()),
    ];

    private static readonly (string Sent, byte[] Bytes, string Kept)[] Good =
    [
        ("纪要.pdf", Pdf(), "纪要.pdf"), ("纪要.PDF", Pdf(), "纪要.pdf"), ("双.exe.pdf", Pdf(), "双.exe.pdf"), ("CON.pdf", Pdf(), "CON.pdf"), ("名\u202Efdp.pdf", Pdf(), "名fdp.pdf"), ("..\\..\\窗口.pdf", Pdf(), "窗口.pdf"), ("/etc/根.pdf", Pdf(), "根.pdf"),
        ("报告.docx", Zip(Type(Office + "wordprocessingml.document.main+xml")), "报告.docx"), ("名册.xlsx", Zip(Type(Office + "spreadsheetml.sheet.main+xml")), "名册.xlsx"), ("现场.jpeg", EvidenceUploadTests.Jpeg(8, 8), "现场.jpg"),
    ];

    [Fact]
    public void Only_what_is_of_an_accepted_kind_is_taken_and_under_a_harmless_name()
    {
        Assert.Equal(45, Bad.Length + Good.Length);
        Assert.Empty(Bad.Where(f => Refusal(f.Name, f.Bytes) is not [.., '。']).Select(f => f.Name));
        Assert.Equal(Good.Select(f => f.Kept), Good.Select(f => EvidenceUpload.Read(f.Sent, f.Bytes, new EvidenceLimits()).File.Name));
        Assert.InRange(EvidenceUpload.Read(new string('长', 300) + ".pdf", Pdf(), new EvidenceLimits()).File.Name.Length, 1, 120);
    }

    private static string Refusal(string name, byte[] bytes)
    {
        try
        {
            EvidenceUpload.Read(name, bytes, new EvidenceLimits());
            return "taken";
        }
        catch (BrokenRuleException refused)
        {
            return refused.Message;
        }
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Pdf() => Latin("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    private static (string Name, string Text) Type(string main) => ("[Content_Types].xml", $"<Types><Override ContentType=\"{main}\"/></Types>");

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
