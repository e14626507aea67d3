using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Ledger;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Ledger;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Ledger;

/// <summary>One secretary's ledger of one year: it writes itself; the secretary adds a few entries and submits it.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    public LedgerBook Book { get; private set; } = null!;
    public DateOnly Today => clock.Today;

    /// <summary>Only the holder writes in the own book.</summary>
    public bool Keeps => user.May(Act.KeepLedger, Book.Of.OrganizationId) && user.Post!.HoldingId == Book.Of.HoldingId && Book.State is not LedgerState.Archived;

    public bool MaySubmit => Keeps && Today >= Book.OpensOn;

    [Needs(Act.ReadLedger)]
    public async Task<IActionResult> OnGetAsync(int holding, int year, int? edit)
    {
        if (!await FindAsync(holding, year))
        {
            return NotFound();
        }

        if (Keeps && Book.Of.Entries.SingleOrDefault(e => e.Id == edit) is { } entry)
        {
            Input = new() { Id = entry.Id, Section = entry.Section, On = entry.On, Text = entry.Text };
        }

        return Page();
    }

    /// <summary>A new entry, or another wording of one.</summary>
    [Needs(Act.KeepLedger)]
    public Task<IActionResult> OnPostWriteAsync(int holding, int year, int version) => ActAsync(holding, year, version, "已记入台账。", ledger =>
    {
        Rule.Require(Input.On is not null, "请填写日期。");
        var (text, state) = (Input.Text?.Trim() ?? "", Book.Of.YearState);
        if (Input.Id == 0)
        {
            if (ledger.Entries.All(e => (e.Section, e.On, e.Text) != (Input.Section, Input.On!.Value, text))) // pressed twice is written once
            {
                ledger.Write(Input.Section, Input.On!.Value, text, Today, state);
            }
        }
        else
        {
            ledger.Amend(Entry(ledger, Input.Id), Input.Section, Input.On!.Value, text, Today, state);
        }
    });

    [Needs(Act.KeepLedger)]
    public Task<IActionResult> OnPostRemoveAsync(int holding, int year, int version, int entry) => ActAsync(holding, year, version, "已删除。", ledger =>
    {
        var found = Entry(ledger, entry);
        ledger.Remove(found, Book.Of.YearState);
        db.Remove(found);
    });

    [Needs(Act.KeepLedger)]
    public Task<IActionResult> OnPostSubmitAsync(int holding, int year, int version) => ActAsync(holding, year, version, "台账已报送上级。", ledger =>
    {
        ledger.Submit(user.Actor, Book.Lines, clock.Now, Book.OpensOn, Book.Of.YearState);
        lease.Notes.Add(new AuditNote(nameof(SecretaryLedger), $"{ledger.Id}", "报送", ledger.OrganizationId));
    });

    private static LedgerEntry Entry(SecretaryLedger ledger, int id)
    {
        var found = ledger.Entries.SingleOrDefault(e => e.Id == id);
        Rule.Require(found is not null, "这条记载已不存在，请刷新后再试。");
        return found!;
    }

    private async Task<IActionResult> ActAsync(int holding, int year, int version, string done, Action<SecretaryLedger> what)
    {
        if (!await FindAsync(holding, year))
        {
            return NotFound();
        }

        if (!user.May(Act.KeepLedger, Book.Of.OrganizationId) || user.Post!.HoldingId != holding)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            var ledger = await db.SecretaryLedgers.Include(l => l.Holding).Include(l => l.Entries).Include(l => l.Versions).AsSplitQuery().SingleOrDefaultAsync(l => l.HoldingId == holding && l.Year == year);
            if (ledger is null)
            {
                ledger = new SecretaryLedger(await db.PostHoldings.SingleAsync(h => h.Id == holding), year);
                db.Add(ledger);
            }
            else
            {
                db.Expect(ledger, version);
                db.Touch(ledger);
            }

            what(ledger);
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/ledger/{holding}/{year}");
        }, async () => await FindAsync(holding, year) ? Page() : NotFound());
    }

    private async Task<bool> FindAsync(int holding, int year)
    {
        if (year is < 2000 or > 2100 || await LedgerBook.ReadAsync(db, user, holding, year) is not { } book)
        {
            return false;
        }

        Book = book;
        return true;
    }

    public sealed class EntryInput
    {
        /// <summary>0 for a new one.</summary>
        public int Id { get; set; }
        public LedgerSection Section { get; set; }

        [Display(Name = "日期")]
        public DateOnly? On { get; set; }

        public string? Text { get; set; }
    }
}
