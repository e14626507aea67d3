using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Agreements;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>下年度谋划: what the year's records propose is taken in or dismissed; what is taken in is next year's key point from that moment.</summary>
public sealed class PlanModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>The proposal that is being taken in; empty for an item of one's own, null for none.</summary>
    [BindProperty(SupportsGet = true)]
    [System.ComponentModel.DataAnnotations.DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Source { get; set; }

    [BindProperty]
    public PlanBlock Block { get; set; } = PlanBlock.Responsibility;

    [BindProperty]
    public PlanOrigin Origin { get; set; } = PlanOrigin.New;

    [BindProperty]
    public ObjectiveInput Input { get; set; } = new();

    [BindProperty]
    public string? Measures { get; set; }

    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string? FigureKey { get; set; }

    [BindProperty]
    public List<OrganizationDomains> Domains { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public int Year { get; private set; }
    public DateOnly Cutoff { get; private set; }
    public string ReportTitle => ReportPage.TitleOf(user.Tree, Year);
    public bool MayWrite => user.May(Act.WriteAnnualReport);
    public IReadOnlyList<PlanProposal> Open { get; private set; } = [];
    public IReadOnlyList<Row> Taken { get; private set; } = [];
    public IReadOnlyList<Row> Dismissed { get; private set; } = [];
    public PlanProposal? Chosen { get; private set; }

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await LoadAsync(year))
        {
            return NotFound();
        }

        Chosen = MayWrite && Source is not null ? ProposalOf(Source) : null;
        if (Chosen is { } proposal)
        {
            (Block, Origin, FigureKey, Lead) = (proposal.Block, proposal.Origin, proposal.FigureKey, "组织科");
            Input = new() { DueOn = new DateOnly(year + 1, 12, 20), Measure = TaskMeasure.None };
            Domains = [.. Enum.GetValues<OrganizationDomains>().Where(d => d is not OrganizationDomains.None)];
        }

        return Page();
    }

    [Needs(Act.WriteAnnualReport)]
    public async Task<IActionResult> OnPostAcceptAsync(int year)
    {
        if (!await LoadAsync(year))
        {
            return NotFound();
        }

        if (ProposalOf(Source ?? "") is not { } proposal || (proposal.Source.Length == 0 && Taken is [.., var last] && last.Goal == Input.Content?.Trim())) // the button was pressed twice
        {
            return Redirect($"/annual-report/{year}/plan");
        }

        Chosen = proposal;
        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            var last = await db.KeyPoints.Where(p => p.Year == year + 1).MaxAsync(p => (int?)p.No) ?? 0;
            var (item, point) = NextPlanItem.Accept(year, NextNo, proposal with { Block = Block, Origin = Origin }, new PlanText(Input.ToObjective(), Measures?.Trim() ?? "", Lead?.Trim() ?? "", FigureKey ?? ""),
                last + 1, Domains.Aggregate(OrganizationDomains.None, (all, d) => all | d), user.Actor, clock.Today);
            db.Add(item);
            db.Add(point);
            await db.SaveChangesAsync();
            Tell($"已列入{year + 1}年谋划，成为{year + 1}年要点{point.No}。");
            return Redirect($"/plan?year={year + 1}#point-{point.Id}");
        }, () => AgainAsync(year));
    }

    [Needs(Act.WriteAnnualReport)]
    public async Task<IActionResult> OnPostDismissAsync(int year)
    {
        ModelState.Clear(); // the fields of the other form are not sent
        if (!await LoadAsync(year))
        {
            return NotFound();
        }

        if (ProposalOf(Source ?? "") is not { } proposal) // the button was pressed twice
        {
            return Redirect($"/annual-report/{year}/plan");
        }

        return await TryAsync(db, async () =>
        {
            db.Add(NextPlanItem.Dismiss(year, NextNo, proposal, Reason?.Trim() ?? "", user.Actor, clock.Today));
            await db.SaveChangesAsync();
            Tell("已记为不列入。");
            return Redirect($"/annual-report/{year}/plan");
        }, () => AgainAsync(year));
    }

    private int NextNo => 1 + Taken.Concat(Dismissed).Select(i => i.No).DefaultIfEmpty().Max();

    private async Task<IActionResult> AgainAsync(int year)
    {
        var chosen = Chosen;
        await LoadAsync(year);
        Chosen = chosen;
        return Page();
    }

    private PlanProposal? ProposalOf(string source) => source.Length == 0 ? new PlanProposal("", PlanBlock.Responsibility, PlanOrigin.New, "") : Open.FirstOrDefault(p => p.Source == source);

    private async Task<bool> LoadAsync(int year)
    {
        Year = year;
        var report = await db.AnnualReports.Where(r => r.Year == year).Select(r => new { r.Cutoff }).SingleOrDefaultAsync();
        if (report is null)
        {
            return false;
        }

        Cutoff = report.Cutoff;
        var items = await db.NextPlanItems.Where(i => i.Year == year).OrderBy(i => i.No)
            .Select(i => new Row(i.No, i.State, i.Block, i.Origin, i.Goal, i.Measures, i.Lead, i.Source, i.SourceText, i.DismissReason, i.DecidedBy, i.DecidedOn,
                db.KeyPoints.Where(p => p.DerivedFromId == i.Id).Select(p => (int?)p.Id).FirstOrDefault(), db.KeyPoints.Where(p => p.DerivedFromId == i.Id).Select(p => (int?)p.No).FirstOrDefault())).ToListAsync();
        (Taken, Dismissed) = ([.. items.Where(i => i.State is PlanItemState.Accepted)], [.. items.Where(i => i.State is PlanItemState.Dismissed)]);
        Open = [.. (await Proposals.ReadAsync(db, user.Tree, year, Cutoff)).Where(p => items.All(i => i.Source != p.Source))];
        return true;
    }

    public sealed record Row(int No, PlanItemState State, PlanBlock Block, PlanOrigin Origin, string Goal, string Measures, string Lead, string Source, string SourceText, string DismissReason, string By, DateOnly On, int? PointId, int? PointNo);
}
