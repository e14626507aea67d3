using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>专项工作, from a day until a day. When it has ended, what was registered of residents for it is disposed of.</summary>
[Description("专项工作")]
public sealed class SpecialAssignment : RegisterRecord
{
    /// <summary>个人信息保护: days after the end within which personal data are removed.</summary>
    public const int DisposalDays = 30;

    [Description("专项工作名称")] public string Name { get; set; } = "";
    [Description("依据")] public string Basis { get; set; } = "";
    [Description("牵头单位")] public string Lead { get; set; } = "";
    [Description("主要任务")] public string Tasks { get; set; } = "";

    public override void Check(DateOnly today) => RequirePast(today, "启动日期");
}
