using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>示范创建方案 of a year: what it rests on, its numbers and rules; read by all once it is published, written until then.</summary>
public sealed class ProgrammeModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public ProgrammeForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public SiteProgramme? Programme { get; private set; }
    public bool Manages => user.May(Act.ManageSites);
    public bool Writes => Manages && Programme?.PublishedOn is null;

    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(ChosenYear(clock));
        Input = Programme is not null ? ProgrammeForm.Of(Programme.Text) : ProgrammeForm.Of(await ProposedAsync());
        return Page();
    }

    /// <summary>保存草稿; the first time it is made.</summary>
    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostSaveAsync(int year) => ActAsync(year, "方案已保存。", () =>
    {
        Write();
        return Task.CompletedTask;
    });

    /// <summary>发布方案: what is typed is saved with it.</summary>
    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostPublishAsync(int year) => ActAsync(year, "方案已发布，各党组织可以在申报期内申报。", async () =>
    {
        Write();
        var work = await db.WorkYears.SingleOrDefaultAsync(y => y.Year == year) ?? throw new BrokenRuleException($"{year}年度还没有设定，请先新建年度。");
        db.AddRange(Programme!.Publish(work, user.Actor, clock.Today));
    });

    private void Write()
    {
        if (Programme is null)
        {
            db.Add(Programme = new SiteProgramme(Year, Input.ToText(Year)));
        }
        else
        {
            db.Expect(Programme, Version);
            Programme.Write(Input.ToText(Year));
        }
    }

    private async Task<IActionResult> ActAsync(int year, string done, Func<Task> what)
    {
        if (year is < 2000 or > 2100)
        {
            return NotFound();
        }

        await FindAsync(year);
        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/demonstration-sites/programme?year={year}");
        }, async () =>
        {
            var shown = Version;
            await FindAsync(year);
            (Version, _) = IsOutdated ? (Version, ModelState.Remove(nameof(Version))) : (shown, false);
            return Page();
        });
    }

    private async Task FindAsync(int year)
    {
        Year = year;
        Programme = await db.SiteProgrammes.SingleOrDefaultAsync(p => p.Year == year);
        Version = Version != 0 || Programme is null ? Version : db.VersionOf(Programme);
    }

    /// <summary>Last year's rules with this year's days, else the usual ones.</summary>
    private async Task<ProgrammeText> ProposedAsync()
    {
        var (year, last) = (Year, Year - 1);
        var before = await db.SiteProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.Year == last);
        var (from, until) = (new DateOnly(year, 3, 1), new DateOnly(year, 3, 25));
        return before is null
            ? new($"{year}年党建示范点创建方案", ProgrammeApprover.Committee, "", null, SiteWording.Naming, false, new(0, 0, 0, 0), 3, ProgrammeText.UsualStar, ProgrammeText.UsualNoticeDays, ProgrammeText.UsualMark, from, until, ProgrammeText.UsualTypes, ProgrammeText.UsualVisitItems)
            : before.Text with { Name = before.Name.Replace($"{last}", $"{year}", StringComparison.Ordinal), BasisDocument = "", ApprovedOn = null, DeclareFrom = from, DeclareUntil = until };
    }
}
