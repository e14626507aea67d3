using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>更名, 改隶, 撤并: an act on an organisation from a day, with reason and document. First is shown what follows from it, then it is done.</summary>
public abstract class OrganizationActPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "生效日期"), Required(ErrorMessage = "请填写日期。"), DataType(DataType.Date)]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "办理依据"), Required(ErrorMessage = "请填写办理依据。"), StringLength(200, ErrorMessage = "办理依据不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty, Display(Name = "文号"), StringLength(Organization.DocumentMaxLength, ErrorMessage = "文号不超过60字。")]
    public string? Document { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OrgNode Node { get; private set; } = null!;

    /// <summary>What follows, in sentences; null until the preview was asked for.</summary>
    public IReadOnlyList<string>? Consequences { get; private set; }

    /// <summary>The word on the button.</summary>
    public abstract string Verb { get; }

    /// <summary>What the day means.</summary>
    public virtual string DayWord => "生效日期";
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected DateTime Now => clock.Now;
    protected DateOnly Day => On!.Value;
    protected string Paper => Document?.Trim() ?? "";

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (Refusal(id) is { } refusal)
        {
            return refusal;
        }

        On = Today;
        Version = await db.Organizations.Where(o => o.Id == id).Select(o => EF.Property<int>(o, PartyWorkDb.Version)).SingleAsync();
        return await FormAsync();
    }

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostPreviewAsync(int id) => Refusal(id) ?? (!ModelState.IsValid ? await FormAsync() : await TryAsync(db, async () =>
    {
        Consequences = await ActAsync(await LoadAsync(id));
        db.ChangeTracker.Clear();
        return await FormAsync();
    }, FormAsync));

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync(int id) => Refusal(id) ?? (!ModelState.IsValid ? await FormAsync() : await TryAsync(db, async () =>
    {
        db.Lease.Why = Paper.Length > 0 ? $"{Reason.Trim()}（{Paper}）" : Reason.Trim();
        Tell(await DoAsync(id));
        return Redirect($"/organizations/{id}");
    }, () => AgainAsync(id)));

    /// <summary>Does it to what is loaded and says what follows; saves nothing.</summary>
    protected abstract Task<IReadOnlyList<string>> ActAsync(Organization organization);

    /// <returns>The sentence for the reader.</returns>
    protected virtual async Task<string> DoAsync(int id)
    {
        var organization = await LoadAsync(id);
        await ActAsync(organization);
        db.Expect(organization, Version);
        await db.SaveChangesAsync();
        return $"“{organization.Name}”的{Verb}已办理。";
    }

    protected virtual Task<IActionResult> FormAsync() => Task.FromResult<IActionResult>(Page());

    protected async Task<Organization> LoadAsync(int id)
    {
        Rule.Require(Day <= Today && Day > Organization.Earliest, "日期不能晚于今天，请在当日或之后办理。");
        return await db.Organizations.Include(o => o.Affiliations).Include(o => o.FormerNames).AsSplitQuery().SingleAsync(o => o.Id == id);
    }

    /// <summary>Who holds its posts on the day or later.</summary>
    protected Task<List<PostHolding>> HoldersAsync(int id, DateOnly day) => db.PostHoldings.Include(h => h.Person).Where(h => h.OrganizationId == id && (h.To == null || h.To > day)).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToListAsync();

    private async Task<IActionResult> AgainAsync(int id)
    {
        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = await db.Organizations.Where(o => o.Id == id).Select(o => EF.Property<int>(o, PartyWorkDb.Version)).SingleAsync();
        }

        return await FormAsync();
    }

    private StatusCodeResult? Refusal(int id)
    {
        if (Tree.Find(id) is not { } node)
        {
            return NotFound();
        }

        Node = node;
        return user.May(Act.ManageOrganizations, id) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
