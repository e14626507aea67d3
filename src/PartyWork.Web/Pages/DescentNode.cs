using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>来龙去脉: one node of the way from the plan to the report. Read by projection, two SQL commands for a task or a problem, three for a clause or for a share of a superior's task; nothing of it is stored.</summary>
/// <param name="Link">Where the thing is; null while there is none.</param>
/// <param name="IsHere">The thing that the page shows.</param>
public sealed record DescentNode(string Word, DateOnly? On = null, string Who = "", string What = "", string? Link = null, bool IsHere = false)
{
    /// <summary>谋划 → 要点 → 责任书 → 任务 → 季报 → 考核 → 报告.</summary>
    public static async Task<IReadOnlyList<DescentNode>> OfTaskAsync(PartyWorkDb db, CurrentUser user, WorkTask task, int listsId)
    {
        var here = new DescentNode("任务", task.HandedDownOn, task.HandedDownBy, task.State is TaskState.Draft ? "拟列入" : "", $"/lists/{listsId}/tasks/{task.No}", true);
        if (task.ParentId is { } parent)
        {
            var above = await db.ClauseAboveAsync(parent);
            var reports = task.State is TaskState.Draft ? [] : (await ReadAsync(db, task.OrganizationId, task.Year, listsId, [$"T{task.Id}"], [])).Steps;
            var sees = above is not null && user.May(Act.ReadAgreements, above.OrganizationId);
            var around = await EndsAsync(db, user, task.OrganizationId, task.Year, above?.KeyPointId);
            return [around.Plan, PointOf(above), sees ? AgreementOf(above) : new("责任书", above?.EffectiveOn), here, Reported(reports), around.Assessment, around.Report];
        }

        var (steps, clause) = task is { State: TaskState.Draft, ClauseNos.Count: 0 } ? ([], null) : await ReadAsync(db, task.OrganizationId, task.Year, listsId, [$"T{task.Id}"], task.ClauseNos);
        var ends = await EndsAsync(db, user, task.OrganizationId, task.Year, clause?.KeyPointId);
        return [ends.Plan, PointOf(clause), AgreementOf(clause), task.State is TaskState.Draft ? here : Filed(steps, here), Reported(steps), ends.Assessment, ends.Report];
    }

    /// <summary>（上年考核 →）问题 → 任务 → 季报 → 销号 → 考核 → 报告.</summary>
    public static async Task<IReadOnlyList<DescentNode>> OfProblemAsync(PartyWorkDb db, CurrentUser user, Problem problem, int listsId)
    {
        var here = new DescentNode("问题", What: problem.State is ProblemState.Listed ? "拟列入" : "", Link: $"/lists/{listsId}/problems/{problem.No}", IsHere: true);
        var task = TaskOf([.. problem.Tasks.Select(t => t.No)], listsId);
        DescentNode[] from = problem.SheetLineId is { } line
            ? [await db.Set<SheetLine>().Where(l => l.Id == line).Select(l => new DescentNode(problem.Source == ProblemSource.MidYearCheck ? "年中检查" : "上年考核", l.Sheet.FeedbackOn, l.Sheet.SubmittedBy, l.Code, $"/assessments/results/{l.SheetId}#{l.Code}", false)).SingleAsync()]
            : problem.DebriefCommentId is { } comment
            ? [await db.DebriefComments.Where(c => c.Id == comment).Join(db.Debriefs, c => c.DebriefId, d => d.Id, (c, d) => new DescentNode("述职点评", d.MeetingOn, d.CommentedBy, d.Year + "年", "/five-in-one/" + d.OrganizationId + "?year=" + d.Year, false)).SingleAsync()]
            : [];
        var ends = await EndsAsync(db, user, problem.OrganizationId, problem.Year, null);
        if (problem.State is ProblemState.Listed)
        {
            return [.. from, here, task, new("季报"), new("销号"), ends.Assessment, ends.Report];
        }

        var (steps, _) = await ReadAsync(db, problem.OrganizationId, problem.Year, listsId, [.. problem.Tasks.Select(t => $"T{t.Id}")], []);
        var closed = problem.State is ProblemState.Closed ? new DescentNode("销号", problem.ClosedOn, problem.VerifiedBy, Link: here.Link) : new("销号");
        return [.. from, Filed(steps, here), Filed(steps, task), Reported(steps), closed, ends.Assessment, ends.Report];
    }

