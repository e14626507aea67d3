using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Agreements;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>Every change of the agreement, its clauses, amendments and addenda.</summary>
public sealed class HistoryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AgreementPage(db, user, clock)
{
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var things = Clauses.Select(c => (nameof(AgreementClause), c.Id)).Concat(Clauses.SelectMany(c => c.Amendments).Select(m => (nameof(ClauseAmendment), m.Id)))
            .Concat(Agreement.Addenda.Select(d => (nameof(Addendum), d.Id))).Prepend((nameof(Agreement), id));
        Entries = await AuditLog.HistoryAsync(Db, things.Select(t => (t.Item1, t.Item2.ToString(CultureInfo.InvariantCulture))), Current.Tree);
        return Page();
    }
}
