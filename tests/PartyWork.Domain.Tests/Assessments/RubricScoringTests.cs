using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>A whole rubric: whose points go where, what is earned, at risk, lost and open, and in which words.</summary>
public sealed class RubricScoringTests
{
    private static readonly ScoreInputs Perfect = Inputs(("quarterly.late_count", ScoreValue.Of(0)), ("no_lagging_community", ScoreValue.Of(true)), ("ledger.study_meeting_count", ScoreValue.Of(4)));

    [Fact]
    public void Points_of_what_does_not_apply_go_to_the_rest_of_the_item_by_largest_remainder()
    {
        var scored = Score(Draft(Criterion("A1-1", 400), Criterion("A1-2", 200), Criterion("A1-3", 400, na: "no_lagging_community")), Perfect);

        Assert.Equal([667, 333, 0], scored.Lines.Select(l => l.Points));
        Assert.Equal(1000, scored.Earned);
        Assert.Equal(["A1-3"], scored.Lines[0].CameFrom);
    }

    [Fact]
    public void They_go_where_the_rubric_says()
    {
        var scored = Score(Draft(Criterion("A1-1", 400), Criterion("A1-2", 200), Criterion("A1-3", 400, na: "no_lagging_community", to: "A1-2")), Perfect);

        Assert.Equal([400, 600, 0], scored.Lines.Select(l => l.Points));
    }

    [Fact]
    public void Two_that_do_not_apply_are_shared_out_together()
    {
        var scored = Score(Draft(Criterion("A1-1", 100), Criterion("A1-2", 100), Criterion("A1-3", 50, na: "no_lagging_community"), Criterion("A1-4", 51, na: "no_lagging_community")), Perfect);

        Assert.Equal([151, 150, 0, 0], scored.Lines.Select(l => l.Points));
    }

    [Fact]
    public void An_item_that_does_not_apply_at_all_gives_its_points_to_its_class_and_a_class_to_all()
    {
        var rubric = Draft(Criterion("A1-1", 400), Criterion("A1-2", 200));
        var other = rubric.AddItem(rubric.Categories.Single(), "A2", "后进整顿", 300);
        rubric.AddCriterion(other, Criterion("A2-1", 300, na: "no_lagging_community"));
        var third = rubric.AddItem(rubric.AddCategory("B", "帮扶", 600), "B1", "帮扶", 600);
        rubric.AddCriterion(third, Criterion("B1-1", 600, na: "no_lagging_community"));

        Assert.Equal([1000, 500, 0, 0], Score(rubric, Perfect).Lines.Select(l => l.Points));
    }

    [Fact]
    public void Where_the_named_target_does_not_apply_either_the_next_of_kin_takes_over()
    {
        var scored = Score(Draft(Criterion("A1-1", 400), Criterion("A1-2", 200, na: "no_lagging_community"), Criterion("A1-3", 400, na: "no_lagging_community", to: "A1-2")), Perfect);

        Assert.Equal([1000, 0, 0], scored.Lines.Select(l => l.Points));
    }

    [Fact]
    public void A_line_with_more_points_is_scored_in_proportion()
    {
        var scored = Score(Draft(Criterion("A1-1", 400), Criterion("A1-2", 400, na: "no_lagging_community")), Perfect.With(Late(2)));

        Assert.Equal((800, 680), (scored.Lines[0].Points, scored.Lines[0].Earned));
    }

    [Fact]
    public void A_lagging_community_is_checked_by_all_its_criteria_at_mid_year_too()
    {
        var rubric = new Rubric(2026, RubricKind.LaggingCommunity, 1, "后进社区整顿验收细则");
        var item = rubric.AddItem(rubric.AddCategory("A", "班子建设", 400), "A1", "配齐班子", 400);
        rubric.AddCriterion(item, Criterion("A1-1", 400, CriterionPhase.End));

        Assert.Single(Score(rubric, Perfect, AssessmentPhase.Mid).Lines);
    }

