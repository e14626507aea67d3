using PartyWork.Domain.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>Whether the active post has anybody to ask for a number: an organisation below that answers for itself. Branches answer through those above them.</summary>
public static class Asking
{
    public static bool HasWhomToAsk(this CurrentUser user) =>
        user.May(Act.AskForNumbers) && user.Tree.Children(user.Post!.OrganizationId).Any(c => c.ClosedOn is null && c.Level < OrganizationLevel.Branch);
}
