using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.ThreeLists;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>How the scope's tasks stand by light, and what is going wrong, in two commands.</summary>
/// <param name="Claimed">Of the blue ones, those that nobody above has verified yet.</param>
public sealed record TaskLights(IReadOnlyList<(TaskLight Light, int Count)> Counts, int Claimed, IReadOnlyList<Trouble> Troubles, int TroubledTasks, int OverdueProblems)
{
    public static async Task<TaskLights> ReadAsync(PartyWorkDb db, OrgTree tree, int year, DateOnly today, int most)
    {
        await db.FreshenLightsAsync();
        var tasks = db.WorkTasks.Where(t => t.Year == year);
        var worst = TaskView.ByUrgency(db, tasks.Where(t => t.Light == TaskLight.Red || t.Light == TaskLight.Stalled || t.Light == TaskLight.Yellow)).Take(most).Select(t => t.Id);
        var troubled = await TaskView.ReadAsync(db, db.WorkTasks.Where(t => worst.Contains(t.Id)));

        // One row more often than problems: the counts are there even when there is no problem.
        var overdue = db.Problems.Where(p => p.Year == year && p.State == ProblemState.Rectifying && p.Deadline.On < today);
        var first = overdue.OrderBy(p => p.Deadline.On).ThenBy(p => p.Id).Take(most);
        var rows = await db.TreeStamps.SelectMany(_ => first.DefaultIfEmpty(), (_, p) => new
        {
            Problems = overdue.Count(),
            Blue = tasks.Count(t => t.Light == TaskLight.Blue),
            Claimed = tasks.Count(t => t.State == TaskState.DoneClaimed),
            Green = tasks.Count(t => t.Light == TaskLight.Green),
            Yellow = tasks.Count(t => t.Light == TaskLight.Yellow),
            Stalled = tasks.Count(t => t.Light == TaskLight.Stalled),
            Red = tasks.Count(t => t.Light == TaskLight.Red),
            White = tasks.Count(t => t.Light == TaskLight.White),
            Grey = tasks.Count(t => t.Light == TaskLight.Grey),
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
        var troubles = TaskView.ByUrgency(tree, troubled, today).Select(t => (Task: t, Light: t.Light(today)))
            .Select(t => new Trouble(Show.Tone(t.Light), t.Light.Text(), t.Task.Content, $"/lists/{t.Task.ListsId}/tasks/{t.Task.No}", tree[t.Task.OrganizationId], t.Task.Due, t.Task.IsOverdue(today), t.Task.Lead.Text))
            .Concat(problems).OrderBy(t => t.IsOverdue ? 0 : t.Tone == "red" ? 1 : 2).ThenBy(t => t.Due).Take(most);
        return new TaskLights(
        [
            (TaskLight.Blue, rows[0].Blue), (TaskLight.Green, rows[0].Green), (TaskLight.Yellow, rows[0].Yellow), (TaskLight.Stalled, rows[0].Stalled), (TaskLight.Red, rows[0].Red),
            (TaskLight.White, rows[0].White), (TaskLight.Grey, rows[0].Grey),
        ], rows[0].Claimed, [.. troubles], rows[0].Red + rows[0].Stalled + rows[0].Yellow, rows[0].Problems);
    }

    public int All => Counts.Sum(c => c.Count);

    /// <summary>Those on record and still to be done or done: what is not on record yet, cancelled or carried over has no share in it.</summary>
    public int Total => Counts.Where(c => IsShared(c.Light)).Sum(c => c.Count);

    public static bool IsShared(TaskLight light) => light is not (TaskLight.White or TaskLight.Grey);
}

/// <summary>One thing that goes wrong: a task behind, or a problem past its day. A thing, not a person.</summary>
public sealed record Trouble(string Tone, string State, string Text, string Link, OrgNode Node, DateOnly? Due, bool IsOverdue, string Lead);
