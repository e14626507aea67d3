using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>Sends everybody to where their work is.</summary>
public sealed class IndexModel(CurrentUser user) : PageModel
{
    [Needs(Act.OwnWork)]
    public IActionResult OnGet() => Redirect(user.Post?.Kind switch
    {
        PostKind.DistrictStaff or PostKind.Inspector or PostKind.SocialWorkDepartment => "/dashboard",
        PostKind.DistrictLeader => "/dashboard/leader",
        PostKind.Liaison => "/coordination",
        PostKind.Assessor or PostKind.TeamLeader => "/assessments",
        PostKind.SystemAdministrator or PostKind.SecurityAdministrator => "/users",
        PostKind.AuditAdministrator => "/audit",
        null => "/handovers", // between two posts
        PostKind.Secretary or PostKind.Deputy or PostKind.Officer when user.May(Act.FillReports) => "/my",
        { } kind when kind.IsHelper() => "/rectification",
        _ => user.May(Act.ReadLists) ? "/lists" : "/organizations",
    });
}
