using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class ScoreSheetTests
{
    [Fact]
    public void One_sentence_is_the_running_scores_the_suggestion_the_letters_and_the_problems()
    {
        var sheet = Told();
        var (line, criterion) = (sheet.Line("A1-1"), sheet.CriterionOf(sheet.Line("A1-1")));
        sheet.Round.Close(Given.Day(8, 20));

        var running = RubricScoring.Score(sheet.Rubric, AssessmentPhase.Mid, _ => new ScoreBasis(Records(), 6, null), GivenRubric.Metrics).Lines.Single(l => l.Criterion == criterion).Sentence;

        Assert.Equal([line.ComputedSentence, line.ComputedSentence], [sheet.Suggest(line, LineEntry.Accepting.Facts, GivenRubric.Metrics).Sentence, line.LossSentence]);
        Assert.EndsWith($"：{ScoreWords.InWriting(line.LossSentence, withLosses: false)}", sheet.Problems(1).Single(p => p.Statement.Contains("A1-1", StringComparison.Ordinal)).Statement, StringComparison.Ordinal);
        Assert.StartsWith(line.ComputedSentence.TrimEnd('。') + " → ", running, StringComparison.Ordinal); // and by when it can be earned back
    }

    [Fact]
    public void Each_line_takes_down_what_the_records_yield_and_what_was_said()
    {
        var round = Drafted(First);
        var filing = Publish(round).Single();
        filing.Edit("A1-2", "A1-2", At(7, 1)).Fill(Answer.Value, null, 2_400, "材料有欠缺");
        filing.Confirm(Secretary, At(7, 2));

        Freeze(round, new Dictionary<int, Filing> { [First] = filing });

        var sheet = round.Sheets[0];
        Assert.Equal([4_940, null, null], sheet.Lines.Select(l => l.Computed));
        Assert.Equal([4_940, 2_400, 2_000], sheet.Lines.Select(l => l.Self));
        Assert.Equal([ScoreState.Computed, ScoreState.ForAssessor, ScoreState.ForAssessor], sheet.Lines.Select(l => l.State));
        Assert.Equal("季报迟报次数2次 → −0.6。", sheet.Line("A1-1").ComputedSentence);
        Assert.Equal("专题研究党建未记录，本条由考核组评定。", sheet.Line("A1-3").ComputedSentence); // nobody is told to make good what no longer counts
    }

    [Fact]
    public void Who_filed_no_self_score_has_none()
    {
        Assert.All(OnSite().Lines, l => Assert.Null(l.Self));
    }

    [Fact]
    public void An_empty_score_takes_the_suggestion()
    {
        var sheet = OnSite();
        sheet.Give("A1-1", LineEntry.Accepting);

        Assert.Equal((4_940, "何敏之"), (sheet.Line("A1-1").Given, sheet.Line("A1-1").ScoredBy));
    }

    [Fact]
    public void What_differs_from_the_suggestion_says_why_and_on_what_evidence()
    {
        var sheet = OnSite();

        AssertRefused("与系统建议的49.4分不同，请写明理由", () => sheet.Give("A1-1", Entry(4_900)));
        AssertRefused("请写明佐证", () => sheet.Give("A1-1", Entry(4_900, "现场查实三次")));
        sheet.Give("A1-1", Entry(4_900, "现场查实三次", "季报存根第3、4、5号"));

        Assert.Equal(100, sheet.Line("A1-1").Loss);
        Assert.Equal("现场查实三次", sheet.Line("A1-1").LossSentence);
    }

    [Fact]
    public void Where_nothing_is_computed_a_deduction_has_its_reason_and_full_points_need_none()
    {
        var sheet = OnSite();

        AssertRefused("没有系统分，请打分", () => sheet.Give("A1-3", LineEntry.Accepting));
        AssertRefused("请写明扣分原因", () => sheet.Give("A1-3", Entry(1_900)));
        sheet.Give("A1-3", Entry(2_000));

        Assert.Equal(0, sheet.Line("A1-3").Loss);
    }

    [Fact]
    public void Points_taken_for_what_was_found_on_the_spot_name_fact_and_evidence_and_what_records_show_is_its_own()
    {
        var sheet = OnSite();
        var judged = (ScoreInputs.Judged, "fairly_good");

        AssertRefused("A1-3：扣分要有佐证", () => sheet.Give("A1-3", Entry(1_900, "查会议记录只有一次专题研究")));
        AssertRefused("A1-2：扣分要有佐证", () => sheet.Give("A1-2", Entry(reason: "述职材料照搬上年，与实际开展情况不一致", facts: judged)));
        sheet.Give("A1-3", Entry(1_900, "查会议记录只有一次专题研究", "查阅《会议记录》"));
        sheet.Give("A1-2", Entry(reason: "述职材料照搬上年，与实际开展情况不一致", evidence: "现场查看", facts: judged));
        sheet.Give("A1-1", LineEntry.Accepting);

        Assert.All(sheet.Lines, l => Assert.True(l.Loss > 0));
        AssertRefused("请先在打分处写明佐证", () => sheet.Settle(sheet.Line("A1-1"), 4_000, "另有一次逾期", AsLeader));
    }

    [Fact]
    public void A_judgement_below_the_best_says_why_in_fifteen_characters()
    {
        var sheet = OnSite();

        AssertRefused("不少于15字", () => sheet.Give("A1-2", Entry(reason: "材料不实", facts: (ScoreInputs.Judged, "fairly_good"))));
        sheet.Give("A1-2", Entry(facts: (ScoreInputs.Judged, "good")));

        Assert.Equal(3_000, sheet.Line("A1-2").Given);
    }

    [Fact]
    public void What_the_rubric_does_not_ask_is_not_found()
    {
        AssertRefused("A1-1不认定“judge”", () => OnSite().Give("A1-1", Entry(facts: (ScoreInputs.Judged, "good"))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5_001)]
    public void A_score_is_between_nought_and_the_points(int value)
    {
        AssertRefused("应在0至50之间", () => OnSite().Give("A1-1", Entry(value, "理由", "佐证")));
    }

    [Fact]
    public void Points_of_what_does_not_apply_go_to_the_rest()
    {
        var sheet = Scored();
        AssertRefused("认定不适用的，请写明理由", () => sheet.Give("A1-3", Entry(without: true)));

        sheet.Give("A1-3", Entry(reason: "本年新成立，未到应开时点", without: true));

        Assert.Equal([6_250, 3_750, 0], sheet.Lines.Select(l => l.Worth));
        Assert.Equal(6_175 + 3_000, sheet.Total(l => l.Standing)); // 49.4 of 50 and 24 of 30, by what they are worth now
    }

    [Fact]
    public void Only_the_team_scores_and_of_a_class_given_away_only_its_scorer_or_the_leader()
    {
        var sheet = OnSite();
        AssertRefused("只能给本考核组抽到的单位评分", () => sheet.Give("A1-1", LineEntry.Accepting, AsStranger));
        AssertRefused("只有本考核组组长", () => sheet.Divide(new Dictionary<string, int?> { ["A"] = Two.PersonId }, AsOne));

        sheet.Divide(new Dictionary<string, int?> { ["A"] = Two.PersonId }, AsLeader);

        AssertRefused("已由组长分给邱国栋评分", () => sheet.Give("A1-1", LineEntry.Accepting, AsOne));
        sheet.Give("A1-1", LineEntry.Accepting, AsLeader);
    }

    [Fact]
    public void Who_is_found_to_be_related_after_the_draw_scores_no_more()
    {
        var sheet = OnSite();
        sheet.Round.Recuse(One.PersonId, First, "配偶在该单位任职");

        AssertRefused("须回避的关系", () => sheet.Give("A1-1", LineEntry.Accepting));
    }

    [Fact]
    public void A_class_is_accepted_as_computed_and_what_people_must_say_stays_open()
    {
        var sheet = OnSite();

        Assert.Equal(1, sheet.Accept("A", GivenRubric.Metrics, AsOne, At(7, 8)));

        Assert.Equal(["A1-1"], sheet.Lines.Where(l => l.IsScored).Select(l => l.Code));
        AssertRefused("没有可以整类接受的条款", () => sheet.Accept("A", GivenRubric.Metrics, AsOne, At(7, 8)));
    }

    [Fact]
    public void The_leader_may_settle_otherwise_and_says_why()
    {
        var sheet = Scored();

        AssertRefused("请写明理由", () => sheet.Settle(sheet.Line("A1-3"), 1_800, "", AsLeader));
        sheet.Settle(sheet.Line("A1-3"), 1_800, "另有一次会议记录在支部", AsLeader);

        Assert.Equal((1_500, 1_800, 1_800), (sheet.Line("A1-3").Given, sheet.Line("A1-3").Team, sheet.Line("A1-3").Standing));
    }

    [Fact]
    public void With_a_line_open_nothing_is_submitted()
    {
        var sheet = OnSite();
        sheet.Give("A1-1", LineEntry.Accepting);

        AssertRefused("还有2条没有评分：A1-2、A1-3", () => sheet.Submit(Day(7, 8), "较好", AsLeader, At(7, 9)));
    }

    [Fact]
    public void Submitted_it_is_locked_with_a_hash()
    {
        var sheet = Submitted();

        Assert.Equal((SheetStage.Provisional, 8_840), (sheet.Stage, sheet.TeamTotal)); // 49.4 + 24 + 15
        Assert.Equal(64, sheet.Hash.Length);
        Assert.True(sheet.IsAsSubmitted);
        AssertRefused("评分表已提交", () => sheet.Give("A1-1", LineEntry.Accepting));
        AssertRefused("评分表已提交", () => sheet.Settle(sheet.Line("A1-1"), 0, "理由", AsLeader));
    }

    [Fact]
    public void A_sheet_that_is_not_what_was_submitted_is_not_sent_out()
    {
        var sheet = Submitted();
        typeof(SheetLine).GetProperty(nameof(SheetLine.Team))!.SetValue(sheet.Line("A1-3"), 2_000);

        AssertRefused("校验值不一致", () => sheet.GiveFeedback("1号", Notices, Day(7, 20)));
    }

    [Fact]
    public void The_district_asks_the_team_to_open_it_again_and_changes_nothing_itself()
    {
        var sheet = Submitted();
        AssertRefused("请写明退回考核组的理由", () => sheet.Reopen(""));

        sheet.Reopen("A1-3的会议次数与登记不符");
        sheet.Give("A1-3", Entry(2_000));
        sheet.Submit(Day(7, 8), "较好", AsLeader, At(7, 10));

        Assert.Equal(9_340, sheet.TeamTotal);
    }

    [Fact]
    public void Objections_come_within_five_workdays_one_to_a_line()
    {
        var sheet = Told();

        Assert.Equal(Day(7, 27), sheet.ObjectionUntil);
        sheet.Object("A1-3", ObjectionGround.Fact, "会议记录补充在后", Secretary, At(7, 27));
        AssertRefused("已经申诉过", () => sheet.Object("A1-3", ObjectionGround.Fact, "再次申诉", Secretary, At(7, 27)));
        AssertRefused("申诉期已于7月27日届满", () => sheet.Object("A1-1", ObjectionGround.Fact, "情况", Secretary, At(7, 28)));
        Assert.False(sheet.IsSettled(Day(7, 28)));
    }

    [Fact]
    public void A_review_is_of_two_who_did_not_score_and_is_final()
    {
        var sheet = Told();
        var objection = sheet.Object("A1-3", ObjectionGround.Fact, "会议记录补充在后", Secretary, At(7, 21));
        void Decide(string first, string second, ObjectionOutcome outcome = ObjectionOutcome.Adjusted, int? value = 1_800) => sheet.Decide(objection, outcome, value, first, second, "经查属实", Superior, At(7, 24));

        AssertRefused("不能是参与原评分", () => Decide("何敏之", "复核乙"));
        AssertRefused("两名不同复核人", () => Decide("复核甲", "复核甲"));
        Decide("复核甲", "复核乙");

        Assert.Equal((1_500, 1_800, 1_800), (sheet.Line("A1-3").Team, sheet.Line("A1-3").Reviewed, sheet.Line("A1-3").Standing));
        AssertRefused("已经作出复核决定", () => Decide("复核甲", "复核乙", ObjectionOutcome.Kept, null));
        sheet.Round.Close(Day(7, 28));
        Assert.Equal((8_840, 9_140), (sheet.TeamTotal, sheet.FinalTotal));
        Assert.EndsWith("扣2分：查会议记录只有一次专题研究", sheet.Problems(1)[^1].Statement, StringComparison.Ordinal); // what is to be put right is what was found, not what the review thought of it
        Assert.Equal("经查属实", sheet.Line("A1-3").LossSentence);
    }
}
