using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>What the pages share on which one case is brought a step further.</summary>
public abstract class CasePage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public int Version { get; set; }

    public RectificationCase Case { get; private set; } = null!;
    public OrgNode Node => user.Tree[Case.OrganizationId];
    public DateOnly Today => clock.Today;
    public string Back => $"/rectification/{Case.Id}";
    public bool Manages => user.May(Act.ManageRectification, Case.OrganizationId);
    public bool Proposes => user.May(Act.ProposeCases, Case.OrganizationId);

    public (string, string)[] Crumbs => [("后进社区整顿", "/rectification"), (Node.ShortName, Back)];

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    protected async Task<IActionResult> GetAsync(int id) => await ShowAgainAsync(id, renew: true);

    /// <summary>Finds it (404), asks whether the post may (403), does it, saves, and goes back.</summary>
    /// <param name="to">Null for the case itself.</param>
    protected async Task<IActionResult> DoAsync(int id, Act act, Func<Task<string>> what, string? to = null)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, Case.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            db.Expect(Case, Version);
            db.Touch(Case);
            var told = await what();
            await db.SaveChangesAsync();
            Tell(told);
            return Redirect(to ?? Back);
        }, () => ShowAgainAsync(id, renew: IsOutdated));
    }

    /// <summary>What the page reads beside the case.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>The case with what its rules look at; the page says what more.</summary>
    protected virtual IQueryable<RectificationCase> Cases => db.RectificationCases.Include(c => c.Batch).Include(c => c.Steps);

    private async Task<IActionResult> ShowAgainAsync(int id, bool renew)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (renew)
        {
            ModelState.Remove(nameof(Version));
            Version = db.VersionOf(Case);
        }

        await ShowAsync();
        return Page();
    }

    private async Task<bool> FindAsync(int id)
    {
        var found = await Cases.AsSingleQuery().SingleOrDefaultAsync(c => c.Id == id);
        if (found is null || user.Tree.Find(found.OrganizationId) is null || !user.May(Act.ReadRectification, found.OrganizationId))
        {
            return false;
        }

        Case = found;
        return true;
    }
}