    [Fact]
    public void At_mid_year_only_its_criteria_count_and_100_is_made_of_them()
    {
        var rubric = Draft(Criterion("A1-1", 400, CriterionPhase.Mid), Criterion("A1-2", 200), Criterion("A1-3", 400, CriterionPhase.End));

        var mid = Score(rubric, Perfect.With(Late(1)), AssessmentPhase.Mid);

        Assert.Equal(["A1-1", "A1-2"], mid.Lines.Select(l => l.Criterion.Code));
        Assert.Equal((600, 540, 9_000), (mid.Points, mid.Earned, mid.OutOfFullMarks.Earned));
        Assert.Equal(3, Score(rubric, Perfect).Lines.Count);
    }

    [Fact]
    public void What_can_be_made_up_is_at_risk_and_what_is_late_is_lost()
    {
        var scored = Score(Draft(Criterion(points: 300, parts: [PerMissedStudy, PerLateReport])), Inputs(("ledger.study_meeting_count", ScoreValue.Of(3)), ("quarterly.late_count", ScoreValue.Of(1))));

        var line = scored.Lines.Single();
        Assert.Equal((195, 75, 30, 0), (line.Earned, line.AtRisk, line.Lost, line.Open));
        Assert.Equal("专题研究党建应4次 实3次 → −0.75 → 12月25日前补开可挽回；季报迟报次数1次 → −0.3 → 不可挽回。", line.Sentence);
    }

    [Fact]
    public void A_rate_says_what_was_due_and_what_was_done()
    {
        var line = Score(Draft(Criterion(points: 600, parts: PerPointOfRate)), Inputs(("meeting.all.compliance_rate", ScoreValue.Rate(45, 48)))).Lines.Single();

        Assert.Equal((575, 25, 0), (line.Earned, line.AtRisk, line.Lost));
        Assert.Equal("组织生活总达标率应达95% 实为93.75%（应48 实45） → −0.25 → 12月25日前补开可挽回。", line.Sentence);
    }

    [Fact]
    public void Votes_are_told_as_votes_and_a_change_as_what_it_was_and_what_it_is()
    {
        ScoringPart[] parts = [new(PartKind.Rate, "survey.satisfaction_rate") { Against = "0.98", Points = 0.2m, Step = 0.01m }, new(PartKind.TiersUpTo, "petition.rate_change") { Bands = [new("0", 6)], Points = 0 }];
        var inputs = Inputs(("survey.satisfaction_rate", ScoreValue.Rate(20, 21)), ("petition.rate_change", ScoreValue.Rate(-10, 16)));

        var line = Score(Draft(Criterion(points: 600, parts: parts)), inputs).Lines.Single();
        Assert.Contains("满意率应达98% 实为95.24%（有效票21 满意20）", line.Sentence, StringComparison.Ordinal);
        Assert.Equal("每千人信访件次变化-62.5%（原16 现6），不扣分。", Score(Draft(Criterion(points: 600, parts: parts[1])), inputs).Lines.Single().Sentence);
        Assert.Equal("-62.5%（原16 现6）", new PartWords(Metrics).Known("petition.rate_change", inputs));
    }

    [Fact]
    public void What_a_remedy_leaves_behind_is_lost()
    {
        var criterion = Criterion(points: 200, parts: [new(PartKind.WhenSet, "agreement.signed_on_time == 'unsigned'") { Points = 0 }, new(PartKind.WhenDeduct, "agreement.signed_on_time == 'late'") { Points = 0.5m }]);

        var unsigned = Score(Draft(criterion), Inputs(("agreement.signed_on_time", ScoreValue.Of("unsigned")))).Lines.Single();
        var late = Score(Draft(criterion), Inputs(("agreement.signed_on_time", ScoreValue.Of("late")))).Lines.Single();

        Assert.Equal((0, 150, 50), (unsigned.Earned, unsigned.AtRisk, unsigned.Lost));
        Assert.Equal("责任书按期签订为“未签订” → 本条得0分 → 12月25日前补签可挽回一部分。", unsigned.Sentence);
        Assert.Equal((150, 0, 50), (late.Earned, late.AtRisk, late.Lost));
        Assert.Equal("责任书按期签订为“逾期” → −0.5 → 不可挽回。", late.Sentence);
    }

