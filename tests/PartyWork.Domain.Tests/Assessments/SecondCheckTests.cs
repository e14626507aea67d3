using PartyWork.Domain.Assessments;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>交叉复评: the same organisation once more by another team, to compare and not to correct.</summary>
public sealed class SecondCheckTests
{
    private static readonly Actor AsOther = new(OtherLeader.PersonId, OtherLeader.Name, "考核组组长");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(60, 6)]
    public void A_tenth_of_the_organisations_is_checked_and_one_at_least(int organizations, int checks) => Assert.Equal(checks, Round.ChecksOf(organizations));

    [Fact]
    public void It_is_drawn_once_by_seed_for_another_team()
    {
        var round = Drawn();

        var check = round.DrawChecks("5eed", round.Teams, Codes).Single();

        Assert.Equal("5eed", round.CheckSeed);
        Assert.NotEqual(check.Checked!.Team, check.Team);
        Assert.Equal((SheetStage.Scoring, check.Checked.OrganizationId, 0), (check.Stage, check.OrganizationId, check.Scored));
        Assert.Equal(check.Checked.Lines.Select(l => (l.Code, l.Inputs, l.Computed, l.Worth)), check.Lines.Select(l => (l.Code, l.Inputs, l.Computed, l.Worth)));
        AssertRefused("已经抽取过", () => round.DrawChecks("other", round.Teams, Codes));
    }

    [Fact]
    public void The_same_seed_draws_the_same_organisation()
    {
        Assert.Equal(Of("5eed"), Of("5eed"));
        Assert.True(Enumerable.Range(1, 8).Select(i => Of($"{i}")).Distinct().Count() > 1);

        static int Of(string seed)
        {
            var round = Drawn();
            return round.DrawChecks(seed, round.Teams, Codes).Single().OrganizationId;
        }
    }

    [Fact]
    public void Who_keeps_away_from_an_organisation_does_not_check_it_either()
    {
        foreach (var seed in Enumerable.Range(1, 12).Select(i => $"seed{i}"))
        {
            var round = Drawn();
            var kept = round.Sheets.Single(s => s.OrganizationId == Second);
            round.Recuse(round.Teams.Single(t => t != kept.Team).Members[0].PersonId, Second, "近亲属任职单位");

            Assert.NotEqual(Second, round.DrawChecks(seed, round.Teams, Codes).Single().OrganizationId);
        }
    }

    [Fact]
    public void With_one_team_there_is_nobody_to_check() => AssertRefused("没有其他考核组", () => OnSite().Round is var round ? round.DrawChecks("5eed", round.Teams, Codes) : []);

    [Fact]
    public void Drawn_again_it_goes_to_a_third_team_and_what_was_scored_is_given_up()
    {
        var round = Drawn();
        var check = round.DrawChecks("5eed", round.Teams, Codes).Single();
        check.Give("A1-2", Entry(2_400, "述职材料照搬上年，与实际开展情况不一致", "查阅《述职报告》"), new Actor(check.Team!.Members.Single(m => m.IsLeader).PersonId, "组长", "考核组组长"));
        var third = Frozen(Second).Form(3, [new(91, "戚九", true), new(92, "戚十", false), new(93, "戚十一", false)], 91);
        var (first, before) = (check.Checked!.Team, check.Team);

        AssertRefused("请写明重抽理由", () => round.DrawCheckAgain(check, "again", "", [.. round.Teams, third], Codes));
        AssertRefused("没有其他考核组可以复评", () => round.DrawCheckAgain(check, "again", "组员近亲属在该单位任职", round.Teams, Codes));
        round.DrawCheckAgain(check, "again", "组员近亲属在该单位任职", [.. round.Teams, third], Codes);

        Assert.Equal((third, 0, "组员近亲属在该单位任职（重抽种子again）"), (check.Team, check.Scored, check.Note));
        Assert.NotEqual(before, check.Team);
        Assert.Equal(first, check.Checked.Team);
    }

    [Fact]
    public void It_is_never_told_and_what_it_checks_is_told_only_when_both_are_done()
    {
        var (first, second) = Checked();
        first.ScoreAll(30, AsLeader);

        AssertRefused("复评提交后再反馈", () => Tell(first));
        second.ScoreAll(29, AsOther);
        AssertRefused("不单独反馈", () => Tell(second));
        Tell(first);

        Assert.Equal(100, first.Difference);
        Assert.Equal(first.TeamTotal, first.ToldTotal);
    }

    [Fact]
    public void Too_far_apart_both_teams_look_again_and_what_they_agree_on_is_the_reviewed_value()
    {
        var (first, second) = Checked();
        first.ScoreAll(30, AsLeader);
        second.ScoreAll(15, AsOther);
        var team = first.TeamTotal;

        AssertRefused("相差超过3分，联合复核后再反馈", () => Tell(first));
        AssertRefused("请写明联合复核意见", () => first.Agree(new Dictionary<string, int>(), "", Superior, At(7, 14)));
        first.Agree(new Dictionary<string, int> { ["A1-2"] = 2_400 }, "述职材料有实际内容，但对照检查不够。", Superior, At(7, 14));
        AssertRefused("不能再退回", () => first.Reopen("重新核实"));
        AssertRefused("已经登记过", () => first.Agree(new Dictionary<string, int>(), "维持。", Superior, At(7, 14)));
        Tell(first);

        Assert.Equal((3_000, 2_400), (first.Line("A1-2").Team, first.Line("A1-2").Reviewed));
        Assert.Equal((team, team - 600), (first.TeamTotal, first.ToldTotal));
        Assert.Equal("述职材料有实际内容，但对照检查不够。", first.Line("A1-2").LossSentence);
        Assert.Equal(2_400, first.Line("A1-2").Told);
    }

    [Fact]
    public void What_an_objection_changes_later_leaves_the_letter_as_it_was_sent()
    {
        var (first, second) = Checked();
        first.ScoreAll(30, AsLeader);
        second.ScoreAll(15, AsOther);
        first.Agree(new Dictionary<string, int> { ["A1-2"] = 2_400 }, "述职材料有实际内容，但对照检查不够。", Superior, At(7, 14));
        Tell(first);
        var told = first.ToldTotal;
        var objection = first.Object("A1-2", ObjectionGround.Fact, "另有三份材料没有计入", Secretary, At(7, 16));

        first.Decide(objection, ObjectionOutcome.Adjusted, 2_700, "孙一", "孙二", "三份材料属实", Superior, At(7, 20));

        Assert.Equal((2_400, told), (first.Line("A1-2").Told, first.ToldTotal));
        Assert.Equal(2_700, first.Line("A1-2").Standing);
    }

    [Fact]
    public void Within_the_tolerance_there_is_nothing_to_agree_on()
    {
        var (first, second) = Checked();
        first.ScoreAll(30, AsLeader);
        second.ScoreAll(27, AsOther);

        AssertRefused("不需要联合复核", () => first.Agree(new Dictionary<string, int>(), "维持。", Superior, At(7, 14)));
    }

    [Fact]
    public void Closing_settles_what_was_told_and_leaves_the_second_check_as_it_is()
    {
        var (first, second) = Checked();
        first.ScoreAll(30, AsLeader);
        second.ScoreAll(30, AsOther);
        Tell(first);

        first.Round.Close(first.ObjectionUntil!.Value.AddDays(1));

        Assert.Equal((SheetStage.Final, SheetStage.Provisional, (int?)null), (first.Stage, second.Stage, second.FinalTotal));
    }

    private static Round Drawn()
    {
        var round = Frozen(First, Second, Third);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5));
        return round;
    }

    /// <summary>One organisation of the first team's, and its check by the second.</summary>
    private static (ScoreSheet First, ScoreSheet Second) Checked()
    {
        var round = Frozen(First);
        round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5));
        var other = Frozen(Second);
        var team = other.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        var second = round.DrawChecks("5eed", [team], Codes).Single();
        return (second.Checked!, second);
    }

    private static void Tell(ScoreSheet sheet) => sheet.GiveFeedback("青组考反〔2026〕1号", Given.Notices, Day(7, 20));
}

internal static class GivenScores
{
    /// <summary>Everything as computed or in full, but so many points for what is judged.</summary>
    public static void ScoreAll(this ScoreSheet sheet, int judged, Actor leader)
    {
        sheet.Give("A1-1", LineEntry.Accepting, leader);
        sheet.Give("A1-2", GivenRound.Entry(judged * 100, judged == 30 ? "" : "述职材料照搬上年，与实际开展情况不一致", "查阅《述职报告》"), leader);
        sheet.Give("A1-3", GivenRound.Entry(2_000), leader);
        sheet.Submit(Given.Day(7, 8), "总体较好。", leader, Given.At(7, 9));
    }
}
