using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages;

/// <summary>来龙去脉: one node of the way from the plan to the report. Read by projection in one SQL command; nothing of it is stored.</summary>
/// <param name="Link">Where the thing is; null while there is none.</param>
/// <param name="IsHere">The thing that the page shows.</param>
public sealed record DescentNode(string Word, DateOnly? On = null, string Who = "", string What = "", string? Link = null, bool IsHere = false)
{
    /// <summary>谋划 → 要点 → 责任书 → 任务 → 季报 → 考核 → 报告.</summary>
    public static async Task<IReadOnlyList<DescentNode>> OfTaskAsync(PartyWorkDb db, WorkTask task, int listsId)
    {
        var here = new DescentNode("任务", task.HandedDownOn, task.HandedDownBy, task.State is TaskState.Draft ? "拟列入" : "", $"/lists/{listsId}/tasks/{task.No}", true);
        if (task.State is TaskState.Draft)
        {
            return [new("谋划"), new("要点"), new("责任书"), here, new("季报"), new("考核"), new("报告")];
        }

        var acts = await ActsAsync(db, task.OrganizationId, task.Year, listsId, [$"T{task.Id}"]);
        return [new("谋划"), new("要点"), new("责任书"), task.ParentId is not null ? here : Filed(acts, here), Reported(acts), new("考核"), new("报告")];
    }

    /// <summary>问题 → 任务 → 季报 → 销号 → 考核 → 报告.</summary>
    public static async Task<IReadOnlyList<DescentNode>> OfProblemAsync(PartyWorkDb db, Problem problem, int listsId)
    {
        var here = new DescentNode("问题", What: problem.State is ProblemState.Listed ? "拟列入" : "", Link: $"/lists/{listsId}/problems/{problem.No}", IsHere: true);
        var first = problem.Tasks.OrderBy(t => t.No).FirstOrDefault();
        var task = first is null ? new DescentNode("任务") : new("任务", What: $"任务{string.Join('、', problem.Tasks.Select(t => t.No).Order())}", Link: $"/lists/{listsId}/tasks/{first.No}");
        if (problem.State is ProblemState.Listed)
        {
            return [here, task, new("季报"), new("销号"), new("考核"), new("报告")];
        }

        var acts = await ActsAsync(db, problem.OrganizationId, problem.Year, listsId, [.. problem.Tasks.Select(t => $"T{t.Id}")]);
        var closed = problem.State is ProblemState.Closed ? new DescentNode("销号", problem.ClosedOn, problem.VerifiedBy, Link: here.Link) : new("销号");
        return [Filed(acts, here), Filed(acts, task), Reported(acts), closed, new("考核"), new("报告")];
    }

    private static DescentNode Filed(IReadOnlyList<Step> acts, DescentNode node) =>
        node.Link is not null && acts.LastOrDefault(a => a.Kind is FilingActKind.Accept) is { } filed ? node with { On = OfficeTime.DayOf(filed.At), Who = filed.Name } : node;

    private static DescentNode Reported(IReadOnlyList<Step> acts) => acts.Where(a => a.Kind is not FilingActKind.Accept).MaxBy(a => (a.Period, a.Id)) is { } sent
        ? new("季报", OfficeTime.DayOf(sent.At), sent.Name, Quarter.Text(sent.Period), $"/reports/{sent.FilingId}")
        : new("季报");

    /// <summary>The lists' 备案, and each handing in of a report that speaks of these rows.</summary>
    private static Task<List<Step>> ActsAsync(PartyWorkDb db, int organizationId, int year, int listsId, string[] rows) => (
        from f in db.Filings
        from a in f.Acts
        where f.OrganizationId == organizationId && f.Year == year
            && ((f.Id == listsId && a.Kind == FilingActKind.Accept)
                || (f.Kind == FilingKind.QuarterlyReport && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.SignOffline) && f.Rows.Any(r => rows.Contains(r.Key) && r.IsFrozen)))
        orderby a.Id
        select new Step(a.Id, f.Id, f.Period, a.Kind, a.At, a.Name)).ToListAsync();

    private sealed record Step(int Id, int FilingId, int Period, FilingActKind Kind, DateTime At, string Name);
}
