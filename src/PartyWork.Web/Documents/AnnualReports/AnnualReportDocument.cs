using System.ComponentModel;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Documents.AnnualReports;

public enum ReportHead
{
    [Description("白头")] Plain = 1,
    [Description("红头")] Red,
}

/// <summary>One figure of the annex 数据来源与口径.</summary>
/// <param name="Records">How many records are behind it; null for what no record yields.</param>
/// <param name="Remark">Why another number is printed than the records add up to.</param>
public sealed record AnnexRow(string Name, string Value, string Definition, int? Records, string Remark);

/// <summary>All that the printed report says.</summary>
/// <param name="Lines">Numbered and with its figures, the title first.</param>
public sealed record ReportPaper(IReadOnlyList<(ParagraphLevel Level, string Text)> Lines, string Issuer, string DocumentNo, DateOnly? Date, DateOnly Cutoff, IReadOnlyList<AnnexRow> Annex)
{
    /// <summary>What last year's report planned, beside what came of it; empty where there was no plan.</summary>
    public IReadOnlyList<PlanResult> Plan { get; init; } = [];

    /// <summary>Its figures still move: the paper says so, and bears no red head.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>The annual report as it goes to the printer, with the annex that says where every number comes from.</summary>
public static class AnnualReportDocument
{
    private const string AnnexTitle = "数据来源与口径", PlanTitle = "上年谋划完成情况";
    private const int TitleLine = 20;

    private static readonly WordColumn[] Columns =
    [
        new("序号", 5) { IsCentred = true }, new("指标", 20), new("数值", 13) { IsCentred = true }, new("口径", 42), new("记录数", 8) { IsCentred = true }, new("备注", 12),
    ];

    private static readonly WordColumn[] PlanColumns =
    [
        new("序号", 5) { IsCentred = true }, new("谋划目标", 45), new("目标值", 12) { IsCentred = true }, new("完成情况", 24) { IsCentred = true }, new("对照", 14) { IsCentred = true },
    ];

    public static byte[] Write(ReportPaper paper, ReportHead head)
    {
        var document = new WordDocument();
        if (paper.IsDraft)
        {
            head = ReportHead.Plain;
        }

        if (head is ReportHead.Red)
        {
            document.RedHead(paper.Issuer, paper.DocumentNo);
        }

        if (paper.IsDraft)
        {
            document.Text($"（草稿，数据没有锁定；写作“{FigureValue.Unknown}”的，记录补齐后自动填入。）");
        }

        foreach (var (i, (level, text)) in paper.Lines.Index())
        {
            switch (level)
            {
                case > ParagraphLevel.Second when i == paper.Lines.Count - 1:
                    document.LastText(text);
                    break;
                case ParagraphLevel.Title:
                    document.Title(InLines(text));
                    document.Blank();
                    break;
                case ParagraphLevel.First:
                    document.Heading(text);
                    break;
                case ParagraphLevel.Second:
                    document.SubHeading(text);
                    break;
                default:
                    document.Text(text);
                    break;
            }
        }

        string[] annexes = paper.Plan.Count > 0 ? [AnnexTitle, PlanTitle] : [AnnexTitle];
        document.AnnexNote(annexes);
        document.Signature(paper.Issuer, paper.Date, isSealed: head is ReportHead.Red);
        document.Annex(AnnexTitle, annexes.Length > 1 ? 1 : null);
        document.Text($"数据截至{paper.Cutoff:yyyy年M月d日}。约数由实数向下取整；比率保留1位小数；“—”表示分母为零。");
        document.Table(Columns, paper.Annex.Select((r, i) => (string[])[$"{i + 1}", r.Name, r.Value, r.Definition, r.Records is { } n ? $"{n}" : "—", r.Remark]));
        if (paper.Plan.Count > 0)
        {
            document.Annex(PlanTitle, annexes.Length);
            document.Text($"数据截至{paper.Cutoff:yyyy年M月d日}。“按指标”的以指标数值对照目标值；“按任务”的看由其落成的任务是否全部完成，不与目标值相比。截止日未到完成时限、又没有达到的为未到期。");
            document.Table(PlanColumns, paper.Plan.Select(r => (string[])[$"{r.No}", r.Goal, r.Target, $"{r.Measure}：{r.Figure?.Name}{r.Result}", r.Standing.Text()]));
        }

        if (head is ReportHead.Red)
        {
            document.Imprint("", $"{paper.Issuer}办公室", paper.Date);
        }

        return document.ToBytes(paper.Lines.Count > 0 ? paper.Lines[0].Text : "党建工作总结");
    }

    /// <summary>A long title parts before 和, so that no word is broken.</summary>
    private static string InLines(string title) =>
        title.Length > TitleLine && title.LastIndexOf('和') is > 0 and var and ? $"{title[..and]}\n{title[and..]}" : title;
}
