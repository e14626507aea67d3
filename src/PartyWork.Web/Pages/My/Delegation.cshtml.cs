using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.My;

/// <summary>The secretary lets the deputy confirm for a time. Only the secretary himself: who stands in cannot pass it on.</summary>
public sealed class DelegationModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "受委托的副书记")]
    public int DeputyId { get; set; }

    [BindProperty, Display(Name = "自")]
    public DateOnly From { get; set; }

    [BindProperty, Display(Name = "至（含当日）")]
    public DateOnly To { get; set; }

    [BindProperty, Display(Name = "事由"), Required(ErrorMessage = "请填写委托事由。"), StringLength(Delegation.ReasonMaxLength, ErrorMessage = "不超过100字。")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<DelegationView> Delegations { get; private set; } = [];
    public IReadOnlyList<DeputyView> Deputies { get; private set; } = [];

    private int Own => user.Post!.OrganizationId;
    private bool IsSecretary => user.Post?.Kind is PostKind.Secretary && user.May(Act.Delegate, Own);

    [Needs(Act.Delegate)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (!IsSecretary)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (From, To) = (clock.Today, clock.Today.AddDays(6));
        return await AgainAsync();
    }

    [Needs(Act.Delegate)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsSecretary)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = clock.Today;
        var holdings = await db.PostHoldings.Where(h => (h.Id == user.Post!.HoldingId || h.Id == DeputyId) && h.OrganizationId == Own && h.From <= today && (h.To == null || h.To >= today)).ToListAsync();
        if (holdings.SingleOrDefault(h => h.Id == DeputyId) is not { } deputy)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
        {
            var secretary = holdings.Single(h => h.Id == user.Post!.HoldingId);
            var others = await db.Delegations.Where(d => d.OrganizationId == Own && d.To >= today).ToListAsync();
            db.Add(Delegation.Grant(secretary, deputy, From, To, Reason.Trim(), today, others));
            db.Lease.Why = Reason.Trim();
            await db.SaveChangesAsync();
            Tell($"已委托，{Show.Words(From)}至{Show.Words(To)}由副书记代为确认。");
            return RedirectToPage();
        }, AgainAsync);
    }

    [Needs(Act.Delegate)]
    public async Task<IActionResult> OnPostWithdrawAsync(int id, int version)
    {
        if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == id) is not { } delegation)
        {
            return NotFound();
        }

        if (!IsSecretary || delegation.OrganizationId != Own)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        db.Expect(delegation, version);
        delegation.Withdraw(clock.Today);
        db.Lease.Why = "书记收回委托";
        await db.SaveChangesAsync();
        Tell("委托已收回，即时生效。");
        return RedirectToPage();
    }

    public (string Tone, string Word) StateOf(DelegationView delegation) => delegation switch
    {
        _ when delegation.To < delegation.From => ("grey", "已收回"),
        _ when delegation.From > clock.Today => ("white", "未开始"),
        _ when delegation.To >= clock.Today => ("green", "委托中"),
        _ => ("grey", "已结束"),
    };

    private async Task<IActionResult> AgainAsync()
    {
        var today = clock.Today;
        Delegations = await (from d in db.Delegations
                             join h in db.PostHoldings on d.DeputyHoldingId equals h.Id
                             where d.OrganizationId == Own
                             orderby d.From descending, d.Id descending
                             select new DelegationView(d.Id, h.Person.Name, d.From, d.To, d.Reason, EF.Property<int>(d, PartyWorkDb.Version))).Take(50).ToListAsync();
        Deputies = await db.PostHoldings.Where(h => h.OrganizationId == Own && h.Kind == PostKind.Deputy && h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id).Select(h => new DeputyView(h.Id, h.Person.Name, h.Title)).ToListAsync();
        return Page();
    }

    public sealed record DelegationView(int Id, string Deputy, DateOnly From, DateOnly To, string Reason, int Version);

    public sealed record DeputyView(int HoldingId, string Name, string Title);
}
