using System.Linq.Expressions;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Rectification and assessments, counted from plain registers until their own work yields the records: then only these queries change.</summary>
internal static class AheadFigures
{
    private const int FenPerTenThousandYuan = 1_000_000;

    public static readonly IReadOnlyList<Figure> All =
    [
        new("rectification_method_name", "整顿工作法名称", "", "报告年度在整顿的社区登记的整顿工作法。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Text, IsProvisional = true, Sections = [Rectification, RectificationMechanism, NextYear],
            Facts = (db, p) => Cases(db, p).Where(c => c.Method != "").Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.LaggingCases.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Method, On = c.On, EnteredOn = c.EnteredOn }),
        },
        new("lagging_communities", "后进社区数", "个", "报告年度内在整顿的社区，含年内验收、销号和延期的。")
        {
            Time = FigureTime.Programme, IsProvisional = true, Sections = [Rectification, Mechanisms, RectificationMechanism], Facts = (db, p) => Cases(db, p).Amounting(Registers.Registers.LaggingCases, c => 1),
        },
        new("lagging_accepted", "后进社区验收销号数", "个", "报告年度内销号的整顿社区，不多于后进社区数。")
        {
            Time = FigureTime.Programme, IsProvisional = true, Metric = "lagging.accepted", Sections = [Supplement, AssessedRectification],
            Facts = (db, p) => Accepted(db, p).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.LaggingCases.Key, RecordId = c.Id, Amount = 1, On = c.EndedOn!.Value, EnteredOn = c.EnteredOn }),
        },
        new("lagging.due", "应验收社区数", "个", "报告年度内在整顿、截止日列入已满6个月的社区，含年内已销号的。")
        {
            Time = FigureTime.Programme, IsProvisional = true, Among = "lagging_communities", Sections = [AssessedRectification],
            Facts = (db, p) => Cases(db, p).Where(c => c.On <= p.Cutoff.AddMonths(-LaggingCase.LeastMonths)).Amounting(Registers.Registers.LaggingCases, c => 1),
        },
        Progress("lagging_funds_10k", "整顿投入资金", "万元", "后进社区自列入之日起、截止日前到位的资金合计，含财政、帮扶单位和社会资金；承诺未到账的不计。", l => l.FundsFen, false, FenPerTenThousandYuan, Rectification, RectificationMechanism),
        Progress("lagging_practical_things", "办理惠民实事数", "件", "后进社区自列入之日起、截止日前办成的实事合计。", l => l.PracticalThings, true, 1, Rectification, RectificationMechanism),
        Progress("lagging_households_visited", "走访居民户数", "户", "后进社区自列入之日起、截止日前走访的户数合计；同一户走访多次由登记单位只计一次。", l => l.Households, true, 1, RectificationMechanism),
        Progress("service_cards_issued", "发放便民服务卡份数", "份", "后进社区自列入之日起、截止日前发放的便民服务卡合计。", l => l.Cards, true, 1, RectificationMechanism),
        Progress("lagging_opinions_collected", "收集意见建议条数", "条", "后进社区自列入之日起、截止日前收集的意见建议合计，登记时已合并重复。", l => l.Opinions, false, 1, RectificationMechanism),
        Least("least_leaders_per_lagging_community", "区级领导", "名", c => c.Leaders != null, c => c.Leaders!.Value),
        Least("least_first_secretaries_per_community", "第一书记", "名", c => c.FirstSecretaries != null, c => c.FirstSecretaries!.Value),
        Least("least_work_teams_per_community", "工作组", "个", c => c.WorkTeams != null, c => c.WorkTeams!.Value),
        Least("least_support_units_per_community", "结对区直单位", "个", c => c.SupportUnits != null, c => c.SupportUnits!.Value),
        Votes("lagging_votes_after", "整顿后测评有效票数", "报告年度内销号的社区验收时测评的有效票合计。", c => c.VotesAfter ?? 0),
        Votes("lagging_satisfied_after", "整顿后测评满意票数", "报告年度内销号的社区验收时测评的非常满意、满意和基本满意票合计。", c => c.SatisfiedAfter ?? 0),
        new("lagging_satisfaction_rate", "后进社区群众满意率", "%", "整顿后测评满意票数÷整顿后测评有效票数。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Ratio, IsProvisional = true, Numerator = "lagging_satisfied_after", Denominator = "lagging_votes_after",
        },

        Petitions("lagging_petitions_before", "整顿前年信访件次", "报告年度内销号的社区列入时的年信访件次合计。", c => c.PetitionsBefore),
        Petitions("lagging_petitions_change", "整顿前后年信访件次增减", "报告年度内销号的社区验收时的年信访件次减去列入时的，合计；减少的为负数。", c => (c.PetitionsAfter ?? 0) - c.PetitionsBefore),
        new("lagging_petition_rate_change", "后进社区上访率变化", "%", "整顿前后年信访件次增减÷整顿前年信访件次；居民人口按列入时登记的不变，因此与每千人信访件次的变化相同。其他社区的信访率待信访数据导入后计算。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Ratio, IsProvisional = true, IsChange = true, Numerator = "lagging_petitions_change", Denominator = "lagging_petitions_before",
            Metric = "petition.rate_change", Sections = [Supplement, AssessedOpinion],
        },

        new("rectification_batch_no", "后进社区整顿批次", "", "截止日前列入的最近一批的下一批，用汉字数字，如“八”。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Text, IsProvisional = true, IsNumeral = true, Sections = [NextYear],
            Facts = (db, p) => Rows<LaggingCase>(db, c => c.On <= p.Cutoff).Where(c => !Rows<LaggingCase>(db).Any(l => l.On <= p.Cutoff && l.Batch > c.Batch))
                .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.LaggingCases.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Batch + 1 + "", On = c.On, EnteredOn = c.EnteredOn }),
        },
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

    private static Figure Progress(string key, string name, string unit, string definition, Expression<Func<LaggingProgress, long>> amount, bool isApproximate, int scale, params FigureSection[] sections) => new(key, name, unit, definition)
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum, IsProvisional = true, IsApproximate = isApproximate, Scale = scale, Decimals = scale > 1 ? 2 : 0, Sections = sections,
        Facts = (db, p) => db.Set<LaggingProgress>().Where(l => l.Day <= p.Cutoff).Join(Cases(db, p), l => l.RecordId, c => c.Id, (l, c) => l).Amounting(Registers.Registers.LaggingCases, l => l.Day, amount),
    };

    /// <summary>What the community with the fewest has: the report says what each of them has.</summary>
    private static Figure Least(string key, string role, string unit, Expression<Func<LaggingCase, bool>> isRegistered, Expression<Func<LaggingCase, long>> number) =>
        new(key, $"后进社区实配{role}最少数", unit, $"报告年度内在整顿的各社区中，登记的{role}数最小的一个，用于核对报告中的方案数。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Least, IsProvisional = true, Facts = (db, p) => Cases(db, p).Where(isRegistered).Amounting(Registers.Registers.LaggingCases, number),
        };

    private static Figure Votes(string key, string name, string definition, Expression<Func<LaggingCase, long>> votes) => new(key, name, "票", definition)
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum, IsProvisional = true, Facts = (db, p) => Accepted(db, p).Amounting(Registers.Registers.LaggingCases, votes),
    };

    private static Figure Petitions(string key, string name, string definition, Expression<Func<LaggingCase, long>> cases) => new(key, name, "件次", definition)
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum, IsProvisional = true, Facts = (db, p) => Accepted(db, p).Amounting(Registers.Registers.LaggingCases, cases),
    };

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

    /// <summary>On the list at some time of the year: listed by the cut-off, not struck off before its first day.</summary>
    private static IQueryable<LaggingCase> Cases(PartyWorkDb db, Period p) => Rows<LaggingCase>(db, c => c.On <= p.Cutoff && (c.EndedOn == null || c.EndedOn >= p.From));

    private static IQueryable<LaggingCase> Accepted(PartyWorkDb db, Period p) => Rows<LaggingCase>(db, c => c.EndedOn >= p.From && c.EndedOn <= p.Cutoff);
}
