using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>
/// A task's progress by quarter is a view of the last submitted report; what a task handed down has reached is a view of its shares' progress.
/// The first is kept by the report's own acts, the second by every save that moves a share's report on; both are computed anew here.
/// </summary>
public static class Summaries
{
    public static async Task<string> RebuildAsync(PartyWorkDb db)
    {
        var changed = 0;
        var filings = await db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Versions.Any())
            .Select(f => new { f.Id, f.OrganizationId, f.Year, f.Period }).OrderBy(f => f.Id).ToListAsync();
        foreach (var filing in filings)
        {
            var version = await db.FilingVersions.Where(v => v.FilingId == filing.Id).OrderByDescending(v => v.No).FirstAsync();
            var tasks = await db.WorkTasks.Include(t => t.Progress).Where(t => t.OrganizationId == filing.OrganizationId && t.Year == filing.Year).ToListAsync();
            foreach (var row in version.Rows().Where(r => r is { Answer: Answer.Value, Choice: not null }))
            {
                var task = tasks.SingleOrDefault(t => $"T{t.Id}" == row.Key);
                var now = task?.Progress.SingleOrDefault(p => p.Quarter == filing.Period);
                if (task is not null && (now is null || now.Choice != (ReportChoice)row.Choice!.Value || now.Value != row.Value))
                {
                    task.Report(filing.Period, (ReportChoice)row.Choice!.Value, row.Value, OfficeTime.DayOf(version.At));
                    changed++;
                }
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var before = await TotalsAsync(db);
        await db.FreshenLightsAsync(all: true);
        changed += (await TotalsAsync(db)).Except(before).Count();
        return $"Checked {filings.Count} reports, mended {changed} summary rows; the lights of all tasks are worked out anew.";
    }

    /// <summary>The tasks handed down whose sum this save may change, locked: of two who accept shares of one task at once, the second sums what the first has written.</summary>
    internal static async Task<IReadOnlyList<int>> LockAsync(PartyWorkDb db, IReadOnlyList<EntityEntry> changed, CancellationToken cancellationToken)
    {
        var tasks = changed.Select(e => e.Entity).OfType<WorkTask>().Select(t => t.ParentId ?? (t.Combining is null ? null : t.Id)).Where(id => id > 0).Select(id => id!.Value).ToHashSet();
        var reports = changed.Where(e => e.Entity is Filing { Kind: FilingKind.QuarterlyReport } && e.State is EntityState.Modified && e.Property(nameof(Filing.Stage)).IsModified)
            .Select(e => (Filing)e.Entity).ToList();
        if (reports.Count > 0)
        {
            var (organizations, years) = (reports.Select(f => f.OrganizationId).Distinct().ToArray(), reports.Select(f => f.Year).Distinct().ToArray());
            tasks.UnionWith(await All(db).Where(t => t.ParentId != null && organizations.Contains(t.OrganizationId) && years.Contains(t.Year)).Select(t => t.ParentId!.Value).Distinct().ToListAsync(cancellationToken));
        }

        if (tasks.Count > 0)
        {
            var ids = tasks.ToArray();
            await All(db).Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Combining, t => t.Combining), cancellationToken);
        }

        return [.. tasks];
    }

    /// <summary>由下级汇总: computed from all shares as this save leaves them.</summary>
    internal static async Task SumAsync(PartyWorkDb db, IReadOnlyList<int> tasks, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var parents = await All(db).AsNoTracking().Where(t => tasks.Contains(t.Id) && t.Combining != null).Select(t => new { t.Id, t.Combining, t.Totals }).ToListAsync(cancellationToken);
        var shares = await All(db).AsNoTracking().AsSplitQuery().Where(t => t.ParentId != null && tasks.Contains(t.ParentId.Value)).OrderBy(t => t.Id).Select(t => new
        {
            t.Id,
            t.ParentId,
            t.CarriedFromId,
            t.State,
            Progress = t.Progress.Select(p => new { p.Quarter, p.Choice, p.Value }).ToList(),
            Reports = db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.QuarterlyReport && f.Year == t.Year).Select(f => new { f.Period, f.Stage }).ToList(),
        }).ToListAsync(cancellationToken);
        var facts = new Dictionary<int, ShareFacts>();
        foreach (var s in shares) // what was taken over has a higher number than what it goes on from
        {
            facts[s.Id] = new(s.State, [.. s.Progress.Select(p => (p.Quarter, p.Choice, p.Value))], s.Reports.ToDictionary(r => r.Period, r => r.Stage), s.CarriedFromId is { } before ? facts.GetValueOrDefault(before) : null);
        }

        foreach (var parent in parents)
        {
            var now = ShareTotals.Of(parent.Combining!.Value, [.. shares.Where(s => s.ParentId == parent.Id).Select(s => facts[s.Id])]);
            if (now == parent.Totals)
            {
                continue;
            }

            await All(db).Where(t => t.Id == parent.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Totals, now), cancellationToken);
            if (db.WorkTasks.Local.FindEntry(parent.Id)?.Property(t => t.Totals) is { } loaded)
            {
                (loaded.CurrentValue, loaded.OriginalValue) = (now, now); // who goes on with it in this context sees what is stored
            }
        }
    }

    /// <summary>All tasks handed down, computed anew. Belongs into the caller's transaction.</summary>
    internal static async Task SumAsync(PartyWorkDb db) =>
        await SumAsync(db, await All(db).Where(t => t.Combining != null).Select(t => t.Id).ToListAsync(), CancellationToken.None);

    /// <summary>Past the reading filter: a sum follows from the shares, which stand in other organisations' lists than the task.</summary>
    private static IQueryable<WorkTask> All(PartyWorkDb db) => db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]);

    private static Task<List<(int, ShareTotals?)>> TotalsAsync(PartyWorkDb db) =>
        All(db).AsNoTracking().Where(t => t.Combining != null).OrderBy(t => t.Id).Select(t => ValueTuple.Create(t.Id, t.Totals)).ToListAsync();
}
