using System.Net;
using System.Net.Sockets;
using System.Text;
using PartyWork.Domain;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Documents;

/// <summary>
/// Workbooks that want the reader to fetch, open or run something: twenty-four ways. A listener stands where they point; nothing comes, and what they would
/// run is at most read as the text that it is. Word files are never opened by the program.
/// </summary>
public sealed class OutwardReferenceTests
{
    private const string Data = "<row><c t='inlineStr'><is><t>甲</t></is></c></row>";

    [Fact]
    public async Task Nothing_is_fetched_opened_or_run()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var at = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/x";
        var files = Files(at).ToList();
        Assert.Equal(24, files.Count);
        var called = trap.AcceptTcpClientAsync();

        foreach (var (kind, file) in files)
        {
            try
            {
                var cells = SheetReader.Read(new MemoryStream(file), "a.xlsx").SelectMany(s => s.Rows).SelectMany(r => r.Cells).ToList();
                Assert.True(cells.All(c => c is "甲" or "0" or "=cmd|'/c calc'!A0" or "#REF!"), $"{kind}: {string.Join(' ', cells)}");
            }
            catch (BrokenRuleException refused)
            {
                Assert.EndsWith("。", refused.Message, StringComparison.Ordinal);
            }
        }

        await Task.Delay(200);
        Assert.False(called.IsCompleted, "Something was fetched.");
    }

    private static IEnumerable<(string Kind, byte[] File)> Files(string at)
    {
        // Document types, inside and outside, in each part that is read.
        foreach (var type in (string[])[$"<!DOCTYPE x SYSTEM '{at}'>", $"<!DOCTYPE x PUBLIC 'x' '{at}'>", $"<!DOCTYPE x [<!ENTITY e SYSTEM '{at}'>]>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", $"<!DOCTYPE x [<!ENTITY % p SYSTEM '{at}'> %p;]>", "<!DOCTYPE x>"])
        {
            yield return (type, Samples.Xlsx("<row><c t='str'><v>&e;</v></c></row>", doctype: type));
        }

        foreach (var part in (string[])["xl/workbook.xml", "xl/t.xml", "xl/f.xml", "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])
        {
            yield return (part, With(part, p => $"<!DOCTYPE x [<!ENTITY e SYSTEM '{at}'>]>" + p));
        }

        // Relationships that lead out of the file.
        foreach (var type in (string[])["externalLink", "attachedTemplate", "oleObject", "image", "hyperlink", "externalLinkPath"])
        {
            yield return (type, With("xl/_rels/workbook.xml.rels", p => p.Replace("</Relationships>", $"<Relationship Id='r9' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}' Target='{at}' TargetMode='External'/></Relationships>", StringComparison.Ordinal)));
        }

        // What Excel would run or ask for when it opens the file.
        yield return ("DDE", Samples.Xlsx(Data + "<row><c t='str'><f>cmd|'/c calc'!A0</f><v>0</v></c></row>"));
        yield return ("DDE as a text", Samples.Xlsx(Data + "<row><c t='inlineStr'><is><t>=cmd|'/c calc'!A0</t></is></c></row>"));
        yield return ("WEBSERVICE", Samples.Xlsx(Data + $"<row><c t='e'><f>WEBSERVICE(\"{at}\")</f><v>#REF!</v></c></row>"));
        yield return ("ddeLink", With("xl/workbook.xml", p => p.Replace("</workbook>", "<externalReferences><externalReference r:id='r9'/></externalReferences></workbook>", StringComparison.Ordinal)));
        yield return ("macros", Samples.Xlsx(Data, mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        yield return ("an embedded object", Samples.Xlsx(Data, extra: new Dictionary<string, byte[]> { ["xl/embeddings/oleObject1.bin"] = [0xD0, 0xCF, 0x11, 0xE0] }));
    }

    private static byte[] With(string part, Func<string, string> change) =>
        Samples.Zip(Samples.Unzip(Samples.Xlsx(Data)).Select(p => (p.Name, p.Name == part ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(p.Bytes))) : p.Bytes)));
}
