using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>With whom a filing lies today, by name and phone; read for the rows that are shown, in one command.</summary>
public sealed class Holders
{
    private readonly OrgTree _tree;
    private readonly OrgScope _scope;
    private readonly ILookup<int, Holder> _byOrganization;

    private Holders(OrgTree tree, OrgScope scope, IEnumerable<Holder> holders) =>
        (_tree, _scope, _byOrganization) = (tree, scope, holders.ToLookup(h => h.OrganizationId));

    public static async Task<Holders> ReadAsync(PartyWorkDb db, CurrentUser user, IEnumerable<FilingView> filings, DateOnly today)
    {
        var ids = filings.SelectMany(f => new[] { f.OrganizationId, user.Tree.Parent(f.OrganizationId)?.Id ?? f.OrganizationId }).Distinct().ToArray();
        return new Holders(user.Tree, user.Scope, await db.PostHoldings
            .Where(h => ids.Contains(h.OrganizationId) && h.Kind <= PostKind.Officer && h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id)
            .Select(h => new Holder(h.OrganizationId, h.Kind, h.Person.Name, h.Person.Phone == "" ? h.Organization.Phone : h.Person.Phone)).ToListAsync());
    }

    /// <summary>
    /// The organisation and the person in whose hands it is: the secretary to confirm, the reviewer above, else the clerk.
    /// The district's own turn is 组织科: leaders and heads are never named as late.
    /// </summary>
    public Hands Of(FilingView filing)
    {
        var own = _tree[filing.OrganizationId];
        var reviewer = filing.Stage is FilingStage.Submitted ? _tree.Parent(own.Id) : null;
        var node = reviewer ?? own;
        if (node.Level is OrganizationLevel.District)
        {
            return new Hands(node.Id, "组织科", "", "");
        }

        if (node.ClosedOn is not null)
        {
            return new Hands(node.Id, "已撤并", "", "");
        }

        PostKind[] order = filing.Stage is FilingStage.AwaitingSecretary ? [PostKind.Secretary] : [PostKind.Officer, PostKind.Deputy, PostKind.Secretary];
        var holder = order.Select(kind => _byOrganization[node.Id].FirstOrDefault(h => h.Kind == kind)).FirstOrDefault(h => h is not null);
        var post = filing.Stage is FilingStage.AwaitingSecretary ? "书记" : reviewer is not null ? "审核" : "填报";
        var phone = _scope.Everything || _scope.Ids.Contains(node.Id) ? holder?.Phone ?? "" : "";
        return new Hands(node.Id, reviewer is null ? post : $"{node.ShortName}{post}", holder?.Name ?? "空缺", phone);
    }

    private sealed record Holder(int OrganizationId, PostKind Kind, string Name, string Phone);
}

/// <param name="OrganizationId">The organisation that has it in hand.</param>
/// <param name="Place">Whose turn it is: 书记, 填报, 春晖街道审核, 组织科.</param>
/// <param name="Name">Empty for the district; 空缺 when nobody holds the post.</param>
public sealed record Hands(int OrganizationId, string Place, string Name, string Phone);
