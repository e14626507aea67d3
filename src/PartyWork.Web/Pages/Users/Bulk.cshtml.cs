using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>Accounts for the secretaries and clerks of many organisations: choose, look, open in one act, print the slips.</summary>
public sealed class BulkModel(PartyWorkDb db, CurrentUser current, OneTimeCodes codes, AccountRules rules, BusinessClock clock, TimeProvider time) : WorkPage
{
    /// <summary>So many in one act: some seconds, and slips that can still be kept apart.</summary>
    public const int MostAtOnce = 2_500;

    public static readonly IReadOnlyList<OrganizationLevel> AllLevels = [OrganizationLevel.Committee, OrganizationLevel.Primary, OrganizationLevel.Branch];
    public static readonly IReadOnlyList<PostKind> AllPosts = [PostKind.Secretary, PostKind.Officer];

    /// <summary>Committees whose organisations are chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public int[] Committees { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel[] Levels { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public PostKind[] Posts { get; set; } = [];

    /// <summary>How many new accounts the preview showed.</summary>
    [BindProperty, Display(Name = "所见行数")]
    public int Seen { get; set; }

    public IReadOnlyList<PlannedAccount> Plan { get; private set; } = [];
    public IReadOnlyList<Slip> Slips { get; private set; } = [];
    public bool IsChosen => Committees.Length > 0 && Levels.Length > 0 && Posts.Length > 0;
    public IEnumerable<OrgNode> Offered => current.Tree.InOrder.Where(n => n is { Level: OrganizationLevel.Committee, ClosedOn: null });
    public OrgTree Tree => current.Tree;

    [Needs(Act.ManageAccounts)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Committees.Length + Levels.Length + Posts.Length == 0)
        {
            (Levels, Posts) = ([.. AllLevels], [.. AllPosts]);
        }
    }

    [Needs(Act.ManageAccounts)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return !ModelState.IsValid ? Page() : await TryAsync(db, OpenAsync, () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task<IActionResult> OpenAsync()
    {
        var lines = Plan.Where(p => p.IsNew).ToList();
        Rule.Require(lines.Count > 0, "没有需要开立的账号。");
        Rule.Require(lines.Count == Seen, "名册或账号刚刚有变动，下面是最新的预览，请核对后再开立。");
        Rule.Require(lines.Count <= MostAtOnce, $"一次最多开立{MostAtOnce}个账号，请少选一些党（工）委，分批开立。");
        var expires = time.GetUtcNow().UtcDateTime.AddDays(rules.CodeDays);
        var slips = new List<Slip>();
        foreach (var line in lines)
        {
            var user = new User { UserName = line.Account, NormalizedUserName = line.Account.ToUpperInvariant(), PersonId = line.PersonId, LockoutEnabled = true };
            slips.Add(Accounts.Issue(user, line.Name, new PostView(line.Organization.Id, line.Title), current.Tree, codes, expires));
            db.Add(user);
        }

        db.Lease.Why = "批量开立账号";
        await db.SaveChangesAsync();
        Slips = slips;
        return Page();
    }

    private async Task LoadAsync()
    {
        if (IsChosen)
        {
            var chosen = current.Tree.InOrder.Where(n => n.ClosedOn is null && Levels.Contains(n.Level) && current.Tree.Committee(n.Id) is { } c && Committees.Contains(c.Id)).ToList();
            Plan = await AccountPlan.MakeAsync(db, chosen, [.. AllPosts.Where(Posts.Contains)], clock.Today);
        }
    }
}
