using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One row of a chart: how it was and how it is; null where there is nothing to draw.</summary>
public sealed record BeforeAfterRow(string Label, decimal? Before, decimal? After);

/// <summary>Bars in pairs, before and after; the table beside the charts holds the same numbers.</summary>
/// <param name="Format">How a value is printed beside its bar.</param>
public sealed record BeforeAfter(string Heading, string Format, IReadOnlyList<BeforeAfterRow> Rows)
{
    public const int Width = 640, LabelWidth = 150, BarHeight = 11, PairHeight = 34, ValueWidth = 70;

    public int Height => Math.Max(1, Rows.Count) * PairHeight;

    private decimal Largest => Rows.SelectMany(r => new[] { r.Before, r.After }).Max() is { } most and > 0 ? most : 1;

    public int BarOf(decimal value) => (int)Math.Round((Width - LabelWidth - ValueWidth) * value / Largest);

    public string Print(decimal value) => value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>整顿前后对比 of one case or of a batch: charts and the table of all numbers.</summary>
/// <param name="Named">The whole name, for documents.</param>
/// <param name="Short">As a chart has room for it.</param>
public sealed record ComparisonView(IReadOnlyList<CaseComparison> Cases, Func<int, string> Named, Func<int, string> Short)
{
    public IReadOnlyList<BeforeAfter> Charts =>
    [
        new("群众满意率（%）", "0.0", [.. Cases.Select(c => new BeforeAfterRow(Short(c.OrganizationId), Percent(c.Before), c.Votes is { } votes ? Percent(votes) : null))]),
        new("每千人信访件次", "0.##", [.. Cases.Select(c => new BeforeAfterRow(Short(c.OrganizationId), PerThousand(c.Baseline.Petitions, c), c.Petitions is { } after ? PerThousand(after, c) : null))]),
    ];

    /// <summary>Problems and opinions, settled and open.</summary>
    public StackedBars Settled => new("社区", [("问题已销号或说明", "green"), ("问题没有解决", "yellow")],
        [.. Cases.Select(c => new StackedBar(Short(c.OrganizationId), $"/rectification/{c.CaseId}", [(c.ProblemsClosed, $"/rectification/{c.CaseId}"), (c.Problems - c.ProblemsClosed, $"/rectification/{c.CaseId}")]))]);

    public static string RateOf(ResidentVotes? votes) => votes is null ? "—" : $"{Show.Percent(votes.Satisfied, votes.Valid)}（{votes.Satisfied}/{votes.Valid}）";

    public static string PetitionsOf(int? petitions, CaseComparison of) => petitions is { } count ? $"{Judgement.PetitionRate(count, of.Baseline.Residents).Print()}（{count}件次）" : "—";

    public static string ChangeOf(CaseComparison of) => of.Petitions is { } after ? Judgement.ChangeWords(of.Baseline.Petitions, after) : "—";

    private static decimal Percent(ResidentVotes votes) => 100m * votes.Satisfied / votes.Valid;

    private static decimal PerThousand(int petitions, CaseComparison of) => 1000m * petitions / of.Baseline.Residents;
}
