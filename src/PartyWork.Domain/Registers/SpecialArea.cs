using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>包联单元: which unit answers for which yard, and how many of its households are registered. The counts stay when the households' data are gone.</summary>
[Description("包联单元")]
public sealed class SpecialArea : RegisterRecord, IServesAssignment
{
    private IReadOnlyCollection<string>? _assignments;

    [Description("专项工作名称")] public string AssignmentName { get; set; } = "";
    [Description("小区（院落）")] public string YardName { get; set; } = "";
    [Description("包联党组织")] public int? UnitOrganizationId { get; set; }
    [Description("应登记户数")] public int HouseholdsDue { get; set; }
    [Description("已登记户数")] public int HouseholdsRegistered { get; set; }
    [Description("小区群已建")] public bool HasGroup { get; set; }

    public void Know(IReadOnlyCollection<string> assignments) => _assignments = assignments;

    public override void Check(DateOnly today)
    {
        IServesAssignment.RequireKnown(AssignmentName, _assignments);
        RequirePast(today, "包联开始日期");
        Rule.Require(HouseholdsRegistered <= HouseholdsDue, $"已登记户数（{HouseholdsRegistered}）多于应登记户数（{HouseholdsDue}），请核实应登记户数。");
    }

    /// <summary>What the rows were counts from now on, the rows being gone. A yard may have had more households than were thought.</summary>
    public void KeepCount(int registered) => (HouseholdsRegistered, HouseholdsDue) = (registered, Math.Max(HouseholdsDue, registered));
}
