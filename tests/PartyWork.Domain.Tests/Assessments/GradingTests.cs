using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenGrading;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class GradingTests
{
    [Fact]
    public void Weights_that_do_not_add_up_are_refused() =>
        AssertRefused("合计100%，现在是101%", () => Scheme().Write(new Dictionary<(RubricKind, ResultPart), int> { [(RubricKind.Committee, ResultPart.Routine)] = 21 }, new Dictionary<GradingNumber, int>()));

    [Fact]
    public void In_a_community_what_its_residents_say_weighs_most() =>
        AssertRefused("群众满意度的权重应高于其他", () => Scheme().Write(
            new Dictionary<(RubricKind, ResultPart), int> { [(RubricKind.Community, ResultPart.Satisfaction)] = 30, [(RubricKind.Community, ResultPart.YearEnd)] = 40 }, new Dictionary<GradingNumber, int>()));

    [Theory]
    [InlineData(GradingNumber.OnTimePoints, 2_000, "平时得分")]
    [InlineData(GradingNumber.OwnShare, 6_000, "党（工）委年底考核")]
    [InlineData(GradingNumber.GoodFrom, 9_500, "“优秀，总分不低于”不能低于“良好，总分不低于”")]
    [InlineData(GradingNumber.DistrictBonus, 400, "“市级表彰加”不能低于“区级表彰加”")]
    [InlineData(GradingNumber.CityCriticism, 50, "“市级通报批评扣”不能低于“区级通报批评扣”")]
    [InlineData(GradingNumber.CompletionFullAt, 0, "得满分的完成率应大于0")]
    public void Numbers_that_contradict_each_other_are_refused(GradingNumber number, int value, string sentence) => AssertRefused(sentence, () => Scheme((number, value)));

    [Fact]
    public void A_frozen_scheme_does_not_change_and_the_next_year_begins_with_it()
    {
        var scheme = Scheme((GradingNumber.CityBonus, 150));
        scheme.Freeze(Given.Day(11, 27));

        AssertRefused("不能再改", () => scheme.Write(new Dictionary<(RubricKind, ResultPart), int>(), new Dictionary<GradingNumber, int>()));
        Assert.Equal((2027, null, 150), (scheme.Copy(2027).Year, scheme.Copy(2027).FrozenOn, scheme.Copy(2027)[GradingNumber.CityBonus]));
        Assert.Equal("H", scheme.Of(RubricKind.Community).Single(w => w.Part is ResultPart.YearEnd).Without);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    public void The_quota_is_three_tenths_rounded_down_and_at_least_one_of_three(int members, int quota) =>
        Assert.Equal(quota, Graded([.. Enumerable.Range(1, members).Select(i => Candidate(i, 9_000 + i))]).Quota);

    [Fact]
    public void Excellent_are_the_best_within_the_quota_and_the_rest_is_good()
    {
        var group = Graded(Candidate(1, 9_500), Candidate(2, 9_100), Candidate(3, 8_500), Candidate(4, 5_900));

        Assert.Equal([AssessmentGrade.Excellent, AssessmentGrade.Good, AssessmentGrade.Good, AssessmentGrade.Poor], group.Proposals.Select(p => p.Proposed));
        Assert.Equal([1, 2, 3, 4], group.Proposals.Select(p => p.Rank));
        Assert.Equal("本组优秀名额1个", group.Proposals[1].Words);
    }

    [Fact]
    public void Nobody_has_to_be_last() => Assert.All(Graded([.. Enumerable.Range(1, 10).Select(i => Candidate(i, 8_000 + i))]).Proposals, p => Assert.Equal(AssessmentGrade.Good, p.Proposed));

    [Fact]
    public void Those_who_tie_at_the_quotas_edge_are_shown_and_left_to_the_meeting()
    {
        var group = Graded(Candidate(1, 9_500), Candidate(2, 9_500), Candidate(3, 9_200), Candidate(4, 8_000));

        Assert.Equal([true, true, false, false], group.Proposals.Select(p => p.TiesAtQuota));
        Assert.Equal([1, 1, 3, 4], group.Proposals.Select(p => p.Rank));
        Assert.Equal(AssessmentGrade.Good, group.Proposals[0].Proposed);
        group.Require(Grades(group, (1, AssessmentGrade.Excellent), (2, AssessmentGrade.Excellent)), Reasons((1, "并列，部务会研究"), (2, "并列，部务会研究")), Name);
    }

    [Fact]
    public void Beyond_the_quota_only_a_tie_is_let_through()
    {
        var group = Graded(Candidate(1, 9_500), Candidate(2, 9_400), Candidate(3, 9_200), Candidate(4, 8_000));

        AssertRefused("优秀名额1个，现有2个", () => group.Require(Grades(group, (2, AssessmentGrade.Excellent)), Reasons((2, "工作突出")), Name));
    }

    [Fact]
    public void A_decision_that_differs_says_why_and_goes_no_higher_than_total_and_caps()
    {
        var group = Graded(Candidate(1, 9_500, new GradeCap(AssessmentGrade.Good, "季报缺报2次")), Candidate(2, 8_400), Candidate(3, 8_300), Candidate(4, 8_200));

        Assert.Equal((AssessmentGrade.Good, "季报缺报2次，最高评良好"), (group.Proposals[0].Proposed, group.Proposals[0].Words));
        AssertRefused("单位1按总分95和封顶规定最高评良好", () => group.Require(Grades(group, (1, AssessmentGrade.Excellent)), Reasons((1, "突出")), Name));
        AssertRefused("最高评良好，不能评优秀", () => group.Require(Grades(group, (2, AssessmentGrade.Excellent)), Reasons((2, "突出")), Name));
        AssertRefused("与拟定的良好不同，请写明理由", () => group.Require(Grades(group, (2, AssessmentGrade.Fair)), Reasons(), Name));
        group.Require(Grades(group, (2, AssessmentGrade.Fair)), Reasons((2, "督查发现问题较多")), Name);
    }

    [Fact]
    public void A_confirmed_veto_is_the_lowest_grade_whatever_the_total()
    {
        var group = Graded(Candidate(1, 9_900, new GradeCap(AssessmentGrade.Poor, "一票否决已认定")), Candidate(2, 9_100), Candidate(3, 8_000));

        Assert.Equal([AssessmentGrade.Poor, AssessmentGrade.Excellent, AssessmentGrade.Good], group.Proposals.Select(p => p.Proposed));
    }

    [Fact]
    public void A_community_is_never_vetoed() => AssertRefused("社区不实行一票否决", () => new VetoReview(First, OrganizationDomain.Community, 2026, VetoGround.Fabrication, "编造会议记录", Given.Superior, Given.Day(12, 1)));

    [Fact]
    public void Nothing_is_confirmed_before_the_organisation_was_heard_and_is_decided_once()
    {
        var review = new VetoReview(First, OrganizationDomain.Organ, 2026, VetoGround.Fabrication, "编造会议记录", Given.Superior, Given.Day(12, 1));

        AssertRefused("听取该党组织意见后", () => review.Decide(true, Given.Day(12, 2), "部务会〔2026〕20号", "属实", "青组通〔2026〕3号", Given.Day(12, 2)));
        AssertRefused("听取意见的日期", () => review.Hear(Given.Day(12, 9), "没有异议", Given.Day(12, 3)));
        review.Hear(Given.Day(12, 3), "没有异议", Given.Day(12, 3));
        AssertRefused("部务会日期", () => review.Decide(true, Given.Day(12, 2), "部务会〔2026〕20号", "属实", "青组通〔2026〕3号", Given.Day(12, 5)));
        review.Decide(true, Given.Day(12, 4), "部务会〔2026〕20号", "属实", "青组通〔2026〕3号", Given.Day(12, 5));

        Assert.Equal(VetoStage.Confirmed, review.Stage);
        AssertRefused("已经作出决定", () => review.Decide(false, Given.Day(12, 5), "部务会〔2026〕21号", "不属实", "青组通〔2026〕4号", Given.Day(12, 5)));
    }

    [Fact]
    public void A_year_end_round_is_graded_announced_and_then_archived()
    {
        var round = ClosedAtYearEnd();
        var group = GroupGrading.Of(GradeGroup.Subdistrict, Scheme(), [Candidate(First, 9_100)]);
        var composition = Composition.Of(Scheme(), RubricKind.Committee, [new(ResultPart.YearEnd, 9_100, "本级91.1")], [], []);

        AssertRefused("定等次后才能公布", () => round.Announce("青发〔2027〕2号", Given.Superior, After(2)));
        AssertRefused("等次公布后才能归档", round.Archive);
        round.Grade([group], new Dictionary<int, Composition> { [First] = composition }, new Dictionary<int, AssessmentGrade> { [First] = AssessmentGrade.Good }, new Dictionary<int, string>(), Name, "部务会〔2027〕1号", After(1), After(2));

        var result = Assert.Single(round.Results);
        Assert.Equal((9_100, AssessmentGrade.Good, "（年底考核91×40%）÷40%＝91"), (result.Total, result.Proposed, result.Composition.Formula));
        AssertRefused("等次只定一次", () => round.Grade([group], new Dictionary<int, Composition>(), new Dictionary<int, AssessmentGrade>(), new Dictionary<int, string>(), Name, "部务会〔2027〕1号", After(1), After(2)));
        round.Announce("青发〔2027〕2号", Given.Superior, After(3));
        round.Archive();
        Assert.Equal(RoundStage.Archived, round.Stage);
    }

    [Fact]
    public void A_mid_year_check_is_not_graded() =>
        AssertRefused("年中检查不评等次", () => OnSite().Round.Grade([], new Dictionary<int, Composition>(), new Dictionary<int, AssessmentGrade>(), new Dictionary<int, string>(), Name, "1号", Given.Day(8, 1), Given.Day(8, 1)));

    private static Round ClosedAtYearEnd()
    {
        var round = Drafted(AssessmentPhase.End, First);
        round.Form(1, [Leader, One, Two], Leader.PersonId);
        Publish(round);
        Freeze(round);
        round.Draw("a1b2c3d4", "见证甲", "见证乙", Codes, Given.At(7, 5));
        var sheet = round.Sheets[0];
        foreach (var line in sheet.Lines)
        {
            sheet.Give(line.Code, Entry(line.Computed is null ? line.Points : null));
        }

        sheet.Submit(Given.Day(7, 8), "较好", AsLeader, Given.At(7, 9));
        sheet.GiveFeedback("1号", Given.Notices, Given.Day(7, 20));
        round.Close(After(0));
        return round;
    }

    private static DateOnly After(int days) => Given.Day(8, 20).AddDays(days);

    private static GroupGrading Graded(params IReadOnlyCollection<GradeCandidate> candidates) => GroupGrading.Of(GradeGroup.Organ, Scheme(), candidates);

    private static Dictionary<int, AssessmentGrade> Grades(GroupGrading group, params IReadOnlyList<(int Organization, AssessmentGrade Grade)> decided)
    {
        var grades = group.Proposals.ToDictionary(p => p.Candidate.OrganizationId, p => p.Proposed);
        foreach (var (organization, grade) in decided)
        {
            grades[organization] = grade;
        }

        return grades;
    }

    private static Dictionary<int, string> Reasons(params IReadOnlyList<(int Organization, string Words)> reasons) => reasons.ToDictionary(r => r.Organization, r => r.Words);

    private static string Name(int organization) => $"单位{organization}";
}
