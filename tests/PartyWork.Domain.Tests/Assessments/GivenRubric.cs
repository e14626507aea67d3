using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>Rubrics and criteria to start from: complete unless a test says otherwise.</summary>
internal static class GivenRubric
{
    public static readonly ScoringPart
        PerLateReport = new(PartKind.Count, "quarterly.late_count") { Points = 0.3m },
        PerMissedStudy = new(PartKind.Short, "ledger.study_meeting_count") { Against = "4", Points = 0.75m, Step = 1 },
        PerPointOfRate = new(PartKind.Rate, "meeting.all.compliance_rate") { Against = "0.95", Points = 0.2m, Step = 0.01m },
        PerNeglectedTask = new(PartKind.Count, "special.overdue_count") { Points = 0.5m },
        ByShare = new(PartKind.Ratio, "pledge.fulfilled") { Against = "pledge.total" },
        ByGrade = new(PartKind.Map, "debrief.grade") { Bands = [new("good", 2), new("fairly_good", 1.6m), new("average", 0.8m), new("poor", 0)] },
        ByJudgement = new(PartKind.Judge, "") { Bands = [new("good", 2), new("fairly_good", 1.6m), new("average", 1), new("none", 0)] };

    public static readonly IReadOnlyDictionary<string, ScoreMetric> Metrics = new ScoreMetric[]
    {
        new("quarterly.late_count", "季报迟报次数", "次"),
        new("ledger.study_meeting_count", "专题研究党建", "次", Remedy: "补开"),
        new("meeting.all.compliance_rate", "组织生活总达标率", "%", Remedy: "补开"),
        new("pledge.fulfilled", "承诺兑现项数", "项", Remedy: "兑现并确认"),
        new("pledge.total", "承诺项数", "项", Remedy: "兑现并确认"),
        new("debrief.grade", "述职评议等次", ""),
        new("agreement.signed_on_time", "责任书按期签订", "", Remedy: "补签", Becomes: "late"),
        new("special.overdue_count", "专项任务逾期数", "项", IsAwaited: true),
        new("union.part_time_members", "兼职委员数", "人", IsStock: true, Remedy: "补聘"),
        new("lagging.measures_overdue", "整顿措施逾期数", "项", Remedy: "完成逾期措施"),
        new("survey.satisfaction_rate", "满意率", "%") { Whole = "有效票", Part = "满意" },
        new("petition.rate_change", "每千人信访件次变化", "%") { IsChange = true },
    }.ToDictionary(m => m.Key);

    public static readonly IReadOnlySet<string> Known = Metrics.Keys.Append(ScoreInputs.Judged).Append("fact.events").Append("config.required_days").Append("no_lagging_community").ToHashSet();

    public static CriterionText Criterion(string code = "A1-1", int points = 200, CriterionPhase phase = CriterionPhase.Both, string na = "", string to = "", params IReadOnlyList<ScoringPart> parts) =>
        new(code, points, $"{code}的标准", $"{code}的评分文字", parts.Count > 0 ? parts : [PerLateReport], new() { NotApplicableWhen = na, ReallocateTo = to },
            CriterionMethod.Composite, CriterionAutomation.Full, phase, CheckWays.Records, "记录（系统）");

    /// <summary>One class and one item over these criteria, with the points that they add up to.</summary>
    public static Rubric Draft(params IReadOnlyList<CriterionText> criteria)
    {
        var rubric = new Rubric(2026, RubricKind.Committee, 1, "党（工）委党建工作考核细则");
        var sum = criteria.Sum(c => c.Points);
        var item = rubric.AddItem(rubric.AddCategory("A", "主体责任", sum), "A1", "签状与承诺", sum);
        foreach (var criterion in criteria)
        {
            rubric.AddCriterion(item, criterion);
        }

        return rubric;
    }

    /// <summary>100 points in one criterion, so that it may be published.</summary>
    public static Rubric Whole() => Draft(Criterion(points: Rubric.FullMarks));

    public static Rubric Published()
    {
        var rubric = Whole();
        rubric.Publish(Known, Superior, Day(3, 1));
        return rubric;
    }

    public static RubricCriterion One(int points, params IReadOnlyList<ScoringPart> parts) => Draft(Criterion(points: points, parts: parts)).Criteria.Single();

    public static ScoreInputs Inputs(params IReadOnlyList<(string Name, ScoreValue Value)> values) => new(values.ToDictionary(v => v.Name, v => v.Value));

    /// <summary>Rounded hundredths, as a line prints it.</summary>
    public static int Scored(RubricCriterion criterion, ScoreInputs inputs, int months = 12) => Scoring.Score(criterion, inputs, months).Earned.RoundedHundredths();

    public static ScoredRubric Score(Rubric rubric, ScoreInputs inputs, AssessmentPhase phase = AssessmentPhase.End, int months = 12) =>
        ScoreEach(rubric, _ => new(inputs, months, Day(12, 25)), phase);

    public static ScoredRubric ScoreEach(Rubric rubric, Func<RubricCriterion, ScoreBasis> basis, AssessmentPhase phase = AssessmentPhase.End) => RubricScoring.Score(rubric, phase, basis, Metrics);
}
