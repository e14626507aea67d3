using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>An account that a committee may help with.</summary>
public sealed record BelowAccount(int Id, string UserName, string Name, AccountState State, int Version, IReadOnlyList<HeldBelow> Posts);

public sealed record HeldBelow(int OrganizationId, PostKind Kind, string Title);

/// <summary>
/// The accounts of those whose posts all lie below one's own organisation, and are posts of the grass roots: never district staff, an administrator, a
/// colleague, or somebody who is also another committee's.
/// </summary>
public static class AccountsBelow
{
    public static async Task<IReadOnlyList<BelowAccount>> ReadAsync(PartyWorkDb db, CurrentUser user, DateOnly today, DateTimeOffset now, int? id = null)
    {
        var subtree = user.Tree.Subtree(user.Post!.OrganizationId).ToArray();
        var accounts = await db.Users.AsNoTracking().Where(u => (id == null || u.Id == id) && !u.IsDisabled && u.Person!.Holdings.Any(h => subtree.Contains(h.OrganizationId))).Select(u => new
        {
            u.Id,
            u.UserName,
            u.Person!.Name,
            u.LockoutEnd,
            u.MustChangePassword,
            Version = EF.Property<int>(u, PartyWorkDb.Version),
            Posts = u.Person.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).Select(h => new HeldBelow(h.OrganizationId, h.Kind, h.Title)).ToList(),
        }).ToListAsync();
        return [.. accounts.Where(u => u.Posts.Count > 0 && u.Posts.All(p => p.Kind.IsGrassroots() && user.May(Act.ResetBelow, p.OrganizationId)))
            .Select(u => new BelowAccount(u.Id, u.UserName!, u.Name, Accounts.StateOf(false, u.LockoutEnd, u.MustChangePassword, now), u.Version, u.Posts))
            .OrderBy(u => user.Tree[u.Posts[0].OrganizationId].SortNo).ThenBy(u => u.Posts[0].Kind).ThenBy(u => u.UserName, StringComparer.Ordinal)];
    }
}