    [Fact]
    public void What_stays_below_nought_anyhow_is_not_promised_back()
    {
        var line = Score(Draft(Criterion(points: 100, parts: [PerLateReport, PerMissedStudy])), Inputs(("quarterly.late_count", ScoreValue.Of(9)), ("ledger.study_meeting_count", ScoreValue.Of(3)))).Lines.Single();

        Assert.Equal((0, 0, 100), (line.Earned, line.AtRisk, line.Lost));
        Assert.Contains("无法挽回", line.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_never_takes_more_than_the_points()
    {
        var line = Score(Draft(Criterion(points: 100, parts: [PerMissedStudy, PerLateReport, new(PartKind.WhenDeduct, "debrief.grade == 'poor'") { Points = 0.5m }])),
            Inputs(("quarterly.late_count", ScoreValue.Of(2)), ("ledger.study_meeting_count", ScoreValue.Of(3)), ("debrief.grade", ScoreValue.Of("poor")))).Lines.Single();

        Assert.Equal("专题研究党建应4次 实3次 → −0.75 → 12月25日前补开可挽回；季报迟报次数2次 → −0.25（扣完为止） → 不可挽回；述职评议等次为“差” → 本条已扣完 → 不可挽回；补上后本条仍因其他扣分无法挽回。", line.Sentence);
    }

    [Fact]
    public void A_set_score_is_told_without_the_deductions_that_it_overrides()
    {
        var line = Score(Draft(Criterion(points: 200, parts: [PerLateReport, new(PartKind.WhenSet, "debrief.grade == 'poor'") { Points = 0.5m }])),
            Inputs(("quarterly.late_count", ScoreValue.Of(2)), ("debrief.grade", ScoreValue.Of("poor")))).Lines.Single();

        Assert.Equal((50, "述职评议等次为“差” → 本条得0.5分 → 不可挽回。"), (line.Earned, line.Sentence));
    }

    [Theory]
    [InlineData("专题研究党建应4次 实3次 → −0.75 → 12月25日前补开可挽回。", "专题研究党建应4次，实3次，扣0.75分，12月25日前补开可挽回。")]
    [InlineData("组织生活总达标率应达95% 实为92.31%（应26 实24） → −0.54。", "组织生活总达标率应达95%，实为92.31%（应26，实24），扣0.54分。")]
    [InlineData("责任书按期签订为“未签订” → 本条得0分 → 不可挽回。", "责任书按期签订为“未签订”，本条得0分，不可挽回。")]
    [InlineData("台账 更新不及时。", "台账 更新不及时。")]
    public void A_computed_sentence_is_written_out_for_letters_and_what_a_person_wrote_is_left(string sentence, string written) => Assert.Equal(written, ScoreWords.InWriting(sentence));

    [Theory]
    [InlineData(11, 3, "专题研究党建全年应4次（按已满11个月折算3.67次） 实3次 → −0.75 → 12月25日前补开可挽回。")]
    [InlineData(6, 2, "专题研究党建全年应4次（按已满6个月折算2次） 实2次，不扣分。")]
    [InlineData(12, 4, "专题研究党建应4次 实4次，不扣分。")]
    public void What_a_year_requires_is_told_with_how_it_was_prorated(int months, int held, string sentence) =>
        Assert.Equal(sentence, Score(Draft(Criterion(points: 300, parts: PerMissedStudy)), Inputs(("ledger.study_meeting_count", ScoreValue.Of(held))), months: months).Lines.Single().Sentence);

    [Fact]
    public void Past_its_data_day_nothing_is_promised_back()
    {
        var rubric = Draft(Criterion("A1-1", 300, CriterionPhase.Mid, parts: PerMissedStudy), Criterion("A1-2", 300, parts: PerMissedStudy));
        var inputs = Inputs(("ledger.study_meeting_count", ScoreValue.Of(0)));

        var lines = ScoreEach(rubric, c => c.Phase is CriterionPhase.Mid ? new(inputs, 6, null) : new(inputs, 12, Day(12, 25))).Lines;

        Assert.Equal((150, 0, 150), (lines[0].Earned, lines[0].AtRisk, lines[0].Lost));
        Assert.Equal("专题研究党建全年应4次（按已满6个月折算2次） 实0次 → −1.5 → 不可挽回。", lines[0].Sentence);
        Assert.Equal((0, 300, 0), (lines[1].Earned, lines[1].AtRisk, lines[1].Lost));
        Assert.EndsWith("→ 12月25日前补开可挽回。", lines[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_recorded_is_open_and_says_so()
    {
        var line = Score(Draft(Criterion(points: 200)), Inputs()).Lines.Single();

        Assert.Equal((ScoreState.ForAssessor, 0, 0, 0, 200), (line.State, line.Earned, line.AtRisk, line.Lost, line.Open));
        Assert.Equal("季报迟报次数未记录，本条由考核组评定；补录后即可自动计分。", line.Sentence);
    }

    [Fact]
    public void What_the_system_does_not_keep_is_looked_up_on_the_spot_and_nobody_is_told_to_enter_it()
    {
        var line = Score(Draft(Criterion(points: 200, parts: PerNeglectedTask)), Inputs()).Lines.Single();

        Assert.Equal("系统没有“专项任务逾期数”的记录，由考核组现场查证。", line.Sentence);
        Assert.Equal(OpenReason.NotKept, line.Why);
    }

    [Fact]
    public void Of_two_that_are_missing_each_says_what_helps()
    {
        var line = Score(Draft(Criterion(points: 200, parts: [PerLateReport, PerNeglectedTask])), Inputs()).Lines.Single();

        Assert.Equal("系统没有“专项任务逾期数”的记录，由考核组现场查证；季报迟报次数未记录，本条由考核组评定。", line.Sentence);
        Assert.Equal(OpenReason.NotEntered, line.Why);
    }

    [Fact]
    public void What_is_lost_already_is_told_with_what_is_still_open()
    {
        var line = Score(Draft(Criterion(points: 200, parts: [PerLateReport, PerNeglectedTask])), Inputs(("quarterly.late_count", ScoreValue.Of(1)))).Lines.Single();

        Assert.Equal("已知扣分：季报迟报次数1次 → −0.3 → 不可挽回；系统没有“专项任务逾期数”的记录，由考核组现场查证。", line.Sentence);
        Assert.Equal((0, 0, 0, 200), (line.Earned, line.AtRisk, line.Lost, line.Open));
        Assert.Contains("−2（扣完为止）", Score(Draft(Criterion(points: 200, parts: [PerLateReport, PerNeglectedTask])), Inputs(("quarterly.late_count", ScoreValue.Of(9)))).Lines.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_count_once_the_survey_has_ended()
    {
        var part = new ScoringPart(PartKind.Rate, "survey.satisfaction_rate") { Against = "0.98", Points = 0.2m, Step = 0.01m };

        var line = Score(Draft(Criterion(points: 200, parts: part)), Inputs(("survey.satisfaction_rate", ScoreValue.After("入户调查", Day(12, 25))))).Lines.Single();

        Assert.Equal("满意率：入户调查12月25日结束后计分。", line.Sentence);
        Assert.Equal((OpenReason.UnderWay, 200), (line.Why, line.Open));
    }

    [Fact]
    public void Who_was_appointed_within_the_year_is_measured_by_the_months_in_post()
    {
        var part = new ScoringPart(PartKind.Short, "ledger.study_meeting_count") { Against = "12", Points = 0.5m, Step = 1 };

        var line = Score(Draft(Criterion(points: 200, parts: part)), Inputs(("ledger.study_meeting_count", ScoreValue.Of(2).Within(3)))).Lines.Single();

        Assert.Equal((150, 50), (line.Earned, line.AtRisk));
        Assert.StartsWith("专题研究党建全年应12次（按在岗满3个月折算3次） 实2次 → −0.5", line.Sentence, StringComparison.Ordinal);
        Assert.Equal(3, ScoreInputs.Read("{\"a\":\"2/1@3\"}")["a"].Months); // as a sheet keeps it
    }

    [Fact]
    public void A_judgement_is_open_too() =>
        Assert.Equal("由考核组现场评定。", Score(Draft(Criterion(points: 200, parts: ByJudgement)), Inputs()).Lines.Single().Sentence);

    [Fact]
    public void What_does_not_apply_says_why()
    {
        Assert.Equal("没有后进社区，本条不适用，分值并入其他条款。", Score(Draft(Criterion("A1-1"), Criterion("A1-2", na: "no_lagging_community")), Perfect).Lines[1].Sentence);
        Assert.Equal("承诺项数没有应考核的对象（细则没有规定最少项数），本条不适用，分值并入其他条款。",
            Score(Draft(Criterion("A1-1"), Criterion("A1-2", parts: ByShare)), Perfect.With(new Dictionary<string, ScoreValue> { ["pledge.fulfilled"] = ScoreValue.Of(0), ["pledge.total"] = ScoreValue.Of(0) })).Lines[1].Sentence);
    }

    [Fact]
    public void A_deduction_opens_the_veto_review_that_the_criterion_names_and_takes_nothing_more()
    {
        var criterion = Criterion(points: 200) with { Options = new() { VetoTrigger = "fund_misuse" } };

        Assert.Equal("", Score(Draft(criterion), Perfect).Lines.Single().VetoTrigger);
        var line = Score(Draft(criterion), Perfect.With(Late(1))).Lines.Single();
        Assert.Equal(("fund_misuse", 170), (line.VetoTrigger, line.Earned));
    }

    [Fact]
    public void A_rate_over_nothing_takes_nothing_and_what_stands_beside_it_still_costs()
    {
        var criterion = Criterion(points: 200, parts: [PerPointOfRate, PerLateReport]);
        var inputs = Perfect.With(new Dictionary<string, ScoreValue> { ["meeting.all.compliance_rate"] = ScoreValue.Rate(0, 0), ["quarterly.late_count"] = ScoreValue.Of(1) });

        var line = Score(Draft(criterion), inputs).Lines.Single();

        Assert.Equal((ScoreState.Computed, 170, 30), (line.State, line.Earned, line.Lost));
    }

    [Fact]
    public void At_mid_year_the_four_parts_make_100_however_they_are_rounded()
    {
        var rubric = Draft(Criterion("A1-1", 100), Criterion("A1-2", 100, parts: ByJudgement with { Bands = [new("good", 1), new("poor", 0)] }), Criterion("A1-3", 100, parts: new ScoringPart(PartKind.WhenDeduct, "quarterly.late_count > 0") { Points = 1 }));

        var full = Score(rubric, Inputs(("quarterly.late_count", ScoreValue.Of(1))), AssessmentPhase.Mid).OutOfFullMarks;

        Assert.Equal((2_334, 0, 4_333, 3_333), (full.Earned, full.AtRisk, full.Lost, full.Open));
    }

    [Fact]
    public void A_phase_without_points_makes_nothing() => Assert.Equal((0, 0, 0, 0), new ScoredRubric([]).OutOfFullMarks);

    private static Dictionary<string, ScoreValue> Late(int reports) => new() { ["quarterly.late_count"] = ScoreValue.Of(reports) };
}
