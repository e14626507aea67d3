using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Users;

/// <summary>One post of one chosen organisation.</summary>
/// <param name="Account">The account to be opened, or the one that is there already; empty for who is left out.</param>
/// <param name="Reason">Why there is nothing to open; empty when there is.</param>
public sealed record PlannedAccount(OrgNode Organization, PostKind Post, string Title, int? PersonId, string Name, string Account, string Reason)
{
    public bool IsNew => Reason.Length == 0;
}

/// <summary>Who of the chosen organisations gets an account, who has one, and who is left out and why. Reads only, three commands at most.</summary>
public static class AccountPlan
{
    /// <param name="organizations">In official order.</param>
    public static async Task<IReadOnlyList<PlannedAccount>> MakeAsync(PartyWorkDb db, IReadOnlyList<OrgNode> organizations, IReadOnlyList<PostKind> posts, DateOnly today)
    {
        // All holders at once: a district has some thousands, and 2,000 organisations make too long a list for a database.
        var holders = (await db.PostHoldings.AsNoTracking().Where(h => posts.Contains(h.Kind) && h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Id)
            .Select(h => new { h.OrganizationId, h.Kind, h.Title, h.PersonId, h.Person.Name, Account = db.Users.Where(u => u.PersonId == h.PersonId).Select(u => new { u.UserName, u.IsDisabled }).FirstOrDefault() })
            .ToListAsync()).ToLookup(h => (h.OrganizationId, h.Kind));
        var names = await AccountNames.ReadAsync(db);
        var opened = new Dictionary<int, string>();
        var plan = new List<PlannedAccount>();
        foreach (var organization in organizations)
        {
            foreach (var kind in posts)
            {
                foreach (var h in holders[(organization.Id, kind)])
                {
                    var line = new PlannedAccount(organization, kind, h.Title, h.PersonId, h.Name, h.Account?.UserName ?? "", "");
                    if (h.Account is { } has)
                    {
                        plan.Add(line with { Reason = has.IsDisabled ? "账号已停用，需要时请先启用" : "已有账号" });
                    }
                    else if (opened.TryGetValue(h.PersonId, out var other))
                    {
                        plan.Add(line with { Account = other, Reason = "一人一号，登录后可切换职务" });
                    }
                    else
                    {
                        opened[h.PersonId] = names.Next(organization.ShortName, h.Name);
                        plan.Add(line with { Account = opened[h.PersonId] });
                    }
                }

                if (!holders[(organization.Id, kind)].Any())
                {
                    plan.Add(new(organization, kind, "", null, "", "", $"没有登记在任{(kind is PostKind.Secretary ? "书记" : "党务干事")}，请先由区委组织部登记任职"));
                }
            }
        }

        return plan;
    }
}
