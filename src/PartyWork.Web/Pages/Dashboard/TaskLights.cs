using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.ThreeLists;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>How the scope's tasks stand by light, and what is going wrong, in two commands.</summary>
public sealed record TaskLights(IReadOnlyList<(TaskLight Light, int Count)> Counts, IReadOnlyList<Trouble> Troubles, int TroubledTasks, int OverdueProblems)
{
    public static async Task<TaskLights> ReadAsync(PartyWorkDb db, OrgTree tree, int year, DateOnly today, int most)
    {
        var tasks = await TaskView.ReadAsync(db, db.WorkTasks.Where(t => t.Year == year && t.State == TaskState.InProgress));
        var troubled = tasks.Where(t => t.IsTroubled(today)).ToList();
        int Count(TaskLight light) => troubled.Count(t => t.Light(today) == light);

        // One row more often than problems: the counts are there even when there is no problem.
        var overdue = db.Problems.Where(p => p.Year == year && p.State == ProblemState.Rectifying && p.Deadline.On < today);
        var first = overdue.OrderBy(p => p.Deadline.On).ThenBy(p => p.Id).Take(most);
        var rows = await db.TreeStamps.SelectMany(_ => first.DefaultIfEmpty(), (_, p) => new
        {
            Problems = overdue.Count(),
            Drafts = db.WorkTasks.Count(t => t.Year == year && t.State == TaskState.Draft),
            Done = db.WorkTasks.Count(t => t.Year == year && (t.State == TaskState.Done || t.State == TaskState.DoneClaimed)),
            Dropped = db.WorkTasks.Count(t => t.Year == year && (t.State == TaskState.Cancelled || t.State == TaskState.CarriedOver)),
            Problem = p == null ? null : new
            {
                p.OrganizationId,
                p.No,
                p.Statement,
                p.Deadline.On,
                Owner = p.Owner.Text,
                ListsId = db.Filings.Where(f => f.OrganizationId == p.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == p.Year).Select(f => f.Id).FirstOrDefault(),
            },
        }).ToListAsync();
        var problems = rows.Where(r => r.Problem is not null).Select(r => r.Problem!)
            .Select(p => new Trouble("red", "问题超期", p.Statement, $"/lists/{p.ListsId}/problems/{p.No}", tree[p.OrganizationId], p.On, true, p.Owner));
        var troubles = TaskView.ByUrgency(troubled, today).Take(most)
            .Select(t => (Task: t, Light: t.Light(today)))
            .Select(t => new Trouble(Show.Tone(t.Light), t.Light.Text(), t.Task.Content, $"/lists/{t.Task.ListsId}/tasks/{t.Task.No}", tree[t.Task.OrganizationId], t.Task.Due, t.Task.IsOverdue(today), t.Task.Lead.Text))
            .Concat(problems).OrderBy(t => t.IsOverdue ? 0 : t.Tone == "red" ? 1 : 2).ThenBy(t => t.Due).Take(most);
        return new TaskLights(
        [
            (TaskLight.Blue, rows[0].Done), (TaskLight.Green, tasks.Count - troubled.Count), (TaskLight.Yellow, Count(TaskLight.Yellow)), (TaskLight.Stalled, Count(TaskLight.Stalled)), (TaskLight.Red, Count(TaskLight.Red)),
            (TaskLight.White, rows[0].Drafts), (TaskLight.Grey, rows[0].Dropped),
        ], [.. troubles], troubled.Count, rows[0].Problems);
    }

    public int Total => Counts.Sum(c => c.Count);
}

/// <summary>One thing that goes wrong: a task behind, or a problem past its day. A thing, not a person.</summary>
public sealed record Trouble(string Tone, string State, string Text, string Link, OrgNode Node, DateOnly? Due, bool IsOverdue, string Lead);
