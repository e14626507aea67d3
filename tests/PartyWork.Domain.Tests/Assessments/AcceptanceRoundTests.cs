using PartyWork.Domain.Assessments;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>整顿验收 on the same engine: a named team of three units, no self-score, no lots, no grade.</summary>
public sealed class AcceptanceRoundTests
{
    private static readonly Assessor[] Three =
    [
        Leader with { Unit = TeamUnit.OrganizationDepartment }, One with { Unit = TeamUnit.SocialWork }, Two with { Unit = TeamUnit.Petitions },
    ];

    [Fact]
    public void The_team_is_one_of_each_unit()
    {
        var round = Drafted(AssessmentPhase.Acceptance, First);

        AssertRefused("各1人组成", () => round.Form(1, [Leader, One, Two], Leader.PersonId));
        AssertRefused("各1人组成", () => round.Form(1, [.. Three, GivenRound.Three with { Unit = TeamUnit.Petitions }], Leader.PersonId));

        Assert.Equal("陶立新（组织部，组长）、何敏之（社会工作部）、邱国栋（信访部门）", round.Form(1, Three, Leader.PersonId).People);
    }

    [Fact]
    public void It_begins_without_self_scores_and_lots()
    {
        var round = Begun();

        Assert.Equal((RoundStage.OnSite, "", null), (round.Stage, round.Seed, round.DrawnAt));
        Assert.All(round.Sheets, s => Assert.Equal((SheetStage.Scoring, 1, null), (s.Stage, s.Team!.No, s.SelfTotal)));
    }

    [Fact]
    public void It_is_not_published_drawn_checked_or_graded()
    {
        AssertRefused("不自评", () => Publish(Drafted(AssessmentPhase.Acceptance, First)));
        AssertRefused("自评结束后才能抽签", () => Begun().Draw("a1b2c3d4", "见证甲", "见证乙", Codes, At(7, 5)));
        AssertRefused("不交叉复评", () => Begun() is var round ? round.DrawChecks("a1b2c3d4", round.Teams, Codes) : []);
        AssertRefused("整顿验收不评等次", () => Begun().Grade([], new Dictionary<int, Composition>(), new Dictionary<int, AssessmentGrade>(), new Dictionary<int, string>(), _ => "", "号", Day(7, 1), Day(7, 1)));
        AssertRefused("只有整顿验收", () => Begin(Drafted(AssessmentPhase.End, First)));
    }

    [Fact]
    public void Where_somebody_of_the_team_must_keep_away_another_team_comes()
    {
        var round = Drafted(AssessmentPhase.Acceptance, First, Second);
        round.Form(1, Three, Leader.PersonId);
        round.Recuse(One.PersonId, Second, "近三年任职单位");

        AssertRefused("单位102：各验收组都有须回避的人", () => Begin(round));

        round.Form(2, [OtherLeader with { Unit = TeamUnit.OrganizationDepartment }, GivenRound.Three with { Unit = TeamUnit.SocialWork }, Four with { Unit = TeamUnit.Petitions }], OtherLeader.PersonId);
        Begin(round);
        Assert.Equal([1, 2], round.Sheets.Select(s => s.Team!.No));
    }

    [Fact]
    public void Without_team_or_community_it_does_not_begin()
    {
        AssertRefused("还没有组建验收组", () => Begin(Drafted(AssessmentPhase.Acceptance, First)));
        AssertRefused("还没有列入", () => Begin(Drafted(AssessmentPhase.Acceptance)));
    }

    [Fact]
    public void Once_the_result_stands_it_is_archived_without_grades()
    {
        var round = Begun();
        var sheet = round.Sheets[0];
        foreach (var line in sheet.Lines)
        {
            sheet.Score(line, line.Code == "A1-2" ? Entry(3_000, facts: (ScoreInputs.Judged, "good")) : Entry(line.Points, line.Computed == line.Points ? "" : "现场核实", "现场记录"), GivenRubric.Metrics, AsLeader, At(7, 8));
        }

        sheet.Submit(Day(7, 8), "整顿到位。", AsLeader, At(7, 9));
        sheet.GiveFeedback("青组验反〔2026〕1号", Notices, Day(7, 10));
        round.Close(Day(7, 20));
        round.Archive();

        Assert.Equal((RoundStage.Archived, SheetStage.Final), (round.Stage, sheet.Stage));
    }

    private static Round Begun()
    {
        var round = Drafted(AssessmentPhase.Acceptance, First);
        round.Form(1, Three, Leader.PersonId);
        Begin(round);
        return round;
    }

    private static void Begin(Round round) =>
        round.Begin(s => s.Rubric.Criteria.ToDictionary(c => c, _ => new ScoreBasis(Records(), 6, null)), GivenRubric.Metrics, id => $"单位{id}", Superior, At(7, 6));
}
