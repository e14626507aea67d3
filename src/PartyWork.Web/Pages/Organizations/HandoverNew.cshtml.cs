using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>Beginning a 岗位交接 for one post-holder; nothing changes until both have confirmed.</summary>
public sealed class HandoverNewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [FromRoute(Name = "id")] // never from the form: it could name another post
    public int HoldingId { get; set; }

    [BindProperty, Display(Name = "接任人姓名"), Required(ErrorMessage = "请填写接任人姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名不超过50字。")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "接任人电话"), Required(ErrorMessage = "请填写接任人电话。"), RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string Phone { get; set; } = "";

    [BindProperty, Display(Name = "接任后的职务"), Required(ErrorMessage = "请填写职务。"), StringLength(PostHolding.TitleMaxLength, ErrorMessage = "职务不超过60字。")]
    public string Title { get; set; } = "";

    [BindProperty, Display(Name = "交接日期"), Required(ErrorMessage = "请填写交接日期。"), DataType(DataType.Date)]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "依据"), Required(ErrorMessage = "请填写交接依据。"), StringLength(Handover.WordsMaxLength, ErrorMessage = "依据不超过200字。")]
    public string Reason { get; set; } = "";

    public PostHolding Outgoing { get; private set; } = null!;
    public OrgNode Node => user.Tree[Outgoing.OrganizationId];

    [Needs(Act.ManageHandovers)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (await RefusalAsync() is { } refusal)
        {
            return refusal;
        }

        (Title, On) = (Outgoing.Title, clock.Today);
        return Page();
    }

    [Needs(Act.ManageHandovers)]
    public async Task<IActionResult> OnPostAsync() => await RefusalAsync() ?? (!ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        var (name, phone) = (Name.Trim(), Phone.Trim());
        Rule.Require(!await db.Handovers.AnyAsync(h => h.OutgoingHoldingId == HoldingId && h.State == HandoverState.Open), $"{Outgoing.Person.Name}已有一项交接在办，请先办结或撤回。");
        var incoming = await db.Persons.FirstOrDefaultAsync(p => p.Name == name && p.Phone == phone) ?? new Person(name, phone);
        var handover = new Handover(Outgoing, incoming, Title.Trim(), On!.Value, Reason.Trim(), user.Actor, clock.Today);
        db.Add(handover);
        db.Touch(Outgoing); // of two who begin at once, one is told so
        db.Lease.Why = Reason.Trim();
        await db.SaveChangesAsync();
        Tell("接手单已形成，请双方核对并确认。");
        return Redirect($"/handovers/{handover.Id}");
    }, async () => await RefusalAsync() ?? Page()));

    private async Task<IActionResult?> RefusalAsync()
    {
        var today = clock.Today;
        var found = await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).SingleOrDefaultAsync(h => h.Id == HoldingId && PostsModel.Appointable.Contains(h.Kind) && (h.To == null || h.To >= today));
        if (found is null || user.Tree.Find(found.OrganizationId) is null || !(user.Scope.Everything || user.Scope.Ids.Contains(found.OrganizationId)))
        {
            return NotFound();
        }

        Outgoing = found;
        return user.May(Act.ManageHandovers, found.OrganizationId) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
