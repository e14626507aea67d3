using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>One 岗位交接 with its 接手单. Its two people read it whatever post they hold; all others within their scope.</summary>
public sealed class HandoverModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private readonly HandoverBook _book = new(db);

    public HandoverHead Head { get; private set; } = null!;
    public HandoverSheet Sheet { get; private set; } = null!;
    public OrgNode Node => user.Tree[Head.OrganizationId];
    public string? Reason { get; private set; }
    public bool IsOutgoing => user.PersonId == Head.FromId;
    public bool MayConfirm => (IsOutgoing && Head.GivenAt is null) || (user.PersonId == Head.ToId && Head.TakenAt is null);
    public bool Manages => user.May(Act.ManageHandovers, Head.OrganizationId);
    public bool ReadsAccounts => user.May(Act.ReadAccounts);
    public bool ConfirmsFor => Manages && !IsOutgoing && user.PersonId != Head.ToId;

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostConfirmAsync(int id, int version) =>
        !await FindAsync(id) ? NotFound() : await ActAsync(id, version, h => h.Confirm(user.Actor, clock.Now));

    [Needs(Act.ManageHandovers)]
    public async Task<IActionResult> OnPostConfirmForAsync(int id, int version, bool outgoing, string? reason)
    {
        Reason = reason;
        return !await FindAsync(id) ? NotFound() : !Manages ? StatusCode(StatusCodes.Status403Forbidden)
            : await ActAsync(id, version, h => h.ConfirmFor(outgoing, user.Actor, reason?.Trim() ?? "", clock.Now));
    }

    [Needs(Act.ManageHandovers)]
    public async Task<IActionResult> OnPostWithdrawAsync(int id, int version) =>
        !await FindAsync(id) ? NotFound() : !Manages ? StatusCode(StatusCodes.Status403Forbidden) : await ActAsync(id, version, h => h.Withdraw());

    /// <summary>The act, and when both have confirmed, in the same transaction, the change of the post.</summary>
    private Task<IActionResult> ActAsync(int id, int version, Action<Handover> act) => TryAsync(db, async () =>
    {
        Tell(await db.AsOneAsync(async () =>
        {
            var handover = await _book.LoadAsync(id);
            db.Expect(handover, version);
            act(handover);
            db.Lease.Why = handover.Reason;
            if (handover is { State: HandoverState.Open, IsAgreed: true })
            {
                await HandoverBook.CompleteAsync(db, user.Tree, handover, clock.Today);
                return $"已交接：{Show.Words(handover.On)}起由{handover.Incoming.Name}任{handover.Title}，未办结的事项已转由其牵头。";
            }

            await db.SaveChangesAsync();
            return handover.State is HandoverState.Withdrawn ? "交接已撤回，任职没有变化。" : "已确认，等待另一方确认。";
        }));
        return Redirect($"/handovers/{id}");
    }, async () =>
    {
        await FindAsync(id);
        return await ShowAsync();
    });

    private async Task<bool> FindAsync(int id)
    {
        var found = await _book.FindAsync(id);
        if (found is not null)
        {
            Head = found;
        }

        return found is not null;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Sheet = Head.Sheet.Length > 0 ? HandoverSheet.Parse(Head.Sheet) : await new HandoverSheetReader(db, user.Tree, Head.OrganizationId, Head.HoldingId, clock.Today).ReadAsync();
        return Page();
    }
}
