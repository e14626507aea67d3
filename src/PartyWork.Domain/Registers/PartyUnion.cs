using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>大党工委、大党委: a sub-district or a community with the units of its area; affiliation does not change.</summary>
[Description("大党工委、大党委")]
public sealed class PartyUnion : RegisterRecord
{
    [Description("名称")] public string Name { get; set; } = "";
    [Description("级别")] public UnionLevel Level { get; set; }
    [Description("书记")] public string Secretary { get; set; } = "";
    [Description("专职委员数")] public int FullTimeMembers { get; set; }
    [Description("成立批复文号")] public string ApprovalNo { get; set; } = "";
    [Description("任期至")] public DateOnly? TermEndsOn { get; set; }
    [Description("已制定议事规则")] public bool HasRules { get; set; }

    public List<UnionMember> Members { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "成立日期");
        Rule.Require(TermEndsOn is null || TermEndsOn > On, "任期截止日期应晚于成立日期。");
        foreach (var member in Members)
        {
            Rule.Require(member.From <= today && !(member.To < member.From), $"成员单位“{member.Unit}”的加入日期不能晚于今天，退出日期不能早于加入日期。");
            Rule.Require(member.PartTimeMember.Length > 0 || member.AppointedOn is null, $"成员单位“{member.Unit}”填写了聘任日期，请填写兼职委员姓名。");
        }

        var twice = Members.Where(m => m.To is null).GroupBy(m => m.DistinctKey).FirstOrDefault(g => g.Count() > 1);
        Rule.Require(twice is null, $"成员单位“{twice?.Key}”登记了不止一行，请只留一行；退出的填写退出日期。");
    }
}

/// <summary>成员单位, with its head as part-time member where he was appointed.</summary>
[Description("成员单位")]
public sealed class UnionMember : RegisterDetail
{
    [Description("单位名称")] public string Unit { get; set; } = "";
    [Description("单位性质")] public UnitNature Nature { get; set; }
    [Description("加入日期")] public DateOnly From { get; set; }
    [Description("兼职委员")] public string PartTimeMember { get; set; } = "";
    [Description("职务")] public string Post { get; set; } = "";
    [Description("聘任批准日期")] public DateOnly? AppointedOn { get; set; }
    [Description("退出日期")] public DateOnly? To { get; set; }

    /// <summary>One unit in several unions is one unit.</summary>
    public string DistinctKey => Unit.Trim();
}

/// <summary>级别 of a union.</summary>
public enum UnionLevel
{
    [Description("街道大党工委")] Subdistrict,
    [Description("社区大党委")] Community,
}

/// <summary>单位性质.</summary>
public enum UnitNature
{
    [Description("机关")] Organ,
    [Description("事业单位")] Institution,
    [Description("国有企业")] StateEnterprise,
    [Description("非公企业")] PrivateEnterprise,
    [Description("社会组织")] SocialOrganisation,
    [Description("学校")] School,
    [Description("医院")] Hospital,
    [Description("其他")] Other,
}
