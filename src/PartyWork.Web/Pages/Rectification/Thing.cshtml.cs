using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One practical thing on its way: done, confirmed by a residents' representative, published.</summary>
public sealed class ThingModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseItemPage(db, user, clock)
{
    [BindProperty]
    public ThingInput Input { get; set; } = new();

    /// <summary>The day of the step that is taken.</summary>
    [BindProperty, Display(Name = "办成日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Representative { get; set; }

    public PracticalThing Thing { get; private set; } = null!;

    protected override object Record => Thing;

    protected override string Address => $"{Here}/things/{Thing.Id}";

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id, int thing)
    {
        if (!await FindAsync(id, thing))
        {
            return NotFound();
        }

        (Version, On) = (Db.VersionOf(Thing), Today);
        return await ShowAsync();
    }

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostSaveAsync(int id, int thing) => ActAsync(id, thing, Act.RecordRectification, "实事已修改。", () => Thing.Change(Input.Read(), Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostFinishAsync(int id, int thing) => ActAsync(id, thing, Act.RecordRectification, "已登记办成，请居民代表确认。", () => Thing.Finish(Day, Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int thing) => ActAsync(id, thing, Act.RecordRectification, "已登记居民代表的确认。", () => Thing.Confirm(Representative?.Trim() ?? "", Day, Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostPublishAsync(int id, int thing) => ActAsync(id, thing, Act.RecordRectification, "已登记公示。", () => Thing.Publish(Day, Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, int thing) => ActAsync(id, thing, Act.RecordRectification, "实事已撤回，不再计入任何数字。", () => Thing.Withdraw(Reason ?? "", Current.Actor, Today));

    protected override async Task<bool> FindAsync(int id, int record)
    {
        if (await Db.PracticalThings.Include(t => t.Case).SingleOrDefaultAsync(t => t.Id == record && t.CaseId == id) is not { } found)
        {
            return false;
        }

        (Thing, Case) = (found, found.Case);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (Input.Name is null)
        {
            Input = ThingInput.Of(Thing);
        }

        History = await AuditLog.HistoryOfAsync<PracticalThing>(Db, Thing.Id, Current.Tree);
        return Page();
    }

    private DateOnly Day => On ?? throw new BrokenRuleException("请填写日期。");
}
