using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>Changing a year's scheme; what is not yet published follows it.</summary>
public sealed class SchemeModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    private int _version;

    [BindProperty]
    public SchemeForm Scheme { get; set; } = new();

    [BindProperty, Display(Name = "修改理由"), Required(ErrorMessage = "请填写修改理由。"), StringLength(200, ErrorMessage = "不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public Scheme Now { get; private set; } = new();
    public int Unpublished { get; private set; }
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await LoadAsync(year))
        {
            return NotFound();
        }

        (Scheme, Version) = (SchemeForm.Of(Now), _version);
        return Page();
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAsync(int year)
    {
        if (await db.WorkYears.SingleOrDefaultAsync(y => y.Year == year) is not { } found)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
        {
            db.Expect(found, Version);
            db.Lease.Why = Reason.Trim();
            found.ChangeScheme(Scheme.ToScheme());
            var changed = found.Recompute(await db.Windows.Where(w => w.Year == year).ToListAsync(), await db.WorkdaysAsync());
            await db.SaveChangesAsync();
            Tell($"方案已保存，{changed}个未发布的时间窗口随之变化。");
            return RedirectToPage("Details", new { year });
        }, AgainAsync);

        async Task<IActionResult> AgainAsync() => await LoadAsync(year) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(int year)
    {
        var found = await db.WorkYears.Where(y => y.Year == year)
            .Select(y => new { y.Id, y.Scheme, Version = EF.Property<int>(y, PartyWorkDb.Version), Unpublished = db.Windows.Count(w => w.Year == year && w.PublishedOn == null) })
            .SingleOrDefaultAsync();
        if (found is null)
        {
            return false;
        }

        (Year, Now, Unpublished) = (year, found.Scheme, found.Unpublished);
        _version = found.Version;
        History = await AuditLog.HistoryOfAsync<WorkYear>(db, found.Id, user.Tree);
        return true;
    }
}
