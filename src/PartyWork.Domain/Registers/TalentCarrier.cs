using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>人才载体. Its area counts from the day it was built, itself as 国家级科技园 or 众创空间 from the day of its accreditation.</summary>
[Description("人才载体")]
public sealed class TalentCarrier : RegisterRecord
{
    [Description("载体名称")] public string Name { get; set; } = "";
    [Description("类型")] public CarrierKind Kind { get; set; }
    [Description("认定级别")] public AccreditationLevel? Level { get; set; }
    [Description("认定或备案日期")] public DateOnly? AccreditedOn { get; set; }
    [Description("认定或备案文号")] public string AccreditationNo { get; set; } = "";
    [Description("建筑面积（平方米）")] public int AreaSquareMetres { get; set; }
    [Description("在孵企业数")] public int? Incubating { get; set; }
    [Description("地址")] public string Address { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "建成日期");
        Rule.Require(AreaSquareMetres > 0, "建筑面积应大于0。");
        Rule.Require((Level is null) == (AccreditedOn is null) && (AccreditedOn is null) == (AccreditationNo.Length == 0), "已认定或备案的，级别、日期和文号都要填；尚未认定的都不填。");
        Rule.Require(AccreditedOn is null || (AccreditedOn >= On && AccreditedOn <= today), "认定或备案日期应在建成日期与今天之间。");
    }
}

/// <summary>类型 of a carrier, by its formal name.</summary>
public enum CarrierKind
{
    [Description("大学科技园")] UniversityPark,
    [Description("科技产业园")] SciencePark,
    [Description("科技企业孵化器")] Incubator,
    [Description("众创空间")] MakerSpace,
    [Description("院士工作站")] AcademicianStation,
    [Description("博士后工作站")] PostdoctoralStation,
    [Description("其他")] Other,
}

/// <summary>级别 at which a carrier is accredited or an institution stands.</summary>
public enum AccreditationLevel
{
    [Description("区级")] District,
    [Description("市级")] City,
    [Description("省级")] Province,
    [Description("国家级")] National,
}
