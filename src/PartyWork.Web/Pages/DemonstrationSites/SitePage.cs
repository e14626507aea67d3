using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>What the pages of one site share: finding it, what stands around it, and doing something to it.</summary>
public abstract class SitePage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Of the site as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public DemonstrationSite Site { get; private set; } = null!;
    public SiteStanding Standing { get; private set; } = null!;

    /// <summary>总评办法 of the year of the last check, by which its score is made up.</summary>
    public GradingScheme? Scheme { get; private set; }
    public OrgNode Node => user.Tree[Site.OrganizationId];
    public string Named => user.Tree.Unmistakable(Node);
    public string CommitteeName => user.Tree.Find(Site.CommitteeId)?.Name ?? "";
    public string StageWord => SiteStages.Word(Site.Stage, Site.Programme.Wording);
    public DateOnly Today => clock.Today;
    public string Back => $"/demonstration-sites/{Site.Id}";
    public (string, string)[] Crumbs => [("示范点", $"/demonstration-sites?year={Site.Year}"), ($"{Node.ShortName}：{Site.Theme}", Back)];
    public bool Manages => user.May(Act.ManageSites, Site.OrganizationId);
    public bool Declares => user.May(Act.DeclareSites, Site.OrganizationId);
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;

    /// <summary>得分 by the last check; null without one.</summary>
    public SiteScore? Score => Standing.Last is { } last ? Standing.ScoreOf(Scheme, last, Site.Measures) : null;

    protected async Task<IActionResult> GetAsync(int id, Func<bool>? may = null)
    {
        if (await RefusalAsync(id, may) is { } refused)
        {
            return refused;
        }

        Version = VersionNow;
        return await AgainAsync();
    }

    /// <summary>Does it to the site that was shown; a broken rule shows the page again with what was typed.</summary>
    /// <param name="what">Saves nothing itself; returns the sentence that tells what was done.</param>
    protected async Task<IActionResult> DoAsync(int id, Func<bool> may, Func<Task<string>> what, string? to = null) => await RefusalAsync(id, may) ?? await TryAsync(db, async () =>
    {
        db.Expect(Site, Version);
        db.Touch(Site);
        var done = await what();
        await db.SaveChangesAsync();
        Tell(done);
        return Redirect(to is null ? Back : Back + to);
    }, async () =>
    {
        if (await RefusalAsync(id, may) is { } refused)
        {
            return refused;
        }

        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = VersionNow;
        }

        return await AgainAsync();
    });

    protected Task<IActionResult> DoAsync(int id, Func<bool> may, Func<string> what, string? to = null) => DoAsync(id, may, () => Task.FromResult(what()), to);

    protected static T There<T>(T? thing) where T : class
    {
        Rule.Require(thing is not null, "要办理的内容已不在，请刷新后重试。");
        return thing!;
    }

    /// <summary>What the score of the last check is made up by.</summary>
    protected async Task ReadScoreAsync()
    {
        if (Standing.Last is { Year: var year })
        {
            Scheme = await db.GradingSchemes.OfYearAsync(year);
        }
    }

    /// <summary>Reads what the page shows besides the site.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    private int VersionNow => db.VersionOf(Site);

    private async Task<IActionResult> AgainAsync()
    {
        await ReadScoreAsync();
        await ShowAsync();
        return Page();
    }

    private async Task<IActionResult?> RefusalAsync(int id, Func<bool>? may)
    {
        if (await db.FindSiteAsync(id) is not { } found || user.Tree.Find(found.OrganizationId) is null || !user.May(Act.ReadSites, found.OrganizationId))
        {
            return NotFound();
        }

        Site = found;
        if (may?.Invoke() == false)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Standing = await db.StandingAsync(id);
        return null;
    }
}
