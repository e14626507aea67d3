using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One supervision note: the community confirms it here, and sees what has become of each problem in its list.</summary>
public sealed class NoteModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseItemPage(db, user, clock)
{
    public SupervisionNote Note { get; private set; } = null!;

    /// <summary>The filing of the lists in which its problems stand; 0 where the reader has none.</summary>
    public int Lists { get; private set; }
    public bool MayConfirm => IsOpen && !Note.IsWithdrawn && Note.ConfirmedOn is null && Current.May(Act.ConfirmSupervision, Case.OrganizationId);
    public bool MayWithdraw => IsOpen && !Note.IsWithdrawn && Note.Problems.Count == 0 && Current.May(Act.Supervise, Case.OrganizationId);

    /// <summary>Where the reader may attach the photo of what was seen; null where not.</summary>
    public string? AttachTo => IsOpen && !Note.IsWithdrawn && Place.TakesPhoto(Current, Case.OrganizationId) ? $"/evidence/attach/note/{Note.Id}" : null;

    protected override object Record => Note;

    protected override string Address => $"{Here}/notes/{Note.Id}";

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id, int note)
    {
        if (!await FindAsync(id, note))
        {
            return NotFound();
        }

        Version = Db.VersionOf(Note);
        return await ShowAsync();
    }

    [Needs(Act.ConfirmSupervision)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int note) => ActAsync(id, note, Act.ConfirmSupervision, "督查单已确认，请按时限整改。", () => Note.Confirm(Current.Actor, Today));

    [Needs(Act.Supervise)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, int note) => ActAsync(id, note, Act.Supervise, "督查单已撤回。", () => Note.Withdraw(Reason ?? "", Current.Actor, Today));

    protected override async Task<bool> FindAsync(int id, int record)
    {
        if (await Db.SupervisionNotes.Include(n => n.Case).Include(n => n.Problems).ThenInclude(p => p.Problem).Include(n => n.Evidence.Where(u => u.SupervisionNoteId == record)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(n => n.Id == record && n.CaseId == id) is not { } found)
        {
            return false;
        }

        (Note, Case) = (found, found.Case);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Lists = await Db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Year == Note.On.Year && f.OrganizationId == Note.OrganizationId).Select(f => f.Id).FirstOrDefaultAsync();
        History = await AuditLog.HistoryOfAsync<SupervisionNote>(Db, Note.Id, Current.Tree);
        return Page();
    }
}
