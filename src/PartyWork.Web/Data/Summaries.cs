using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Web.Data;

/// <summary>A task's progress by quarter is a view of the last submitted report; this computes it anew from there.</summary>
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

        await db.FreshenLightsAsync(all: true);
        return $"Checked {filings.Count} reports, mended {changed} summary rows; the lights of all tasks are worked out anew.";
    }
}
