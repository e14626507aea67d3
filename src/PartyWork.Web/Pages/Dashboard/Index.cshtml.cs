using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Chasing;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>工作台: 谁还没报, 卡在谁手里, 哪些要出问题. Lists with names; every number opens the list of what it counts.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, Kept kept) : WorkPage
{
    public const int BlockRows = 10;

    /// <summary>期次: 1 to 4, or 0 for the three lists; without it the latest quarter that has opened.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Period { get; set; }

    public int Year { get; private set; }
    public Overview Overview { get; private set; } = null!;
    public Holders Holders { get; private set; } = null!;
    public TaskLights Lights { get; private set; } = null!;
    public IReadOnlyList<FilingView> Missing => Overview.Missing;
    public IReadOnlyList<FilingView> Waiting => Overview.Waiting;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public DateTime Now => clock.Now;

    [Needs(Act.ReadDashboard)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        (Overview, Holders, Lights) = await kept.ReadAsync((nameof(Dashboard), kept.Reader, Year, Period), ReadAsync, d => d.Overview.Filings.Count);
        Period = Overview.Period;
    }

    private async Task<Reading> ReadAsync()
    {
        var filings = (await FilingView.ReadAsync(db.Filings.Regular().Where(f => f.Year == Year))).Where(f => user.Tree.Find(f.OrganizationId) is not null).ToList();
        var overview = new Overview(filings, user.Tree, Year, Period is >= 0 and <= 4 and var p ? p : Overview.LatestPeriod(filings, Today), Today);
        return new Reading(overview,
            await Holders.ReadAsync(db, user, overview.Missing.Take(BlockRows).Concat(overview.Waiting.Take(BlockRows)), Today),
            await TaskLights.ReadAsync(db, user.Tree, Year, Today, BlockRows));
    }

    /// <summary>The whole of a block, where it is chased.</summary>
    public string Chasing(ChasingKind kind) => $"/dashboard/chasing?year={Year}&Of={kind}&Period={Period}";

    /// <summary>Where pressing 催办 in a block comes back to.</summary>
    public string Back => $"/dashboard?year={Year}&Period={Period}";

    public OrgNode Node(FilingView filing) => user.Tree[filing.OrganizationId];

    public string Committee(FilingView filing) => Committee(Node(filing), filing.CutOff(Today));

    /// <summary>Of a task or problem.</summary>
    public string Committee(OrgNode node) => Committee(node, OrgTree.CutOff(Year, Today));

    /// <summary>The committee's short name, where the name alone does not say where it belongs; as of the day at which the figures beside it count.</summary>
    private string Committee(OrgNode node, DateOnly day) => user.IsDistrictWide && user.Tree.CommitteeOn(node.Id, day) is { } committee && committee.Id != node.Id ? committee.ShortName : "";

    public string PeriodName => Window.NameOf(Period == 0 ? FilingKind.ThreeLists : FilingKind.QuarterlyReport, Period!.Value);

    private sealed record Reading(Overview Overview, Holders Holders, TaskLights Lights);
}
