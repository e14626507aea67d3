namespace PartyWork.Web.Demo;

/// <summary>The demo's accounts in the order of the sign-in page's cards. Development only.</summary>
public static class DemoAccounts
{
    public const string Password = "Qinghe-2026";

    public static readonly string[] Names =
    [
        "wenming.officer", "wenming.secretary", "wenming.deputy", "chunhui.officer", "chunhui.secretary", "orgdept", "orgdept2", "minister",
        "wangjiang.officer", "wangjiang.secretary", "jiguan.secretary", "yuanda.secretary", "firstsec", "talent", "shegong", "zhujian",
        "inspector", "assessor1", "assessor2", "teamlead1", "sysadmin", "secadmin", "auditor",
    ];
}
