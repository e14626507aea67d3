using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartyWork.Web.Documents;

/// <summary>Reads the shown text of an .xlsx element by element: its document tree would take thirty times the memory.</summary>
internal sealed partial class WorkbookReader
{
    /// <summary>Twice what the largest accepted sheet needs, and far deeper than any workbook nests.</summary>
    private const int MostElements = 6_000_000, DeepestElement = 32;

    private readonly string _fileName;
    private readonly List<string> _strings = [];
    private readonly List<NumberLook> _looks = [];
    private bool _from1904;
    private int _rows, _elements;

    private WorkbookReader(string fileName) => _fileName = fileName;

    /// <summary>How a number is shown, as its format says.</summary>
    private enum NumberLook
    {
        Plain,
        Percent,
        Date,
    }

    public static IReadOnlyList<Sheet> Read(byte[] bytes, string fileName)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var workbook = document.WorkbookPart!;
        if (document.DocumentType is not SpreadsheetDocumentType.Workbook || workbook.VbaProjectPart is not null)
        {
            throw SheetReader.Macros(fileName);
        }

        return new WorkbookReader(fileName).Sheets(workbook);
    }

    private List<Sheet> Sheets(WorkbookPart workbook)
    {
        var sheets = new List<(string Name, OpenXmlPart Part)>();
        foreach (var reader in Elements(workbook))
        {
            if (Starts<WorkbookProperties>(reader))
            {
                _from1904 = Attribute(reader, "date1904") is "1" or "true";
            }
            else if (Starts<DocumentFormat.OpenXml.Spreadsheet.Sheet>(reader))
            {
                sheets.Add((Attribute(reader, "name")!, workbook.GetPartById(Attribute(reader, "id")!)));
            }
        }

        ReadStrings(workbook.SharedStringTablePart);
        ReadLooks(workbook.WorkbookStylesPart);

        // A part is read once, however many names a crafted workbook gives it.
        return [.. sheets.Where(s => s.Part is WorksheetPart).DistinctBy(s => s.Part).Select(s => new Sheet(s.Name, Rows(s.Part)))];
    }

    private List<SheetRow> Rows(OpenXmlPart sheet)
    {
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var text = new StringBuilder();
        var (number, column, style, type, phonetic) = (0, -1, 0, "", false);
        foreach (var reader in Elements(sheet))
        {
            if (Starts<Row>(reader))
            {
                number = Attribute(reader, "r") is { } r ? Int(r) : number + 1;
                column = -1;
                cells.Clear();
            }
            else if (Starts<Cell>(reader))
            {
                column = Attribute(reader, "r") is { } r ? ColumnOf(r) : column + 1;
                type = Attribute(reader, "t") ?? "n";
                style = Int(Attribute(reader, "s") ?? "0");
                text.Clear();
            }
            else if (reader.ElementType == typeof(PhoneticRun))
            {
                phonetic = reader.IsStartElement;
            }
            else if (Starts<CellValue>(reader) || (Starts<Text>(reader) && !phonetic))
            {
                text.Append(reader.GetText());
            }
            else if (Ends<Cell>(reader) && Show(text.ToString(), type, style) is { Length: > 0 } shown)
            {
                SheetReader.RequireSize(column < SheetReader.MaxColumns, _fileName);
                while (cells.Count <= column)
                {
                    cells.Add("");
                }

                cells[column] = shown;
            }
            else if (Ends<Row>(reader) && cells.Count > 0)
            {
                SheetReader.RequireSize(++_rows <= SheetReader.MaxRows, _fileName);
                rows.Add(new SheetRow(number, [.. cells]));
            }
        }

        return rows;
    }

    private string Show(string text, string type, int style) => (text, type) switch
    {
        ("", _) => "",
        (_, "s") => _strings[Int(text)],
        (_, "b") => text == "1" ? "TRUE" : "FALSE",
        (_, "d") => text.Split('T')[0],
        (_, "n") => ShowNumber(text, style < _looks.Count ? _looks[style] : NumberLook.Plain),
        _ => Clean(text),
    };

    private string ShowNumber(string text, NumberLook look)
    {
        // Excel keeps 15 digits: through double, 0.30000000000000004 becomes 0.3 again; through decimal, 1E-3 becomes 0.001.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < 1e15))
        {
            return Clean(text);
        }

        var day = number + (_from1904 ? 1462 : 0);
        return look switch
        {
            NumberLook.Date when day is >= 1 and < 2958466 => DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            NumberLook.Percent => Print((decimal)number * 100) + "%",
            _ => Print((decimal)number),
        };

        static string Print(decimal value) => value.ToString("0.###############", CultureInfo.InvariantCulture);
    }

    private void ReadStrings(OpenXmlPart? part)
    {
        var text = new StringBuilder();
        var phonetic = false;
        foreach (var reader in Elements(part))
        {
            if (Starts<SharedStringItem>(reader))
            {
                text.Clear();
            }
            else if (reader.ElementType == typeof(PhoneticRun))
            {
                // 拼音 above the characters is not part of the text.
                phonetic = reader.IsStartElement;
            }
            else if (Starts<Text>(reader) && !phonetic)
            {
                text.Append(reader.GetText());
            }
            else if (Ends<SharedStringItem>(reader))
            {
                _strings.Add(Clean(text.ToString()));
            }
        }
    }

    private void ReadLooks(OpenXmlPart? part)
    {
        var custom = new Dictionary<int, NumberLook>();
        var inCells = false;
        foreach (var reader in Elements(part))
        {
            if (Starts<NumberingFormat>(reader))
            {
                custom[Int(Attribute(reader, "numFmtId")!)] = LookOf(Attribute(reader, "formatCode")!);
            }
            else if (reader.ElementType == typeof(CellFormats))
            {
                // Named styles list the same elements; cells point only at these.
                inCells = reader.IsStartElement;
            }
            else if (inCells && Starts<CellFormat>(reader))
            {
                var id = Int(Attribute(reader, "numFmtId") ?? "0");
                _looks.Add(custom.TryGetValue(id, out var look) ? look : LookOf(id));
            }
        }
    }

    /// <summary>Formats that files name by number only; 27 to 58 are the Chinese dates, times of day left out.</summary>
    private static NumberLook LookOf(int builtin) => builtin switch
    {
        9 or 10 => NumberLook.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberLook.Date,
        _ => NumberLook.Plain,
    };

    private static NumberLook LookOf(string format)
    {
        var code = Literals().Replace(format, "").Split(';')[0].ToUpperInvariant();
        return code.Contains('%', StringComparison.Ordinal) ? NumberLook.Percent
            : code.Contains('Y', StringComparison.Ordinal) || code.Contains('D', StringComparison.Ordinal) || (code.Contains('M', StringComparison.Ordinal) && code.IndexOfAny(['H', 'S']) < 0) ? NumberLook.Date
            : NumberLook.Plain;
    }

    /// <summary>Starts and ends of elements. Millions of empty cells, or as many elements within each other, were made to exhaust the server.</summary>
    private IEnumerable<OpenXmlReader> Elements(OpenXmlPart? part)
    {
        if (part is null)
        {
            yield break;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            SheetReader.RequireSize(++_elements <= MostElements && reader.Depth <= DeepestElement, _fileName);
            yield return reader;
        }
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = column * 26 + letter - 'A' + 1;
        }

        return column > 0 ? column - 1 : throw new InvalidDataException();
    }

    private static string Clean(string text) => text.Replace("_x000D_", "", StringComparison.Ordinal).Trim();

    private static bool Starts<T>(OpenXmlReader reader) => reader.IsStartElement && reader.ElementType == typeof(T);

    private static bool Ends<T>(OpenXmlReader reader) => reader.IsEndElement && reader.ElementType == typeof(T);

    private static string? Attribute(OpenXmlReader reader, string name) => reader.Attributes.FirstOrDefault(a => a.LocalName == name).Value;

    private static int Int(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>What a number format shows as it stands: "年", \-, [$-804], _) and *x.</summary>
    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].
        """)]
    private static partial Regex Literals();
}
