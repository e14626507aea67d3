using Microsoft.AspNetCore.Mvc.Rendering;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>Organisations to choose from: those that stand, grouped by committee, in official order.</summary>
public static class OrganizationOptions
{
    /// <param name="now">What is chosen now stays a choice.</param>
    public static List<SelectListItem> Of(OrgTree tree, Func<OrgNode, bool> fits, int? now = null)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        return [.. tree.InOrder.Where(n => (n.ClosedOn is null && fits(n)) || n.Id == now).Select(n => new SelectListItem(tree.Unmistakable(n), $"{n.Id}") { Group = Group(n) })];

        SelectListGroup Group(OrgNode node)
        {
            var name = tree.Committee(node.Id)?.Name ?? "区级";
            return groups.TryGetValue(name, out var group) ? group : groups[name] = new SelectListGroup { Name = name };
        }
    }
}
