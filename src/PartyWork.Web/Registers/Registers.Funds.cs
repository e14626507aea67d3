using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>经费保障.</summary>
public static partial class Registers
{
    public static readonly Register<CommunityFund> CommunityFunds = new("community-funds", "三项经费", RegisterGroup.Funds, f => f.DocumentNo, f => new { f.DocumentNo, f.Kind, f.BudgetFen, f.ArrivedFen, f.SpentFen, f.BalanceFen })
    {
        Purpose = "社区工作经费、党建经费和服务群众专项经费，一个社区一年每种一条；应拨、到账、支出逐笔登记，到位率和结余由系统计算。",
        Day = "预算下达日期",
        Belongs = IsCommunity,
        OncePerYear = f => f.Kind,
        Details = RegisterDetails.Of<CommunityFund, FundEntry>("经费收支", f => f.Entries, e => new { e.Item, e.Voucher }),
        Hints = new Dictionary<string, string> { [nameof(RegisterRecord.On)] = "上年提前下达的，填本年1月1日。" },
    };

    private static bool IsCommunity(OrgNode node) => node is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary };

    private static IReadOnlyList<Register> FundRegisters => [CommunityFunds];
}
