using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>From the application to 销号, and what comes after it.</summary>
public sealed class AcceptanceTests
{
    private static readonly PassRule Rule = new(8_000, 7_000, 8_500, 5_000);

    private static readonly ResidentVotes Content = new(46, 48), Angry = new(20, 48);

    private static readonly DateOnly DecidedOn = Day(10, 15);

    [Fact]
    public void It_is_applied_for_when_the_months_of_the_scheme_are_over()
    {
        var of = GivenCase.PreAccepted();

        AssertRefused("不满6个月", () => Acceptance.Apply(of, null, "申请验收", Secretary, GivenCase.Earliest.AddDays(-1)));

        Assert.Equal((1, CaseStage.Applied), (Acceptance.Apply(of, null, "申请验收", Secretary, GivenCase.Earliest).No, of.Stage));
    }

    [Fact]
    public void Nobody_applies_for_what_the_committee_has_not_accepted_itself() => AssertRefused("整顿中", () => Acceptance.Apply(GivenCase.Rectifying(), null, "申请验收", Secretary, Day(12, 1)));

    [Fact]
    public void What_is_missing_is_said()
    {
        var acceptance = Applied();

        Assert.Equal(["验收组还没有开始评分。", "还没有组织居民代表会议测评。", "还没有组织入户测评。", "还没有登记近12个月信访件次。"], acceptance.Missing(null, null, null));

        acceptance.Tell(9, Day(9, 30), "区信访局", Day(10, 1));
        Assert.Equal(
            ["验收组还没有开始评分。", "整顿验收代表测评应答14份，不足15份，请补测。", "整顿验收入户测评还没有结束。"],
            acceptance.Missing(8_500, new(SurveyKind.AcceptanceMeeting, 14, true, true, Content), new(SurveyKind.AcceptanceHouseholds, 40, false, false, null)));
    }

    [Fact]
    public void Representatives_and_households_are_asked_each_once()
    {
        var acceptance = Applied();

        AssertRefused("不少于15份", () => acceptance.Ask(SurveyKind.AcceptanceMeeting, null, 2026, Day(9, 20), Day(9, 20), 14));
        AssertRefused("不少于30份", () => acceptance.Ask(SurveyKind.AcceptanceHouseholds, null, 2026, Day(9, 20), Day(9, 30), 29));
        AssertRefused("请选择代表测评或入户测评", () => acceptance.Ask(SurveyKind.ResidentSatisfaction, null, 2026, Day(9, 20), Day(9, 30), 30));
        var meeting = acceptance.Ask(SurveyKind.AcceptanceMeeting, null, 2026, Day(9, 20), Day(9, 20), 18);
        AssertRefused("不用重复建立", () => acceptance.Ask(SurveyKind.AcceptanceMeeting, meeting, 2026, Day(9, 20), Day(9, 20), 18));
    }

    [Fact]
    public void Accepted_it_is_struck_off_and_looked_at_again_after_six_months()
    {
        var acceptance = Decided(8_600, Content);

        Assert.Equal((AcceptanceOutcome.Accepted, CaseStage.Accepted, DecidedOn, Day(4, 15, 2027)), (acceptance.Outcome!.Value, acceptance.Case.Stage, acceptance.Case.EndedOn!.Value, acceptance.LookBackDueOn!.Value));
        Assert.Equal((8_600, 46, 48), (acceptance.Score, acceptance.Satisfied, acceptance.ValidVotes));
        Assert.Equal(5, acceptance.Reasons.Split('\n').Length);
        AssertRefused("销号满6个月", () => acceptance.LookBack("走访30户，没有反弹", Superior, Day(4, 14, 2027), Day(4, 20, 2027)));

        acceptance.LookBack("走访30户，没有反弹", Superior, Day(4, 16, 2027), Day(4, 20, 2027));

        Assert.Equal(CaseStage.Settled, acceptance.Case.Stage);
    }

