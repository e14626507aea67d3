using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>A mid-year round with two teams of three, brought as far as a test wants it.</summary>
internal static class GivenRound
{
    public const int District = 1, First = 101, Second = 102, Third = 103;

    public static readonly Assessor
        Leader = new(21, "陶立新", true), One = new(22, "何敏之", false), Two = new(23, "邱国栋", false),
        OtherLeader = new(31, "罗以诚", true), Three = new(32, "方可", false), Four = new(33, "季明", false);

    public static readonly Actor AsLeader = new(21, "陶立新", "考核组组长"), AsOne = new(22, "何敏之", "考核组成员"), AsStranger = new(32, "方可", "考核组成员");

    public static readonly RoundPlan Plan = new("2026年基层党建年中检查", "青组发〔2026〕12号", "青督考〔2026〕1号", Day(7, 3), Day(7, 6), Day(7, 23), Day(7, 31));

    public static readonly IReadOnlyDictionary<int, string> Codes = new Dictionary<int, string> { [First] = "QH01", [Second] = "QH02", [Third] = "QH03" };

    /// <summary>Late reports, an assessor's judgement, and what nobody has recorded.</summary>
    public static Rubric Mixed()
    {
        var rubric = Draft(Criterion("A1-1", 5_000), Criterion("A1-2", 3_000, parts: ByJudgement with { Bands = [new("good", 30), new("fairly_good", 24), new("average", 15), new("none", 0)] }), Criterion("A1-3", 2_000, parts: PerMissedStudy));
        rubric.Publish(Known, Given.Superior, Day(3, 1));
        return rubric.WithId(7);
    }

    public static Round Drafted(params IReadOnlyList<int> organizations) => Drafted(AssessmentPhase.Mid, organizations);

    public static Round Drafted(AssessmentPhase phase, params IReadOnlyList<int> organizations)
    {
        var round = new Round(District, 2026, phase, 1, Plan);
        foreach (var organization in organizations)
        {
            round.Assess(organization, Mixed());
        }

        return round;
    }

    public static IReadOnlyList<Filing> Publish(Round round) =>
        round.Publish(new WorkYear(2026, new Scheme(), "无变化"), round.Sheets.ToDictionary(s => s.OrganizationId, _ => OrganizationLevel.Committee), Given.Superior, Day(6, 25));

    /// <summary>Two late reports, nothing recorded of studies.</summary>
    public static ScoreInputs Records() => Inputs(("quarterly.late_count", ScoreValue.Of(2)));

    public static void Freeze(Round round, IReadOnlyDictionary<int, Filing>? filings = null) =>
        round.Freeze(s => s.Rubric.Criteria.ToDictionary(c => c, _ => new ScoreBasis(Records(), 6, null)), filings ?? new Dictionary<int, Filing>(), Metrics, At(7, 4));

    public static Round Frozen(params IReadOnlyList<int> organizations) => Frozen(Plan, organizations);

    public static Round Frozen(RoundPlan plan, params IReadOnlyList<int> organizations)
    {
        var round = Drafted(organizations.Count > 0 ? organizations : [First, Second]);
        round.Write(plan);
        round.Form(1, [Leader, One, Two], Leader.PersonId);
        Publish(round);
        Freeze(round);
        return round;
    }

    /// <summary>Drawn, with one team.</summary>
    public static ScoreSheet OnSite()
    {
        var round = Frozen(First);
        round.Draw("a1b2c3d4", "见证甲", "见证乙", Codes, At(7, 5));
        return round.Sheets[0];
    }

    public static SheetLine Line(this ScoreSheet sheet, string code) => sheet.Lines.Single(l => l.Code == code);

    public static LineEntry Entry(int? value = null, string reason = "", string evidence = "", bool without = false, params IReadOnlyList<(string Name, string Value)> facts) =>
        new(value, without, reason, evidence, facts.ToDictionary(f => f.Name, f => f.Value));

    public static void Give(this ScoreSheet sheet, string code, LineEntry entry, Actor? by = null) => sheet.Score(sheet.Line(code), entry, Metrics, by ?? AsOne, At(7, 8));

    public static ScoreSheet Scored()
    {
        var sheet = OnSite();
        sheet.Give("A1-1", LineEntry.Accepting);
        sheet.Give("A1-2", Entry(reason: "述职材料照搬上年，与实际开展情况不一致", evidence: "查阅《述职报告》", facts: (ScoreInputs.Judged, "fairly_good")));
        sheet.Give("A1-3", Entry(1_500, "查会议记录只有一次专题研究", "查阅《党工委会议记录》"));
        return sheet;
    }

    public static ScoreSheet Submitted()
    {
        var sheet = Scored();
        sheet.Submit(Day(7, 8), "总体较好，专题研究不够。", AsLeader, At(7, 9));
        return sheet;
    }

    public static ScoreSheet Told()
    {
        var sheet = Submitted();
        sheet.GiveFeedback("青组考反〔2026〕1号", Given.Notices, Day(7, 20));
        return sheet;
    }

    private static DateOnly Day(int month, int day) => Given.Day(month, day);

    private static DateTime At(int month, int day) => Given.At(month, day);
}
