using System.Text;
using System.Text.RegularExpressions;

namespace PartyWork.Web.Documents;

/// <summary>The table inside a sheet. Its columns are found by their header names, in whatever order they stand.</summary>
internal sealed partial record SheetTable
{
    private const int HeaderWithin = 10;

    private readonly Dictionary<string, int> _columns = [];
    private readonly List<CellFinding> _findings;

    private SheetTable(Sheet sheet, int headerIndex, IReadOnlyCollection<string> names, List<CellFinding> findings)
    {
        (Name, Above, HeaderRow, _findings) = (sheet.Name, [.. sheet.Rows.Take(headerIndex)], sheet.Rows[headerIndex].Number, findings);

        // The second level of a header holds nothing but names; no line of data does.
        var second = sheet.Rows.Skip(headerIndex + 1).FirstOrDefault();
        var levels = second is not null && second.Cells.All(c => c.Length == 0 || names.Contains(HeaderName(c))) ? 2 : 1;
        Rows = [.. sheet.Rows.Skip(headerIndex + levels)];
        foreach (var row in sheet.Rows.Skip(headerIndex).Take(levels))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var name = HeaderName(row.Cells[i]);
                if (names.Contains(name) && !_columns.TryAdd(name, i))
                {
                    findings.Add(CellFinding.At(Name, row.Number, name, "这一表头出现了不止一次；请只保留一列。"));
                }
                else if (name.Length > 0 && !names.Contains(name))
                {
                    Unknown.Add((row.Number, row.Cells[i]));
                }
            }
        }
    }

    public string Name { get; }
    public int HeaderRow { get; }

    /// <summary>Title and 填报单位.</summary>
    public IReadOnlyList<SheetRow> Above { get; }
    public IReadOnlyList<SheetRow> Rows { get; init; }
    public List<(int Row, string Header)> Unknown { get; } = [];

    /// <summary>The header is the first row with two of the names; null when none has.</summary>
    public static SheetTable? Find(Sheet sheet, IReadOnlyCollection<string> names, List<CellFinding> findings)
    {
        names = names.Select(HeaderName).ToHashSet();
        var index = sheet.Rows.Take(HeaderWithin).ToList().FindIndex(r => r.Cells.Select(HeaderName).Distinct().Count(names.Contains) >= 2);
        return index < 0 ? null : new SheetTable(sheet, index, names, findings);
    }

    public bool Has(string column) => _columns.ContainsKey(HeaderName(column));

    /// <summary>The text of a cell in one line; null when blank or when there is no such column.</summary>
    public string? Text(SheetRow row, string column) =>
        _columns.TryGetValue(HeaderName(column), out var index) && index < row.Cells.Count && row.Cells[index].Length > 0 ? LineBreaks().Replace(row.Cells[index], " ") : null;

    /// <summary>The cell's text. Null when blank; null with a finding when it is longer than what it is to become may be.</summary>
    public string? Text(SheetRow row, string column, int most) =>
        Read(row, column, t => t.Length <= most ? t : null, $"共{Text(row, column)?.Length}字；不超过{most}字，请精简。");

    /// <summary>What the cell means. Null when blank; null with a finding when it is not understood.</summary>
    public T? Read<T>(SheetRow row, string column, Func<string, T?> parse, string remedy)
    {
        if (Text(row, column) is not { } text)
        {
            return default;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        _findings.Add(CellFinding.Unread(Name, row.Number, column, text, remedy));
        return default;
    }

    /// <summary>A column that nobody reads is said, not dropped.</summary>
    public void ReportUnknown() => _findings.AddRange(Unknown.Select(u => CellFinding.At(Name, u.Row, u.Header, "不是本表的表头，这一列未读取；请改用表样中的名称，或删去这一列。")));

    public void Report(SheetRow row, string column, string what) => _findings.Add(CellFinding.At(Name, row.Number, column, what));

    /// <summary>Headers are compared without blanks and line breaks, brackets of either width are the same; 第一季度 is 一季度.</summary>
    private static string HeaderName(string cell) => Blanks().Replace(cell.Normalize(NormalizationForm.FormKC), "").Replace("第", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
