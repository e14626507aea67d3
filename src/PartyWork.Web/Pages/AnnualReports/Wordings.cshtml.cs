using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>表述库: guiding sentences with their sources and the time in which they are to be used.</summary>
public sealed class WordingsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public WordingInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Wording> Rows { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public bool MayWrite => user.May(Act.WriteAnnualReport);

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Id is not { } id)
        {
            Input.From = clock.Today;
            return Page();
        }

        if (Rows.FirstOrDefault(w => w.Id == id) is not { } wording)
        {
            return NotFound();
        }

        Input = new() { Use = wording.Use, Text = wording.Text, Source = wording.Source, From = wording.From, To = wording.To };
        Version = db.VersionOf(wording);
        return Page();
    }

    [Needs(Act.WriteAnnualReport)]
    public async Task<IActionResult> OnPostAsync()
    {
        var wording = Id is { } id ? await db.Wordings.SingleOrDefaultAsync(w => w.Id == id) : null;
        if (Id is not null && wording is null)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
        {
            var (text, source) = (Input.Text?.Trim() ?? "", Input.Source?.Trim() ?? "");
            if (wording is null && await db.Wordings.AnyAsync(w => w.Use == Input.Use && w.Text == text && w.From == Input.From))
            {
                return Redirect("/annual-report/wordings"); // the button was pressed twice
            }

            if (wording is null)
            {
                db.Add(new Wording(Input.Use, text, source, Input.From, Input.To, user.Actor, clock.Today));
            }
            else
            {
                db.Expect(wording, Version);
                wording.Write(Input.Use, text, source, Input.From, Input.To, user.Actor, clock.Today);
            }

            await db.SaveChangesAsync();
            Tell("表述已保存。");
            return Redirect("/annual-report/wordings");
        }, AgainAsync);
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        if (IsOutdated && Rows.FirstOrDefault(w => w.Id == Id) is { } now)
        {
            ModelState.Remove(nameof(Version)); // else the field would show the version that was posted
            Version = db.VersionOf(now);
        }

        return Page();
    }

    private async Task LoadAsync() => Rows = await db.Wordings.OrderBy(w => w.Use).ThenByDescending(w => w.From).ToListAsync();
}

/// <summary>What is typed of a wording.</summary>
public sealed class WordingInput
{
    public WordingUse Use { get; set; } = WordingUse.Opening;
    public string? Text { get; set; }
    public string? Source { get; set; }

    [Display(Name = "起始日期")]
    public DateOnly From { get; set; }

    [Display(Name = "截止日期")]
    public DateOnly? To { get; set; }
}
