using System.ComponentModel;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>The steps of the funnel, each reached by fewer.</summary>
public enum SiteStep
{
    [Description("申报")] Declared = 1,
    [Description("推荐")] Endorsed,
    [Description("实地查看")] Visited,
    [Description("公示")] InNotice,
    [Description("确定")] Confirmed,
    [Description("命名")] Named,
}
