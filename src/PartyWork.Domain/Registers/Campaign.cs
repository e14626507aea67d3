using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>工程与主题活动 of a year. What it consists of differs by district and year: its parts are its rows.</summary>
[Description("工程与主题活动")]
public sealed class Campaign : RegisterRecord
{
    [Description("名称")] public string Name { get; set; } = "";
    [Description("种类")] public CampaignKind Kind { get; set; }
    [Description("依据文号")] public string DocumentNo { get; set; } = "";
    [Description("牵头单位")] public string Lead { get; set; } = "";
    [Description("目标要求")] public string Goal { get; set; } = "";

    public List<CampaignPart> Parts { get; } = [];

    public override void Check(DateOnly today)
    {
        Rule.Require(Parts.Count > 0, "请登记由哪些部分组成，每部分一行。");
        foreach (var part in Parts)
        {
            Rule.Require(part.DueOn >= On, $"“{part.Name}”的完成时限不能早于启动日期。");
            Rule.Require(part.DoneOn is null || (part.DoneOn >= On && part.DoneOn <= today), $"“{part.Name}”的完成日期应在启动日期与今天之间。");
        }

        var twice = Parts.GroupBy(p => (p.Name, p.Milestone)).FirstOrDefault(g => g.Count() > 1);
        Rule.Require(twice is null, $"“{twice?.Key.Name}”的节点“{twice?.Key.Milestone}”登记了不止一行，请删去重复的一行。");
    }
}

/// <summary>组成部分 with one milestone; a part with several of them has several rows.</summary>
[Description("组成部分")]
public sealed class CampaignPart : RegisterDetail
{
    [Description("部分名称")] public string Name { get; set; } = "";
    [Description("节点")] public string Milestone { get; set; } = "";
    [Description("责任单位")] public string Responsible { get; set; } = "";
    [Description("完成时限")] public DateOnly DueOn { get; set; }
    [Description("完成日期")] public DateOnly? DoneOn { get; set; }
}

/// <summary>种类 of a campaign.</summary>
public enum CampaignKind
{
    [Description("机关党建提升年")] ImprovementYear,
    [Description("六大红色工程")] SixRedProjects,
    [Description("七个一")] SevenOnes,
    [Description("五个一")] FiveOnes,
    [Description("三亮三比三创")] ShowCompeteCreate,
    [Description("我是党员我先行")] MembersFirst,
    [Description("其他")] Other,
}
