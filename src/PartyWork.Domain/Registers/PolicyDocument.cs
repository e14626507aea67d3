using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>政策制度文件: issued by the district, a department or a committee; in force until it is repealed.</summary>
[Description("政策制度文件")]
public sealed class PolicyDocument : RegisterRecord
{
    [Description("文件名称")] public string Title { get; set; } = "";
    [Description("文号")] public string DocumentNo { get; set; } = "";
    [Description("类别")] public PolicyTheme Theme { get; set; }
    [Description("发文机关")] public string IssuedBy { get; set; } = "";
    [Description("主要内容")] public string Summary { get; set; } = "";

    public override void Check(DateOnly today) => RequirePast(today, "印发日期");
}

/// <summary>What a policy is about.</summary>
public enum PolicyTheme
{
    [Description("责任制")] Responsibility,
    [Description("组织生活")] OrganizationalLife,
    [Description("组织建设")] Building,
    [Description("人才工作")] Talent,
    [Description("经费保障")] Funds,
    [Description("其他")] Other,
}
