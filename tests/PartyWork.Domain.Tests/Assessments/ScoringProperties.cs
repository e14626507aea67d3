using FsCheck;
using FsCheck.Xunit;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>What holds for every input, however strange.</summary>
public sealed class ScoringProperties
{
    private static readonly string[] Grades = ["good", "fairly_good", "average", "poor", "免评", ""];

    [Property(MaxTest = 500)]
    public void Never_below_nought_nor_above_the_points(int late, int studies, int reached, NonNegativeInt required, byte grade, byte months)
    {
        var inputs = Any(late, studies, reached, required.Get, grade);
        foreach (var criterion in Everything().Criteria)
        {
            var earned = Scoring.Score(criterion, inputs, (months % 12) + 1).Earned;
            Assert.True(earned >= Fraction.Zero && earned <= Fraction.OfHundredths(criterion.Points));
        }
    }

    [Property(MaxTest = 500)]
    public void A_line_falls_apart_exactly(int late, int studies, int reached, NonNegativeInt required, byte grade, bool lagging)
    {
        var scored = Score(Everything(), Any(late, studies, reached, required.Get, grade).With(new Dictionary<string, ScoreValue> { ["no_lagging_community"] = ScoreValue.Of(lagging) }));

        Assert.Equal(Rubric.FullMarks, scored.Points);
        Assert.All(scored.Lines, l =>
        {
            Assert.Equal(l.Points, l.Earned + l.AtRisk + l.Lost + l.Open);
            Assert.True(Math.Min(Math.Min(l.Earned, l.AtRisk), Math.Min(l.Lost, l.Open)) >= 0);
        });
    }

    [Property(MaxTest = 200)]
    public void The_order_of_what_is_known_and_what_else_is_known_do_not_matter(int late, int studies, int reached, NonNegativeInt required, byte grade, int other)
    {
        var values = Values(late, studies, reached, required.Get, grade);
        var shuffled = values.Append(KeyValuePair.Create("some.other", ScoreValue.Of(other))).Reverse().ToDictionary();

        Assert.Equal(Score(Everything(), new(values)).Lines.Select(l => (l.Earned, l.Sentence)), Score(Everything(), new(shuffled)).Lines.Select(l => (l.Earned, l.Sentence)));
    }

    [Property(MaxTest = 200)]
    public void More_done_is_never_fewer_points(PositiveInt studies, NonNegativeInt more, byte months)
    {
        var criterion = One(300, PerMissedStudy);

        Assert.True(Scored(criterion, Studied(studies.Get + more.Get), (months % 12) + 1) >= Scored(criterion, Studied(studies.Get), (months % 12) + 1));
    }

    [Property(MaxTest = 200)]
    public void At_mid_year_100_is_made_of_whatever_points_there_are(PositiveInt a, PositiveInt b)
    {
        var (first, second) = ((a.Get % 5_000) + 1, (b.Get % 5_000) + 1);
        var rubric = Draft(Criterion("A1-1", first), Criterion("A1-2", second, CriterionPhase.End));

        var mid = Score(rubric, Inputs(("quarterly.late_count", ScoreValue.Of(0))), AssessmentPhase.Mid);

        Assert.Equal(Rubric.FullMarks, mid.OutOfFullMarks.Earned);
    }

    private static ScoreInputs Studied(int times) => Inputs(("ledger.study_meeting_count", ScoreValue.Of(times)));

    private static Rubric Everything() => Draft(
        Criterion("A1-1", 2_000, parts: [PerLateReport, PerMissedStudy]), Criterion("A1-2", 3_000, parts: [PerPointOfRate]), Criterion("A1-3", 2_700, na: "no_lagging_community", parts: [ByShare]),
        Criterion("A1-4", 200, parts: [ByGrade]), Criterion("A1-5", 2_000, parts: [new(PartKind.WhenSet, "quarterly.late_count > 2 and not no_lagging_community") { Points = 1 }, PerLateReport]),
        Criterion("A1-6", 100, parts: [PerMissedStudy]));

    private static ScoreInputs Any(int late, int studies, int reached, int required, byte grade) => new(Values(late, studies, reached, required, grade));

    private static Dictionary<string, ScoreValue> Values(int late, int studies, int reached, int required, byte grade) => new()
    {
        ["quarterly.late_count"] = ScoreValue.Of(late),
        ["ledger.study_meeting_count"] = ScoreValue.Of(studies),
        ["meeting.all.compliance_rate"] = ScoreValue.Rate(reached, required),
        ["pledge.fulfilled"] = ScoreValue.Of(reached),
        ["pledge.total"] = ScoreValue.Of(required),
        ["debrief.grade"] = ScoreValue.Of(Grades[grade % Grades.Length]),
    };
}
