using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>考核阶段.</summary>
public enum AssessmentPhase
{
    [Description("年中检查")] Mid,
    [Description("年底考核")] End,

    /// <summary>Of communities that have been put right: no self-score, no lots, no grade.</summary>
    [Description("整顿验收")] Acceptance,
}

/// <summary>等次, the best first.</summary>
public enum AssessmentGrade
{
    [Description("优秀")] Excellent,
    [Description("良好")] Good,
    [Description("一般")] Fair,
    [Description("较差")] Poor,
}
