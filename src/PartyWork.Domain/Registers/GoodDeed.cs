using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>好事实事. It has a beneficiary and a result; an activity is no good deed. It counts when the community that it was for has confirmed it.</summary>
[Description("好事实事")]
public sealed class GoodDeed : ConfirmedRecord
{
    [Description("事项名称")] public string Name { get; set; } = "";
    [Description("服务对象")] public string Beneficiaries { get; set; } = "";
    [Description("受益人数")] public int People { get; set; }
    [Description("投入金额（元）")] public long? CostFen { get; set; }
    [Description("办理结果")] public string Result { get; set; } = "";
    [Description("办成日期")] public DateOnly? DoneOn { get; set; }

    protected override bool IsReady => DoneOn is not null;

    public override void Check(DateOnly today)
    {
        RequirePast(today, "开始日期");
        Rule.Require(People > 0, "请填写受益人数；没有受益人的是活动，请登记到“主题活动”。");
        Rule.Require(DoneOn is null || (DoneOn >= On && DoneOn <= today), "办成日期应在开始日期与今天之间。");
        Rule.Require(DoneOn is null || Result.Length > 0, "已办成的，请写明办理结果。");
    }
}
