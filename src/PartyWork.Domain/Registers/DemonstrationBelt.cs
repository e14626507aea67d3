using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>示范区（带）: sites of several domains along a street or in an area.</summary>
[Description("示范区（带）")]
public sealed class DemonstrationBelt : RegisterRecord
{
    public const int LeastSites = 3, LeastDomains = 2;

    [Description("名称")] public string Name { get; set; } = "";
    [Description("主题")] public string Theme { get; set; } = "";
    [Description("牵头党组织")] public string Lead { get; set; } = "";
    [Description("线路")] public string Route { get; set; } = "";
    [Description("辐射党组织数")] public int? Radiated { get; set; }
    [Description("列入日期")] public DateOnly? ListedOn { get; set; }

    public List<BeltSite> Sites { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "建设开始日期");
        Rule.Require(ListedOn is null || (ListedOn >= On && ListedOn <= today), "列入日期应在建设开始日期与今天之间。");
        Rule.Require(ListedOn is null || (Sites.Count >= LeastSites && Sites.Select(s => s.Domain).Distinct().Count() >= LeastDomains), $"列入示范区（带）的，应有{LeastSites}个以上示范点，至少属于{LeastDomains}个领域。");
    }
}

/// <summary>示范点 that belong to a belt.</summary>
[Description("所含示范点")]
public sealed class BeltSite : RegisterDetail
{
    [Description("示范点")] public string Site { get; set; } = "";
    [Description("领域")] public SiteDomain Domain { get; set; }
}
