using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>The committees within the reader's scope, in official order: what a filter by 党（工）委 offers.</summary>
public static class CommitteeChoice
{
    /// <param name="day">Those that stood on that day; null for those that stand now.</param>
    public static IEnumerable<OrgNode> Of(CurrentUser user, DateOnly? day = null) =>
        user.Tree.InOrder.Where(n => n.Level is OrganizationLevel.Committee && (n.ClosedOn is null || n.ClosedOn > day) && (user.Scope.Everything || user.Scope.Ids.Contains(n.Id)));
}
