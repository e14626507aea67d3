using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>Every act and every change of a report since it was first submitted.</summary>
public sealed class HistoryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await Db.Entry(Filing).Collection(f => f.Acts).LoadAsync();
        Entries = await AuditLog.HistoryAsync(Db, Filing.Acts.Select(a => (nameof(FilingAct), Key(a.Id))).Concat(Filing.Rows.Select(r => (nameof(FilingRow), Key(r.Id)))), Current.Tree);
        return Page();
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
