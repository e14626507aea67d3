using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Documents.Reports;

/// <summary>What a row of the workbook would change: column → new text, and the same in words.</summary>
public sealed record ReportPlanLine(ReportLine Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<string> Changes);

/// <summary>What importing a report's workbook would do. A row with a finding is left out whole; the others can be imported.</summary>
/// <param name="Missing">Rows that the workbook lacks: they stay as they are.</param>
public sealed record ReportPlan(IReadOnlyList<ReportPlanLine> Lines, IReadOnlyList<CellFinding> Findings, IReadOnlyList<ReportLine> Missing)
{
    public IEnumerable<ReportPlanLine> Changing => Lines.Where(l => l.Changes.Count > 0);

    /// <summary>Compares the file with one that would be downloaded now: a cell that reads alike is unchanged, whatever writing and reading do to a text.</summary>
    /// <param name="now">The report as it stands, written and read back.</param>
    /// <param name="isEditable">Whether a row, by its key, can be changed now.</param>
    public static ReportPlan Of(ReportFile file, ReportFile now, QuarterlyReport report, Func<string, bool> isEditable)
    {
        var findings = file.Findings.ToList();
        var lines = new List<ReportPlanLine>();
        var stored = now.Rows.ToDictionary(r => r.Key);
        foreach (var row in file.Rows)
        {
            if (report.Lines.FirstOrDefault(l => l.Key == row.Key) is not { } line)
            {
                Report(row, "序号", "对应的任务本期已不用填报，未导入；请重新下载离线填报表。");
                continue;
            }

            var old = stored[row.Key];
            var changed = row.Cells.Where(c => !IsSame(c.Key, c.Value, old.Cells.GetValueOrDefault(c.Key, ""))).ToDictionary(c => c.Key, c => c.Value);
            var before = findings.Count;
            if (changed.Count > 0 && row.Version != old.Version)
            {
                Report(row, "序号", $"（任务{line.No}）下载以后已在网上修改过，现为“{string.Join("　", old.Cells.Values)}”；这一行不导入，请重新下载后再改。");
            }
            else if (changed.Count > 0 && !isEditable(row.Key))
            {
                Report(row, "序号", $"（任务{line.No}）本次没有退回，已审定，不能修改；这一行不导入。");
            }
            else
            {
                findings.AddRange(changed.Select(c => Check(file.Sheet, row.Row, line, c.Key, c.Value)).OfType<CellFinding>());
            }

            lines.Add(findings.Count > before
                ? new ReportPlanLine(line, new Dictionary<string, string>(), [])
                : new ReportPlanLine(line, changed, [.. changed.Select(c => $"{c.Key}：{(old.Cells.TryGetValue(c.Key, out var was) ? was : "（空）")} → {c.Value}")]));
        }

        return new ReportPlan(lines, findings, [.. report.Lines.Where(l => file.Rows.All(r => r.Key != l.Key))]);

        void Report(ReportFileRow row, string column, string what) => findings.Add(CellFinding.At(file.Sheet, row.Row, column, what));
    }

    /// <summary>12.50 typed over 12.5 is no change.</summary>
    private static bool IsSame(string column, string text, string was) =>
        text == was || (column == ReportWorkbook.ValueColumn && Quantity.Parse(text) is { } number && Quantity.Parse(was)?.Hundredths == number.Hundredths);

    private static CellFinding? Check(string sheet, int row, ReportLine line, string column, string text)
    {
        return column switch
        {
            ReportWorkbook.ChoiceColumn => text == Answer.Nil.Text() || Words.Parse<ReportChoice>(text) is not null ? null
                : Unread($"不在可选范围内；请改为：{string.Join("、", Enum.GetValues<ReportChoice>().Select(c => c.Text()).Append(Answer.Nil.Text()))}。"),
            ReportWorkbook.ValueColumn when line.Measure is TaskMeasure.None => Unread("这是定性任务，不用填数字；请删去，写在“进展说明”里。"),
            ReportWorkbook.ValueColumn when line.Total is not null => Unread("这项任务由下级汇总，不用填数字；请删去。"),
            ReportWorkbook.ValueColumn when line.Measured is { } measured => Unread($"这项任务由指标“{measured.Figure}”自动取数，不用填数字；请删去。"),
            ReportWorkbook.ValueColumn => Quantity.Parse(text) is not null ? null : Unread("无法识别；应为0或正数，最多两位小数。"),
            ReportWorkbook.CauseColumn => ReportLine.Causes.Contains(text) ? null : Unread($"不在可选范围内；请改为：{string.Join("、", ReportLine.Causes)}。"),
            ReportWorkbook.ChoiceReasonColumn => Short(FilingRow.ReasonMaxLength),
            _ => Short(FilingRow.WordsMaxLength),
        };

        CellFinding Unread(string remedy) => CellFinding.Unread(sheet, row, column, text, remedy);

        CellFinding? Short(int most) => text.Length <= most ? null : CellFinding.At(sheet, row, column, $"有{text.Length}字，超过{most}字；请精简。");
    }
}
