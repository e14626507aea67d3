using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>登记佐证 of one's own organisation, to be used later.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, EvidenceLimits limits) : WorkPage
{
    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    public EvidenceLimits Limits => limits;

    [Needs(Act.KeepEvidence)]
    public void OnGet() => Input.On = clock.Today;

    [Needs(Act.KeepEvidence)]
    public Task<IActionResult> OnPostAsync() => TryAsync(db, async () =>
    {
        var item = await new EvidenceForm(db, user, clock, limits).KeepAsync(Input, user.Post!.OrganizationId, Request);
        var known = item.Id != 0;
        await db.SaveChangesAsync();
        Tell(known ? $"同一内容以前登记过，名称为“{item.Title}”，没有重复保存。" : "佐证已登记，可在任务、季报、问题中选用。");
        return Redirect($"/evidence/{item.Id}");
    }, () => Task.FromResult<IActionResult>(Page()));
}
