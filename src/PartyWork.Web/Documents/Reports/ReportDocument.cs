using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Reports;

/// <summary>A quarter's report on paper, to be signed.</summary>
public static class ReportDocument
{
    private static readonly WordColumn[] Columns =
    [
        new("序号", 6) { IsCentred = true }, new("任务", 22), new("目标", 10) { IsCentred = true }, new("本季节点", 10) { IsCentred = true }, new("本季完成", 10) { IsCentred = true },
        new("累计完成", 10) { IsCentred = true }, new("情况", 10) { IsCentred = true }, new("进展说明", 28), new("滞后原因及下步措施", 15), new("需上级协调事项", 10),
    ];

    public static byte[] Write(string organizationName, Filing filing, QuarterlyReport report)
    {
        var rows = report.Lines.Select(line => (Line: line, Row: report.Row(line))).ToList();
        var document = new WordDocument(isLandscape: true);
        document.Title($"{organizationName}\n{filing.Year}年{Quarter.Text(filing.Period)}党建工作任务完成情况报告");
        document.Line($"填报单位（盖章）：{organizationName}", $"报送时间：{(filing.FirstSubmittedAt is { } at ? $"{OfficeTime.DayOf(at):yyyy年M月d日}" : "尚未报送")}");
        document.Line($"本季度任务{rows.Count}项：已完成{Count(ReportChoice.Done)}项，正常推进{Count(ReportChoice.Normal)}项，滞后{Count(ReportChoice.Behind)}项，本季无此项{rows.Count(r => r.Row?.Answer is Answer.Nil)}项。");
        document.Table(Columns, rows.Select(r => Cells(r.Line, r.Row)));
        document.Line("填表人：", "联系电话：", "书记（签字）：");
        document.Line("", "", "签字日期：        年    月    日");
        return document.ToBytes($"{organizationName}{filing.Year}年{Quarter.Text(filing.Period)}报告");

        int Count(ReportChoice choice) => rows.Count(r => r.Row is { Answer: Answer.Value } row && (ReportChoice?)row.Choice == choice);
    }

    private static string[] Cells(ReportLine line, FilingRow? row) =>
    [
        $"{line.No}", line.Content, line.Print(line.Target), line.Print(line.Node), line.Print(line.ValueOf(row)), line.Print(line.ReachedWith(line.ValueOf(row))), Choice(row),
        row is { ChoiceReason.Length: > 0 } ? $"{row.Words}（{row.ChoiceReason}）" : row?.Words ?? "",
        row is { Choice: (int)ReportChoice.Behind, Cause.Length: > 0 } ? $"{row.Cause}；{row.NextStep}" : "", row?.Request ?? "",
    ];

    private static string Choice(FilingRow? row) => row?.Answer switch
    {
        Answer.Nil => Answer.Nil.Text(),
        Answer.Value => ((ReportChoice)row.Choice!.Value).Text(),
        _ => "未填",
    };
}
