using System.Linq.Expressions;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Tasks, problems and quarterly reports. What was filed counts from the day on which the superior accepted the lists.</summary>
internal static class WorkFigures
{
    private const string Filed = "已随三张清单备案（按上级审核通过之日），或备案后由上级分解下达（按下达之日）；截止日前批准取消的不计，因撤并移交的自移交后计入承接组织";

    public static readonly IReadOnlyList<Figure> All =
    [
        Of("tasks_total", "年度任务总数", "项", $"本年度任务清单中的任务：{Filed}。", (db, p) => Tasks(db, p, t => true)),
        Of("tasks_completed", "任务完成数", "项", "年度任务总数中已报完成并经上级核收的，按报完成之日计。", (db, p) => Completed(db, p, t => true)),
        Of("tasks_due", "到期应完成任务数", "项", "年度任务总数中完成时限不晚于截止日的；批准延期的按延期后的时限。", (db, p) => Tasks(db, p, t => (t.ExtendedTo ?? t.DueOn) <= p.Cutoff)),
        Of("tasks_due_completed", "到期任务完成数", "项", "到期应完成任务中已报完成并经上级核收的，按报完成之日计。", (db, p) => Completed(db, p, t => (t.ExtendedTo ?? t.DueOn) <= p.Cutoff)),
        Rate("task_completion_rate", "到期任务完成率", "到期任务完成数÷到期应完成任务数。", "tasks_due_completed", "tasks_due", "tasks.due_completion_rate"),
        Of("quarterly_reports_due", "应报季报份数", "份", "本年度截止日前到期的季度报告；批准延期的按延期后的截止日，因撤并终止、从未报送的不计。", (db, p) => Reports(db, p, f => true)),
        Of("quarterly_reports_on_time", "按时报送季报份数", "份", "应报季报中书记在截止日24:00前首次确认报送的（含登记书记已线下签字的）；退回后重报不影响，批准延期的按延期后的截止日。",
            (db, p) => Reports(db, p, f => f.FirstSubmittedAt != null && DateOnly.FromDateTime(f.FirstSubmittedAt.Value.AddHours(8)) <= (f.ExtendedTo ?? f.Window.Due))),
        Rate("quarterly_on_time_rate", "季报按时率", "按时报送季报份数÷应报季报份数。", "quarterly_reports_on_time", "quarterly_reports_due"),
        Of("problems_found", "问题清单问题数", "个", "本年度问题清单中已备案的问题，按上级审核通过之日计；因撤并移交的自移交后计入承接组织。", (db, p) => Problems(db, p, x => true)),
        Of("problems_closed", "已销号问题数", "个", "问题清单问题数中经上级核实销号的，按销号之日计；销号后又重新打开的不计。", (db, p) => Problems(db, p, x => x.ClosedOn <= p.Cutoff)),
        Rate("problem_close_rate", "问题销号率", "已销号问题数÷问题清单问题数。", "problems_closed", "problems_found"),
    ];

    private static Figure Of(string key, string name, string unit, string definition, Func<PartyWorkDb, Period, IQueryable<Fact>> facts) => new(key, name, unit, definition) { IsKeptByWork = true, Facts = facts };

    private static Figure Rate(string key, string name, string definition, string part, string whole, string metric = "") => new(key, name, "%", definition)
    {
        Fold = FigureFold.Ratio, Numerator = part, Denominator = whole, Metric = metric, Sections = metric.Length > 0 ? [FigureSection.Supplement, FigureSection.AssessedDuties] : [FigureSection.Supplement],
    };

    internal static IQueryable<Fact> Tasks(PartyWorkDb db, Period period, Expression<Func<WorkTask, bool>> which) =>
        db.WorkTasks.Where(t => t.Year == period.Year && t.State != TaskState.Draft && (t.ParentId == null || t.HandedDownOn == null || t.HandedDownOn <= period.Cutoff)
                && (t.State != TaskState.Cancelled || t.Changes.Any(c => c.Kind == TaskChangeKind.Cancellation && c.State == TaskChangeState.Approved && c.DecidedOn > period.Cutoff))
                && (t.State != TaskState.HandedOver || db.Organizations.Any(o => o.Id == t.OrganizationId && o.ClosedOn >= period.Cutoff))
                && !db.WorkTasks.Any(old => old.Id == t.CarriedFromId && old.Year == t.Year && db.Organizations.Any(o => o.Id == old.OrganizationId && o.ClosedOn >= period.Cutoff)))
            .Where(which)
            .Join(Accepted(db, period), t => t.OrganizationId, l => l.OrganizationId, (t, l) => new Fact
            {
                OrganizationId = t.OrganizationId, RecordKind = RecordKinds.Task, RecordId = t.Id, Amount = 1, EnteredOn = null, On = t.ParentId != null && t.HandedDownOn > l.On ? t.HandedDownOn.Value : l.On,
            });

