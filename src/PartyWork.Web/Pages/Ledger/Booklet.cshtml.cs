using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Ledger;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Ledger;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Ledger;

/// <summary>The ledger as a book on A4: cover, sections, place for the signature; as it stands, or as it was submitted.</summary>
public sealed class BookletModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public LedgerBook Book { get; private set; } = null!;
    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    /// <summary>Which submission it shows; null for the book as it stands.</summary>
    public LedgerBook.Sent? Sent { get; private set; }
    public DateOnly Today => clock.Today;

    [Needs(Act.ReadLedger)]
    public async Task<IActionResult> OnGetAsync(int holding, int year, int? version)
    {
        if (year is < 2000 or > 2100 || await LedgerBook.ReadAsync(db, user, holding, year) is not { } book)
        {
            return NotFound();
        }

        (Book, Lines) = (book, book.Lines);
        if (version is { } no)
        {
            Sent = book.Of.Versions.SingleOrDefault(v => v.No == no);
            var frozen = await db.LedgerVersions.AsNoTracking().SingleOrDefaultAsync(v => v.No == no && db.SecretaryLedgers.Any(l => l.Id == v.LedgerId && l.HoldingId == holding && l.Year == year));
            if (frozen is null)
            {
                return NotFound();
            }

            Lines = frozen.Lines();
        }

        return Page();
    }
}
