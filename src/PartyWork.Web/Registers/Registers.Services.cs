using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>组织生活基地 and 社区服务.</summary>
public static partial class Registers
{
    public static readonly Register<OpenBase> OpenBases = new("open-bases", "组织生活基地", RegisterGroup.OrganizationalLife, b => new { b.Name, b.Address, b.Phone }, b => new { b.Name, b.Kind, b.Modules, b.Capacity, b.Phone })
    {
        Purpose = "开放式组织生活基地：党性教育、素质拓展、互动实践三类模块，接待能力和开放时段。",
        Day = "启用日期",
        Ends = "停用日期",
    };

    public static readonly Register<BaseBooking> BaseBookings = new("base-bookings", "基地预约", RegisterGroup.OrganizationalLife, b => new { b.BaseName, b.Topic }, b => new { b.BaseName, b.Topic, b.People, b.Present, b.Stage })
    {
        Purpose = "预约后由管理基地的党组织同意；活动后填写实到人数，基地再确认一次，计入接待场次和人次。",
        Day = "活动日期",
        Confirmer = "管理基地的党组织",
        Hints = new Dictionary<string, string>
        {
            [nameof(ConfirmedRecord.ConfirmerId)] = "预约由它同意，成行由它确认。",
            [nameof(BaseBooking.Present)] = "活动后填写。",
        },
    };

    public static readonly Register<CommunityService> CommunityServices = new("community-services", "社区服务", RegisterGroup.Community, s => new { }, s => new { s.ServicePosts, s.ServicePoints, s.MobileSessions, s.Orders, s.OrdersOnTime, s.OrdersSatisfied })
    {
        Purpose = "党员服务岗、十五分钟服务圈、流动居委会和预约服务的年度数，一个社区一年一条；市里已有系统的，只填汇总数。",
        Day = "统计截止日",
        Belongs = IsCommunity,
        OncePerYear = s => new { },
    };

    private static IReadOnlyList<Register> BaseRegisters => [OpenBases, BaseBookings];
}
