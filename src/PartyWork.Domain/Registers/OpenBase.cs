using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>组织生活基地, open to other organisations by booking.</summary>
[Description("组织生活基地")]
public sealed class OpenBase : RegisterRecord
{
    [Description("基地名称")] public string Name { get; set; } = "";
    [Description("类型")] public BaseKind Kind { get; set; }
    [Description("活动模块")] public ActivityModules Modules { get; set; }
    [Description("建立文号")] public string DocumentNo { get; set; } = "";
    [Description("地址")] public string Address { get; set; } = "";
    [Description("接待能力（人）")] public int Capacity { get; set; }
    [Description("开放时段")] public string OpenHours { get; set; } = "";
    [Description("有讲解")] public bool HasGuide { get; set; }
    [Description("预约电话")] public string Phone { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "启用日期");
        Rule.Require(Modules is not ActivityModules.None, "请至少选择一个活动模块。");
        Rule.Require(Capacity > 0, "接待能力应大于0。");
    }
}

/// <summary>类型 of a base.</summary>
public enum BaseKind
{
    [Description("爱国主义教育")] Patriotism,
    [Description("警示教育")] Warning,
    [Description("红色场馆")] Museum,
    [Description("企业")] Company,
    [Description("社区")] Community,
}
