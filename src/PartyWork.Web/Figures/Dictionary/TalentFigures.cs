using System.Linq.Expressions;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Talents, their carriers, institutions and activities.</summary>
internal static class TalentFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("incubation_park_name", "孵化场地依托的园区名称", "", "在用的科技园、孵化器、众创空间中面积最大的名称，最多列三个。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Text, Sections = [FigureSection.Talent, TalentSupport], Facts = (db, p) => Incubation(db, p),
        },
        new("incubation_area_10k_sqm", "孵化场地面积", "万平方米", "截止日前建成、未撤销的科技园、孵化器、众创空间的建筑面积合计，是累计存量，不是当年新增。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Sum, Scale = 10_000, Decimals = 2, Sections = [FigureSection.Talent], Facts = (db, p) => Incubation(db, p),
        },
        new("introduced_institution_names", "引进科研机构和企业名称", "", "报告年度内落地（注册或挂牌）的引进机构，级别高的在前，最多列三家。")
        {
            Fold = FigureFold.Text, Sections = [FigureSection.Talent], Facts = (db, p) => Settled(db, p),
        },
        new("introduced_institution_count", "引进并落地的机构数", "家", "报告年度内落地（注册或挂牌）的引进机构。") { Facts = (db, p) => Settled(db, p) },
        Founders("returnee_founders", "海归创业人才数", TalentCategory.ReturneeFounder),
        Founders("phd_founders", "博士创业人才数", TalentCategory.DoctorFounder),
        Founders("master_founders", "硕士创业人才数", TalentCategory.MasterFounder),
        new("national_park_kind", "国家级园区类别", "", "国家级科技园的规范类别名称。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Text, Sections = [FigureSection.Talent],
            Facts = (db, p) => Accredited(db, p, c => c.Level == AccreditationLevel.National && (c.Kind == CarrierKind.UniversityPark || c.Kind == CarrierKind.SciencePark))
                .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Carriers, RecordId = c.Id, Amount = 1, DistinctKey = c.Kind == CarrierKind.UniversityPark ? "大学科技园" : "科技产业园", On = c.On, EnteredOn = c.EnteredOn }),
        },
        Carrier("national_parks", "国家级科技园数", "截止日前认定为国家级、未撤销的大学科技园和科技产业园。", c => c.Level == AccreditationLevel.National && (c.Kind == CarrierKind.UniversityPark || c.Kind == CarrierKind.SciencePark)),
        Carrier("tech_incubators", "科技企业孵化器数", "截止日前认定为市级以上、未撤销的科技企业孵化器。", c => c.Kind == CarrierKind.Incubator && c.Level != AccreditationLevel.District),
        Carrier("maker_spaces", "众创空间数", "截止日前已认定或备案、未撤销的众创空间。", c => c.Kind == CarrierKind.MakerSpace),
        new("managers_in_city_seminar", "参加市级高级研修班的管理人员数", "名", "报告年度内选派参加经营管理人才研修班的人员，同一人只计一次。")
        {
            Fold = FigureFold.Distinct, Sections = [TalentSupport],
            Facts = (db, p) => Activities(db, p, TalentActivityKind.ManagerSeminar).SelectMany(a => a.Persons, (a, person) => new { Activity = a, Person = person })
                .Select(x => new Fact { OrganizationId = x.Activity.OrganizationId, RecordKind = ActivityKey, RecordId = x.Activity.Id, Amount = 1, DistinctKey = x.Person.Name + "/" + x.Person.Unit, On = x.Activity.On, EnteredOn = x.Activity.EnteredOn }),
        },
        new("talent_fair_year", "人才交流会年份", "年", "报告年度内举办的人才交流会的年份。")
        {
            Fold = FigureFold.Text, Sections = [TalentSupport],
            Facts = (db, p) => Activities(db, p, TalentActivityKind.Fair).Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = ActivityKey, RecordId = a.Id, Amount = 1, DistinctKey = a.On.Year + "", On = a.On, EnteredOn = a.EnteredOn }),
        },
        Named("talent_fair_name", "人才交流会名称", "报告年度内人才交流会的名称。", TalentActivityKind.Fair, venue: false),
        new("districts_with_booth", "设立展台的区数", "个", "报告年度内人才交流会上设立展台的县市区数，按活动登记。")
        {
            Fold = FigureFold.Sum, Sections = [TalentSupport],
            Facts = (db, p) => Activities(db, p, TalentActivityKind.Fair).Where(a => a.PeerBooths != null)
                .Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = ActivityKey, RecordId = a.Id, Amount = a.PeerBooths!.Value, On = a.On, EnteredOn = a.EnteredOn }),
        },
        Named("talent_base_park", "示范基地挂牌园区", "报告年度内基地挂牌活动的地点。", TalentActivityKind.BasePlate, venue: true),
        Named("talent_meeting_venue", "人才工作调研会地点", "报告年度内人才工作调研会的召开地点。", TalentActivityKind.Survey, venue: true),
        new("expert_links", "领导联系专家对数", "对", "截止日仍在结对的领导与专家，一名领导联系一名专家计一对。")
        {
            Time = FigureTime.Stock, Sections = [Supplement], Facts = Held<LeaderExpertLink>(Registers.Registers.LeaderExpertLinks),
        },
        new("talent_needs_accepted", "人才需求受理数", "件", "报告年度内受理的人才需求。") { Sections = [Supplement], Facts = (db, p) => Needs(db, n => n.AcceptedOn >= p.From && n.AcceptedOn <= p.Cutoff) },
        new("talent_needs_resolved", "人才需求办结数", "件", "报告年度内办结的人才需求；办结后重新办理的，以最近一次办结为准。") { Sections = [Supplement], Facts = (db, p) => Needs(db, n => n.ClosedOn >= p.From && n.ClosedOn <= p.Cutoff) },
    ];

    private static string Carriers => Registers.Registers.TalentCarriers.Key;
    private static string ActivityKey => Registers.Registers.TalentActivities.Key;

    private static Figure Founders(string key, string name, TalentCategory category) => new(key, name, "名", "截止日在库、主类别为该类的创业人才，一人只登记一个主类别；按建库以来累计，不是当年新增。")
    {
        Time = FigureTime.Stock, Sections = [FigureSection.Talent, TalentSupport], Facts = Held<Talent>(Registers.Registers.Talents, t => t.Category == category),
    };

    private static Figure Carrier(string key, string name, string definition, Expression<Func<TalentCarrier, bool>> which) => new(key, name, "家", definition)
    {
        Time = FigureTime.Stock, Sections = [FigureSection.Talent],
        Facts = (db, p) => Accredited(db, p, which).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Carriers, RecordId = c.Id, Amount = 1, On = c.AccreditedOn!.Value, EnteredOn = c.EnteredOn }),
    };

    private static Figure Named(string key, string name, string definition, TalentActivityKind kind, bool venue) => new(key, name, "", definition)
    {
        Fold = FigureFold.Text, Sections = [TalentSupport],
        Facts = (db, p) => Activities(db, p, kind).Where(a => !venue || a.Venue != "")
            .Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = ActivityKey, RecordId = a.Id, Amount = 1, DistinctKey = venue ? a.Venue : a.Name, On = a.On, EnteredOn = a.EnteredOn }),
    };

    private static IQueryable<Fact> Incubation(PartyWorkDb db, Period p) => HeldRows<TalentCarrier>(db, p, c => c.Kind == CarrierKind.UniversityPark || c.Kind == CarrierKind.SciencePark || c.Kind == CarrierKind.Incubator || c.Kind == CarrierKind.MakerSpace)
        .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Carriers, RecordId = c.Id, Amount = c.AreaSquareMetres, DistinctKey = c.Name, On = c.On, EnteredOn = c.EnteredOn });

    private static IQueryable<TalentCarrier> Accredited(PartyWorkDb db, Period p, Expression<Func<TalentCarrier, bool>> which) => HeldRows(db, p, which).Where(c => c.AccreditedOn != null && c.AccreditedOn <= p.Cutoff);

    private static IQueryable<Fact> Settled(PartyWorkDb db, Period p) => Rows<IntroducedInstitution>(db, i => i.SettledOn >= p.From && i.SettledOn <= p.Cutoff)
        .Select(i => new Fact { OrganizationId = i.OrganizationId, RecordKind = Registers.Registers.IntroducedInstitutions.Key, RecordId = i.Id, Amount = (int)i.Level, DistinctKey = i.Name, On = i.SettledOn!.Value, EnteredOn = i.EnteredOn });

    private static IQueryable<TalentActivity> Activities(PartyWorkDb db, Period p, TalentActivityKind kind) => Rows<TalentActivity>(db, a => a.Kind == kind).Where(a => a.On >= p.From && a.On <= p.Cutoff);

    private static IQueryable<Fact> Needs(PartyWorkDb db, Expression<Func<TalentNeed, bool>> which) => Rows(db, which)
        .Select(n => new Fact { OrganizationId = n.OrganizationId, RecordKind = Registers.Registers.TalentNeeds.Key, RecordId = n.Id, Amount = 1, On = n.AcceptedOn!.Value, EnteredOn = n.EnteredOn });
}
