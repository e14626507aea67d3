using System.Globalization;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Rectification;

/// <summary>后进社区整顿简报 of a batch: what was listed, what was done, how it stands before and after, what is left.</summary>
public static class BatchBrief
{
    private static readonly WordColumn[] Columns =
    [
        new("社区", 20), new("满意率（前）", 11) { IsCentred = true }, new("满意率（后）", 11) { IsCentred = true }, new("信访（前）", 10) { IsCentred = true }, new("信访（后）", 10) { IsCentred = true },
        new("问题销号或说明", 12) { IsCentred = true }, new("到位资金（万元）", 12) { IsCentred = true }, new("结论", 18) { IsCentred = true },
    ];

    /// <param name="cases">In official order.</param>
    /// <param name="names">Of organisations.</param>
    /// <param name="issuer">中共青禾区委组织部.</param>
    public static byte[] Write(RectificationBatch batch, IReadOnlyList<CaseComparison> cases, Func<int, string> names, string issuer, DateOnly on)
    {
        var document = new WordDocument();
        document.Title($"{batch.Title}后进社区整顿简报");
        document.Line($"截至{on:yyyy年M月d日}");
        document.Heading("一、整顿情况");
        document.Text($"按照《{batch.Scheme.Name}》（{batch.Scheme.DocumentNo}），运用“{batch.Scheme.Method}”工作法，对{cases.Count}个社区进行整顿。"
            + $"累计走访居民{cases.Sum(c => c.Totals.Households)}户，收集意见建议{cases.Sum(c => c.Totals.OpinionsHeard)}条，还没有办完的{cases.Sum(c => c.Totals.OpinionsOpen)}条；到位整顿资金{Money(cases.Sum(c => c.Totals.FundsFen))}万元，办成惠民实事{cases.Sum(c => c.Totals.ThingsDone)}件；"
            + $"整顿方案列明问题{cases.Sum(c => c.Problems)}个，已销号或说明{cases.Sum(c => c.ProblemsClosed)}个。");
        document.Heading("二、前后对比");
        if (cases.Count > 0)
        {
            document.Table(Columns, cases.Select(c => (IReadOnlyList<string>)
            [
                names(c.OrganizationId), Rate(c.Before), c.Votes is { } votes ? Rate(votes) : "—", $"{c.Baseline.Petitions}件次", c.Petitions is { } petitions ? $"{petitions}件次" : "—",
                $"{c.ProblemsClosed}／{c.Problems}", Money(c.Totals.FundsFen), c.Outcome is { } outcome ? Domain.Words.Text(outcome) : Domain.Words.Text(c.Stage),
            ]));
        }

        document.Text("满意率为非常满意、满意、基本满意票数除以有效票；信访为一年的件次，居民人口按列入时不变。");
        document.Heading("三、各社区情况");
        foreach (var (i, c) in cases.Index())
        {
            document.SubHeading($"（{Domain.ThreeLists.ChineseNumber.Write(i + 1)}）{names(c.OrganizationId)}");
            document.Text(Story(c));
        }

        var open = cases.Where(c => c.EndedOn is null).ToList();
        document.Heading("四、下一步工作");
        document.LastText(open.Count == 0 ? "本批社区全部销号。销号满6个月后逐个回头看，发现反弹的重新整顿。"
            : $"{string.Join("、", open.Select(c => names(c.OrganizationId)))}继续整顿：没有解决的问题逐项落实责任和时限，没有办完的意见逐条办结并告知本人。已销号的满6个月后回头看。");
        document.Signature(issuer, on, isSealed: false);
        return document.ToBytes($"{batch.Title}后进社区整顿简报");
    }

    private static string Story(CaseComparison c) =>
        $"{c.ListedOn:yyyy年M月d日}列入，列入情形为{string.Join("、", Enum.GetValues<CaseReasons>().Where(r => r is not CaseReasons.None && c.Reasons.HasFlag(r)).Select(r => Domain.Words.Text(r)))}。"
        + $"走访{c.Totals.Households}户，发放服务卡{c.Totals.Cards}张，收集意见{c.Totals.OpinionsHeard}条，到位资金{Money(c.Totals.FundsFen)}万元、支出{Money(c.Totals.SpentFen)}万元，办成实事{c.Totals.ThingsDone}件。"
        + (c.Outcome is { } outcome ? $"验收{(c.Score is { } score ? $"评分{Domain.Quantity.Print(score)}分，" : "")}结论为{Domain.Words.Text(outcome)}（{c.DocumentNo}）。" : $"目前为“{Domain.Words.Text(c.Stage)}”。")
        + (c.EndedOn is { } ended ? $"{ended:yyyy年M月d日}销号。" : "");

    private static string Rate(ResidentVotes votes) => votes.Valid == 0 ? "—" : (100m * votes.Satisfied / votes.Valid).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Money(long fen) => (fen / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture);
}
