using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>专项工作, and what is registered for it.</summary>
public static partial class Registers
{
    private const string SameName = "与“专项工作”中登记的名称一致。";

    /// <summary>Where the personal data of an assignment that has ended are removed.</summary>
    public const string DisposalPage = "/registers/special-households/disposal";

    private static readonly Dictionary<string, string> NameHint = new() { [nameof(SpecialArea.AssignmentName)] = SameName };

    public static readonly Register<SpecialAssignment> SpecialAssignments = new("special-assignments", "专项工作", RegisterGroup.Special, a => new { a.Name, a.Basis, a.Lead }, a => new { a.Name, a.Basis, a.Lead, a.EndedOn })
    {
        Purpose = "有起止的专项任务，如防汛值守；结束后三十日内，各社区处置为它登记的居民个人信息。",
        Day = "启动日期",
        Ends = "结束日期",
        Long = a => a.Tasks,
        Belongs = o => o.Level is OrganizationLevel.District or OrganizationLevel.Committee,
        Pages = [("个人信息处置情况", DisposalPage)],
    };

    public static readonly Register<SpecialArea> SpecialAreas = new("special-areas", "包联单元", RegisterGroup.Special, a => new { a.AssignmentName, a.YardName }, a => new { a.YardName, a.AssignmentName, a.UnitOrganizationId, a.HouseholdsDue, a.HouseholdsRegistered })
    {
        Purpose = "哪个单位包联哪个小区，应登记和已登记多少户；个人信息处置后，户数留在这里。",
        Day = "包联开始日期",
        Ends = "包联结束日期",
        Belongs = IsCommunity,
        Hints = NameHint,
    };

    public static readonly Register<DutyShift> DutyShifts = new("duty-shifts", "值守班次", RegisterGroup.Special, s => new { s.AssignmentName, s.Place }, s => new { s.Place, s.AssignmentName, s.Shift, s.Required, s.Present, s.Leader })
    {
        Purpose = "每个点位每班一条：应到、实到和值守情况，只记人数。",
        Day = "值守日期",
        Belongs = IsCommunity,
        Long = s => s.Incidents,
        Hints = NameHint,
    };

    public static readonly Register<SpecialHousehold> SpecialHouseholds = new("special-households", "包联户登记", RegisterGroup.Special, h => new { h.AssignmentName, h.YardName, h.Door }, h => new { h.Door, h.YardName, h.AssignmentName, h.Kind, h.People, h.DisposedOn })
    {
        Purpose = "专项工作期间的入户登记，只有登记的社区能看；专项工作结束后三十日内处置个人信息，只留数字。",
        Day = "核实日期",
        Belongs = IsCommunity,
        Hints = new Dictionary<string, string>
        {
            [nameof(SpecialHousehold.AssignmentName)] = SameName,
            [nameof(SpecialHousehold.Help)] = "只填与专项工作有关的，不填姓名、证件号和病情。",
        },
        Pages = [("个人信息处置", DisposalPage)],
    };

    private static IReadOnlyList<Register> SpecialRegisters => [SpecialAssignments, SpecialAreas, DutyShifts, SpecialHouseholds];
}
