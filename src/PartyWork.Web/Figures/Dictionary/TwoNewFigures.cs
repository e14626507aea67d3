using System.Linq.Expressions;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>两新单位 and how they are covered, counted by units and never by organisations.</summary>
internal static class TwoNewFigures
{
    private const string Operating = "截止日正常运营的两新单位，停业、空壳、失联、注销的不计；";

    public static readonly IReadOnlyList<Figure> All =
    [
        Units("two_new_units_operating", "正常运营两新单位数", "截止日前成立或入驻、仍正常运营的两新单位；停业、空壳、失联、注销的不计。", (db, p) => Held(db, p)),
        Units("two_new_org_covered", "党组织覆盖的两新单位数", Operating + "其中截止日由党组织（单独、联合、挂靠组建）覆盖的，一家计一次。",
            (db, p) => Held(db, p).Where(u => u.Coverage.Any(c => c.Mode <= CoverageMode.Attached && c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff)))),
        Units("two_new_covered", "党的组织和工作覆盖的两新单位数", Operating + "其中截止日有党组织、指导员、联络员或群团开展工作的，一家计一次。",
            (db, p) => Held(db, p).Where(u => u.Coverage.Any(c => c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff)))),
        Units("two_new_should_build", "应建党组织的两新单位数", Operating + "其中截止日前已符合单独组建条件（3名以上正式党员、条件成熟）的。", (db, p) => Held(db, p).Where(u => u.ShouldBuildFrom <= p.Cutoff), "two_new_units_operating"),
        Units("two_new_should_built", "应建已建的两新单位数", "应建党组织的两新单位中，截止日由党组织覆盖的。",
            (db, p) => Held(db, p).Where(u => u.ShouldBuildFrom <= p.Cutoff && u.Coverage.Any(c => c.Mode <= CoverageMode.Attached && c.From <= p.Cutoff && (c.To == null || c.To > p.Cutoff)))),
        Rate("two_new_coverage_rate", "党的组织和工作覆盖率", "党的组织和工作覆盖的两新单位数÷正常运营两新单位数；按单位计，不按党组织计。", "two_new_covered", "two_new_units_operating", TwoNew),
        Rate("two_new_org_coverage_rate", "两新组织覆盖率", "党组织覆盖的两新单位数÷正常运营两新单位数。", "two_new_org_covered", "two_new_units_operating", Supplement),
        Rate("two_new_work_coverage_rate", "两新工作覆盖率", "有党组织或指导员、联络员、群团开展工作的两新单位数÷正常运营两新单位数。", "two_new_covered", "two_new_units_operating", Supplement, "two_new.work_coverage_rate"),
        Rate("two_new_should_build_rate", "应建已建率", "应建已建的两新单位数÷应建党组织的两新单位数。", "two_new_should_built", "two_new_should_build", Supplement, "two_new.should_build_rate"),
        new("two_new_star_declared", "申报星级创建的两新党组织数", "家", "报告年度内申报星级的两新党组织，一个党组织计一次；看一个两新党组织时，1为已申报，0为没有申报。")
        {
            Fold = FigureFold.Distinct, Metric = "star.declared", Among = "two_new_orgs", Sections = [Demonstration, AssessedTwoNew],
            Facts = (db, p) => Rows<StarDeclaration>(db, s => s.On >= p.From && s.On <= p.Cutoff)
                .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = Registers.Registers.StarDeclarations.Key, RecordId = s.Id, Amount = 1, DistinctKey = s.OrganizationId + "", On = s.On, EnteredOn = s.EnteredOn }),
        },
    ];

    private static Figure Units(string key, string name, string definition, Func<PartyWorkDb, Period, IQueryable<TwoNewUnit>> units, string among = "") => new(key, name, "家", definition)
    {
        Time = FigureTime.Stock, Among = among,
        Facts = (db, p) => units(db, p).Select(u => new Fact { OrganizationId = u.OrganizationId, RecordKind = Registers.Registers.TwoNewUnits.Key, RecordId = u.Id, Amount = 1, On = u.On, EnteredOn = u.EnteredOn }),
    };

    private static Figure Rate(string key, string name, string definition, string part, string whole, FigureSection section, string metric = "") =>
        new(key, name, "%", definition) { Time = FigureTime.Stock, Fold = FigureFold.Ratio, Numerator = part, Denominator = whole, Metric = metric, Sections = metric.Length > 0 ? [section, AssessedTwoNew] : [section] };

    internal static IQueryable<TwoNewUnit> Held(PartyWorkDb db, Period p) => HeldRows<TwoNewUnit>(db, p).Where(u => u.StoppedOn == null || u.StoppedOn > p.Cutoff);
}
