using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class RoundTests
{
    [Fact]
    public void Outside_the_years_inspection_plan_no_round_is_published()
    {
        var round = Drafted(First);
        round.Write(Plan with { PlanNo = "" });

        AssertRefused("没有列入计划的考核不能发布", () => Publish(round));
    }

    [Fact]
    public void Published_it_asks_every_organisation_for_a_self_score_and_is_changed_no_more()
    {
        var round = Drafted(First, Second);

        var filings = Publish(round);

        Assert.Equal([First, Second], filings.Select(f => f.OrganizationId));
        Assert.All(filings, f => Assert.Equal((FilingKind.SelfScore, Plan.SelfDue), (f.Kind, f.DueOn)));
        AssertRefused("方案已发布", () => round.Assess(Third, Mixed()));
        AssertRefused("方案已发布", () => round.Leave(round.Sheets[0]));
        AssertRefused("方案已发布", () => round.Write(Plan));
    }

    [Fact]
    public void An_organisation_is_assessed_once_and_by_a_published_rubric_of_the_year()
    {
        var round = Drafted(First);

        AssertRefused("已经列入", () => round.Assess(First, Mixed()));
        AssertRefused("还没有启用", () => round.Assess(Second, GivenRubric.Whole()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void A_team_has_three_to_five(int members)
    {
        Assessor[] people = [Leader, .. Enumerable.Range(1, members - 1).Select(i => new Assessor(60 + i, $"成员{i}", false))];

        AssertRefused("每组3至5人", () => Drafted(First).Form(1, people, Leader.PersonId));
    }

    [Fact]
    public void A_team_is_disbanded_and_a_recusal_lifted_until_the_draw()
    {
        var round = Drafted(First);
        var team = round.Form(1, [Leader, One, Two], Leader.PersonId);
        var recusal = round.Recuse(One.PersonId, First, "配偶任职单位");

        round.Lift(recusal);
        round.Disband(team);

        Assert.Empty(round.Teams);
        Assert.False(round.Recuses(One.PersonId, First));
    }

    [Fact]
    public void What_is_recused_after_the_draw_says_so_and_is_not_lifted()
    {
        var (before, round) = (Drafted(First).Recuse(One.PersonId, First, "配偶任职单位"), OnSite().Round);

        var after = round.Recuse(Two.PersonId, First, "配偶任职单位");

        Assert.Equal((false, true), (before.IsAfterDraw, after.IsAfterDraw));
        AssertRefused("已经抽签", () => round.Lift(after));
        AssertRefused("不超过", () => round.Recuse(One.PersonId, First, new string('因', Round.ReasonMaxLength)));
    }

    [Fact]
    public void A_team_is_led_by_one_of_its_own_who_may_lead()
    {
        AssertRefused("指定组长", () => Drafted(First).Form(1, [Leader, One, Two], One.PersonId));
        AssertRefused("指定组长", () => Drafted(First).Form(1, [Leader, One, Two], OtherLeader.PersonId));
    }

    [Fact]
    public void Nobody_is_in_two_teams()
    {
        var round = Drafted(First);
        round.Form(1, [Leader, One, Two], Leader.PersonId);

        AssertRefused("何敏之已在第1组", () => round.Form(2, [OtherLeader, One, Three], OtherLeader.PersonId));
    }

    [Fact]
    public void Self_scoring_ends_after_its_day_or_once_all_have_filed()
    {
        var round = Drafted(First);
        var filing = Publish(round).Single();
        void End(DateTime now) => round.Freeze(s => s.Rubric.Criteria.ToDictionary(c => c, _ => new ScoreBasis(Records(), 6, null)), new Dictionary<int, Filing> { [First] = filing }, GivenRubric.Metrics, now);

        AssertRefused("7月3日24:00截止", () => End(At(7, 3, 17)));
        filing.Confirm(Secretary, At(7, 2));
        End(At(7, 3, 17));

        Assert.Equal(RoundStage.Drawing, round.Stage);
    }

    [Fact]
    public void The_same_seed_draws_the_same_lots()
    {
        Assert.Equal(Draw("00c0ffee"), Draw("00c0ffee"));
        Assert.True(Enumerable.Range(1, 5).Select(i => Draw($"{i}")).Distinct().Count() > 1);

        static string Draw(string seed)
        {
            var round = Frozen(First, Second, Third);
            round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
            round.Draw(seed, "见证甲", "见证乙", Codes, At(7, 5));
            return string.Join(' ', round.Sheets.Select(s => s.Team!.No));
        }
    }

    [Fact]
    public void Teams_draw_as_many_as_each_other()
    {
        var round = Frozen(First, Second, Third);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5));

        Assert.Equal([1, 2], round.Sheets.GroupBy(s => s.Team!.No).Select(g => g.Count()).Order());
    }

    [Fact]
    public void Who_keeps_away_from_an_organisation_is_not_drawn_for_it()
    {
        foreach (var seed in Enumerable.Range(1, 20).Select(i => $"seed{i}"))
        {
            var round = Frozen(First, Second, Third);
            round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
            round.Recuse(One.PersonId, Second, "现任职单位");
            round.Draw(seed, "见证甲", "见证乙", Codes, At(7, 5));

            Assert.Equal(2, round.Sheets.Single(s => s.OrganizationId == Second).Team!.No);
        }
    }

    [Fact]
    public void Nothing_is_drawn_by_which_a_team_would_have_more_than_the_scheme_allows()
    {
        var round = Frozen(Plan with { LeastLoad = 1, MostLoad = 1 }, First, Second, Third);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);

        AssertRefused("每组最多考核1个，至少需要3个考核组，现有2个", () => round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5)));
    }

    [Fact]
    public void Nor_where_those_who_keep_away_leave_too_much_to_one_team()
    {
        var round = Frozen(Plan with { LeastLoad = 1, MostLoad = 2 }, First, Second, Third);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        foreach (var organization in (int[])[First, Second, Third])
        {
            round.Recuse(One.PersonId, organization, "近亲属任职单位");
        }

        AssertRefused("第2组要考核3个单位，超过每组2个的上限", () => round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5)));
        Assert.All(round.Sheets, s => Assert.Null(s.Team));
    }

    [Fact]
    public void Where_every_team_must_keep_away_nothing_is_drawn()
    {
        var round = Frozen(First);
        round.Recuse(One.PersonId, First, "近亲属任职单位");

        AssertRefused("QH01", () => round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5)));
        Assert.Equal(RoundStage.Drawing, round.Stage);
    }

    [Theory]
    [InlineData("见证甲", "见证甲")]
    [InlineData("见证甲", "")]
    [InlineData("何敏之", "见证乙")]
    public void Two_witness_who_are_not_of_the_teams(string first, string second)
    {
        var round = Frozen(First);

        AssertRefused("见证人", () => round.Draw("seed", first, second, Codes, At(7, 5)));
    }

    [Fact]
    public void Drawn_again_an_organisation_gets_another_team_and_a_clean_sheet()
    {
        var round = Frozen(First);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        round.Draw("seed", "见证甲", "见证乙", Codes, At(7, 5));
        var sheet = round.Sheets[0];
        var before = sheet.Team!;
        sheet.Give("A1-1", LineEntry.Accepting, new Actor(before.Members[0].PersonId, "考评人", ""));

        round.DrawAgain(sheet, "again", "组员近亲属在该单位任职", Codes);

        Assert.NotEqual(before, sheet.Team);
        Assert.Equal(0, sheet.Scored);
        Assert.Contains("again", sheet.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_closed_when_every_term_is_over_and_every_objection_decided()
    {
        var sheet = Told();
        var round = sheet.Round;

        AssertRefused("还有1个单位", () => round.Close(sheet.ObjectionUntil!.Value));
        round.Close(sheet.ObjectionUntil!.Value.AddDays(1));

        var problems = sheet.Problems(3, isFiled: true);
        Assert.Equal([(3, 2026, ProblemSource.MidYearCheck), (4, 2026, ProblemSource.MidYearCheck), (5, 2026, ProblemSource.MidYearCheck)], problems.Select(p => (p.No, p.Year, p.Source)));
        Assert.All(problems, p => Assert.Equal((ProblemState.Rectifying, Deadline.By(sheet.FeedbackOn!.Value.AddDays(60))), (p.State, p.Deadline)));
        Assert.All(sheet.Problems(3), p => Assert.Equal(ProblemState.Listed, p.State));
        Assert.Equal("2026年基层党建年中检查A1-3“A1-3的标准”扣5分：查会议记录只有一次专题研究", problems[2].Statement);
        Assert.Equal((RoundStage.Closed, SheetStage.Final, sheet.TeamTotal), (round.Stage, sheet.Stage, sheet.FinalTotal));
        round.Archive();
        AssertRefused("结果已定后才能归档", round.Archive);
    }

    [Fact]
    public void A_result_is_final_when_its_own_term_is_over_and_its_objections_are_decided_and_the_end_of_the_round_settles_it_no_second_time()
    {
        var sheet = Told();
        var objection = sheet.Object("A1-3", ObjectionGround.Fact, "会议记录补充在后", Secretary, Given.At(7, 21));
        var after = sheet.ObjectionUntil!.Value.AddDays(1);

        Assert.Empty(sheet.Round.Settle(after));
        sheet.Decide(objection, ObjectionOutcome.Kept, null, "复核甲", "复核乙", "维持。", Superior, Given.At(7, 24));
        Assert.Empty(sheet.Round.Settle(sheet.ObjectionUntil.Value));
        Assert.Equal([sheet], sheet.Round.Settle(after));
        Assert.Equal((SheetStage.Final, sheet.TeamTotal, RoundStage.OnSite), (sheet.Stage, sheet.FinalTotal, sheet.Round.Stage));
        Assert.Empty(sheet.Round.Close(after));
    }

    [Fact]
    public void An_organisation_stands_in_one_year_end_round_of_a_year()
    {
        var round = GivenRound.Drafted(AssessmentPhase.End, GivenRound.First, GivenRound.Second);
        AlsoAssessed elsewhere = new(GivenRound.Second, 9, "2026年机关党建年底考核");

        AssertRefused("“第二工委”已列入“2026年机关党建年底考核”，一年只参加一次年底考核", () => round.RequireAlone([elsewhere], id => id == GivenRound.Second ? "第二工委" : ""));
        round.RequireAlone([elsewhere with { OrganizationId = GivenRound.Third }], _ => "");
        GivenRound.Drafted(AssessmentPhase.Mid, GivenRound.Second).RequireAlone([elsewhere], _ => ""); // a mid-year check gives no grade
    }
}
