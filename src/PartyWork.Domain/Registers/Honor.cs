using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>表彰奖励: what an organisation or a person was honoured with by a formal document; the year of the award counts.</summary>
[Description("表彰奖励")]
public sealed class Honor : RegisterRecord
{
    [Description("荣誉名称")] public string Name { get; set; } = "";
    [Description("授予机关")] public string GrantedBy { get; set; } = "";
    [Description("级别")] public HonorLevel Level { get; set; }
    [Description("文号")] public string DocumentNo { get; set; } = "";
    [Description("对象")] public HonorObject Object { get; set; }
    [Description("获奖人")] public string PersonName { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "授予日期");
        Rule.Require(Object is not HonorObject.Person || PersonName.Length > 0, "授予个人的，请填写获奖人姓名。");
        Rule.Require(Object is HonorObject.Person || PersonName.Length == 0, "授予集体的，不填获奖人；集体荣誉的对象就是登记单位。");
    }
}

/// <summary>级别 of who honours.</summary>
public enum HonorLevel
{
    [Description("区级")] District,
    [Description("市级")] City,
    [Description("省级")] Province,
    [Description("国家级")] National,
}

/// <summary>Whom an honour is given to.</summary>
public enum HonorObject
{
    [Description("集体")] Collective,
    [Description("个人")] Person,
}
