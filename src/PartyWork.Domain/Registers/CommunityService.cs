using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>社区服务: what a community's service came to in a year, in counts. Where the city has an order system of its own, its counts are entered, not its orders.</summary>
[Description("社区服务")]
public sealed class CommunityService : RegisterRecord
{
    [Description("党员服务岗（个）")] public int ServicePosts { get; set; }
    [Description("上岗党员（名）")] public int PostMembers { get; set; }
    [Description("十五分钟服务圈服务点（个）")] public int ServicePoints { get; set; }
    [Description("总户数")] public int Households { get; set; }
    [Description("服务圈覆盖户数")] public int HouseholdsCovered { get; set; }
    [Description("流动居委会（场次）")] public int MobileSessions { get; set; }
    [Description("流动居委会受理（件）")] public int MobileCases { get; set; }
    [Description("预约服务（件）")] public int Orders { get; set; }
    [Description("预约服务办结（件）")] public int OrdersDone { get; set; }
    [Description("其中按时办结（件）")] public int OrdersOnTime { get; set; }
    [Description("其中满意（件）")] public int OrdersSatisfied { get; set; }

    public override void Check(DateOnly today)
    {
        RequirePast(today, "统计截止日");
        Rule.Require(HouseholdsCovered <= Households, $"服务圈覆盖户数（{HouseholdsCovered}）不能多于总户数（{Households}）。");
        Rule.Require(OrdersDone <= Orders, $"办结件数（{OrdersDone}）不能多于预约件数（{Orders}）。");
        Rule.Require(OrdersOnTime <= OrdersDone, $"按时办结（{OrdersOnTime}）不能多于办结件数（{OrdersDone}）。");
        Rule.Require(OrdersSatisfied <= OrdersDone, $"满意件数（{OrdersSatisfied}）不能多于办结件数（{OrdersDone}）。");
    }
}
