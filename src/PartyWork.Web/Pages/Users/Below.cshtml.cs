using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>下级账号: who below has one, who has not come in yet, whom one can help back in.</summary>
public sealed class BelowModel(PartyWorkDb db, CurrentUser current, BusinessClock clock, TimeProvider time) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<BelowAccount> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public OrgTree Tree => current.Tree;

    [Needs(Act.ResetBelow)]
    public async Task OnGetAsync()
    {
        var words = Words?.Trim() ?? "";
        var rows = (await AccountsBelow.ReadAsync(db, current, clock.Today, time.GetUtcNow())).Where(a => (State is null || a.State == State)
            && (words.Length == 0 || a.Name.Contains(words, StringComparison.Ordinal) || a.UserName.Contains(words, StringComparison.OrdinalIgnoreCase) || a.Posts.Any(p => Tree[p.OrganizationId].Name.Contains(words, StringComparison.Ordinal)))).ToList();
        Pager = new Pager(1, PageSize, rows.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. rows.Skip((Pager.Page - 1) * PageSize).Take(PageSize)];
    }
}
