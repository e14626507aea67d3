using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>退回: a reason on each line that is sent back.</summary>
public sealed class ReturnModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty, Display(Name = "改好期限")]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<(string Key, string Label)> Rows { get; private set; } = [];
    [Needs(Act.ReviewLists)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        DueOn = (await Db.WorkdaysAsync()).After(Today, 3);
        Version = Lists.Version;
        return await ShowAsync();
    }

    [Needs(Act.ReviewLists)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.ReviewLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? await ShowAsync() : await TryAsync(Db, async () =>
        {
            var (filing, _) = await LoadAsync();
            Db.Expect(filing, Version);
            var reasons = Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!.Trim());
            Lists.Node.RequireStanding();
            filing.Return(Current.Actor, reasons, DueOn ?? Today, await Db.WorkdaysAsync(), Now);
            lease.Why = "退回修改";
            await Db.SaveChangesAsync();
            Tell($"已退回{reasons.Count}项。");
            return Redirect($"/lists/{id}?tab=check");
        }, ShowAsync);
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (!Current.May(Act.ReviewLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Rows = [.. (await Db.FilingRows.Where(r => r.FilingId == Lists.Id).OrderBy(r => r.Id).Select(r => new { r.Key, r.Label }).ToListAsync()).Select(r => (r.Key, r.Label))];
        return Page();
    }
}
