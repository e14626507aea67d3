using PartyWork.Domain.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>Where a post's day begins: there its to-dos are listed, and the menu counts them there.</summary>
public static class Home
{
    public const string Dashboard = "/dashboard", Leader = "/dashboard/leader", My = "/my", Coordination = "/coordination", Rectification = "/rectification", Registers = "/registers";

    public static string Of(CurrentUser user) => user.Post?.Kind switch
    {
        PostKind.DistrictStaff or PostKind.Inspector or PostKind.SocialWorkDepartment => Dashboard,
        PostKind.DistrictLeader => Leader,
        PostKind.Liaison => Coordination,
        PostKind.TalentOffice => Registers,
        PostKind.Assessor or PostKind.TeamLeader => "/assessments",
        PostKind.SystemAdministrator or PostKind.SecurityAdministrator => "/users",
        PostKind.AuditAdministrator => "/audit",
        null => "/handovers", // between two posts
        PostKind.Secretary or PostKind.Deputy or PostKind.Officer => My,
        { } kind when kind.IsHelper() => Rectification,
        _ => user.May(Act.ReadLists) ? "/lists" : "/organizations",
    };
}
