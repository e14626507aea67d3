using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites.Belts;

/// <summary>What the page of one belt stands on: finding it, and one act as of the version shown.</summary>
public abstract class BeltPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public int Version { get; set; }

    public DemonstrationBelt Belt { get; private set; } = null!;

    /// <summary>Live sites, by number: those of the belt, and those that could join it.</summary>
    public IReadOnlyDictionary<int, LiveSite> Live { get; private set; } = new Dictionary<int, LiveSite>();
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public bool Manages => user.May(Act.ManageSites, Belt.OrganizationId);

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;

    protected static T There<T>(T? thing) where T : class
    {
        Rule.Require(thing is not null, "要办理的内容已不在，请刷新后重试。");
        return thing!;
    }

    protected async Task<IActionResult> GetPageAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Version = VersionNow;
        return await ShowAsync();
    }

    protected Task<IActionResult> DoAsync(int id, string done, Action what) => DoAsync(id, done, () =>
    {
        what();
        return Task.CompletedTask;
    });

    protected async Task<IActionResult> DoAsync(int id, string done, Func<Task> what) => !await FindAsync(id) ? NotFound() : !Manages ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(db, async () =>
    {
        db.Expect(Belt, Version);
        db.Touch(Belt);
        await what();
        await db.SaveChangesAsync();
        Tell(done);
        return Redirect($"/demonstration-sites/belts/{id}");
    }, async () =>
    {
        await FindAsync(id);
        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = VersionNow;
        }

        return await ShowAsync();
    });

    private int VersionNow => db.VersionOf(Belt);

    private async Task<bool> FindAsync(int id)
    {
        var found = await db.FindBeltAsync(id);
        Belt = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Live = await db.LiveSitesAsync();
        return Page();
    }
}
