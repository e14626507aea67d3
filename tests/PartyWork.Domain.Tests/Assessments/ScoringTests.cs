using PartyWork.Domain.Assessments;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>Each part of the grammar, its options and its edges. Points and scores in hundredths.</summary>
public sealed class ScoringTests
{
    [Theory]
    [InlineData("unsigned", 0)]
    [InlineData("late", 150)]
    [InlineData("on_time", 200)]
    public void When_set_and_when_deduct(string signed, int score)
    {
        var criterion = One(200, new(PartKind.WhenSet, "agreement.signed_on_time == 'unsigned'") { Points = 0 }, new(PartKind.WhenDeduct, "agreement.signed_on_time == 'late'") { Points = 0.5m });

        Assert.Equal(score, Scored(criterion, Inputs(("agreement.signed_on_time", ScoreValue.Of(signed)))));
    }

    [Fact]
    public void A_set_score_is_the_score_whatever_comes_after_it()
    {
        var criterion = One(200, new(PartKind.WhenSet, "m == 0") { Points = 0.5m }, PerLateReport);

        Assert.Equal(50, Scored(criterion, Inputs(("m", ScoreValue.Of(0)), ("quarterly.late_count", ScoreValue.Of(9)))));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 170)]
    [InlineData(6, 20)]
    [InlineData(7, 0)]
    [InlineData(100, 0)]
    [InlineData(-3, 200)]
    public void Count_takes_off_for_each_until_nothing_is_left(int late, int score) => Assert.Equal(score, Scored(One(200, PerLateReport), Inputs(("quarterly.late_count", ScoreValue.Of(late)))));

    [Theory]
    [InlineData("4", 300)]
    [InlineData("5", 300)]
    [InlineData("3", 225)]
    [InlineData("3.5", 225)]
    [InlineData("0", 0)]
    public void Short_takes_off_for_each_step_begun(string held, int score) => Assert.Equal(score, Scored(One(300, PerMissedStudy), Inputs(("ledger.study_meeting_count", Number(held)))));

    [Theory]
    [InlineData("56", 200)]
    [InlineData("55", 180)]
    [InlineData("52", 180)]
    [InlineData("51.9", 160)]
    public void Short_in_steps_of_four(string hours, int score) =>
        Assert.Equal(score, Scored(One(200, new ScoringPart(PartKind.Short, "training.secretary_hours") { Against = "56", Points = 0.2m, Step = 4 }), Inputs(("training.secretary_hours", Number(hours)))));

    [Theory]
    [InlineData("2", 400)]
    [InlineData("1.9", 380)]
    [InlineData("1.85", 360)]
    public void Short_in_steps_of_a_tenth(string services, int score) =>
        Assert.Equal(score, Scored(One(400, new ScoringPart(PartKind.Short, "checkin.services_per_member") { Against = "2", Points = 0.2m, Step = 0.1m }), Inputs(("checkin.services_per_member", Number(services)))));

    [Theory]
    [InlineData(12, 0, 0)]
    [InlineData(6, 2, 300)]
    [InlineData(6, 1, 225)]
    [InlineData(7, 2, 225)]
    [InlineData(1, 1, 300)]
    public void Short_of_a_year_is_prorated_by_elapsed_months(int months, int held, int score) => Assert.Equal(score, Scored(One(300, PerMissedStudy), Inputs(("ledger.study_meeting_count", ScoreValue.Of(held))), months));

    [Fact]
    public void A_stock_is_required_in_full_at_mid_year()
    {
        var criterion = One(200, new ScoringPart(PartKind.Short, "union.part_time_members") { Against = "7", Points = 0.2m, Step = 1 });
        var inputs = Inputs(("union.part_time_members", ScoreValue.Of(6)));

        Assert.Equal(200, Scored(criterion, inputs, 6));
        Assert.Equal(180, Scoring.Score(criterion, inputs, 6, new HashSet<string> { "union.part_time_members" }).Earned.RoundedHundredths());
    }

    [Theory]
    [InlineData(90, 200)]
    [InlineData(89, 150)]
    [InlineData(85, 150)]
    [InlineData(84, 100)]
    public void Short_of_a_parameter_of_the_district(int days, int score) =>
        Assert.Equal(score, Scored(OfRequiredDays(), Inputs(("lagging.first_secretary_days", ScoreValue.Of(days)), ("config.required_days", ScoreValue.Of(90)))));

    [Fact]
    public void A_parameter_that_is_not_set_leaves_it_to_the_assessor() =>
        Assert.Equal(ScoreState.ForAssessor, Scoring.Score(OfRequiredDays(), Inputs(("lagging.first_secretary_days", ScoreValue.Of(90)))).State);

    [Theory]
    [InlineData(5, 300)]
    [InlineData(6, 250)]
    [InlineData(8, 150)]
    [InlineData(99, 0)]
    public void Over_takes_off_for_each_step_begun_above_the_limit(int units, int score) =>
        Assert.Equal(score, Scored(One(300, new ScoringPart(PartKind.Over, "two_new.joint_covered_units") { Against = "5", Points = 0.5m, Step = 1 }), Inputs(("two_new.joint_covered_units", ScoreValue.Of(units)))));

    [Fact]
    public void Over_is_not_prorated() =>
        Assert.Equal(300, Scored(One(300, new ScoringPart(PartKind.Over, "m") { Against = "5", Points = 0.5m, Step = 1 }), Inputs(("m", ScoreValue.Of(5))), 6));

    [Theory]
    [InlineData(95, 100, 600)]
    [InlineData(100, 100, 600)]
    [InlineData(94, 100, 580)]
    [InlineData(187, 200, 570)]
    [InlineData(2, 3, 33)]
    [InlineData(0, 5, 0)]
    public void Rate_by_the_percentage_point_is_linear(int reached, int required, int score) => Assert.Equal(score, Scored(One(600, PerPointOfRate), Inputs(("meeting.all.compliance_rate", ScoreValue.Rate(reached, required)))));

    [Theory]
    [InlineData("0.9", 400)]
    [InlineData("0.899", 340)]
    [InlineData("0.85", 340)]
    [InlineData("0.84", 280)]
    [InlineData("0", 0)]
    public void Rate_by_a_larger_step_counts_steps_begun(string rate, int score) =>
        Assert.Equal(score, Scored(One(400, new ScoringPart(PartKind.Rate, "survey.team_approval_rate") { Against = "0.9", Points = 0.6m, Step = 0.05m }), Inputs(("survey.team_approval_rate", Number(rate)))));

    [Fact]
    public void A_rate_over_nothing_does_not_apply() =>
        Assert.Equal(ScoreState.NotApplicable, Scoring.Score(One(600, PerPointOfRate), Inputs(("meeting.all.compliance_rate", ScoreValue.Rate(0, 0)))).State);

    [Theory]
    [InlineData(3, 3, 200)]
    [InlineData(4, 3, 200)]
    [InlineData(2, 3, 133)]
    [InlineData(1, 3, 67)]
    [InlineData(0, 3, 0)]
    public void Ratio_gives_the_share_and_never_more_than_all(int kept, int all, int score) =>
        Assert.Equal(score, Scored(One(200, ByShare), Inputs(("pledge.fulfilled", ScoreValue.Of(kept)), ("pledge.total", ScoreValue.Of(all)))));

    [Fact]
    public void A_ratio_of_nothing_does_not_apply()
    {
        var score = Scoring.Score(One(200, ByShare), Inputs(("pledge.fulfilled", ScoreValue.Of(0)), ("pledge.total", ScoreValue.Of(0))));

        Assert.Equal(ScoreState.NotApplicable, score.State);
    }

    [Fact]
    public void A_ratio_and_a_deduction_add_up() =>
        Assert.Equal(83, Scored(One(200, ByShare, new(PartKind.WhenDeduct, "fact.pledge_unpublished") { Points = 0.5m }),
            Inputs(("pledge.fulfilled", ScoreValue.Of(2)), ("pledge.total", ScoreValue.Of(3)), ("fact.pledge_unpublished", ScoreValue.Of(true)))));

    [Fact]
    public void A_ratio_of_sums() =>
        Assert.Equal(100, Scored(One(200, new ScoringPart(PartKind.Ratio, "a + b") { Against = "c + d" }), Inputs(("a", ScoreValue.Of(1)), ("b", ScoreValue.Of(1)), ("c", ScoreValue.Of(3)), ("d", ScoreValue.Of(1)))));

    [Theory]
    [InlineData("0.95", 400)]
    [InlineData("0.949", 350)]
    [InlineData("0.9", 350)]
    [InlineData("0.85", 300)]
    [InlineData("0.8", 200)]
    [InlineData("0.79", 0)]
    public void Tiers_from_the_first_bound_that_is_reached(string rate, int score) =>
        Assert.Equal(score, Scored(One(400, new ScoringPart(PartKind.TiersFrom, "survey.satisfaction_rate") { Bands = [new("0.95", 4), new("0.9", 3.5m), new("0.85", 3), new("0.8", 2)], Points = 0 }), Inputs(("survey.satisfaction_rate", Number(rate)))));

    [Theory]
    [InlineData("-0.35", 400)]
    [InlineData("-0.3", 400)]
    [InlineData("-0.1", 300)]
    [InlineData("-0.0001", 200)]
    [InlineData("0", 0)]
    [InlineData("0.2", 0)]
    public void Tiers_up_to_the_first_bound_that_is_not_passed(string change, int score) =>
        Assert.Equal(score, Scored(One(400, new ScoringPart(PartKind.TiersUpTo, "petition.rate_change") { Bands = [new("-0.3", 4), new("-0.1", 3), new("-0.0001", 2)], Points = 0 }), Inputs(("petition.rate_change", Number(change)))));

    [Theory]
    [InlineData(1, 1, 200)]
    [InlineData(0, 1, 100)]
    [InlineData(0, 0, 0)]
    public void Tiers_of_a_sum(int sessions, int others, int score) =>
        Assert.Equal(score, Scored(One(200, new ScoringPart(PartKind.TiersFrom, "open_life.base_sessions + activity.flexible_count") { Bands = [new("2", 2), new("1", 1)], Points = 0 }),
            Inputs(("open_life.base_sessions", ScoreValue.Of(sessions)), ("activity.flexible_count", ScoreValue.Of(others)))));

    [Theory]
    [InlineData("good", 200)]
    [InlineData("较好", 160)]
    [InlineData("一般", 80)]
    [InlineData("poor", 0)]
    public void Map_looks_the_word_up_in_either_language(string grade, int score) => Assert.Equal(score, Scored(One(200, ByGrade), Inputs(("debrief.grade", ScoreValue.Of(grade)))));

    [Fact]
    public void A_word_that_the_table_has_not_is_left_to_the_assessor() => Assert.Equal(ScoreState.ForAssessor, Scoring.Score(One(200, ByGrade), Inputs(("debrief.grade", ScoreValue.Of("免评")))).State);

    [Theory]
    [InlineData(PartKind.Count, "debrief.grade", "")]
    [InlineData(PartKind.Short, "debrief.grade", "4")]
    [InlineData(PartKind.WhenDeduct, "debrief.grade > 3", "")]
    public void A_word_where_a_number_is_needed_is_left_to_the_assessor_and_is_no_full_marks(PartKind kind, string subject, string against)
    {
        var score = Scoring.Score(One(200, new ScoringPart(kind, subject) { Against = against, Points = 1, Step = kind is PartKind.Short ? 1 : null }), Inputs(("debrief.grade", ScoreValue.Of("good"))));

        Assert.Equal(ScoreState.ForAssessor, score.State);
        Assert.Equal(["debrief.grade"], score.Parts.Single().Unknown);
    }

    [Theory]
    [InlineData("是", 200)]
    [InlineData("否", 0)]
    public void A_table_may_say_yes_and_no(string flag, int score) =>
        Assert.Equal(score, Scored(One(200, new ScoringPart(PartKind.Map, "debrief.grade") { Bands = [new("是", 2), new("否", 0)] }), Inputs(("debrief.grade", ScoreValue.Of(flag)))));

    [Fact]
    public void A_ratio_of_nothing_does_not_apply_whatever_stands_beside_it() =>
        Assert.Equal(ScoreState.NotApplicable, Scoring.Score(One(200, ByShare, PerLateReport), Inputs(("pledge.fulfilled", ScoreValue.Of(0)), ("pledge.total", ScoreValue.Of(0)), ("quarterly.late_count", ScoreValue.Of(1)))).State);

    [Theory]
    [InlineData("good", 200)]
    [InlineData("average", 100)]
    public void Judge_takes_the_band_that_was_picked(string band, int score) => Assert.Equal(score, Scored(One(200, ByJudgement), Inputs((ScoreInputs.Judged, ScoreValue.Of(band)))));

    [Fact]
    public void Nothing_is_judged_before_somebody_has() => Assert.Equal(ScoreState.ForAssessor, Scoring.Score(One(200, ByJudgement), Inputs()).State);

    [Fact]
    public void Below_the_top_band_a_judgement_says_why()
    {
        ByJudgement.RequireReason("好", "");
        AssertRefused("不少于15字", () => ByJudgement.RequireReason("较好", "品牌服务记录不全"));
        ByJudgement.RequireReason("较好", Characters(15));
        AssertRefused("选择一档", () => ByJudgement.RequireReason("excellent", Characters(15)));
    }

    [Fact]
    public void What_is_not_recorded_is_no_nought()
    {
        var score = Scoring.Score(One(200, PerLateReport), Inputs());

        Assert.Equal(ScoreState.ForAssessor, score.State);
        Assert.Equal(["quarterly.late_count"], score.Parts.Single().Unknown);
    }

    [Fact]
    public void One_unrecorded_metric_leaves_the_whole_criterion_to_the_assessor() =>
        Assert.Equal(ScoreState.ForAssessor, Scoring.Score(One(200, PerLateReport, new(PartKind.Count, "quarterly.missing_count") { Points = 0.5m }), Inputs(("quarterly.late_count", ScoreValue.Of(1)))).State);

    [Fact]
    public void A_set_score_stands_even_where_an_earlier_deduction_is_unknown()
    {
        var score = Scoring.Score(One(200, PerLateReport, new(PartKind.WhenSet, "m == 0") { Points = 0 }), Inputs(("m", ScoreValue.Of(0))));

        Assert.Equal((ScoreState.Computed, 0), (score.State, score.Earned.RoundedHundredths()));
    }

    [Fact]
    public void What_only_an_assessor_can_say_leaves_the_criterion_to_him_until_he_does()
    {
        var criterion = One(200, new(PartKind.WhenSet, "org.term_overdue_days > 30") { Points = 0 }, new(PartKind.Count, "fact.election_procedure_gaps") { Points = 0.5m });
        var known = Inputs(("org.term_overdue_days", ScoreValue.Of(0)));

        var before = Scoring.Score(criterion, known);
        var after = Scoring.Score(criterion, known.With(new Dictionary<string, ScoreValue> { ["fact.election_procedure_gaps"] = ScoreValue.Of(2) }));

        Assert.Equal((ScoreState.Partial, 0), (before.State, before.Earned.RoundedHundredths()));
        Assert.Equal((ScoreState.Computed, 100), (after.State, after.Earned.RoundedHundredths()));
    }

    [Fact]
    public void Where_the_circumstance_holds_the_criterion_does_not_apply()
    {
        var criterion = Draft(Criterion(points: 400, na: "no_lagging_community", parts: PerLateReport)).Criteria.Single();

        Assert.Equal(ScoreState.NotApplicable, Scoring.Score(criterion, Inputs(("no_lagging_community", ScoreValue.Of(true)))).State);
        Assert.Equal(ScoreState.Computed, Scoring.Score(criterion, Inputs(("no_lagging_community", ScoreValue.Of(false)), ("quarterly.late_count", ScoreValue.Of(0)))).State);
    }

    private static RubricCriterion OfRequiredDays() => One(200, new ScoringPart(PartKind.Short, "lagging.first_secretary_days") { Against = "config.required_days", Points = 0.5m, Step = 5 });

    private static ScoreValue Number(string text) => ScoreValue.Of(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
