using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>人才工作: kept by the talent office, which alone sees contacts.</summary>
public static partial class Registers
{
    private static readonly PostKind[] TalentOffice = [PostKind.TalentOffice];

    public static readonly Register<Talent> Talents = new("talents", "人才", RegisterGroup.Talent, t => new { t.Name, t.Employer }, t => new { t.Name, t.Category, t.Degree, t.Mode, t.Employer })
    {
        Purpose = "引进的各类人才，一人只登记一条、只有一个主类别；年度总结的创业人才数从这里数。",
        Day = "引进日期",
        Ends = "离区日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
        Private = t => t.Contact,
        Hints = new Dictionary<string, string> { [nameof(Talent.Category)] = "同时符合几类的，按海归、博士、硕士的顺序取第一个。" },
    };

    public static readonly Register<TalentCarrier> TalentCarriers = new("talent-carriers", "人才载体", RegisterGroup.Talent, c => c.Name, c => new { c.Name, c.Kind, c.Level, c.AreaSquareMetres, c.Incubating })
    {
        Purpose = "科技园、孵化器、众创空间等载体；面积从建成起计，园区和众创空间数从认定或备案起计。",
        Day = "建成日期",
        Ends = "撤销日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
    };

    public static readonly Register<IntroducedInstitution> IntroducedInstitutions = new("introduced-institutions", "引进机构", RegisterGroup.Talent, i => new { i.Name, i.Field }, i => new { i.Name, i.Kind, i.Level, i.SettledOn, i.CarrierName })
    {
        Purpose = "签约引进的科研机构和企业；已经注册或挂牌的，计入落地那一年。",
        Day = "签约日期",
        Ends = "退出日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
    };

    public static readonly Register<TalentActivity> TalentActivities = new("talent-activities", "人才活动", RegisterGroup.Talent, a => new { a.Name, a.Host, a.Venue }, a => new { a.Name, a.Kind, a.Host, a.Venue, a.People })
    {
        Purpose = "研修班、交流会、展台、基地挂牌、调研会和外地培训；选派了哪些人，逐名登记。",
        Day = "活动日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
        Long = a => a.Summary,
        Details = RegisterDetails.Of<TalentActivity, TalentActivityPerson>("参加人员", a => a.Persons, p => new { p.Name, p.Unit }),
        Hints = new Dictionary<string, string> { [nameof(TalentActivity.PeerBooths)] = "交流会上全市有几个区设了展台。" },
    };

    public static readonly Register<ExpertAdvice> ExpertAdvices = new("expert-advice", "专家建言", RegisterGroup.Talent, a => new { a.Topic, a.Expert, a.Unit }, a => new { a.Topic, a.Form, a.Expert, a.Unit, a.AdoptedOn })
    {
        Purpose = "专家在论坛讲座、课题调研和论文中提出的建议，报送给谁、是否采纳。",
        Day = "建言日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
        Long = a => new { a.Summary, a.Adoption },
    };

    public static readonly Register<LeaderExpertLink> LeaderExpertLinks = new("leader-experts", "领导联系人才", RegisterGroup.Talent, l => new { l.Leader, l.LeaderPost, l.Expert, l.ExpertUnit }, l => new { l.Leader, l.LeaderPost, l.Expert, l.ExpertUnit, l.Field })
    {
        Purpose = "区领导与专家人才结对联系，每次联系记一行，一年不少于两次。",
        Day = "结对日期",
        Ends = "结束日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
        Private = l => l.Contact,
        Details = RegisterDetails.Of<LeaderExpertLink, ExpertContact>("联系记录", l => l.Contacts, c => c.Content),
    };

    public static readonly Register<TalentNeed> TalentNeeds = new("talent-needs", "人才需求", RegisterGroup.Talent, n => new { n.TalentName, n.Content }, n => new { n.TalentName, n.Kind, n.Content, n.State, n.DueOn })
    {
        Purpose = "人才提出的困难和需求，办到哪一步填哪一步的日期；受理后15个工作日内答复。",
        Day = "提出日期",
        KeptBy = TalentOffice,
        Belongs = IsOrgan,
        Long = n => new { n.Content, n.Result },
        Overdue = (needs, today) => needs.Where(n => n.DueOn < today && (n.State == TalentNeedState.Accepted || n.State == TalentNeedState.Assigned || n.State == TalentNeedState.Processing || n.State == TalentNeedState.Reopened)),
        Private = n => n.Contact,
        Hints = new Dictionary<string, string>
        {
            [nameof(TalentNeed.AcceptedOn)] = "答复期限由系统按工作日推算。",
            [nameof(TalentNeed.ReopenedOn)] = "提出人不满意、重新办理的填写；重新答复后改填新的答复日期。",
        },
    };

    private static bool IsOrgan(OrgNode node) => node.Domain is OrganizationDomain.Organ;

    private static IReadOnlyList<Register> TalentRegisters => [Talents, TalentCarriers, IntroducedInstitutions, TalentActivities, ExpertAdvices, LeaderExpertLinks, TalentNeeds];
}
