using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>示范、品牌与活动.</summary>
public static partial class Registers
{
    public static readonly Register<PartyBrand> Brands = new("brands", "党建品牌与命名工作站", RegisterGroup.Brands, b => new { b.Name, b.Meaning }, b => new { b.Name, b.Kind, b.Meaning, b.RecognizedOn, b.Served })
    {
        Purpose = "街道党建品牌、社区特色内容和个人命名工作站；当年新认定的计入当年，服务人次由服务记录累计。",
        Day = "启动日期",
        Ends = "撤销日期",
        Long = b => b.Effect,
        Details = RegisterDetails.Of<PartyBrand, BrandService>("服务记录", b => b.Services, s => s.Item, s => new { s.Day, s.Item }),
        Hints = new Dictionary<string, string> { [nameof(PartyBrand.Person)] = "只有个人命名工作站填写；须经本人或家属同意。" },
    };

    public static readonly Register<CampaignActivity> Activities = new("activities", "主题活动", RegisterGroup.Brands, a => a.Name, a => new { a.Name, a.Tags, a.Members, a.Masses, a.JointUnits })
    {
        Purpose = "各类主题活动，一次活动由组织单位登记一条，联办的不重复登记；为群众办成的事登记到“好事实事”。",
        Day = "活动日期",
        Long = a => a.Content,
        Hints = new Dictionary<string, string>
        {
            [nameof(CampaignActivity.Part)] = "七个一、五个一等活动对应的那一项，如“一次专题党课”。",
            [nameof(CampaignActivity.Modules)] = "开放式组织生活由这些模块组合。",
        },
    };

    public static readonly Register<Campaign> Campaigns = new("campaigns", "工程与主题活动方案", RegisterGroup.Brands, c => new { c.Name, c.DocumentNo, c.Lead }, c => new { c.Name, c.Kind, c.DocumentNo, c.Lead })
    {
        Purpose = "机关党建提升年、六大红色工程、七个一、五个一等的年度方案：由哪些部分组成、各有什么节点，每个节点一行。",
        Day = "启动日期",
        Ends = "结束日期",
        Belongs = o => o.Level is not OrganizationLevel.Branch,
        Long = c => c.Goal,
        Details = RegisterDetails.Of<Campaign, CampaignPart>("组成部分", c => c.Parts, p => new { p.Name, p.Milestone }),
    };

    private static IReadOnlyList<Register> BrandRegisters => [Brands, Activities, Campaigns];
}
