using System.Linq.Expressions;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>主题活动和工程: how often, how many took part, and which parts of the year's plan are still missing.</summary>
internal static class CampaignMetrics
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Activities("activity.held", "主题活动次数", "报告年度内举办的主题活动，几家联办的由主办单位登记，计一次。", "", a => true),
        Activities("activity.education_count", "党员教师带头育人活动次数", "报告年度内举办的、主题含“党员带头育人”的活动。", "activity.held", a => (a.Tags & CampaignTags.Education) != 0),
        Activities("activity.flexible_count", "灵活组织生活次数", "报告年度内举办的、主题含“小型灵活组织生活”的活动。", "activity.held", a => (a.Tags & CampaignTags.Flexible) != 0),
        Activities("activity.volunteer_count", "公益志愿服务次数", "报告年度内举办的、主题含“公益志愿服务”的活动。", "activity.held", a => (a.Tags & CampaignTags.Volunteer) != 0),
        Activities("study.integrity_sessions", "廉政警示教育次数", "报告年度内举办的、主题含“廉政警示教育”的活动。", "activity.held", a => (a.Tags & CampaignTags.Integrity) != 0),
        People("activity.members_due", "主题活动应参加党员人次", "报告年度内登记了应参加党员数的主题活动，应参加党员数合计；经批准免除的登记时不计入。", a => a.MembersDue!.Value),
        People("activity.members_present", "主题活动参加党员人次", "报告年度内登记了应参加党员数的主题活动，参加党员人数合计。", a => a.Members),
        new("activity.member_participation_rate", "党员活动参与率", "%", "主题活动参加党员人次÷主题活动应参加党员人次。") { Fold = FigureFold.Ratio, Numerator = "activity.members_present", Denominator = "activity.members_due", Sections = [AssessedCampaigns] },

        new("campaign.projects_planned", "已立项工程数", "项", "报告年度内启动、登记了依据文号的工程与主题活动方案。") { Sections = [AssessedCampaigns], Facts = (db, p) => Plans(db, p).Where(c => c.DocumentNo != "").Amounting(Registers.Registers.Campaigns, c => 1) },
        Milestones("campaign.milestones_due", "到期工程节点数", "工程与主题活动方案中，完成时限在报告年度内、不晚于截止日的节点。", p => m => true),
        Milestones("campaign.milestones_on_time", "按期完成工程节点数", "到期工程节点中在完成时限前完成的。", p => m => m.DoneOn <= m.DueOn),
        new("campaign.milestone_rate", "工程节点按期完成率", "%", "按期完成工程节点数÷到期工程节点数。") { Fold = FigureFold.Ratio, Numerator = "campaign.milestones_on_time", Denominator = "campaign.milestones_due", Sections = [AssessedCampaigns] },
        .. Parts("campaign.required_parts", "规定环节", "机关党组织", OrganizationDomain.Organ, c => c.Kind == CampaignKind.MembersFirst || c.Kind == CampaignKind.ShowCompeteCreate, "“我是党员我先行”、三亮三比三创"),
        .. Parts("campaign.seven_ones", "“七个一”", "机关党组织", OrganizationDomain.Organ, c => c.Kind == CampaignKind.SevenOnes, "“七个一”"),
        .. Parts("campaign.five_ones", "“五个一”", "两新党组织", OrganizationDomain.TwoNew, c => c.Kind == CampaignKind.FiveOnes, "“五个一”"),

        new("open_life.base_sessions", "开放式基地活动次数", "次", "报告年度内在组织生活基地举办、登记了实到人数并经基地确认的活动，归预约的党组织。")
        {
            Among = "open_life.bookings", Sections = [AssessedLife],
            Facts = (db, p) => Booked(db, p).Where(b => b.Present != null && b.Confirmation == RecordConfirmation.Confirmed).Amounting(Registers.Registers.BaseBookings, b => 1),
        },
        new("open_life.bookings", "基地预约次数", "次", "活动日期在报告年度内的组织生活基地预约，取消的不计。") { Sections = [AssessedLife], Facts = (db, p) => Booked(db, p).Amounting(Registers.Registers.BaseBookings, b => 1) },
    ];

    private static Figure Activities(string key, string name, string definition, string among, Expression<Func<CampaignActivity, bool>> which) => new(key, name, "次", definition)
    {
        Among = among, Sections = [AssessedCampaigns], Facts = Happened(Registers.Registers.Activities, which),
    };

    private static Figure People(string key, string name, string definition, Expression<Func<CampaignActivity, long>> people) => new(key, name, "人次", definition)
    {
        Fold = FigureFold.Sum, Sections = [AssessedCampaigns], Facts = (db, p) => Rows<CampaignActivity>(db, a => a.MembersDue != null && a.On >= p.From && a.On <= p.Cutoff).Amounting(Registers.Registers.Activities, people),
    };

    private static Figure Milestones(string key, string name, string definition, Func<Period, Expression<Func<CampaignPart, bool>>> which) => new(key, name, "个", definition)
    {
        Sections = [AssessedCampaigns],
        Facts = (db, p) => db.Set<CampaignPart>().Where(m => m.DueOn >= p.From && m.DueOn <= p.Cutoff).Where(which(p)).Join(Rows<Campaign>(db), m => m.RecordId, c => c.Id, (m, c) => m).Amounting(Registers.Registers.Campaigns, m => m.DueOn, m => 1),
    };

    /// <summary>What each organisation of a domain is to hold by the district's plan, and what of it it has not.</summary>
    private static IEnumerable<Figure> Parts(string stem, string name, string who, OrganizationDomain domain, Expression<Func<Campaign, bool>> which, string plans)
    {
        yield return new(stem + "_due", name + "应完成项数", "项", $"报告年度{plans}方案中时限不晚于截止日的各项，按截止日在册的每个{who}（不含党支部）计。")
        {
            Fold = FigureFold.Distinct, Sections = [AssessedCampaigns], Facts = (db, p) => Owed(db, p, domain, which, missing: false),
        };
        yield return new(stem + "_missing", name + "缺项", "项", $"{name}应完成项数中，本组织报告年度内没有登记对应活动的；活动的“对应规定动作”与方案的部分名称一致为对应。")
        {
            Fold = FigureFold.Distinct, Among = stem + "_due", Sections = [AssessedCampaigns], Facts = (db, p) => Owed(db, p, domain, which, missing: true),
        };
    }

    private static IQueryable<Fact> Owed(PartyWorkDb db, Period p, OrganizationDomain domain, Expression<Func<Campaign, bool>> which, bool missing)
    {
        var organizations = OrganizationFigures.StandingOn(db, p).Where(o => o.Domain == domain && o.Level == OrganizationLevel.Primary);
        return Plans(db, p).Where(which).SelectMany(c => c.Parts).Where(m => m.DueOn <= p.Cutoff).SelectMany(m => organizations, (m, o) => new { Part = m, o.Id })
            .Where(x => !missing || !Rows<CampaignActivity>(db).Any(a => a.OrganizationId == x.Id && a.Part == x.Part.Name && a.On >= p.From && a.On <= p.Cutoff))
            .Select(x => new Fact { OrganizationId = x.Id, RecordKind = RecordKinds.Organization, RecordId = x.Id, Amount = 1, DistinctKey = x.Id + "/" + x.Part.Name, EnteredOn = null, On = x.Part.DueOn });
    }

    private static IQueryable<Campaign> Plans(PartyWorkDb db, Period p) => Rows<Campaign>(db, c => c.On >= p.From && c.On <= p.Cutoff);

    private static IQueryable<BaseBooking> Booked(PartyWorkDb db, Period p) => Rows<BaseBooking>(db, b => b.On >= p.From && b.On <= p.Cutoff && b.CancelledOn == null);
}
