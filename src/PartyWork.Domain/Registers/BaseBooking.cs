using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>基地预约: asked for by an organisation, agreed by the one that runs the base, and confirmed by it once more when the visit was held; then it counts.</summary>
[Description("基地预约")]
public sealed class BaseBooking : ConfirmedRecord
{
    [Description("基地名称")] public string BaseName { get; set; } = "";
    [Description("主题")] public string Topic { get; set; } = "";
    [Description("活动模块")] public ActivityModules Modules { get; set; }
    [Description("预约人数")] public int People { get; set; }
    [Description("实到人数")] public int? Present { get; set; }
    [Description("评价")] public BaseRating? Rating { get; set; }
    [Description("取消日期")] public DateOnly? CancelledOn { get; set; }
    [Description("进展")] public BookingStage Stage { get; private set; }

    protected override bool IsReady => CancelledOn is null;

    public override void Check(DateOnly today)
    {
        Rule.Require(People > 0, "预约人数应大于0。");
        Rule.Require(ConfirmerId is not null, "请填写管理基地的党组织，由它同意预约。");
        Rule.Require(Present is null || On <= today, "活动还没有举行，实到人数请在活动后填写。");
        Rule.Require(Present is null or > 0, "实到人数应大于0；没有成行的，填写取消日期。");
        Rule.Require(Rating is null || Present is not null, "评价请在登记实到人数后填写。");
        Rule.Require(CancelledOn is null || (Present is null && CancelledOn <= today), "取消日期不能晚于今天，已经成行的不填取消日期。");
        Stage = CancelledOn is not null ? BookingStage.Cancelled : Rating is not null ? BookingStage.Rated : Present is not null ? BookingStage.Used : BookingStage.Booked;
    }
}

/// <summary>How far a booking has come; whether the base agrees is its confirmation.</summary>
public enum BookingStage
{
    [Description("已预约")] Booked,
    [Description("已成行")] Used,
    [Description("已评价")] Rated,
    [Description("已取消")] Cancelled,
}

/// <summary>评价 of a visit.</summary>
public enum BaseRating
{
    [Description("满意")] Good,
    [Description("基本满意")] Fair,
    [Description("不满意")] Poor,
}
