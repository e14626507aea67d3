using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>The days of one window, changed by hand with a reason.</summary>
public sealed class WindowModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private int _version;

    [BindProperty, Display(Name = "开放日")]
    public DateOnly Opens { get; set; }

    [BindProperty, Display(Name = "截止日（24:00）")]
    public DateOnly Due { get; set; }

    [BindProperty, Display(Name = "锁定日")]
    public DateOnly Locks { get; set; }

    [BindProperty, Display(Name = "调整理由"), Required(ErrorMessage = "请填写调整理由。"), StringLength(200, ErrorMessage = "不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public Window Window { get; private set; } = null!;
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Opens, Due, Locks, Version) = (Window.Opens, Window.Due, Window.Locks, _version);
        return Page();
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await db.Windows.Regular().SingleOrDefaultAsync(w => w.Id == id) is not { } window)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
        {
            db.Expect(window, Version);
            db.Lease.Why = Reason.Trim();
            var year = await db.WorkYears.SingleAsync(y => y.Year == window.Year);
            year.Amend(window, Opens, Due, Locks, clock.Today, await db.Filings.Where(f => f.WindowId == id && f.ExtendedTo != null).ToListAsync());
            await db.SaveChangesAsync();
            Tell($"{window.Name}（{window.Level.Text()}）已调整：{Show.Words(Opens)}开放，{Show.Words(Due)}24:00截止，{Show.Words(Locks)}锁定。");
            return RedirectToPage("Details", new { year = window.Year });
        }, AgainAsync);

        async Task<IActionResult> AgainAsync() => await LoadAsync(id) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(int id)
    {
        var found = await db.Windows.Regular().AsNoTracking().Where(w => w.Id == id).Select(w => new { Window = w, Version = EF.Property<int>(w, PartyWorkDb.Version) }).SingleOrDefaultAsync();
        if (found is null)
        {
            return false;
        }

        Window = found.Window;
        _version = found.Version;
        History = await AuditLog.HistoryOfAsync<Window>(db, id, user.Tree);
        return true;
    }
}
