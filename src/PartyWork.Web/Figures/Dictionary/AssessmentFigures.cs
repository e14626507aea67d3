using System.Linq.Expressions;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Assessments: by whom and when, by which rubrics, and what they came to.</summary>
internal static class AssessmentFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("grade_distribution", "考核等次分布", "个", "报告年度年底考核公布的等次，优秀、良好、一般、较差各几个。")
        {
            Fold = FigureFold.Spread,
            Facts = (db, p) => db.AnnualResults.Where(r => r.Round.Year == p.Year && r.Round.AnnouncedOn != null && r.Sheet.VisitedOn >= p.From && r.Sheet.VisitedOn <= p.Cutoff).Select(With(
                (AnnualResult r, long rank, string word) => new Fact { OrganizationId = r.OrganizationId, RecordKind = RecordKinds.AnnualResult, RecordId = r.Id, Amount = rank, DistinctKey = word, On = r.Sheet.VisitedOn!.Value, EnteredOn = r.Round.AnnouncedOn },
                r => 4 - (int)r.Grade, r => r.Grade == AssessmentGrade.Excellent ? "优秀" : r.Grade == AssessmentGrade.Good ? "良好" : r.Grade == AssessmentGrade.Fair ? "一般" : "较差")),
        },
        new("year_end_assessment_month", "年底考核月份", "月", "报告年度区级年底考核已发布的各轮，现场考核开始的月份。")
        {
            Fold = FigureFold.Text, Sections = [Responsibility],
            Facts = (db, p) => db.Rounds.Where(r => r.Phase == AssessmentPhase.End && r.Year == p.Cutoff.Year && r.PublishedOn <= p.Cutoff && Districts(db).Any(o => o.Id == r.OrganizerId))
                .Select(r => new Fact { OrganizationId = r.OrganizerId, RecordKind = RecordKinds.Round, RecordId = r.Id, Amount = 1, DistinctKey = r.Plan.OnSiteFrom.Month + "", On = r.PublishedOn!.Value, EnteredOn = r.PublishedOn }),
        },
        Assessed("mid_year_committees_assessed", "年中考核党（工）委数", "报告年度年中检查中考核组已提交评分表的区属党（工）委，一个计一次。", AssessmentPhase.Mid, Mechanisms),
        Assessed("year_end_committees_assessed", "年底全面考核的党（工）委数", "报告年度年底考核中考核组已提交评分表的区属党（工）委，一个计一次。", AssessmentPhase.End, Responsibility),
        Rubric("rubric_category_count", "考核标准类数", "类", "报告年度启用的各套考核细则（每类对象取最新一版）中“类”的合计。", false, (db, p) =>
            from o in Districts(db) from r in InForce(db, p) from c in r.Categories
            select new Fact { OrganizationId = o.Id, RecordKind = RecordKinds.RubricCategory, RecordId = c.Id, Amount = 1, On = r.PublishedOn!.Value, EnteredOn = r.PublishedOn }),
        Rubric("rubric_item_count", "考核标准项数", "项", "报告年度启用的各套考核细则（每类对象取最新一版）中“项”的合计。", false, (db, p) =>
            from o in Districts(db) from r in InForce(db, p) from c in r.Categories from i in c.Items
            select new Fact { OrganizationId = o.Id, RecordKind = RecordKinds.RubricItem, RecordId = i.Id, Amount = 1, On = r.PublishedOn!.Value, EnteredOn = r.PublishedOn }),
        Rubric("rubric_criterion_count", "考核标准条数", "条", "报告年度启用的各套考核细则（每类对象取最新一版）中“条”的合计。", true, (db, p) =>
            from o in Districts(db) from r in InForce(db, p) from c in r.Categories from i in c.Items from x in i.Criteria
            select new Fact { OrganizationId = o.Id, RecordKind = RecordKinds.RubricCriterion, RecordId = x.Id, Amount = 1, On = r.PublishedOn!.Value, EnteredOn = r.PublishedOn }),
    ];

    /// <summary>By the sheets that their teams have submitted, dated by the visit.</summary>
    private static Figure Assessed(string key, string name, string definition, AssessmentPhase phase, FigureSection section) => new(key, name, "个", definition)
    {
        Fold = FigureFold.Distinct, Sections = [section],
        Facts = (db, p) => db.ScoreSheets.Where(s => s.Round.Phase == phase && s.SubmittedAt != null && s.VisitedOn >= p.From && s.VisitedOn <= p.Cutoff && s.Rubric.Kind == RubricKind.Committee)
            .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Sheet, RecordId = s.Id, Amount = 1, DistinctKey = s.OrganizationId + "", On = s.VisitedOn!.Value, EnteredOn = s.VisitedOn }),
    };

    private static Figure Rubric(string key, string name, string unit, string definition, bool isApproximate, Func<PartyWorkDb, Period, IQueryable<Fact>> facts) => new(key, name, unit, definition)
    {
        IsApproximate = isApproximate, Sections = [Mechanisms], Facts = facts,
    };

    /// <summary>The newest version of each kind that was published by the cut-off.</summary>
    private static IQueryable<Rubric> InForce(PartyWorkDb db, Period p) =>
        db.Rubrics.Where(r => r.Year == p.Cutoff.Year && r.PublishedOn <= p.Cutoff && !db.Rubrics.Any(x => x.Year == r.Year && x.Kind == r.Kind && x.PublishedOn <= p.Cutoff && x.No > r.No));

    /// <summary>What is set for all belongs to the district itself.</summary>
    private static IQueryable<Organization> Districts(PartyWorkDb db) => db.Organizations.Where(o => o.Level == OrganizationLevel.District);
}
