using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>Where a criterion stands before an assessor has seen it.</summary>
public enum ScoreState
{
    [Description("已计算")] Computed = 1,
    [Description("部分待考核组认定")] Partial,
    [Description("由考核组评定")] ForAssessor,
    [Description("不适用")] NotApplicable,
}

/// <summary>What one part came to.</summary>
/// <param name="Loss">Exact points that it takes away; 0 where it is not known.</param>
/// <param name="IsSet">定分: the score is what is left, and the parts after it do not count.</param>
/// <param name="Unknown">The names that nobody has recorded, because of which it says nothing.</param>
/// <param name="IsOverNothing">There was nothing to be reached, and nothing is taken away; a ratio of nothing makes the criterion not apply.</param>
public sealed record PartScore(ScoringPart Part, Fraction Loss, bool IsSet, IReadOnlyList<string> Unknown, bool IsOverNothing)
{
    /// <summary>Only an assessor can say; records that are missing are another matter.</summary>
    public bool IsForAssessor => Unknown.Count > 0 && Unknown.All(ScoreInputs.IsForAssessor);

    public bool IsNotRecorded => Unknown.Any(n => !ScoreInputs.IsForAssessor(n));
}

/// <summary>What one criterion comes to, exact and before its points take on those of others.</summary>
/// <param name="Earned">Between 0 and the criterion's points; 0 as long as anything that would change it is not recorded, whether records or an assessor would tell it.</param>
/// <param name="Parts">Those that were reached, in order.</param>
public sealed record CriterionScore(ScoreState State, Fraction Earned, IReadOnlyList<PartScore> Parts);
