using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>示范点: declared, confirmed for cultivation, perhaps named, perhaps struck off; each by its day.</summary>
[Description("示范点")]
public sealed class DemonstrationSite : RegisterRecord
{
    [Description("领域")] public SiteDomain Domain { get; set; }
    [Description("类型")] public string Type { get; set; } = "";
    [Description("拟打造主题")] public string Theme { get; set; } = "";
    [Description("党（工）委申报意见")] public string CommitteeOpinion { get; set; } = "";
    [Description("确定日期")] public DateOnly? ConfirmedOn { get; set; }
    [Description("依据文件")] public string BasisDocument { get; set; } = "";
    [Description("命名日期")] public DateOnly? NamedOn { get; set; }
    [Description("摘牌原因")] public string DelistReason { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "申报日期");
        Rule.Require(ConfirmedOn is null || (ConfirmedOn >= On && ConfirmedOn <= today && BasisDocument.Length > 0), "确定日期应在申报日期与今天之间，并填写依据文件（区委、区政府批准的创建示范活动）。");
        Rule.Require(NamedOn is null || (ConfirmedOn is not null && NamedOn >= ConfirmedOn && NamedOn <= today), "先确定为培育对象，再命名。");
        Rule.Require(EndedOn is null || (ConfirmedOn is not null && EndedOn >= ConfirmedOn && DelistReason.Length > 0), "摘牌的应是已确定的示范点，请写明原因。");
    }
}

/// <summary>领域 of a site.</summary>
public enum SiteDomain
{
    [Description("社区")] Community,
    [Description("机关")] Organ,
    [Description("学校")] School,
    [Description("两新")] TwoNew,
}
