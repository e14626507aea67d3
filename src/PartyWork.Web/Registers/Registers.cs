using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>All registers, in the order of the overview. A new one is its class in the domain and its description here.</summary>
public static partial class Registers
{
    public static readonly Register<MeetingRecord> Meetings = new("meetings", "组织生活记录", RegisterGroup.OrganizationalLife, m => m.Topic, m => new { m.Kind, m.Topic, m.Due, m.Present, m.Chair })
    {
        Purpose = "开完一次记一次：类型、日期、人数、主题，三十秒记完；达标情况、考核和年度总结都从这里数。",
        Day = "召开日期",
        Long = m => m.Resolution,
        Hints = new Dictionary<string, string> { [nameof(MeetingRecord.AlsoKind)] = "例如党员大会上讲了党课，两种形式都算。" },
        Either = new Dictionary<string, string> { [nameof(MeetingRecord.Kind)] = nameof(MeetingRecord.AlsoKind) },
        Counted = (meetings, from, to) => meetings.Where(m => (m.MakesUpFor ?? m.On) >= from && (m.MakesUpFor ?? m.On) <= to),
        Pages = [("达标情况", "/registers/meetings/grid"), ("快速登记", "/registers/meetings/quick")],
    };

    public static readonly Register<MeetingRule> MeetingRules = new("meeting-rules", "组织生活频次规定", RegisterGroup.OrganizationalLife, r => r.Basis, r => new { r.Kind, r.Period, r.Least, r.Units, r.Basis })
    {
        Purpose = "全区各种形式每月、每季、每年至少开几次；达标情况按它计算。没有登记的形式按国家规定，本区的规定可以更严，不能更宽。",
        Day = "执行日期",
        Ends = "停止执行日期",
        Belongs = o => o.Level is OrganizationLevel.District,
        KeptBy = [PostKind.DistrictStaff],
        Pages = [("达标情况", "/registers/meetings/grid")],
        Hints = new Dictionary<string, string> { [nameof(MeetingRule.Most)] = "只用于文字表述，多开不扣分。" },
    };

    public static readonly Register<GoodDeed> GoodDeeds = new("good-deeds", "好事实事", RegisterGroup.Brands, d => new { d.Name, d.Beneficiaries }, d => new { d.Name, d.Beneficiaries, d.People, d.DoneOn })
    {
        Purpose = "为群众办成的好事实事，有受益对象、有结果；由受益社区确认后计数。",
        Day = "开始日期",
        Long = d => d.Result,
        Confirmer = "受益社区",
    };

    public static readonly Register<TrainingClass> TrainingClasses = new("training", "培训班", RegisterGroup.People, c => new { c.Name, c.Host }, c => new { c.Name, c.Audience, c.Session, c.Host, c.Venue })
    {
        Purpose = "培训班和学员出勤；出勤达到八成的计为参训，同类班次一人只计一次。",
        Day = "开班日期",
        Long = c => c.Courses,
        Belongs = o => o.Level is not OrganizationLevel.Branch,
        Details = RegisterDetails.Of<TrainingClass, Trainee>("学员", c => c.Trainees, t => new { t.Name, t.Unit }),
    };

    public static readonly Register<Honor> Honors = new("honors", "表彰奖励", RegisterGroup.People, h => new { h.Name, h.GrantedBy }, h => new { h.Name, h.GrantedBy, h.Level, h.Object, h.PersonName })
    {
        Purpose = "以正式文件表彰的集体和个人，按授予年度计入年度总结。",
        Day = "授予日期",
    };

    public static readonly Register<PolicyDocument> PolicyDocuments = new("policies", "政策制度文件", RegisterGroup.Special, d => new { d.Title, d.DocumentNo, d.IssuedBy }, d => new { d.Title, d.DocumentNo, d.Theme, d.IssuedBy })
    {
        Purpose = "本级印发、仍然有效的政策和制度，供年度总结引用。",
        Day = "印发日期",
        Ends = "废止日期",
        Long = d => d.Summary,
    };

    /// <summary>Put together when first asked for: which file of this class is initialised first is not said.</summary>
    public static IReadOnlyList<Register> All => field ??=
    [
        Meetings, MeetingRules,
        .. BaseRegisters,
        .. CommunityRegisters,
        CommunityServices,
        .. TwoNewRegisters,
        .. BrandRegisters,
        GoodDeeds, TrainingClasses, Honors,
        .. TalentRegisters,
        .. FundRegisters,
        .. SpecialRegisters,
        PolicyDocuments,
        .. AccountabilityRegisters,
    ];
}

/// <summary>The registers that this installation has.</summary>
public sealed class RegisterCatalog(IReadOnlyList<Register> all)
{
    public IReadOnlyList<Register> All => all;

    public Register? Find(string key) => all.FirstOrDefault(r => r.Key == key);
}
