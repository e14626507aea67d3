using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>人才活动 and the persons sent to it, by name where persons are counted.</summary>
[Description("人才活动")]
public sealed class TalentActivity : RegisterRecord
{
    [Description("活动名称")] public string Name { get; set; } = "";
    [Description("类型")] public TalentActivityKind Kind { get; set; }
    [Description("主办单位")] public string Host { get; set; } = "";
    [Description("结束日期")] public DateOnly? LastDay { get; set; }
    [Description("地点")] public string Venue { get; set; } = "";
    [Description("期次")] public string Session { get; set; } = "";
    [Description("参加人数")] public int? People { get; set; }
    [Description("设立展台的区数")] public int? PeerBooths { get; set; }
    [Description("主要情况")] public string Summary { get; set; } = "";

    public List<TalentActivityPerson> Persons { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "活动日期");
        Rule.Require(LastDay is null || LastDay >= On, "结束日期不能早于活动日期。");
        Rule.Require(PeerBooths is null || Kind is TalentActivityKind.Fair or TalentActivityKind.Booth, "设立展台的区数只在人才交流会和展台中填写。");
        Rule.Require(People is null || People >= Persons.Count, $"参加人数（{People}）少于列出的参加人员（{Persons.Count}名），请核对。");
        var twice = Persons.GroupBy(p => (p.Name, p.Unit)).FirstOrDefault(g => g.Count() > 1)?.Key;
        Rule.Require(twice is null, $"参加人员“{twice?.Name}（{twice?.Unit}）”登记了不止一次，请删去重复的一行。");
    }
}

/// <summary>参加人员 of one activity.</summary>
[Description("参加人员")]
public sealed class TalentActivityPerson : RegisterDetail
{
    [Description("姓名")] public string Name { get; set; } = "";
    [Description("单位")] public string Unit { get; set; } = "";
    [Description("职务")] public string Post { get; set; } = "";
}

/// <summary>类型 of an activity.</summary>
public enum TalentActivityKind
{
    [Description("经营管理人才研修班")] ManagerSeminar,
    [Description("人才交流会")] Fair,
    [Description("展台")] Booth,
    [Description("基地挂牌")] BasePlate,
    [Description("调研会")] Survey,
    [Description("外地培训")] AwayTraining,
    [Description("其他")] Other,
}
