using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Coordination;

/// <summary>One 协调事项: whose turn it is acts here; the asker reads the answer and says whether it is solved.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    private int _replyWorkdays;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    /// <summary>The day that the act names: when to answer, until when it is wanted, by when what was agreed is done.</summary>
    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public int? DepartmentId { get; set; }

    [BindProperty]
    public bool? Solved { get; set; }

    public CoordinationItem Item { get; private set; } = null!;
    public int Version { get; private set; }
    public Liaisons Liaisons { get; private set; } = null!;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public OrgNode Node => user.Tree[Item.OrganizationId];
    public OrgNode? Department => user.Tree.Find(Item.DepartmentId);
    public OrgNode? Turn => user.Tree.Find(CoordinationView.TurnOf(user.Tree, Item.State, Item.IsWanting, Item.OrganizationId, Item.DepartmentId));

    /// <summary>What the asker's own rights open, and the department's do not.</summary>
    public bool ReadsReport => user.Scope.Everything || user.Scope.Ids.Contains(Item.OrganizationId);
    public bool Settles => Item.IsOpenToSuperior && user.May(Act.SettleCoordination, Item.OrganizationId);
    public bool Sends => Item.IsOpenToSuperior && user.May(Act.SendCoordination, Item.OrganizationId);
    public bool Refers => Settles && Item.State is CoordinationState.Raised && user.Tree.Parent(Item.OrganizationId) is { Level: not OrganizationLevel.District } && !Sends;
    public bool Decides => Item.IsWanting && user.May(Act.SendCoordination, Item.OrganizationId);
    public bool Replies => Item.State is CoordinationState.Sent && user.May(Act.ReplyCoordination, Item.DepartmentId ?? 0);
    public bool Rates => Item.State is CoordinationState.Answered && user.May(Act.RateCoordination, Item.OrganizationId);

    /// <summary>Where the reader may attach evidence: to the question or to the answer; neither once the matter is over.</summary>
    public string? AttachTo(bool question) => Item.IsOpen && user.May(Act.KeepEvidence, Item.OrganizationId) == question && (question || Place.Answers(user, Item)) ? $"/evidence/attach/coordination/{Item.Id}" : null;

    /// <summary>Whether this act was just refused: its form alone shows again what was typed.</summary>
    public bool Was(string handler) => string.Equals((string?)RouteData.Values["handler"] ?? Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    public string Typed(string handler, string? typed) => Was(handler) ? typed ?? "" : "";

    [Needs(Act.ReadCoordination)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    [Needs(Act.SettleCoordination)]
    public Task<IActionResult> OnPostReferAsync(int id, int version) =>
        ActAsync(id, version, Act.SettleCoordination, "已报区委组织部。", _ => Item.Refer(user.Actor, Text, clock.Now));

    [Needs(Act.SettleCoordination)]
    public Task<IActionResult> OnPostSettleAsync(int id, int version) =>
        ActAsync(id, version, Act.SettleCoordination, "已答复，等待提出单位评价。", _ => Item.Settle(user.Actor, Text, Agreed?.Trim() ?? "", On, clock.Now));

    [Needs(Act.SettleCoordination)]
    public Task<IActionResult> OnPostDeclineAsync(int id, int version) =>
        ActAsync(id, version, Act.SettleCoordination, "已告知不予办理的理由。", _ => Item.Decline(user.Actor, Text, clock.Now));

    [Needs(Act.SendCoordination)]
    public Task<IActionResult> OnPostSendAsync(int id, int version) =>
        ActAsync(id, version, Act.SendCoordination, "已交部门办理。", workdays => Item.Send(user.Actor, Chosen().Id, On ?? Today, Text, workdays, clock.Now));

    [Needs(Act.SendCoordination)]
    public Task<IActionResult> OnPostAgreeAsync(int id, int version) =>
        ActAsync(id, version, Act.SendCoordination, "已同意。", workdays => Item.Agree(user.Actor, workdays, _replyWorkdays, clock.Now));

    [Needs(Act.SendCoordination)]
    public Task<IActionResult> OnPostRefuseAsync(int id, int version) =>
        ActAsync(id, version, Act.SendCoordination, "已告知部门。", _ => Item.Refuse(user.Actor, Text, clock.Now));

    [Needs(Act.ReplyCoordination)]
    public Task<IActionResult> OnPostReplyAsync(int id, int version) =>
        ActAsync(id, version, Act.ReplyCoordination, "已答复，提出单位会在报告中看到。", _ => Item.Reply(user.Actor, Text, Agreed?.Trim() ?? "", On, clock.Now));

    [Needs(Act.ReplyCoordination)]
    public Task<IActionResult> OnPostAskExtensionAsync(int id, int version) =>
        ActAsync(id, version, Act.ReplyCoordination, "已申请延期，等待组织科决定。", _ => Item.AskExtension(user.Actor, On ?? Today, Text, clock.Now));

    [Needs(Act.ReplyCoordination)]
    public Task<IActionResult> OnPostAskPassOnAsync(int id, int version) =>
        ActAsync(id, version, Act.ReplyCoordination, "已申请转办，等待组织科决定。", _ => Item.AskPassOn(user.Actor, Chosen().Id, Chosen().ShortName, Text, clock.Now));

    [Needs(Act.RateCoordination)]
    public Task<IActionResult> OnPostRateAsync(int id, int version) => ActAsync(id, version, Act.RateCoordination, "评价已登记。", workdays =>
    {
        Rule.Require(Solved is not null, "请选择“已解决”或“未解决”。");
        Item.Rate(user.Actor, Solved!.Value, Text, workdays, _replyWorkdays, clock.Now);
    });

    private string Text => Words?.Trim() ?? "";

    private OrgNode Chosen()
    {
        Rule.Require(Liaisons.Of(DepartmentId) is not null, "请选择承办部门；没有列出的部门尚未登记联络员。");
        return user.Tree[DepartmentId!.Value];
    }

    private async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Action<Workdays> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, act is Act.ReplyCoordination ? Item.DepartmentId ?? 0 : Item.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!ModelState.IsValid)
        {
            ModelState.AddModelError("", ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage);
            return await ShowAsync();
        }

        return await TryAsync(db, async () =>
        {
            Liaisons = await Liaisons.ReadAsync(db, user.Tree, Today);
            lease.Why = Text;
            db.Expect(Item, version);
            what(await db.WorkdaysAsync());
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/coordination/{id}");
        }, async () => await FindAsync(id) ? await ShowAsync() : NotFound());
    }

    /// <summary>The item with its acts and its year's time to answer, in one SQL command.</summary>
    private async Task<bool> FindAsync(int id)
    {
        var found = await db.CoordinationItems.AsSingleQuery().Where(i => i.Id == id).Select(i => new
        {
            Item = i,
            Acts = i.Acts.ToList(),
            Evidence = i.Evidence.ToList(),
            EvidenceItems = i.Evidence.Select(u => u.Item).ToList(),
            ReplyWorkdays = db.WorkYears.Where(y => y.Year == i.Year).Select(y => (int?)y.Scheme.ReplyWorkdays).FirstOrDefault(),
        }).SingleOrDefaultAsync();
        if (found is null || user.Tree.Find(found.Item.OrganizationId) is null)
        {
            return false;
        }

        (Item, _replyWorkdays) = (found.Item, found.ReplyWorkdays ?? Scheme.DefaultReplyWorkdays);
        Version = db.VersionOf(Item);
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Liaisons = await Liaisons.ReadAsync(db, user.Tree, Today);
        if (Sends && On is null)
        {
            On = (await db.WorkdaysAsync()).After(Today, _replyWorkdays);
        }

        return Page();
    }
}
