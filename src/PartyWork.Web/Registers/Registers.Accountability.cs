using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>组织措施 and 问责: read by the organisation and those above it, entered by those above. Nothing here is proposed by the program.</summary>
public static partial class Registers
{
    private static readonly PostKind[] LineOfOffice = [PostKind.Secretary, PostKind.Deputy, PostKind.Officer, PostKind.Member, PostKind.DistrictStaff, PostKind.DistrictLeader, PostKind.Inspector];

    public static readonly Register<OrganizationalMeasure> Measures = new("measures", "组织措施", RegisterGroup.Accountability, m => new { m.Subject, m.TakenBy, m.Matter }, m => new { m.Kind, m.Subject, m.Matter, m.Deadline })
    {
        Purpose = "上级对下级的提醒、约谈、限期整改：由实施的人登记，写明事由；只有本单位和上级可以看到。",
        Day = "实施日期",
        Ends = "解除日期",
        Belongs = o => o.Level is not OrganizationLevel.District,
        ReadBy = LineOfOffice,
        IsKeptFromAbove = true,
        Long = m => m.Matter,
        Hints = new Dictionary<string, string> { [nameof(OrganizationalMeasure.Subject)] = "人员写姓名和职务，单位写名称。", [nameof(OrganizationalMeasure.TakenBy)] = "姓名和职务。" },
    };

    public static readonly Register<AccountabilityDecision> AccountabilityDecisions = new("accountability", "问责决定", RegisterGroup.Accountability, d => new { d.Subject, d.DecidedBy, d.DocumentNo, d.Matter }, d => new { d.Kind, d.Level, d.Subject, d.DecidedBy, d.DocumentNo })
    {
        Purpose = "有权机关已经作出的问责决定，凭文号登记；纪律处分不在此登记。",
        Day = "决定日期",
        Ends = "解除日期",
        Belongs = o => o.Level is not OrganizationLevel.District,
        KeptBy = [PostKind.DistrictStaff],
        ReadBy = LineOfOffice,
        IsKeptFromAbove = true,
        Long = d => new { d.Matter, d.Requirement },
        Hints = new Dictionary<string, string> { [nameof(AccountabilityDecision.Level)] = "通报批评须填，按级别计入年度总评的扣分；其他方式可以不填。" },
    };

    public static readonly Register<MembersDebrief> MembersDebriefs = new("members-debriefs", "向党员述职", RegisterGroup.Accountability, d => new { d.Speaker, d.Entitled, d.Present, d.Place }, d => new { d.Speaker, d.Entitled, d.Present, d.Place })
    {
        Purpose = "双述双评中书记向本单位党员述职的会议：12月至次年3月，由本单位登记；测评由上级用“述职测评”组织。",
        Day = "述职日期",
        Belongs = o => o.Level is OrganizationLevel.Committee or OrganizationLevel.Primary,
        Long = d => d.Opinions,
        Hints = new Dictionary<string, string> { [nameof(MembersDebrief.Speaker)] = "姓名和职务。" },
    };

    private static IReadOnlyList<Register> AccountabilityRegisters => [Measures, AccountabilityDecisions, MembersDebriefs];
}
