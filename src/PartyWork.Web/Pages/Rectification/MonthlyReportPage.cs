using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>What writing and reviewing a monthly report share: the filing, its case, and what the records say of the month.</summary>
public abstract class MonthlyReportPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingPage(db, user, clock)
{
    public RectificationCase Case { get; private set; } = null!;
    public MonthlyReport Report { get; private set; } = null!;
    public DateOnly Month => new(Filing.Year, Filing.Period, 1);
    public (string, string)[] Crumbs => [("后进社区整顿", "/rectification"), (Node.ShortName, $"/rectification/{Case.Id}")];

    protected override FilingKind Kind => FilingKind.MonthlyReport;
    protected override Act Reads => Act.ReadRectification;

    protected override async Task ReadAsync()
    {
        Case = await Db.RectificationCases.ReportedIn(Filing.OrganizationId, Month).Include(c => c.Directions).AsSingleQuery().FirstAsync();
        Report = new(Filing, await Db.MonthFactsAsync(Case.Id, Month));
    }
}
