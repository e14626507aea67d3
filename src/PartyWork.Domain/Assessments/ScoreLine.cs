using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>待评定的原因.</summary>
public enum OpenReason
{
    [Description("现场评定")] OnSite = 1,
    [Description("系统没有记录，现场查证")] NotKept,
    [Description("测评结束后计分")] UnderWay,
    [Description("还没有登记")] NotEntered,
}

/// <summary>一条的得分: its points fall apart exactly into what is earned, at risk, lost and open.</summary>
/// <param name="Points">Hundredths, after the points of criteria that do not apply have come to it; 0 where it does not apply itself.</param>
/// <param name="Earned">已得, hundredths.</param>
/// <param name="AtRisk">待挽回: lost as things stand, and earned back by doing what is missing.</param>
/// <param name="Lost">已失: nothing brings it back.</param>
/// <param name="Open">待评定: an assessor says, because nothing is recorded or only people can judge.</param>
/// <param name="Sentence">What was found, what it costs, and what earns it back by when.</param>
/// <param name="CameFrom">Codes of the criteria whose points it took over.</param>
public sealed record ScoreLine(
    RubricCriterion Criterion, ScoreState State, int Points, int Earned, int AtRisk, int Lost, int Open, string Sentence, IReadOnlyList<PartScore> Parts, IReadOnlyList<string> CameFrom)
{
    /// <summary>Why points are open; null where none are.</summary>
    public OpenReason? Why { get; init; }

    /// <summary>What records would have to say.</summary>
    public IEnumerable<string> Missing => MissingIn(Parts);

    /// <summary>What can still be entered comes first, for only that is in the organisation's own hands.</summary>
    internal static OpenReason? WhyOpen(CriterionScore score, ScoreInputs inputs, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var missing = MissingIn(score.Parts).ToList();
        return score.State is not (ScoreState.Partial or ScoreState.ForAssessor) ? null
            : missing.Exists(n => inputs[n].Awaited is null && metrics.GetValueOrDefault(n) is not { IsAwaited: true }) ? OpenReason.NotEntered
            : missing.Exists(n => inputs[n].Awaited is not null) ? OpenReason.UnderWay
            : missing.Count > 0 ? OpenReason.NotKept
            : OpenReason.OnSite;
    }

    private static IEnumerable<string> MissingIn(IEnumerable<PartScore> parts) => parts.SelectMany(p => p.Unknown).Where(n => !ScoreInputs.IsForAssessor(n)).Distinct();

    /// <summary>否决审查 to be opened, because something was deducted here; empty for none.</summary>
    public string VetoTrigger => AtRisk + Lost > 0 ? Criterion.Options.VetoTrigger : "";
}

/// <summary>得分预估 of one organisation by one rubric.</summary>
/// <param name="Lines">In the rubric's order; only those of the phase.</param>
public sealed record ScoredRubric(IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>Hundredths. 100 points at the end of the year, fewer at mid-year, when only some criteria count.</summary>
    public int Points => Lines.Sum(l => l.Points);

    public int Earned => Lines.Sum(l => l.Earned);

    public int AtRisk => Lines.Sum(l => l.AtRisk);

    public int Lost => Lines.Sum(l => l.Lost);

    public int Open => Lines.Sum(l => l.Open);

    /// <summary>折算为百分制: hundredths as if the phase's points were 100, which the four parts always add up to; all 0 where nothing is scored.</summary>
    public (int Earned, int AtRisk, int Lost, int Open) OutOfFullMarks =>
        Points > 0 && Apportionment.Share(Rubric.FullMarks, [Earned, AtRisk, Lost, Open]) is [var earned, var atRisk, var lost, var open] ? (earned, atRisk, lost, open) : default;
}

/// <summary>What one criterion is scored from.</summary>
/// <param name="ElapsedMonths">To which a year's requirement is prorated.</param>
/// <param name="Until">The last day on which lost points can be earned back; null where the data day is past and nothing brings them back.</param>
public sealed record ScoreBasis(ScoreInputs Inputs, int ElapsedMonths, DateOnly? Until);
