using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>后进社区整顿: the communities of a batch with where each stands, where it is going, and what it still lacks.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    /// <summary>批次序号; none for the latest, 0 for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Batch { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>Listed, and not all of the four roles are filled.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unhelped { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<RectificationBatch> Batches { get; private set; } = [];
    public RectificationBatch? Chosen { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public bool Manages => user.May(Act.ManageRectification);
    public bool Proposes => user.May(Act.ProposeCases) && user.Organization is { } own && user.Tree.Children(own.Id).Any(NewModel.Suits);

    /// <summary>Helpers begin their work here.</summary>
    public bool IsHome => Home.Of(user) == Home.Rectification;
    public bool IsFiltered => Stage is not null || Committee is not null || Unhelped || !string.IsNullOrWhiteSpace(Words);

    [Needs(Act.ReadRectification)]
    public async Task OnGetAsync()
    {
        var today = clock.Today;
        Batches = await db.RectificationBatches.AsNoTracking().OrderByDescending(b => b.No).ToListAsync();
        Chosen = Batch is 0 ? null : Batches.FirstOrDefault(b => b.No == Batch) ?? (Batches.Count > 0 ? Batches[0] : null);
        Batch = Chosen?.No ?? 0;
        var (no, stage, words) = (Chosen?.No, Stage, Words?.Trim() ?? "");
        var found = words.Length == 0 ? null : user.Tree.Search(words).Select(n => n.Id).ToHashSet();
        var rows = await db.RectificationCases.Where(c => (no == null || c.Batch.No == no) && (stage == null || c.Stage == stage)).AsSingleQuery().Select(c => new Row
        {
            Id = c.Id, OrganizationId = c.OrganizationId, Batch = c.Batch.No, Scheme = c.Batch.Scheme, Stage = c.Stage, Reasons = c.Reasons, ListedOn = c.ListedOn, EndedOn = c.EndedOn, RolesDueOn = c.RolesDueOn,
            Helping = c.Helpers.Where(h => h.To == null).Select(h => new Helping(h.Role, h.Name, h.Unit)).ToList(),
            Problems = c.Problems.Count, Settled = c.Problems.Count(p => p.ExplainedOn != null || p.Problem.State == ProblemState.Closed),
            Direction = c.Directions.OrderByDescending(d => d.Month).Select(d => (TravelDirection?)d.Direction).FirstOrDefault(),
            Month = c.Directions.Max(d => (DateOnly?)d.Month),
            Baseline = c.Baseline, Last = db.Acceptances.Where(a => a.CaseId == c.Id).OrderByDescending(a => a.No).Select(a => new Earlier(a.RelapsedOn, a.AgainOn)).FirstOrDefault(),
            Petitions = db.PetitionsOfCases(today).Where(p => p.CaseId == c.Id).Select(p => p.Told ?? p.Counted).FirstOrDefault(),
            Votes = db.SurveyRates.Where(r => r.OrganizationId == c.OrganizationId && r.Measure == SurveyMeasure.Satisfaction && r.On >= c.ListedOn && (c.EndedOn == null || r.On <= c.EndedOn)).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Select(r => (int?)r.Denominator).FirstOrDefault(),
            Satisfied = db.SurveyRates.Where(r => r.OrganizationId == c.OrganizationId && r.Measure == SurveyMeasure.Satisfaction && r.On >= c.ListedOn && (c.EndedOn == null || r.On <= c.EndedOn)).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Select(r => (int?)r.Numerator).FirstOrDefault(),
            ReportsDue = db.Filings.Count(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == c.OrganizationId && f.Stage != FilingStage.Lapsed && (f.ExtendedTo ?? f.Window.Due) < today && f.Window.Due > c.PlanApprovedOn && (c.EndedOn == null || f.Window.Opens <= c.EndedOn)),
            ReportsAccepted = db.Filings.Count(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == c.OrganizationId && f.Stage == FilingStage.Accepted && (f.ExtendedTo ?? f.Window.Due) < today && f.Window.Due > c.PlanApprovedOn && (c.EndedOn == null || f.Window.Opens <= c.EndedOn)),
        }).ToListAsync();
        var all = rows.Where(r => user.Tree.Find(r.OrganizationId) is not null && (Committee is not { } of || user.Tree.IsAbove(of, r.OrganizationId)) && (found is null || found.Contains(r.OrganizationId)) && (!Unhelped || r.RolesMissing.Count > 0))
            .OrderByDescending(r => r.Batch).ThenBy(r => user.Tree[r.OrganizationId].SortNo).ToList();
        Pager = new(1, PageSize, all.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. all.Skip((Pager.Page - 1) * PageSize).Take(PageSize)];
    }

    public sealed record Helping(HelperRole Role, string Name, string Unit);

    public sealed record Row
    {
        public int Id { get; init; }
        public int OrganizationId { get; init; }
        public int Batch { get; init; }
        public BatchScheme Scheme { get; init; } = null!;
        public CaseStage Stage { get; init; }
        public CaseReasons Reasons { get; init; }
        public DateOnly? ListedOn { get; init; }
        public DateOnly? EndedOn { get; init; }
        public DateOnly? RolesDueOn { get; init; }
        public List<Helping> Helping { get; init; } = [];
        public int Problems { get; init; }
        public int Settled { get; init; }
        public TravelDirection? Direction { get; init; }
        public DateOnly? Month { get; init; }
        public int ReportsDue { get; init; }
        public int ReportsAccepted { get; init; }
        public CaseBaseline? Baseline { get; init; }
        public Earlier? Last { get; init; }
        public int? Petitions { get; init; }
        public int? Votes { get; init; }
        public int? Satisfied { get; init; }

        public IReadOnlyList<string> RolesMissing => Stage.IsUnderWay() ? RectificationCase.RolesMissingOf(Scheme, Helping.Select(h => (h.Role, h.Name, h.Unit))) : [];

        public int? DayOn(DateOnly today) => RectificationCase.DayOn(ListedOn, EndedOn, today);

        /// <summary>销号条件, as the case's page has them; null where it is not being put right.</summary>
        public IReadOnlyList<ExitCondition>? Exit(DateOnly today) => !Stage.IsUnderWay() || ListedOn is not { } listed || Baseline is not { } baseline ? null
            : new ExitFacts(Stage, listed, Scheme.LeastMonths, Again, baseline, Problems, Settled, 0, 0, Votes, Satisfied, Petitions, ReportsDue, ReportsAccepted).On(today);

        private DateOnly? Again => Last is null ? null : Last.RelapsedOn?.AddMonths(Scheme.LeastMonths) ?? Last.AgainOn;
    }

    /// <summary>The latest acceptance: when it can be applied for anew.</summary>
    public sealed record Earlier(DateOnly? RelapsedOn, DateOnly? AgainOn);
}