    [Theory]
    [InlineData(7_500, CaseStage.Consolidating)]
    [InlineData(6_500, CaseStage.Extended)]
    public void Otherwise_it_goes_on_and_is_applied_for_anew_after_three_months(int score, CaseStage stage)
    {
        var first = Decided(score, Content);

        Assert.Equal((stage, Day(1, 15, 2027)), (first.Case.Stage, first.AgainFrom));
        first.Case.PreAccept("已补齐短板", Secretary, Day(1, 5, 2027));
        AssertRefused("2027年1月15日起可以再次申请", () => Acceptance.Apply(first.Case, first, "再次申请", Secretary, Day(1, 14, 2027)));

        var second = Acceptance.Apply(first.Case, first, "再次申请", Secretary, Day(1, 15, 2027));

        Assert.Equal((2, CaseStage.Applied), (second.No, second.Case.Stage));
        Assert.Equal(score, first.Score); // the first stays as it was
    }

    [Theory]
    [InlineData(7_500, 1, 14, "不少于3个月")]
    [InlineData(7_500, 4, 16, "不超过6个月")]
    [InlineData(6_500, 1, 14, "不少于3个月")]
    public void Consolidation_takes_three_to_six_months_an_extension_at_least_three(int score, int month, int day, string sentence) =>
        AssertRefused(sentence, () => Ready().Decide(Rule, score, Content, "青组字〔2026〕61号", Day(month, day, 2027), Superior, DecidedOn, DecidedOn));

    [Fact]
    public void Half_dissatisfied_fails_whatever_the_score() => Assert.Equal(CaseStage.Extended, Decided(9_800, Angry).Case.Stage);

    [Fact]
    public void What_was_decided_is_not_changed()
    {
        var acceptance = Decided(8_600, Content);

        AssertRefused("已有结论", () => acceptance.Decide(Rule, 6_000, Content, "又一号", null, Superior, DecidedOn, DecidedOn));
        AssertRefused("已有结论", () => acceptance.Tell(1, DecidedOn, "区信访局", DecidedOn));
        AssertRefused("已有结论", () => acceptance.Ask(SurveyKind.AcceptanceMeeting, null, 2026, DecidedOn, DecidedOn, 18));
    }

    [Fact]
    public void Without_petitions_nothing_is_decided() =>
        AssertRefused("信访件次", () => Applied().Decide(Rule, 8_600, Content, "青组字〔2026〕61号", null, Superior, DecidedOn, DecidedOn));

    [Fact]
    public void A_relapse_opens_the_same_case_again_with_its_history()
    {
        var acceptance = Decided(8_600, Content);
        var of = acceptance.Case;
        var steps = of.Steps.Count;

        acceptance.Relapse("电梯停运两个月，居民集体上访", Superior, Day(2, 1, 2027), Day(2, 1, 2027));

        Assert.Equal((CaseStage.Relapsed, null, GivenCase.ListedOn), (of.Stage, of.EndedOn, of.ListedOn));
        Assert.Equal((steps + 1, 1, AcceptanceOutcome.Accepted), (of.Steps.Count, of.Problems.Count, acceptance.Outcome!.Value));
        Assert.Equal(Day(8, 1, 2027), acceptance.AgainFrom); // the scheme's months again
        AssertRefused("没有反弹的社区", () => acceptance.Relapse("又", Superior, Day(3, 1, 2027), Day(3, 1, 2027)));
        AssertRefused("没有反弹的社区", () => acceptance.LookBack("好", Superior, Day(5, 1, 2027), Day(5, 1, 2027)));
    }

    [Fact]
    public void Only_what_was_accepted_can_relapse() => AssertRefused("没有反弹的社区", () => Decided(6_500, Content).Relapse("事实", Superior, Day(11, 1), Day(11, 1)));

    private static Acceptance Applied() => Acceptance.Apply(GivenCase.PreAccepted(), null, "整顿满6个月，问题已解决，申请验收", Secretary, GivenCase.Earliest);

    private static Acceptance Ready()
    {
        var acceptance = Applied();
        acceptance.Tell(9, Day(9, 30), "区信访局", Day(10, 1));
        return acceptance;
    }

    private static Acceptance Decided(int score, ResidentVotes votes)
    {
        var acceptance = Ready();
        acceptance.Decide(Rule, score, votes, "青组字〔2026〕61号", null, Superior, DecidedOn, DecidedOn);
        return acceptance;
    }
}
