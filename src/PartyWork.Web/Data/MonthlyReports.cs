using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Data;

/// <summary>整顿月报 are owed from the month in which the plan was approved until the case ends.</summary>
public static class MonthlyReports
{
    /// <summary>
    /// Asks for every month of the open years from this one on that has not been asked for. Called when a plan is approved and when a report is accepted, so that a case that goes on into a new year
    /// owes its months there.
    /// </summary>
    public static async Task OweMonthlyReportsAsync(this PartyWorkDb db, RectificationCase of, Actor by, DateTime now)
    {
        if (!of.Stage.IsRectifying() || of.PlanApprovedOn is not { } approved)
        {
            return;
        }

        var (community, today, workdays) = (of.OrganizationId, OfficeTime.DayOf(now), await db.WorkdaysAsync());
        var first = new[] { RectificationCase.MonthOf(approved), RectificationCase.MonthOf(today) }.Max(); // the months between 销号 and a relapse are not owed
        var years = await db.WorkYears.Where(y => y.Year >= approved.Year && y.State != WorkYearState.Closed).ToListAsync();
        var windows = await db.Windows.Where(w => w.Kind == FilingKind.MonthlyReport && w.Level == OrganizationLevel.Primary && w.Year >= approved.Year).ToListAsync();
        var filings = await db.Filings.Include(f => f.Acts).Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == community && f.Year >= approved.Year).ToListAsync();
        foreach (var (year, month) in years.OrderBy(y => y.Year).SelectMany(y => Enumerable.Range(1, 12).Select(m => (y, new DateOnly(y.Year, m, 1)))).Where(m => m.Item2 >= first))
        {
            var window = windows.Find(w => w.Year == month.Year && w.Period == month.Month) ?? MonthlyReport.WindowOf(month, workdays, year.Scheme.ReviewWorkdays);
            if (window.Due < today)
            {
                continue;
            }

            if (filings.Find(f => f.Year == month.Year && f.Period == month.Month) is not { } filing)
            {
                db.AddRange(year.Publish(window, [community], today));
            }
            else if (filing is { Stage: FilingStage.Lapsed, FirstSubmittedAt: null })
            {
                filing.Resume(by, now);
            }
        }
    }

    /// <summary>The case has ended: what of its last month and those after it has not been handed in is no longer asked for. To be called with <see cref="RectificationCase.Decide"/>.</summary>
    public static async Task CloseMonthlyReportsAsync(this PartyWorkDb db, RectificationCase of, Actor by, DateTime now)
    {
        if (of.EndedOn is not { } ended)
        {
            return;
        }

        var (community, year, month) = (of.OrganizationId, ended.Year, ended.Month);
        foreach (var filing in await db.Filings.Include(f => f.Window).Include(f => f.Acts)
            .Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == community && (f.Year > year || (f.Year == year && f.Period >= month))).ToListAsync())
        {
            filing.Close(by, $"{ended:yyyy年M月d日}验收销号", now);
        }
    }

    /// <summary>What the records say of a month: households visited, one known by its number once, and the plan's problems that were closed in it.</summary>
    public static async Task<MonthFacts> MonthFactsAsync(this PartyWorkDb db, int caseId, DateOnly month)
    {
        var (from, to) = (RectificationCase.MonthOf(month), RectificationCase.MonthOf(month).AddMonths(1));
        var visits = await db.CaseVisits.Where(v => v.CaseId == caseId && v.WithdrawnOn == null && v.On >= from && v.On < to).AsNoTracking().ToListAsync();
        var closed = await db.CaseProblems.Where(p => p.CaseId == caseId && p.Problem.ClosedOn >= from && p.Problem.ClosedOn < to).Select(p => p.Problem.No).ToListAsync();
        return new(CaseVisit.DistinctHouseholds(visits), closed);
    }

    /// <summary>The case that a month's report is about: the community's latest whose plan had been approved by the month's end.</summary>
    public static IQueryable<RectificationCase> ReportedIn(this IQueryable<RectificationCase> cases, int community, DateOnly month)
    {
        var next = RectificationCase.MonthOf(month).AddMonths(1);
        return cases.Where(c => c.OrganizationId == community && c.PlanApprovedOn < next).OrderByDescending(c => c.PlanApprovedOn);
    }
}
