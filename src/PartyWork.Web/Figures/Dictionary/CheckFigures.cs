using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>What the report does not print but is held against: entered with the parameters until sites and rectification are worked here.</summary>
internal static class CheckFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Entered("demo_communities_checked", "年中检查的社区党建示范点数", "个", "年中检查实地查看过的社区党建示范点个数，用于核对报告中的确定数。", Demonstration),
        Least("least_leaders_per_lagging_community", "区级领导", "名"),
        Least("least_first_secretaries_per_community", "第一书记", "名"),
        Least("least_work_teams_per_community", "工作组", "个"),
        Least("least_support_units_per_community", "结对区直单位", "个"),
    ];

    private static Figure Least(string key, string role, string unit) =>
        Entered(key, $"后进社区实配{role}最少数", unit, $"各后进社区实际配备{role}的数量中最小的一个，用于核对报告中的方案数。", RectificationMechanism);

    private static Figure Entered(string key, string name, string unit, string definition, FigureSection section) =>
        new(key, name, unit, definition) { Fold = FigureFold.Parameter, IsProvisional = true, Sections = [section], IsNumber = true };
}
