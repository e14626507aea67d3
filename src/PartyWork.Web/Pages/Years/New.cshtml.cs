using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>A new year from last year's scheme, in one guided act: check, see the days, say what changed.</summary>
public sealed class NewModel(PartyWorkDb db, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public SchemeForm Scheme { get; set; } = new();

    /// <summary>The year that the page was shown for, so that pressing twice does not make two.</summary>
    [BindProperty, Display(Name = "对象")]
    public int For { get; set; }

    [BindProperty, Display(Name = "变化"), Required(ErrorMessage = "请写明与上年相比有什么变化；没有变化请填“无变化”。"), StringLength(WorkYear.NotesMaxLength, ErrorMessage = "不超过500字。")]
    public string Changes { get; set; } = "";

    public int Year { get; private set; }
    public Scheme? Last { get; private set; }
    public Workdays Workdays { get; private set; } = new([]);
    public IReadOnlyList<Window> Windows { get; private set; } = [];
    public Scheme Shown { get; private set; } = new();

    [Needs(Act.ManageYears)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        (For, Scheme) = (Year, SchemeForm.Of(Last ?? new Scheme()));
        Compute();
    }

    /// <summary>Shows the days that the typed scheme gives; nothing is saved.</summary>
    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostPreviewAsync()
    {
        ModelState.Remove(nameof(Changes));
        return await AgainAsync();
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
    {
        await LoadAsync();
        Rule.Require(For == Year, $"{For}年度已经建立。");
        var year = new WorkYear(Year, Scheme.ToScheme(), Changes.Trim());
        db.Add(year);
        db.AddRange(Window.OfYear(Year, year.Scheme, Workdays));
        await db.SaveChangesAsync();
        Tell($"{Year}年度已建立，各期时间窗口尚未发布。");
        return RedirectToPage("Details", new { year = Year });
    }, AgainAsync);

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        try
        {
            Compute();
        }
        catch (BrokenRuleException broken) when (ModelState.IsValid)
        {
            ModelState.AddModelError("", broken.Message);
        }
        catch (BrokenRuleException)
        {
            // already told
        }

        return Page();
    }

    private async Task LoadAsync()
    {
        var last = await db.WorkYears.AsNoTracking().OrderByDescending(y => y.Year).FirstOrDefaultAsync();
        (Year, Last) = (last?.Year + 1 ?? clock.Today.Year, last?.Scheme);
        Workdays = await db.WorkdaysAsync();
    }

    private void Compute()
    {
        Shown = Scheme.ToScheme();
        Shown.Check();
        Windows = Window.OfYear(Year, Shown, Workdays);
    }
}
