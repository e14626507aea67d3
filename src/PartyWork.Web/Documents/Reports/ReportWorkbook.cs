using System.Globalization;
using System.Text.RegularExpressions;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Web.Documents.Reports;

/// <summary>A quarter's report as a workbook, filled where there is no network: what is asked and what was said before on the left, what is answered on the right.</summary>
public static partial class ReportWorkbook
{
    public const string ChoiceColumn = "本季情况", ValueColumn = "本季实际", WordsColumn = "进展说明", CauseColumn = "滞后原因", NextStepColumn = "下步措施",
        ChoiceReasonColumn = "改动理由", RequestColumn = "需上级协调事项";

    private const string SheetName = "季度报告", NoColumn = "序号", KeyColumn = "行标识";

    /// <summary>The columns that are answered, in the order of the sheet.</summary>
    public static readonly IReadOnlyList<string> Answered = [ChoiceColumn, ValueColumn, WordsColumn, CauseColumn, NextStepColumn, ChoiceReasonColumn, RequestColumn];

    private static readonly SheetColumn[] Columns =
    [
        new(NoColumn), new("任务内容"), new("目标"), new("时限"), new("本季节点"), new("此前累计"), new("上次填报"),
        new(ChoiceColumn) { Choices = [.. Enum.GetValues<ReportChoice>().Select(c => c.Text()), Answer.Nil.Text()] },
        new(ValueColumn), new(WordsColumn), new(CauseColumn) { Choices = ReportLine.Causes }, new(NextStepColumn), new(ChoiceReasonColumn), new(RequestColumn),
        new(KeyColumn) { IsHidden = true },
    ];

    /// <param name="last">What the quarter before said, by row key.</param>
    /// <param name="version">The version of a stored row, by which a later change online is noticed.</param>
    public static byte[] Write(string organizationName, string organizationCode, Filing filing, QuarterlyReport report, IReadOnlyDictionary<string, FilingRow> last, Func<FilingRow, int> version) =>
        SheetWriter.Write(new SheetLayout(SheetName, $"{organizationName}{filing.Year}年{Quarter.Text(filing.Period)}报告（离线填报）", Columns,
            [.. report.Lines.Select(line => Cells(line, report.Row(line), last.GetValueOrDefault(line.Key), version))])
        {
            SecondLine = [$"填报单位：{organizationName}", $"组织代码：{organizationCode}", $"期次：{filing.Year}年{Quarter.Text(filing.Period)}"],
            Notes =
            [
                $"注：1.只填“{ChoiceColumn}”到“{RequestColumn}”各列，其余各列不要改动。2.空着的单元格表示不改动系统里的内容。3.填好后回到下载的页面上传，核对后导入。",
                $"注：{ValueColumn}填本季度完成数，比率任务填到季末达到的百分比，没有完成的填0；报“已完成”“滞后”的写进展说明，报“滞后”的再选滞后原因、写下步措施。",
            ],
        });

    /// <summary>Reads the rows as they are written in the file; what they mean is decided against the report of now.</summary>
    /// <exception cref="BrokenRuleException">It is no workbook of this kind.</exception>
    public static ReportFile Read(IReadOnlyList<Sheet> sheets)
    {
        var findings = new List<CellFinding>();
        var table = sheets.Select(s => SheetTable.Find(s, [.. Columns.Select(c => c.Header)], findings)).FirstOrDefault(t => t is not null && t.Has(KeyColumn));
        var head = table is null ? null : HeadPattern().Match(string.Join(' ', table.Above.SelectMany(r => r.Cells)));
        Rule.Require(table is not null && head is { Success: true }, "这不是本系统的离线填报表，或表头、单位代码、期次已被删改；请重新下载离线填报表，填好后再上传。");
        var rows = new List<ReportFileRow>();
        foreach (var row in table!.Rows.Where(r => r.Cells.Count > 0 && !r.Cells.First(c => c.Length > 0).StartsWith("注：", StringComparison.Ordinal)))
        {
            var key = KeyPattern().Match(table.Text(row, KeyColumn) ?? "");
            if (!key.Success)
            {
                table.Report(row, NoColumn, "这一行不是下载时的行，未读取；新增任务请走任务变更，不要在表中加行。");
            }
            else if (rows.FirstOrDefault(r => r.Key == key.Groups["key"].Value) is { } first)
            {
                table.Report(row, NoColumn, $"与第{first.Row}行是同一项任务，未读取；请只保留一行。");
            }
            else
            {
                rows.Add(new ReportFileRow(row.Number, key.Groups["key"].Value, int.Parse(key.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                    Answered.Select(c => (Column: c, Text: table.Text(row, c))).Where(c => c.Text is not null).ToDictionary(c => c.Column, c => c.Text!)));
            }
        }

        return new ReportFile(table.Name, head!.Groups["code"].Value, int.Parse(head.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), head.Groups["quarter"].Value, rows, findings);
    }

    private static object?[] Cells(ReportLine line, FilingRow? row, FilingRow? last, Func<FilingRow, int> version) =>
    [
        line.No * Quantity.One, line.Content, line.Print(line.Target), line.Due, line.Print(line.Node), line.Print(line.Prior), string.Join('　', Last(line, last)),
        row?.Answer switch { Answer.Nil => Answer.Nil.Text(), Answer.Value => ((ReportChoice)row.Choice!.Value).Text(), _ => null },
        row?.Value, row?.Words, row?.Cause, row?.NextStep, row?.ChoiceReason, row?.Request, $"{line.Key}/{(row is null ? 0 : version(row) + 1)}",
    ];

    private static IEnumerable<string> Last(ReportLine line, FilingRow? last)
    {
        string?[] said = [line.LastChoice?.Text(), line.Print(line.LastValue), last?.Words];
        return said.Where(s => !string.IsNullOrEmpty(s))!;
    }

    [GeneratedRegex("组织代码：(?<code>[0-9A-Za-z]+).*期次：(?<year>20[0-9]{2})年(?<quarter>第[一二三四]季度)")]
    private static partial Regex HeadPattern();

    [GeneratedRegex("^(?<key>T[0-9]{1,9})/(?<version>[0-9]{1,9})$")]
    private static partial Regex KeyPattern();
}

/// <summary>A report's workbook as it was uploaded.</summary>
/// <param name="Quarter">As written: 第四季度.</param>
public sealed record ReportFile(string Sheet, string OrganizationCode, int Year, string Quarter, IReadOnlyList<ReportFileRow> Rows, IReadOnlyList<CellFinding> Findings);

/// <param name="Row">Row number in the sheet.</param>
/// <param name="Version">Which state of the row the file was downloaded with; 0 when nothing was stored yet.</param>
/// <param name="Cells">Column → text, of the answered columns that are not blank.</param>
public sealed record ReportFileRow(int Row, string Key, int Version, IReadOnlyDictionary<string, string> Cells);
