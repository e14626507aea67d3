using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>党建品牌、特色内容、个人命名工作站. Those newly recognised in a year count for it, those still kept are the stock.</summary>
[Description("党建品牌、特色内容和命名工作站")]
public sealed class PartyBrand : RegisterRecord
{
    [Description("名称")] public string Name { get; set; } = "";
    [Description("种类")] public BrandKind Kind { get; set; }
    [Description("内涵（一句话）")] public string Meaning { get; set; } = "";
    [Description("载体")] public string Carrier { get; set; } = "";
    [Description("认定日期")] public DateOnly? RecognizedOn { get; set; }
    [Description("认定机关")] public string RecognizedBy { get; set; } = "";
    [Description("认定文号")] public string DocumentNo { get; set; } = "";
    [Description("命名人")] public string Person { get; set; } = "";
    [Description("命名人身份")] public string PersonStatus { get; set; } = "";
    [Description("本人或家属同意日期")] public DateOnly? ConsentedOn { get; set; }
    [Description("服务时间")] public string Hours { get; set; } = "";
    [Description("团队人数")] public int? Team { get; set; }
    [Description("成效")] public string Effect { get; set; } = "";

    [Description("服务人次")] public int Served { get; private set; }

    public List<BrandService> Services { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "启动日期");
        Rule.Require(RecognizedOn is null || (RecognizedOn >= On && RecognizedOn <= today && RecognizedBy.Length > 0), "认定日期应在启动日期与今天之间，并写明认定机关。");
        Rule.Require(Kind is not BrandKind.NamedWorkstation || (Person.Length > 0 && ConsentedOn is not null), "个人命名工作站，请填写命名人和本人（家属）同意命名的日期。");
        Rule.Require(Kind is BrandKind.NamedWorkstation || (Person.Length == 0 && ConsentedOn is null), "只有个人命名工作站填写命名人。");
        Rule.Require(ConsentedOn is null || RecognizedOn is null || ConsentedOn <= RecognizedOn, "应先取得本人（家属）同意，再认定命名。");
        foreach (var service in Services)
        {
            Rule.Require(service.Day >= On && service.Day <= today && service.People >= 0, $"服务“{service.Item}”的日期应在启动日期与今天之间。");
        }

        Served = Services.Sum(s => s.People);
    }
}

/// <summary>服务记录 of a brand or workstation.</summary>
[Description("服务记录")]
public sealed class BrandService : RegisterDetail
{
    [Description("日期")] public DateOnly Day { get; set; }
    [Description("事项")] public string Item { get; set; } = "";
    [Description("服务人次")] public int People { get; set; }
    [Description("结果")] public string Result { get; set; } = "";
}

/// <summary>种类.</summary>
public enum BrandKind
{
    [Description("街道党建品牌")] Subdistrict,
    [Description("社区特色内容")] CommunityFeature,
    [Description("个人命名工作站")] NamedWorkstation,
    [Description("机关党建品牌")] Organ,
    [Description("两新党建品牌")] TwoNew,
}
