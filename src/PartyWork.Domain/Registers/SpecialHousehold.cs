using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 包联户登记: one household, for one assignment only, read by the community that registered it and by nobody else. What is personal stands in no
/// history and is gone for good with the disposal; the row remains as a number.
/// </summary>
[Description("包联户登记")]
public sealed class SpecialHousehold : RegisterRecord, IOwnerOnly, IServesAssignment
{
    private IReadOnlyCollection<string>? _assignments;

    [Description("专项工作名称")] public string AssignmentName { get; set; } = "";
    [Description("小区（院落）")] public string YardName { get; set; } = "";
    [Description("楼栋单元房号"), PersonalData] public string Door { get; set; } = "";
    [Description("分类")] public HouseholdKind Kind { get; set; }
    [Description("人数")] public int People { get; set; }
    [Description("联系电话"), PersonalData] public string Phone { get; set; } = "";
    [Description("需要帮助的事项"), PersonalData] public string Help { get; set; } = "";
    [Description("个人信息处置日期")] public DateOnly? DisposedOn { get; private set; }

    public void Know(IReadOnlyCollection<string> assignments) => _assignments = assignments;

    public override void Check(DateOnly today)
    {
        IServesAssignment.RequireKnown(AssignmentName, _assignments);
        RequirePast(today, "核实日期");
        Rule.Require(DisposedOn is null, "这一户的个人信息已经处置，只保留数字，不能再修改。");
        Rule.Require(Kind is HouseholdKind.Vacant ? People == 0 && Phone.Length == 0 : People > 0, "空置的，人数填0、不填电话；有人居住的，请填写人数。");
    }

    public void Dispose(DateOnly today) => (Door, Phone, Help, DisposedOn) = ("", "", "", today);
}

/// <summary>分类 of a household.</summary>
public enum HouseholdKind
{
    [Description("常住")] Resident,
    [Description("租住")] Tenant,
    [Description("空置")] Vacant,
    [Description("重点照顾")] Cared,
}
