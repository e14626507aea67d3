using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>共建承诺: what a unit promised a community for the year. It is fulfilled when the community says so.</summary>
[Description("共建承诺")]
public sealed class Commitment : ConfirmedRecord
{
    /// <summary>More promises of one unit in one year are a burden to it: said, not refused.</summary>
    public const int MostPerUnitAndYear = 2;

    [Description("承诺单位")] public string Unit { get; set; } = "";
    [Description("承诺事项")] public string Item { get; set; } = "";
    [Description("三联四共")] public CoBuildingTags Tags { get; set; }
    [Description("数量目标")] public string Target { get; set; } = "";
    [Description("完成时限")] public DateOnly DueOn { get; set; }
    [Description("责任人")] public string Responsible { get; set; } = "";
    [Description("投入资源")] public CommitmentResources? Resources { get; set; }
    [Description("受益人数")] public int? Beneficiaries { get; set; }
    [Description("完成日期")] public DateOnly? DoneOn { get; set; }
    [Description("完成说明")] public string Result { get; set; } = "";
    [Description("双方同意取消日期")] public DateOnly? CancelledOn { get; set; }
    [Description("取消原因")] public string CancelReason { get; set; } = "";

    protected override bool IsReady => DoneOn is not null && CancelledOn is null;

    public override void Check(DateOnly today)
    {
        RequirePast(today, "承诺日期");
        Rule.Require(ConfirmerId is not null, "请填写受益社区：承诺事项由它确认完成。");
        Rule.Require(DueOn >= On, "完成时限不能早于承诺日期。");
        Rule.Require(DoneOn is null || (DoneOn >= On && DoneOn <= today), "完成日期应在承诺日期与今天之间。");
        Rule.Require(DoneOn is null || Result.Length > 0, "已完成的，请写明完成情况。");
        Rule.Require(CancelledOn is null || (CancelledOn >= On && DoneOn is null && CancelReason.Length > 0), "取消的，请写明取消原因；已完成的不能取消。");
    }
}

/// <summary>三联四共.</summary>
[Flags]
public enum CoBuildingTags
{
    [Description("")] None = 0,
    [Description("组织联建")] Organizations = 1,
    [Description("党员联管")] Members = 2,
    [Description("活动联办")] Activities = 4,
    [Description("资源共享")] Resources = 8,
    [Description("事务共商")] Affairs = 16,
    [Description("难题共解")] Difficulties = 32,
    [Description("家园共创")] Home = 64,
}

/// <summary>What a unit gives.</summary>
[Flags]
public enum CommitmentResources
{
    [Description("")] None = 0,
    [Description("人员")] People = 1,
    [Description("物资")] Goods = 2,
    [Description("场地")] Venue = 4,
    [Description("资金")] Money = 8,
}
