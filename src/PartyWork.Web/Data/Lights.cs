using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>
/// The colour of a task stands beside it with the last day on which it holds, so that lists choose and figures count by it in the database.
/// It is worked out anew in the transaction that changes the task or its progress, and at the first reading of a new day; it is never typed.
/// </summary>
public sealed class Lights(BusinessClock clock)
{
    private const int Batch = 1_000;

    private DateOnly? _freshOn;

    /// <summary>Today has been reckoned with by this process; what was saved since then by any has reckoned for itself.</summary>
    public bool AreFresh => _freshOn == clock.Today;

    /// <summary>The colours of the tasks that these changes, already saved, concern, and of the tasks whose shares were summed anew. Belongs into the caller's transaction.</summary>
    public Task ReckonAsync(PartyWorkDb db, IEnumerable<EntityEntry> changed, IEnumerable<int> summed, CancellationToken cancellationToken) => ReckonAsync(db, changed
        .Select(e => e.Entity is TaskProgress ? e.Property(nameof(TaskProgress.WorkTaskId)) : e.Entity is WorkTask ? e.Property(nameof(WorkTask.Id)) : null)
        .OfType<PropertyEntry>().Select(key => (int)key.CurrentValue!).Union(summed), cancellationToken);

    /// <summary>The colours that the days gone by have changed, or all. Belongs into the caller's transaction.</summary>
    public async Task FreshenAsync(PartyWorkDb db, bool all)
    {
        // Past the reading filter: the day turns for all tasks, whoever reads first.
        var today = clock.Today;
        await ReckonAsync(db, await db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(t => all || t.LightUntil < today).Select(t => t.Id).ToListAsync(), CancellationToken.None);
        _freshOn = today;
    }

    private async Task ReckonAsync(PartyWorkDb db, IEnumerable<int> taskIds, CancellationToken cancellationToken)
    {
        foreach (var batch in taskIds.Chunk(Batch))
        {
            await ReckonBatchAsync(db, batch, cancellationToken);
        }
    }

    private async Task ReckonBatchAsync(PartyWorkDb db, int[] taskIds, CancellationToken cancellationToken)
    {
        // Past the reading filter: a colour follows from the task, not from who happens to look.
        var tasks = db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]);
        var found = await tasks.Where(t => taskIds.Contains(t.Id)).Select(t => new
        {
            t.Id, t.Light, t.LightUntil, t.State, t.Year, t.Measure, t.Nodes, Due = t.ExtendedTo ?? t.DueOn, t.OwnQuarters, t.Totals, IsMeasured = t.MeasuredBy != "",
            Progress = t.Progress.Select(p => new { p.Quarter, p.Choice, p.Value }).ToList(),
        }).ToListAsync(cancellationToken);
        var today = clock.Today;
        var turned = found.Select(t => (Task: t, Facts: new LightFacts(t.State, t.Year, t.Measure, t.Nodes, t.Due, [.. t.Progress.Select(p => (p.Quarter, p.Choice, p.Value))],
            [.. WorkTask.ValuesOf(t.Progress.Select(p => (p.Quarter, p.Value)), t.Totals, t.OwnQuarters)], t.IsMeasured)))
            .Select(t => (t.Task, Light: WorkTask.LightOf(t.Facts, today), Until: WorkTask.LightHolds(t.Facts, today)))
            .Where(t => t.Task.Light != t.Light || t.Task.LightUntil != t.Until);
        foreach (var alike in turned.GroupBy(t => (t.Light, t.Until), t => t.Task.Id))
        {
            var ids = alike.ToArray();
            await tasks.Where(t => ids.Contains(t.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.Light, alike.Key.Light).SetProperty(t => t.LightUntil, alike.Key.Until), cancellationToken);
        }
    }
}
