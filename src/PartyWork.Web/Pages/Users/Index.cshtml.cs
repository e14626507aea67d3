using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>All accounts: whose, in which posts, in what state. No business data.</summary>
public sealed class IndexModel(PartyWorkDb db, BusinessClock clock, TimeProvider time) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Account> Accounts { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    [Needs(Act.ReadAccounts)]
    public async Task OnGetAsync()
    {
        var (now, today) = (time.GetUtcNow(), clock.Today);

        // SQLite cannot compare instants with an offset; the few accounts that were ever locked are compared here.
        var locked = (await db.Users.Where(u => u.LockoutEnd != null).Select(u => new { u.Id, u.LockoutEnd }).ToListAsync()).Where(u => u.LockoutEnd > now).Select(u => u.Id).ToArray();
        var accounts = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var (name, account) = (Words.Trim(), Words.Trim().ToUpperInvariant());
            accounts = accounts.Where(u => u.NormalizedUserName!.Contains(account) || u.Person!.Name.Contains(name));
        }

        accounts = State switch
        {
            AccountState.Disabled => accounts.Where(u => u.IsDisabled),
            AccountState.Locked => accounts.Where(u => !u.IsDisabled && locked.Contains(u.Id)),
            AccountState.Unused => accounts.Where(u => !u.IsDisabled && u.MustChangePassword && !locked.Contains(u.Id)),
            AccountState.Active => accounts.Where(u => !u.IsDisabled && !u.MustChangePassword && !locked.Contains(u.Id)),
            _ => accounts,
        };
        Pager = new Pager(1, PageSize, await accounts.CountAsync());
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        var page = await accounts.OrderBy(u => u.NormalizedUserName).Skip((Pager.Page - 1) * PageSize).Take(PageSize).Select(u => new
        {
            u.Id,
            u.UserName,
            Name = u.Person == null ? "" : u.Person.Name,
            u.IsDisabled,
            u.LockoutEnd,
            u.MustChangePassword,
            Posts = u.Person!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).Select(h => new PostView(h.OrganizationId, h.Title)).ToList(),
        }).ToListAsync();
        Accounts = [.. page.Select(u => new Account(u.Id, u.UserName!, u.Name, Users.Accounts.StateOf(u.IsDisabled, u.LockoutEnd, u.MustChangePassword, now), u.Posts))];
    }

    public sealed record Account(int Id, string UserName, string Name, AccountState State, IReadOnlyList<PostView> Posts);
}
