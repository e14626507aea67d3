using System.Linq.Expressions;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>两新和星级 as assessments ask for them: of units what is not covered, of an organisation its mode, instructor and stars.</summary>
internal static class TwoNewMetrics
{
    private const string Operating = "截止日正常运营的两新单位中，";

    public static readonly IReadOnlyList<Figure> All =
    [
        Units("two_new.unbuilt_required", "应建未建单位数", Operating + "已符合单独组建条件、截止日没有党组织覆盖的；组建一般留3个月，仍在期内的在更正中说明。", p => u => u.ShouldBuildFrom <= p.Cutoff
            && !u.Coverage.Any(c => c.Mode <= CoverageMode.Attached && c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff))),
        Units("two_new.work_uncovered", "工作未覆盖单位数", Operating + "截止日没有党组织、指导员、联络员和群团覆盖的。", p => u => !u.Coverage.Any(c => c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff))),
        new("two_new.establishment_mode", "组建方式", "", "本级在党组织名录登记的组建方式，按现登记。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Text, IsOwn = true, Sections = [AssessedTwoNew],
            Facts = (db, p) => OrganizationFigures.StandingOn(db, p).Where(o => o.Domain == OrganizationDomain.TwoNew && (o.Nature == OrganizationNature.Single || o.Nature == OrganizationNature.Joint || o.Nature == OrganizationNature.Attached))
                .Select(o => new Fact { OrganizationId = o.Id, RecordKind = RecordKinds.Organization, RecordId = o.Id, Amount = 1, DistinctKey = o.Nature == OrganizationNature.Single ? "单独" : o.Nature == OrganizationNature.Joint ? "联建" : "挂靠", EnteredOn = null, On = p.Cutoff }),
        },
        new("two_new.joint_covered_units", "联合党组织覆盖单位数", "家", "截止日由本级以联合或挂靠方式覆盖的两新单位；按覆盖情况中登记的党组织名称对应。")
        {
            Time = FigureTime.Stock, IsOwn = true, Among = "two_new.establishment_count", Sections = [AssessedTwoNew], Facts = (db, p) => Covered(db, p, c => c.Mode == CoverageMode.Joint || c.Mode == CoverageMode.Attached),
        },
        new("two_new.establishment_count", "两新党组织登记数", "个", "截止日在册的两新党组织，含片区、产业和功能型。") { Time = FigureTime.Stock, IsKeptByWork = true, IsOwn = true, Sections = [AssessedTwoNew], Facts = (db, p) => OrganizationFigures.At(db, p, o => o.Domain == OrganizationDomain.TwoNew) },
        new("two_new.instructor_assigned", "是否选派指导员", "", "本级覆盖的两新单位截止日有党建指导员的为1；按覆盖情况登记，没有登记指导员的为0。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Distinct, IsOwn = true, Among = "two_new.establishment_count", Sections = [AssessedTwoNew],
            Facts = (db, p) => Covered(db, p, c => c.Mode <= CoverageMode.Attached, instructed: true),
        },

        new("star.current", "现星级", "星", "本级截止日前最近一次评定的星级。") { Time = FigureTime.Stock, Fold = FigureFold.Sum, IsOwn = true, Sections = [AssessedTwoNew], Facts = (db, p) => Latest(db, p).Select(Rated(s => (int)s.Confirmed!.Value, s => "")) },
        new("star.change", "星级变化", "星", "本级截止日前最近一次评定的星级减去申报时的上年星级；上年没有星级的为未记录。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Sum, IsOwn = true, Sections = [AssessedTwoNew], Facts = (db, p) => Latest(db, p).Where(s => s.Former != null).Select(Rated(s => (int)s.Confirmed!.Value - (int)s.Former!.Value, s => "")),
        },
        new("star.self_gap", "自评与核定差距", "星", "本级报告年度内评定的星级与申报星级相差几星，不分高低。")
        {
            Fold = FigureFold.Sum, IsOwn = true, Sections = [AssessedTwoNew],
            Facts = (db, p) => Latest(db, p).Where(s => s.ConfirmedOn >= p.From).Select(Rated(s => s.Declared > s.Confirmed!.Value ? (int)s.Declared - (int)s.Confirmed.Value : (int)s.Confirmed.Value - (int)s.Declared, s => "")),
        },
        new("star.outcome", "星级结果类别", "", "本级报告年度内的评定结果：评为五星或比上年晋星的为“五星或晋星”，没有变化的为“保持四星”“保持三星”“保持二星”，降星或一星的为“降星或一星”；首次评定的按评定星级归类。")
        {
            Fold = FigureFold.Text, IsOwn = true, Sections = [AssessedTwoNew],
            Facts = (db, p) => Latest(db, p).Where(s => s.ConfirmedOn >= p.From).Select(Rated(s => 1, s => s.Confirmed == StarLevel.Five || s.Confirmed > s.Former ? "五星或晋星" : s.Confirmed < s.Former || s.Confirmed == StarLevel.One ? "降星或一星"
                : s.Confirmed == StarLevel.Four ? "保持四星" : s.Confirmed == StarLevel.Three ? "保持三星" : "保持二星")),
        },
        new("star_distribution", "星级分布", "家", "截止日前最近一次评定的星级，各星级两新党组织的家数。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Spread, Sections = [Supplement, AssessedTwoNew],
            Facts = (db, p) => Latest(db, p).Select(Rated(s => (int)s.Confirmed!.Value, s => s.Confirmed == StarLevel.Five ? "五星级" : s.Confirmed == StarLevel.Four ? "四星级" : s.Confirmed == StarLevel.Three ? "三星级" : s.Confirmed == StarLevel.Two ? "二星级" : "一星级")),
        },
    ];

    private static Figure Units(string key, string name, string definition, Func<Period, Expression<Func<TwoNewUnit, bool>>> which) => new(key, name, "家", definition)
    {
        Time = FigureTime.Stock, Among = "two_new_units_operating", Sections = [AssessedTwoNew], Facts = (db, p) => TwoNewFigures.Held(db, p).Where(which(p)).Amounting(Registers.Registers.TwoNewUnits, u => 1),
    };

    /// <summary>Units that an organisation covers, for that organisation: the register names it in words.</summary>
    private static IQueryable<Fact> Covered(PartyWorkDb db, Period p, Expression<Func<UnitCoverage, bool>> which, bool instructed = false) =>
        TwoNewFigures.Held(db, p).Where(u => !instructed || u.Coverage.Any(c => c.Mode == CoverageMode.Instructor && c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff)))
            .Join(db.Set<UnitCoverage>().Where(which).Where(c => c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff)), u => u.Id, c => c.RecordId, (u, c) => new { Unit = u, Coverage = c })
            .Join(OrganizationFigures.StandingOn(db, p).Where(o => o.Domain == OrganizationDomain.TwoNew), x => x.Coverage.By, o => o.Name,
                (x, o) => new Fact { OrganizationId = o.Id, RecordKind = Registers.Registers.TwoNewUnits.Key, RecordId = x.Unit.Id, Amount = 1, DistinctKey = o.Id + "", On = x.Coverage.From, EnteredOn = x.Unit.EnteredOn });

    /// <summary>Of each organisation the last star that was confirmed by the cut-off.</summary>
    private static IQueryable<StarDeclaration> Latest(PartyWorkDb db, Period p) => Rows<StarDeclaration>(db, s => s.Confirmed != null && s.ConfirmedOn <= p.Cutoff)
        .Where(s => !Rows<StarDeclaration>(db).Any(l => l.OrganizationId == s.OrganizationId && l.Confirmed != null && l.ConfirmedOn <= p.Cutoff && (l.ConfirmedOn > s.ConfirmedOn || (l.ConfirmedOn == s.ConfirmedOn && l.Id > s.Id))));

    private static Expression<Func<StarDeclaration, Fact>> Rated(Expression<Func<StarDeclaration, long>> amount, Expression<Func<StarDeclaration, string>> words) =>
        RegisterFacts.With((StarDeclaration s, long a, string w) => new Fact { OrganizationId = s.OrganizationId, RecordKind = Registers.Registers.StarDeclarations.Key, RecordId = s.Id, Amount = a, DistinctKey = w, On = s.ConfirmedOn!.Value, EnteredOn = s.EnteredOn }, amount, words);
}