    /// <summary>The same way as a task's, seen from the clause: the tasks are those whose source names it.</summary>
    public static async Task<IReadOnlyList<DescentNode>> OfClauseAsync(PartyWorkDb db, CurrentUser user, Agreement agreement, AgreementClause clause)
    {
        var (organization, year) = (agreement.OrganizationId, agreement.Year);
        var naming = await db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year && t.Source.Contains("责任书"))
            .Select(t => new { t.Id, t.No, t.Source, ListsId = db.Filings.Where(f => f.OrganizationId == organization && f.Kind == FilingKind.ThreeLists && f.Year == year).Select(f => f.Id).FirstOrDefault() }).ToListAsync();
        var tasks = naming.Where(t => ChineseNumber.Clauses(t.Source).Contains(clause.No)).ToList();
        var lists = tasks.Select(t => t.ListsId).FirstOrDefault();
        var (steps, read) = await ReadAsync(db, organization, year, lists, [.. tasks.Select(t => $"T{t.Id}")], [clause.No]);
        var ends = await EndsAsync(db, user, organization, year, read?.KeyPointId);
        return [ends.Plan, PointOf(read), AgreementOf(read) with { IsHere = true }, Filed(steps, TaskOf([.. tasks.Select(t => t.No)], lists)), Reported(steps), ends.Assessment, ends.Report];
    }

    private static DescentNode TaskOf(IReadOnlyCollection<int> numbers, int listsId) => numbers.Count == 0
        ? new("任务")
        : new("任务", What: $"任务{string.Join('、', numbers.Order())}", Link: $"/lists/{listsId}/tasks/{numbers.Min()}");

    private static DescentNode PointOf(ClauseOrigin? clause) => clause?.KeyPointId is { } point ? new("要点", What: $"要点{clause.KeyPointNo}", Link: $"/plan/{point}") : new("要点");

    private static DescentNode AgreementOf(ClauseOrigin? clause) => clause is null
        ? new("责任书")
        : new("责任书", clause.EffectiveOn, clause.Signer, $"第{clause.No}条", $"/agreements/{clause.AgreementId}/clauses/{clause.No}");

    private static DescentNode Filed(IReadOnlyList<Step> steps, DescentNode node) =>
        node.Link is not null && steps.LastOrDefault(a => a.Kind is FilingActKind.Accept) is { } filed ? node with { On = OfficeTime.DayOf(filed.At), Who = filed.Name } : node;

    private static DescentNode Reported(IReadOnlyList<Step> steps) => steps.Where(a => a.Kind is not FilingActKind.Accept).MaxBy(a => (a.Period, a.Id)) is { } sent
        ? new("季报", OfficeTime.DayOf(sent.At), sent.Name, Quarter.Text(sent.Period), $"/reports/{sent.FilingId}")
        : new("季报");

    /// <summary>The lists' 备案 and each handing in of a report that speaks of these rows, beside each the clause: a single command.</summary>
    private static async Task<(IReadOnlyList<Step> Steps, ClauseOrigin? Clause)> ReadAsync(PartyWorkDb db, int organizationId, int year, int listsId, string[] rows, IReadOnlyList<int> clauses)
    {
        var found = await (
            from c in db.OriginsOf(db.AgreementClauses.Where(c => c.OrganizationId == organizationId && c.Year == year && clauses.Contains(c.No)).OrderBy(c => c.No).Take(1))
            from a in db.FilingActs.Where(a => a.OrganizationId == organizationId && db.Filings.Any(f => f.Id == a.FilingId && f.Year == year
                && ((f.Id == listsId && a.Kind == FilingActKind.Accept)
                    || (f.Kind == FilingKind.QuarterlyReport && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.SignOffline) && f.Rows.Any(r => rows.Contains(r.Key) && r.IsFrozen))))).DefaultIfEmpty()
            orderby a.Id
            select new
            {
                Clause = c,
                Step = a == null ? null : new Step(a.Id, a.FilingId, db.Filings.Where(f => f.Id == a.FilingId).Select(f => f.Period).FirstOrDefault(), a.Kind, a.At, a.Name),
            }).ToListAsync();
        return ([.. found.Select(x => x.Step).OfType<Step>()], found.Select(x => x.Clause).FirstOrDefault());
    }

    /// <summary>Where the way of a year begins and ends, in a single command: what last year's report planned, the organisation's sheet of the year-end round once its result stands, and the year's report once it is issued.</summary>
    private static async Task<(DescentNode Plan, DescentNode Assessment, DescentNode Report)> EndsAsync(PartyWorkDb db, CurrentUser user, int organizationId, int year, int? pointId)
    {
        var items = db.NextPlanItems.Where(i => db.KeyPoints.Any(p => p.Id == pointId && p.DerivedFromId == i.Id));
        var sheets = db.ScoreSheets.Where(s => s.OrganizationId == organizationId && s.Round.Year == year && s.Round.Phase == AssessmentPhase.End && s.Stage == SheetStage.Final && s.CheckedId == null).OrderByDescending(s => s.Id);
        var reports = db.AnnualReports.Where(r => r.Year == year && r.State >= ReportState.Issued);
        var found = await db.TreeStamps.Select(_ => new
        {
            PlanYear = items.Select(i => (int?)i.Year).FirstOrDefault(),
            PlanNo = items.Select(i => i.No).FirstOrDefault(),
            PlannedOn = items.Select(i => (DateOnly?)i.DecidedOn).FirstOrDefault(),
            PlannedBy = items.Select(i => i.DecidedBy).FirstOrDefault(),
            SheetId = sheets.Select(s => (int?)s.Id).FirstOrDefault(),
            AssessedOn = sheets.Select(s => s.FeedbackOn).FirstOrDefault(),
            AssessedBy = sheets.Select(s => s.SubmittedBy).FirstOrDefault(),
            IssuedOn = reports.Select(r => r.IssuedOn).FirstOrDefault(),
            ApprovedBy = reports.SelectMany(r => r.Acts).Where(a => a.Kind == ReportActKind.Approve).OrderByDescending(a => a.At).Select(a => a.Name).FirstOrDefault(),
        }).SingleAsync();
        return (
            found.PlanYear is { } planned ? new("谋划", found.PlannedOn, found.PlannedBy ?? "", $"{planned}年谋划{found.PlanNo}", user.May(Act.ReadAnnualReport) ? $"/annual-report/{planned}/plan" : user.May(Act.ReadPlan) ? $"/plan/{pointId}" : null) : new("谋划"),
            found.SheetId is { } sheet ? new("考核", found.AssessedOn, found.AssessedBy ?? "", "年底考核", user.May(Act.ReadAssessments, organizationId) ? $"/assessments/results/{sheet}" : null) : new("考核"),
            found.IssuedOn is { } issued ? new("报告", issued, found.ApprovedBy ?? "", $"{year}年度总结", user.May(Act.ReadIssuedReports) ? $"/annual-report/{year}/text" : null) : new("报告"));
    }

    private sealed record Step(int Id, int FilingId, int Period, FilingActKind Kind, DateTime At, string Name);
}