    /// <summary>Done for good, on the day it was claimed; known on the day the superior accepted the report that says so.</summary>
    private static IQueryable<Fact> Completed(PartyWorkDb db, Period period, Expression<Func<WorkTask, bool>> which) =>
        db.WorkTasks.Where(t => t.State == TaskState.Done && t.ClaimedOn <= period.Cutoff).Where(which)
            .Join(Tasks(db, period, t => true), t => t.Id, f => f.RecordId, (t, f) => new Fact
            {
                OrganizationId = t.OrganizationId, RecordKind = RecordKinds.Task, RecordId = t.Id, Amount = 1, On = t.ClaimedOn!.Value,
                EnteredOn = db.Filings.Where(r => r.OrganizationId == t.OrganizationId && r.Kind == FilingKind.QuarterlyReport && r.Year == t.Year && t.Progress.Any(p => p.Quarter == r.Period && p.Choice == ReportChoice.Done))
                    .SelectMany(r => r.Acts).Where(a => a.Kind == FilingActKind.Accept).Select(a => (DateOnly?)DateOnly.FromDateTime(a.At.AddHours(8))).Min(),
            });

    internal static IQueryable<Fact> Problems(PartyWorkDb db, Period period, params Expression<Func<Problem, bool>>[] which) =>
        which.Aggregate(db.Problems.Where(p => p.Year == period.Year && p.State != ProblemState.Listed
                && (p.State != ProblemState.HandedOver || db.Organizations.Any(o => o.Id == p.OrganizationId && o.ClosedOn >= period.Cutoff))
                && !db.Problems.Any(old => old.Id == p.CarriedFromId && old.Year == p.Year && db.Organizations.Any(o => o.Id == old.OrganizationId && o.ClosedOn >= period.Cutoff))), (problems, one) => problems.Where(one))
            .Join(Accepted(db, period), p => p.OrganizationId, l => l.OrganizationId, (p, l) => new Fact
            {
                OrganizationId = p.OrganizationId, RecordKind = RecordKinds.Problem, RecordId = p.Id, Amount = 1, EnteredOn = null, On = p.ClosedOn <= period.Cutoff ? p.ClosedOn.Value : l.On,
            });

    /// <summary>Whose three lists of the year were accepted by the cut-off, and when first.</summary>
    internal static IQueryable<AcceptedLists> Accepted(PartyWorkDb db, Period period)
    {
        var until = OfficeTime.Utc(period.Cutoff.AddDays(1), default);
        return db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Year == period.Year)
            .Select(f => new { f.OrganizationId, At = f.Acts.Where(a => a.Kind == FilingActKind.Accept).Min(a => (DateTime?)a.At) })
            .Where(f => f.At < until).Select(f => new AcceptedLists { OrganizationId = f.OrganizationId, On = DateOnly.FromDateTime(f.At!.Value.AddHours(8)) });
    }

    internal static IQueryable<Fact> Reports(PartyWorkDb db, Period period, Expression<Func<Filing, bool>> which) =>
        db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == period.Year && (f.ExtendedTo ?? f.Window.Due) <= period.Cutoff && (f.Stage != FilingStage.Lapsed || f.FirstSubmittedAt != null))
            .Where(which)
            .Select(f => new Fact { OrganizationId = f.OrganizationId, RecordKind = RecordKinds.Report, RecordId = f.Id, Amount = 1, EnteredOn = null, On = f.ExtendedTo ?? f.Window.Due });

    internal sealed class AcceptedLists
    {
        public int OrganizationId { get; init; }
        public DateOnly On { get; init; }
    }
}
