using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One case as its pages tell it, read in four commands.</summary>
public sealed record CaseView
{
    public int Id { get; init; }
    public int OrganizationId { get; init; }
    public int Version { get; init; }
    public int Batch { get; init; }
    public int BatchId { get; init; }
    public BatchScheme Scheme { get; init; } = null!;
    public CaseStage Stage { get; init; }
    public CaseReasons Reasons { get; init; }
    public string Causes { get; init; } = "";
    public string Aim { get; init; } = "";
    public CaseBaseline? Baseline { get; init; }
    public DateOnly? ListedOn { get; init; }
    public string ListingNo { get; init; } = "";
    public DateOnly? RolesDueOn { get; init; }
    public DateOnly? PlanApprovedOn { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>有效票 and 满意票 of the latest valid survey of residents since the listing.</summary>
    public int? Votes { get; init; }
    public int? Satisfied { get; init; }

    /// <summary>近12个月信访件次, as the latest acceptance was told them, before that as counted by the month.</summary>
    public int? Petitions { get; init; }

    /// <summary>The latest first.</summary>
    public List<AcceptanceView> Acceptances { get; init; } = [];
    public List<Step> Steps { get; init; } = [];
    public List<Helper> Helpers { get; init; } = [];
    public IReadOnlyList<PlanRow> Problems { get; init; } = [];
    public IReadOnlyList<Month> Months { get; init; } = [];
    public CaseTotals Totals { get; init; } = CaseTotals.None;

    public IReadOnlyList<Helper> Helping => [.. Helpers.Where(h => h.To is null).OrderBy(h => h.Role).ThenBy(h => h.Id)];

    public IReadOnlyList<string> RolesMissing => Stage.IsUnderWay() ? RectificationCase.RolesMissingOf(Scheme, Helping.Select(h => (h.Role, h.Name, h.Unit))) : [];

    public int? DayOn(DateOnly today) => RectificationCase.DayOn(ListedOn, EndedOn, today);

    public int Settled => Problems.Count(p => p.IsSettled);

    /// <summary>销号条件, each with its numbers; empty before it is listed.</summary>
    public IReadOnlyList<ExitCondition> Exit(DateOnly today) => ListedOn is not { } listed || Baseline is not { } baseline ? []
        : new ExitFacts(Stage, listed, Scheme.LeastMonths, AgainFrom, baseline, Problems.Count, Settled, Totals.OpinionsHeard, Totals.OpinionsHeard - Totals.OpinionsOpen, Votes, Satisfied, Petitions,
            Months.Count(m => m.Due < today), Months.Count(m => m.Due < today && m.Stage is FilingStage.Accepted)).On(today);

    private DateOnly? AgainFrom => Acceptances.FirstOrDefault() is { } last ? last.RelapsedOn?.AddMonths(Scheme.LeastMonths) ?? last.AgainOn : null;

    public static async Task<CaseView?> ReadAsync(PartyWorkDb db, int id, DateOnly today)
    {
        var head = await db.RectificationCases.Where(c => c.Id == id).AsSingleQuery().Select(c => new CaseView
        {
            Id = c.Id, Version = EF.Property<int>(c, PartyWorkDb.Version), OrganizationId = c.OrganizationId, Batch = c.Batch.No, BatchId = c.BatchId, Scheme = c.Batch.Scheme, Stage = c.Stage, Reasons = c.Reasons, Causes = c.Causes, Aim = c.Aim, Baseline = c.Baseline,
            Acceptances = db.Acceptances.Where(a => a.CaseId == c.Id).OrderByDescending(a => a.No).Select(AcceptanceView.Read).ToList(),
            Petitions = db.PetitionsOfCases(today).Where(p => p.CaseId == c.Id).Select(p => p.Told ?? p.Counted).FirstOrDefault(),
            ListedOn = c.ListedOn, ListingNo = c.ListingNo, RolesDueOn = c.RolesDueOn, PlanApprovedOn = c.PlanApprovedOn, EndedOn = c.EndedOn,
            Votes = db.SurveyRates.Where(r => r.OrganizationId == c.OrganizationId && r.Measure == SurveyMeasure.Satisfaction && r.On >= c.ListedOn && (c.EndedOn == null || r.On <= c.EndedOn)).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Select(r => (int?)r.Denominator).FirstOrDefault(),
            Satisfied = db.SurveyRates.Where(r => r.OrganizationId == c.OrganizationId && r.Measure == SurveyMeasure.Satisfaction && r.On >= c.ListedOn && (c.EndedOn == null || r.On <= c.EndedOn)).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Select(r => (int?)r.Numerator).FirstOrDefault(),
            Steps = c.Steps.OrderBy(s => s.On).ThenBy(s => s.Id).Select(s => new Step(s.Stage, s.Method, s.Words, s.By, s.Post, s.On)).ToList(),
            Helpers = c.Helpers.Select(h => new Helper(h.Id, h.Role, h.Name, h.Unit, h.Post, h.From, h.To, null)).ToList(),
        }).SingleOrDefaultAsync();
        if (head is null)
        {
            return null;
        }

        var problems = await db.CaseProblems.Where(p => p.CaseId == id).AsSingleQuery().Select(p => new PlanRow(p.Id, p.Reason, p.PlannedFen, p.ExplainedOn, p.Problem.Year, p.Problem.No, p.Problem.Statement, p.Problem.State, p.Problem.Owner.Text, p.Problem.Deadline, p.Problem.ClosedOn, p.Problem.Feedback,
            p.Problem.Tasks.Select(t => new Measure(t.No, t.Content, t.Lead.Text, t.ExtendedTo ?? t.DueOn, t.State, t.Light)).ToList())).ToListAsync();
        var (community, approved, ended) = (head.OrganizationId, head.PlanApprovedOn, head.EndedOn);
        var months = await db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == community && f.Stage != FilingStage.Lapsed && f.Window.Due > approved && (ended == null || f.Window.Opens <= ended))
            .OrderBy(f => f.Year).ThenBy(f => f.Period).Select(f => new Month(f.Id, f.Year, f.Period, f.Stage, f.Window.Opens, f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil,
                db.CaseDirections.Where(d => d.CaseId == id && d.Month.Year == f.Year && d.Month.Month == f.Period).Select(d => (TravelDirection?)d.Direction).FirstOrDefault(),
                db.CaseDirections.Where(d => d.CaseId == id && d.Month.Year == f.Year && d.Month.Month == f.Period).Select(d => d.Reason).FirstOrDefault() ?? "",
                f.Rows.Where(r => r.Coordination != null && r.Coordination.State != CoordinationState.Withdrawn).Select(r => new Asked(r.Coordination!.Id, r.Coordination.Request, r.Coordination.State, r.Coordination.DueOn, r.Coordination.Answer)).FirstOrDefault())).ToListAsync();
        var totals = (await db.TotalsAsync(id)).GetValueOrDefault(id) ?? CaseTotals.None;
        return head with
        {
            Problems = [.. problems.OrderBy(p => p.Year).ThenBy(p => p.No)],
            Months = months,
            Totals = totals,
            Helpers = [.. head.Helpers.Select(h => h with { LastVisit = totals.LastSeen.TryGetValue(h.Name, out var on) ? on : null })],
        };
    }

    public sealed record Step(CaseStage Stage, CheckMethod? Method, string Words, string By, string Post, DateOnly On);

    /// <param name="LastVisit">When the helper last was there; of a leader by the liaison's entries.</param>
    public sealed record Helper(int Id, HelperRole Role, string Name, string Unit, string Post, DateOnly From, DateOnly? To, DateOnly? LastVisit);

    public sealed record Measure(int No, string Content, string Lead, DateOnly? Due, TaskState State, TaskLight Light);

    public sealed record PlanRow(int Id, CaseReasons Reason, long? PlannedFen, DateOnly? ExplainedOn, int Year, int No, string Statement, ProblemState State, string Owner, Deadline Deadline, DateOnly? ClosedOn, string Feedback, List<Measure> Tasks)
    {
        public bool IsSettled => ExplainedOn is not null || State is ProblemState.Closed;
    }

    /// <summary>需协调事项 of a month's report, and what was answered.</summary>
    public sealed record Asked(int Id, string Request, CoordinationState State, DateOnly? DueOn, string Answer);

    public sealed record Month(int FilingId, int Year, int No, FilingStage Stage, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil, TravelDirection? Direction, string Reason, Asked? Asked)
    {
        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);
    }
}
