using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Documents;

/// <summary>Files as offices hand them over, and small workbooks written by hand, part by part.</summary>
internal static class Samples
{
    public static byte[] RosterXlsx => File.ReadAllBytes(Path.Combine(Here(), "..", "Samples", "roster.xlsx"));

    public static byte[] RosterCsv => File.ReadAllBytes(Demo("roster.csv"));

    public static byte[] ThreeLists => File.ReadAllBytes(Demo("three-lists-chunhui-2026.xlsx"));

    public static IReadOnlyList<Sheet> Read(byte[] file, string name) => SheetReader.Read(new MemoryStream(file), name);

    public static IReadOnlyList<Sheet> ReadCsv(string text, string name = "名册.csv") => Read(Encoding.UTF8.GetBytes(text), name);

    public static Sheet SheetOf(string name, params IReadOnlyList<string[]> rows) =>
        new(name, [.. rows.Select((r, i) => new SheetRow(i + 1, r)).Where(r => r.Cells.Any(c => c.Length > 0))]);

    /// <summary>A workbook of one sheet, 表, around the given XML.</summary>
    public static byte[] Xlsx(string sheetData, string sharedStrings = "", string styles = "", string doctype = "", string workbookProperties = "", string mainType = "sheet", IReadOnlyDictionary<string, byte[]>? extra = null)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            Package = "http://schemas.openxmlformats.org/package/2006", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var main = mainType == "sheet" ? Type + "sheet.main+xml" : mainType;
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}"/><Override PartName="/xl/s.xml" ContentType="{Type}worksheet+xml"/><Override PartName="/xl/t.xml" ContentType="{Type}sharedStrings+xml"/><Override PartName="/xl/f.xml" ContentType="{Type}styles+xml"/></Types>""",
            ["_rels/.rels"] = $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{workbookProperties}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="s.xml"/><Relationship Id="r2" Type="{Office}/sharedStrings" Target="t.xml"/><Relationship Id="r3" Type="{Office}/styles" Target="f.xml"/></Relationships>""",
            ["xl/s.xml"] = $"""{doctype}<worksheet xmlns="{Main}"><sheetData>{sheetData}</sheetData></worksheet>""",
            ["xl/t.xml"] = $"""<sst xmlns="{Main}">{sharedStrings}</sst>""",
            ["xl/f.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""",
        };
        return Zip([.. parts.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))), .. (extra ?? new Dictionary<string, byte[]>()).Select(p => (p.Key, p.Value))]);
    }

    /// <summary>A workbook of several sheets, each around the given XML.</summary>
    public static byte[] Xlsx(IReadOnlyList<(string Name, string Data)> sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        string Each(Func<int, string, string> part) => string.Concat(sheets.Select((s, i) => part(i + 1, s.Name)));
        var parts = Unzip(Xlsx("")).Where(p => p.Name is not ("xl/s.xml" or "[Content_Types].xml" or "xl/workbook.xml" or "xl/_rels/workbook.xml.rels"));
        var own = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/>{Each((i, _) => $"<Override PartName='/xl/s{i}.xml' ContentType='{Type}worksheet+xml'/>")}</Types>""",
            ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each((i, name) => $"<sheet name='{name}' sheetId='{i}' r:id='r{i}'/>")}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each((i, _) => $"<Relationship Id='r{i}' Type='{Office}/worksheet' Target='s{i}.xml'/>")}</Relationships>""",
        };
        return Zip([.. parts, .. own.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))), .. sheets.Select((s, i) => ($"xl/s{i + 1}.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns='{Main}'><sheetData>{s.Data}</sheetData></worksheet>")))]);
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    public static List<(string Name, byte[] Bytes)> Unzip(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e =>
        {
            using var stream = e.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    }

    private static string Demo(string name) => Path.Combine(Here(), "..", "..", "..", "src", "PartyWork.Web", "Data", "Demo", name);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
