using System.Linq.Expressions;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Decisions of residents, unions and what their members promised, brands, and what the organs did for people.</summary>
internal static class CommunityFigures
{
    private const int FenPerTenThousandYuan = 1_000_000;
    private const CampaignTags OfOrgans = CampaignTags.MembersFirst | CampaignTags.ShowCompeteCreate | CampaignTags.SevenOnes | CampaignTags.FixedLifeDay;

    public static readonly IReadOnlyList<Figure> All =
    [
        new("decision_communities", "推行一征三议两公开的社区数", "个", "报告年度内至少立项1件民主决策事项的社区，一个社区计一次。")
        {
            Fold = FigureFold.Distinct, Sections = [Decisions],
            Facts = (db, p) => Rows<DecisionMatter>(db, d => d.On >= p.From && d.On <= p.Cutoff)
                .Select(d => new Fact { OrganizationId = d.OrganizationId, RecordKind = Registers.Registers.Decisions.Key, RecordId = d.Id, Amount = 1, DistinctKey = d.OrganizationId + "", On = d.On, EnteredOn = d.EnteredOn }),
        },
        new("decision_matters_resolved", "解决公益性社会性重大事项数", "件", "类别为公益性或社会性、报告年度内办结的民主决策事项；第二次公开期满、没有未答复异议之日为办结。")
        {
            Sections = [Decisions], Facts = (db, p) => Closed(db, p).Select(d => new Fact { OrganizationId = d.OrganizationId, RecordKind = Registers.Registers.Decisions.Key, RecordId = d.Id, Amount = 1, On = d.ClosedOn!.Value, EnteredOn = d.EnteredOn }),
        },
        new("decision_amount_10k", "民主决策事项涉及金额", "万元", "上列已办结事项的决算金额合计；没有决算的取决议批准金额。")
        {
            Fold = FigureFold.Sum, Scale = FenPerTenThousandYuan, Decimals = 1, Sections = [Decisions],
            Facts = (db, p) => Closed(db, p).Select(d => new Fact { OrganizationId = d.OrganizationId, RecordKind = Registers.Registers.Decisions.Key, RecordId = d.Id, Amount = d.FinalFen ?? d.ApprovedFen ?? 0, On = d.ClosedOn!.Value, EnteredOn = d.EnteredOn }),
        },
        Union("subdistrict_unions", "成立大党工委的办事处数", "街道大党工委，截止日前成立、未撤销。", UnionLevel.Subdistrict),
        Union("community_unions", "成立大党委的社区数", "社区大党委，截止日前成立、未撤销。", UnionLevel.Community),
        new("co_building_units", "参与共驻共建的单位数", "个", "截止日在大党工委、大党委成员名单上的单位，加上报告年度内有共建承诺的单位；同一单位参与几处只计一次。")
        {
            Fold = FigureFold.Distinct, Sections = [Unions],
            Facts = (db, p) => HeldRows<PartyUnion>(db, p).SelectMany(u => u.Members, (u, m) => new { Union = u, Member = m }).Where(x => x.Member.From <= p.Cutoff && (x.Member.To == null || x.Member.To > p.Cutoff))
                .Select(x => new Fact { OrganizationId = x.Union.OrganizationId, RecordKind = Registers.Registers.Unions.Key, RecordId = x.Union.Id, Amount = 1, DistinctKey = x.Member.Unit, On = x.Member.From, EnteredOn = x.Union.EnteredOn })
                .Concat(Promised(db, p).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.Commitments.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Unit, On = c.On, EnteredOn = c.EnteredOn })),
        },
        new("commitments_made", "明确承诺事项数", "条", "报告年度内登记的共建承诺；双方同意取消的不计。")
        {
            Sections = [Unions], Facts = (db, p) => Promised(db, p).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.Commitments.Key, RecordId = c.Id, Amount = 1, On = c.On, EnteredOn = c.EnteredOn }),
        },
        new("commitments_completed", "完成承诺事项数", "项", "明确承诺事项中，受益社区在截止日前确认完成的。")
        {
            Sections = [Unions], Facts = (db, p) => Promised(db, p).Where(c => c.Confirmation == RecordConfirmation.Confirmed && c.ConfirmedOn <= p.Cutoff)
                .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.Commitments.Key, RecordId = c.Id, Amount = 1, On = c.ConfirmedOn!.Value, EnteredOn = c.EnteredOn }),
        },
        Brand("subdistrict_brands", "办事处党建品牌数", "报告年度内新认定的街道党建品牌；往年认定的不重复计。", b => b.Kind == BrandKind.Subdistrict),
        Brand("community_features", "社区党建特色内容数", "报告年度内新认定的社区特色内容和个人命名工作站；往年认定的不重复计。", b => b.Kind == BrandKind.CommunityFeature || b.Kind == BrandKind.NamedWorkstation),
        new("brand_examples", "品牌（特色）举例", "", "人工选定1至3个已认定品牌的名称，用顿号分开。") { Fold = FigureFold.Choice, Sections = [FigureSection.CommunityService] },
        new("organ_improvement_year", "机关党建提升年年份", "年", "机关党建提升年活动开始的年份。")
        {
            Fold = FigureFold.Text, Sections = [Demonstration], Facts = (db, p) => Rows<Campaign>(db, c => c.Kind == CampaignKind.ImprovementYear && c.On >= p.From && c.On <= p.Cutoff)
                .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.Campaigns.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.On.Year + "", On = c.On, EnteredOn = c.EnteredOn }),
        },
        new("organ_activity_sessions", "机关活动场次", "场次", "报告年度内机关党组织举办的“我是党员我先行”、三亮三比三创、七个一和固定组织生活日活动；几家联办的由主办单位登记，计一场。")
        {
            Sections = [Demonstration], Facts = (db, p) => OrganActivities(db, p).Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = Registers.Registers.Activities.Key, RecordId = a.Id, Amount = 1, On = a.On, EnteredOn = a.EnteredOn }),
        },
        new("organ_activity_person_times", "机关活动参与人次", "人次", "上列活动参加党员和群众的人次合计。")
        {
            Fold = FigureFold.Sum, IsApproximate = true, Sections = [Demonstration],
            Facts = (db, p) => OrganActivities(db, p).Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = Registers.Registers.Activities.Key, RecordId = a.Id, Amount = a.Members + (a.Masses ?? 0), On = a.On, EnteredOn = a.EnteredOn }),
        },
        new("organ_good_deeds", "为群众办实事好事件数", "件", "机关党组织登记、报告年度内办成并经受益社区确认的好事实事。")
        {
            Sections = [Demonstration], Facts = (db, p) => Rows<GoodDeed>(db, d => d.DoneOn >= p.From && d.DoneOn <= p.Cutoff && d.Confirmation == RecordConfirmation.Confirmed && d.ConfirmedOn <= p.Cutoff)
                .Where(d => db.Organizations.Any(o => o.Id == d.OrganizationId && o.Domain == OrganizationDomain.Organ))
                .Select(d => new Fact { OrganizationId = d.OrganizationId, RecordKind = Registers.Registers.GoodDeeds.Key, RecordId = d.Id, Amount = 1, On = d.DoneOn!.Value, EnteredOn = d.EnteredOn }),
        },
        new("open_bases", "开放式组织生活基地数", "个", "截止日前建立、仍在使用的组织生活基地。") { Time = FigureTime.Stock, Sections = [Supplement], Facts = Held<OpenBase>(Registers.Registers.OpenBases) },
        Area("special_households_due", "专项包联应登记户数", "报告年度内专项工作包联单元的应登记户数合计。", a => a.HouseholdsDue),
        Area("special_households_registered", "专项包联登记户数", "报告年度内专项工作包联单元的已登记户数合计，不多于应登记户数。", a => a.HouseholdsRegistered),
        new("special_shifts", "专项值守班次", "班次", "报告年度内已到岗的值守班次。")
        {
            Facts = (db, p) => Shifts(db, p).Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = Registers.Registers.DutyShifts.Key, RecordId = s.Id, Amount = 1, On = s.On, EnteredOn = s.EnteredOn }),
        },
        new("special_shift_person_times", "专项值守人次", "人次", "上列班次实到人数合计。")
        {
            Fold = FigureFold.Sum, Facts = (db, p) => Shifts(db, p).Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = Registers.Registers.DutyShifts.Key, RecordId = s.Id, Amount = s.Present!.Value, On = s.On, EnteredOn = s.EnteredOn }),
        },
    ];

    private static Figure Union(string key, string name, string definition, UnionLevel level) => new(key, name, "个", definition)
    {
        Time = FigureTime.Stock, Sections = [Unions], Facts = Held<PartyUnion>(Registers.Registers.Unions, u => u.Level == level),
    };

    private static Figure Brand(string key, string name, string definition, Expression<Func<PartyBrand, bool>> which) => new(key, name, "个", definition)
    {
        Sections = [FigureSection.CommunityService], Facts = (db, p) => Rows(db, which).Where(b => b.RecognizedOn >= p.From && b.RecognizedOn <= p.Cutoff && (b.EndedOn == null || b.EndedOn > p.Cutoff))
            .Select(b => new Fact { OrganizationId = b.OrganizationId, RecordKind = Registers.Registers.Brands.Key, RecordId = b.Id, Amount = 1, On = b.RecognizedOn!.Value, EnteredOn = b.EnteredOn }),
    };

    private static Figure Area(string key, string name, string definition, Expression<Func<SpecialArea, long>> households) => new(key, name, "户", definition)
    {
        Fold = FigureFold.Sum, Facts = (db, p) => Rows<SpecialArea>(db, a => a.On >= p.From && a.On <= p.Cutoff).Amounting(Registers.Registers.SpecialAreas, households),
    };

    private static IQueryable<DecisionMatter> Closed(PartyWorkDb db, Period p) =>
        Rows<DecisionMatter>(db, d => (d.Category == DecisionCategory.PublicBenefit || d.Category == DecisionCategory.Social) && d.ClosedOn >= p.From && d.ClosedOn <= p.Cutoff);

    private static IQueryable<Commitment> Promised(PartyWorkDb db, Period p) => Rows<Commitment>(db, c => c.On >= p.From && c.On <= p.Cutoff && (c.CancelledOn == null || c.CancelledOn > p.Cutoff));

    private static IQueryable<CampaignActivity> OrganActivities(PartyWorkDb db, Period p) => Rows<CampaignActivity>(db, a => a.On >= p.From && a.On <= p.Cutoff && (a.Tags & OfOrgans) != 0)
        .Where(a => db.Organizations.Any(o => o.Id == a.OrganizationId && o.Domain == OrganizationDomain.Organ));

    private static IQueryable<DutyShift> Shifts(PartyWorkDb db, Period p) => Rows<DutyShift>(db, s => s.On >= p.From && s.On <= p.Cutoff && s.Present != null);
}
