using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification.Acceptances;

/// <summary>What the pages of one acceptance share: finding it, and doing something to it.</summary>
public abstract class AcceptancePage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Of the acceptance as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>With case, surveys and sheet; tracked.</summary>
    public Acceptance Acceptance { get; private set; } = null!;
    public OrgNode Node => user.Tree[Acceptance.OrganizationId];
    public string Named => user.Tree.Unmistakable(Node);
    public bool Manages => user.May(Act.AcceptCases, Acceptance.OrganizationId);
    public DateOnly Today => clock.Today;
    public string Back => $"/rectification/acceptances/{Acceptance.Id}";
    public (string, string)[] Crumbs => [("后进社区整顿", "/rectification"), ("整顿验收", "/rectification/acceptances"), (Named, $"/rectification/{Acceptance.CaseId}")];
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    protected async Task<IActionResult> GetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Version = db.VersionOf(Acceptance);
        Show();
        return Page();
    }

    /// <summary>Does it to what was shown, tells what was done and goes on; a broken rule shows the page again with what was typed.</summary>
    /// <param name="act">Returns what to tell.</param>
    protected async Task<IActionResult> DoAsync(int id, Func<Task<string>> act) => !await FindAsync(id) ? NotFound() : !Manages ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(db, async () =>
    {
        db.Expect(Acceptance, Version);
        db.Touch(Acceptance);
        await db.CaseSteps.Where(s => s.CaseId == Acceptance.CaseId).LoadAsync();
        var told = await act();
        await db.SaveChangesAsync();
        Tell(told);
        return Redirect(Back);
    }, async () =>
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = db.VersionOf(Acceptance);
        }

        Show();
        return Page();
    });

    /// <summary>What the page works out from what was read.</summary>
    protected virtual void Show() { }

    private async Task<bool> FindAsync(int id) => (Acceptance = (await db.FindAcceptanceAsync(id))!) is not null;
}
