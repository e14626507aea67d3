using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>引进机构: counted in the year in which it settled, that is, was registered or put up its plate.</summary>
[Description("引进机构")]
public sealed class IntroducedInstitution : RegisterRecord
{
    [Description("机构名称")] public string Name { get; set; } = "";
    [Description("类型")] public InstitutionKind Kind { get; set; }
    [Description("级别")] public AccreditationLevel Level { get; set; }
    [Description("方向或产业")] public string Field { get; set; } = "";
    [Description("落地载体")] public string CarrierName { get; set; } = "";
    [Description("落地日期（注册或挂牌）")] public DateOnly? SettledOn { get; set; }
    [Description("人员规模（人）")] public int? Staff { get; set; }

    public override void Check(DateOnly today)
    {
        RequirePast(today, "签约日期");
        Rule.Require(SettledOn is null || (SettledOn >= On && SettledOn <= today), "落地日期应在签约日期与今天之间。");
        Rule.Require(SettledOn is null || CarrierName.Length > 0, "已经落地的，请填写落地载体或园区。");
    }
}

/// <summary>类型 of an institution that was brought in.</summary>
public enum InstitutionKind
{
    [Description("科研院所")] Research,
    [Description("高校分支机构")] University,
    [Description("企业总部或研发中心")] Company,
    [Description("服务机构")] Service,
}
