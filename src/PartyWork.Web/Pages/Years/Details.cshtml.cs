using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>One year: its state, when everything is due, and the scheme behind it.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public YearView Year { get; private set; } = null!;
    public IReadOnlyList<WindowRow> Rows { get; private set; } = [];
    public IReadOnlyList<string> Hints { get; private set; } = [];

    /// <summary>Unpublished windows that are not what scheme and calendar give today.</summary>
    public int Differing { get; private set; }

    [Needs(Act.ReadYears)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        var found = await db.WorkYears.Where(y => y.Year == year).Select(y => new YearView(
            y.Year, y.State, y.Scheme, y.Changes, EF.Property<int>(y, PartyWorkDb.Version),
            db.WorkTasks.Count(t => t.Year == y.Year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed)),
            db.Problems.Count(p => p.Year == y.Year && (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed)))).SingleOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        Year = found;
        var windows = await db.Windows.Regular().AsNoTracking().Where(w => w.Year == year).OrderBy(w => w.Period).ThenByDescending(w => w.Level)
            .Select(w => new
            {
                Window = w,
                Version = EF.Property<int>(w, PartyWorkDb.Version),
                Owed = db.Filings.Count(f => f.WindowId == w.Id && (f.Stage != FilingStage.Lapsed || f.FirstSubmittedAt != null)),
                Standing = db.Filings.Count(f => f.WindowId == w.Id && db.Organizations.Any(o => o.Id == f.OrganizationId && o.ClosedOn == null)),
                Filed = db.Filings.Count(f => f.WindowId == w.Id && f.FirstSubmittedAt != null),
            }).ToListAsync();
        Rows = [.. windows.Select(w => new WindowRow(w.Window, w.Version, w.Owed, w.Filed,
            user.Scope.Everything && w.Window.PublishedOn != null && clock.Today <= w.Window.Due ? OfLevel(w.Window.Level).Length - w.Standing : 0))];
        Explain(await db.WorkdaysAsync());
        return Page();
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAdvanceAsync(int year, int version)
    {
        if (await FindAsync(year) is not { } found)
        {
            return NotFound();
        }

        db.Expect(found, version);
        var open = await db.WorkTasks.CountAsync(t => t.Year == year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed))
            + await db.Problems.CountAsync(p => p.Year == year && (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed));
        found.Advance(clock.Today, open);
        await db.SaveChangesAsync();
        Tell($"{year}年度已转入“{found.State.Text()}”。");
        return RedirectToPage(new { year });
    }

    /// <summary>One press makes the filings of all organisations of the window's level; a second one those founded since.</summary>
    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostPublishAsync(int year, int window, int version)
    {
        if (await FindAsync(year) is not { } found || await db.Windows.Regular().SingleOrDefaultAsync(w => w.Id == window && w.Year == year) is not { } published)
        {
            return NotFound();
        }

        db.Expect(published, version);
        var have = await db.Filings.Where(f => f.WindowId == window).Select(f => f.OrganizationId).ToListAsync();
        var filings = found.Publish(published, [.. OfLevel(published.Level).Except(have)], clock.Today);
        db.AddRange(filings);
        await db.SaveChangesAsync();
        Tell($"{published.Name}（{published.Level.Text()}）已发布，{filings.Count}个党组织应报，{Show.Words(published.Due)}24:00截止。");
        return RedirectToPage(new { year });
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostRecomputeAsync(int year, int version)
    {
        if (await FindAsync(year) is not { } found)
        {
            return NotFound();
        }

        Rule.Require(db.VersionOf(found) == version, PageGuard.Changed);
        var changed = found.Recompute(await db.Windows.Where(w => w.Year == year).ToListAsync(), await db.WorkdaysAsync());
        db.Lease.Why = "按方案和工作日历重算";
        await db.SaveChangesAsync();
        Tell($"已重算，{changed}个未发布的时间窗口有变化。");
        return RedirectToPage(new { year });
    }

    private Task<WorkYear?> FindAsync(int year) => db.WorkYears.SingleOrDefaultAsync(y => y.Year == year);

    private int[] OfLevel(OrganizationLevel level) => [.. user.Tree.InOrder.Where(o => o.Level == level && o.ClosedOn is null).Select(o => o.Id)];

    private void Explain(Workdays workdays)
    {
        var computed = Window.OfYear(Year.Year, Year.Scheme, workdays);
        var hints = new List<string>();
        if (!workdays.HasNotice(Year.Year))
        {
            hints.Add("该年节假日通知尚未发布，仅按周末推算。");
        }

        foreach (var window in Rows.Select(r => r.Window))
        {
            var now = computed.Single(window.IsSame);
            var name = $"{window.Name}（{window.Level.Text()}）";
            if (window.Due != now.Due)
            {
                hints.Add($"{name}：截止日为{Show.Words(window.Due)}，按方案应为{Show.Words(now.Due)}。");
            }
            else if (window.WhyMoved(Year.Scheme, workdays) is { } why)
            {
                hints.Add($"{name}：{why}。");
            }
        }

        Hints = hints;
        Differing = Year.State is WorkYearState.Closed ? 0 : Rows.Count(r => r.Window.PublishedOn is null && !r.Window.Follows(computed.Single(r.Window.IsSame)));
    }

    public sealed record YearView(int Year, WorkYearState State, Scheme Scheme, string Changes, int Version, int OpenTasks, int OpenProblems);

    /// <param name="Missing">Organisations of the level that were founded after the window was published.</param>
    public sealed record WindowRow(Window Window, int Version, int Owed, int Filed, int Missing);
}
