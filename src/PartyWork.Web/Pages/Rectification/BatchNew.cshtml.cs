using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>建立批次 with its scheme, which begins as the last one was.</summary>
public sealed class BatchNewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public SchemeInput Scheme { get; set; } = new();

    public int No { get; private set; }

    [Needs(Act.ManageRectification)]
    public async Task OnGetAsync()
    {
        var last = await LastAsync();
        Scheme = last is null ? SchemeInput.Of(new("", "", "", 1, 1, 1, 2, null)) : SchemeInput.Of(last.Scheme with { DocumentNo = "", Name = $"{RectificationBatch.TitleOf(No)}后进社区整顿方案" });
    }

    [Needs(Act.ManageRectification)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
    {
        await LastAsync();
        Rule.Require(No < 100, "批次序号已用完。");
        var batch = new RectificationBatch(clock.Today.Year, No, Scheme.Read(), user.Actor, clock.Today);
        db.Add(batch);
        await db.SaveChangesAsync();
        Tell($"已建立{batch.Title}；各党（工）委可以登记摸排对象。");
        return Redirect($"/rectification?Batch={batch.No}");
    }, AgainAsync);

    private async Task<IActionResult> AgainAsync()
    {
        await LastAsync();
        return Page();
    }

    private async Task<RectificationBatch?> LastAsync()
    {
        var last = await db.RectificationBatches.AsNoTracking().OrderByDescending(b => b.No).FirstOrDefaultAsync();
        No = (last?.No ?? 0) + 1;
        return last;
    }
}
