using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>What writing and reviewing a monthly report share: the filing, its case, and what the records say of the month.</summary>
public abstract class MonthlyReportPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private const int MostAsked = 6;

    public Filing Filing { get; private set; } = null!;
    public RectificationCase Case { get; private set; } = null!;
    public MonthlyReport Report { get; private set; } = null!;

    /// <summary>需协调事项 of earlier months of the case, the latest first, with what has become of them.</summary>
    public IReadOnlyList<CoordinationItem> AskedBefore { get; private set; } = [];
    public OrgNode Node => user.Tree[Filing.OrganizationId];
    public DateOnly Today => clock.Today;
    public int Version { get; private set; }
    public FilingStatus Status => Filing.Status(Today);
    public DateOnly Month => new(Filing.Year, Filing.Period, 1);
    public (string, string)[] Crumbs => [("后进社区整顿", "/rectification"), (Node.ShortName, $"/rectification/{Case.Id}")];

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected DateTime Now => clock.Now;

    protected async Task<bool> FindAsync(int id)
    {
        var found = await db.Filings.Include(f => f.Window).Include(f => f.Rows).ThenInclude(r => r.Coordination).Include(f => f.Acts).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FilingKind.MonthlyReport);
        if (found is null || user.Tree.Find(found.OrganizationId) is null || !user.May(Act.ReadRectification, found.OrganizationId))
        {
            return false;
        }

        (Filing, Version) = (found, (int)db.Entry(found).Property(PartyWorkDb.Version).CurrentValue!);
        Case = await db.RectificationCases.ReportedIn(found.OrganizationId, Month).Include(c => c.Directions).AsSingleQuery().FirstAsync();
        Report = new(found, await db.MonthFactsAsync(Case.Id, Month));
        var (community, since, year, month) = (found.OrganizationId, OfficeTime.Utc(Case.ListedOn ?? Month, TimeOnly.MinValue), found.Year, found.Period);
        AskedBefore = await db.CoordinationItems.Where(i => i.WorkTaskId == null && i.OrganizationId == community && i.AskedAt >= since && i.State != CoordinationState.Withdrawn && (i.Year < year || (i.Year == year && i.Period < month)))
            .OrderByDescending(i => i.Year).ThenByDescending(i => i.Period).Take(MostAsked).AsNoTracking().ToListAsync();
        return true;
    }

    protected async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Func<Task> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, Filing.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(db, async () =>
        {
            db.Expect(Filing, version);
            await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/rectification/reports/{id}");
        }, async () => await FindAsync(id) ? Page() : NotFound());
    }
}
