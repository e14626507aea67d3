using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>Who owes what and where it lies. Expected is what was assigned: the filings that exist, never the number of organisations.</summary>
/// <param name="filings">All filings of the year within the scope.</param>
/// <param name="period">The chosen period: 1 to 4 for a quarter's report, 0 for the three lists.</param>
public sealed class Overview(IReadOnlyList<FilingView> filings, OrgTree tree, int year, int period, DateOnly today)
{
    public int Year => year;
    public int Period => period;
    public DateOnly Today => today;
    public IReadOnlyList<FilingView> Filings => filings;
    public IReadOnlyList<FilingView> Chosen { get; } = [.. filings.Where(f => f.Period == period)];

    /// <summary>The strip: each figure with the list that holds exactly so many rows.</summary>
    public IReadOnlyList<(string Word, int Count, string Link)> Figures => field ??=
    [
        ("应报", Chosen.Count, List()),
        ("已报", Chosen.Count(f => f.IsFiled), List("&Filed=true")),
        ("待审", Chosen.Count(f => f.Stage is FilingStage.Submitted), List("&Status=Submitted")),
        ("退回", Chosen.Count(f => f.Stage is FilingStage.Returned), List("&Status=Returned")),
        ("逾期", Chosen.Count(f => f.IsOverdue(today)), List("&Overdue=true")),
        ("补报", Chosen.Count(f => f.IsLate), List("&Late=true")),
    ];

    /// <summary>谁还没报, what is due first on top.</summary>
    public IReadOnlyList<FilingView> Missing => field ??= [.. Chosen.Where(f => !f.IsFiled).OrderBy(f => f.Due).ThenBy(f => Sort(f.OrganizationId))];

    /// <summary>卡在谁手里: everything that waits for somebody, in any period, the longest first.</summary>
    public IReadOnlyList<FilingView> Waiting => field ??= [.. filings.Where(f => f.Waits).OrderByDescending(f => Show.WaitingDays(f.Since, today)).ThenBy(f => Sort(f.OrganizationId))];

    public string WaitingLink(FilingKind kind) => kind is FilingKind.ThreeLists ? $"/lists?year={year}&Waiting=true" : $"/reports?year={year}&Waiting=true";

    /// <summary>The latest quarter that has opened, else the three lists.</summary>
    public static int LatestPeriod(IEnumerable<FilingView> filings, DateOnly today) =>
        filings.Where(f => f.Opens <= today).Select(f => f.Period).DefaultIfEmpty(0).Max();

    public string List(string more = "") => List(period, more);

    public string List(int ofPeriod, string more = "") => ofPeriod == 0 ? $"/lists?year={year}{more}" : $"/reports?year={year}&Period={ofPeriod}{more}";

    /// <summary>党（工）委 × 期次. Within one committee: its organisations instead.</summary>
    public IReadOnlyList<GridRow> Grid => field ??= MakeGrid();

    /// <summary>What the chart shows of the chosen period: each committee with all below it.</summary>
    public StackedBars Bars => field ??= MakeBars();

    private IReadOnlyList<GridRow> MakeGrid()
    {
        var byOrganization = filings.ToLookup(f => f.OrganizationId);
        var committees = Committees();
        var rows = committees.Count > 1 ? committees : [.. tree.InOrder.Where(n => byOrganization[n.Id].Any())];
        return [.. rows.Select(n => new GridRow(n, [.. Enumerable.Range(0, 5).Select(p => Cell(n, p, committees.Count > 1))]))];

        GridCell Cell(OrgNode node, int ofPeriod, bool withBelow)
        {
            var below = withBelow ? _byCommittee[node.Id].Where(f => f.OrganizationId != node.Id && f.Period == ofPeriod && IsPrimary(f)).ToList() : [];
            return new GridCell(byOrganization[node.Id].FirstOrDefault(f => f.Period == ofPeriod), below.Count(f => f.IsFiled), below.Count, List(ofPeriod, $"&Committee={node.Id}&Level=Primary"));
        }
    }

    private StackedBars MakeBars()
    {
        (string Word, string Tone, string Filter, Func<FilingView, bool> Holds)[] parts =
        [
            ("已通过", "blue", "&Status=Accepted", f => f.Stage is FilingStage.Accepted),
            ("待审", "green", "&Status=Submitted", f => f.Stage is FilingStage.Submitted),
            ("退回", "yellow", "&Status=Returned", f => f.Stage is FilingStage.Returned),
            ("未报", "grey", "&Filed=false&Overdue=false", f => !f.IsFiled && !f.IsOverdue(today)),
            ("逾期", "red", "&Overdue=true", f => f.IsOverdue(today)),
        ];
        return new StackedBars("党（工）委", [.. parts.Select(p => (p.Word, p.Tone))],
            [.. Committees().Select(c => new StackedBar(c.ShortName, List($"&Committee={c.Id}"), [.. parts.Select(p => (_byCommittee[c.Id].Where(f => f.Period == period).Count(p.Holds), List($"&Committee={c.Id}{p.Filter}")))]))]);
    }

    private List<OrgNode> Committees() => [.. tree.InOrder.Where(n => n.Level is OrganizationLevel.Committee && _withFilings.Contains(n.Id))];

    private bool IsPrimary(FilingView filing) => tree.Find(filing.OrganizationId)?.Level is OrganizationLevel.Primary;

    private int Sort(int organizationId) => tree.Find(organizationId)?.SortNo ?? int.MaxValue;

    private readonly ILookup<int, FilingView> _byCommittee = filings.ToLookup(f => tree.CommitteeOn(f.OrganizationId, f.CutOff(today))?.Id ?? 0);
    private readonly HashSet<int> _withFilings = [.. filings.Select(f => tree.CommitteeOn(f.OrganizationId, f.CutOff(today))?.Id ?? 0)];
}

public sealed record GridRow(OrgNode Node, IReadOnlyList<GridCell> Cells);

/// <param name="Own">The organisation's own filing of the period.</param>
/// <param name="Filed">How many below it have filed, of how many expected.</param>
public sealed record GridCell(FilingView? Own, int Filed, int Expected, string Link);
