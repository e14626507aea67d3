using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>手机登记一件惠民实事, begun or done already.</summary>
public sealed class RecordThingModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    [BindProperty]
    public ThingInput Input { get; set; } = new();

    /// <summary>办成日期; blank while it is under way.</summary>
    [BindProperty, Display(Name = "办成日期")]
    public DateOnly? DoneOn { get; set; }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        (Once, Input.BegunOn) = (Guid.NewGuid(), Today);
        return await RefusalAsync(id, Act.RecordRectification) ?? Page();
    }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id, Act.RecordRectification) is { } refusal ? refusal : !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
    {
        if (await Db.IsSavedAsync<PracticalThing>(Once))
        {
            Tell("这件实事刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/record/thing");
        }

        var thing = new PracticalThing(Case, Input.Read(), Current.Actor, Today);
        if (DoneOn is { } done)
        {
            thing.Finish(done, Today);
        }

        Db.AddOnce(thing, Once);
        await Db.SaveChangesAsync();
        Tell($"已登记实事“{thing.Name}”。可以登记下一件。");
        return Redirect($"{Here}/record/thing");
    }, async () => await FindCaseAsync(id) ? Page() : NotFound());
}
