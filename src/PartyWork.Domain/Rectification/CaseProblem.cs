using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Rectification;

/// <summary>一社区一策的一行: a problem of the community's own list, and for which reason of listing it stands here. Its state is the list's; it is entered once.</summary>
public sealed class CaseProblem : IBelongToOrganization, IAudited
{
    public const int ExplanationMaxLength = 300;

    internal CaseProblem(RectificationCase of, Problem problem, CaseReasons reason, long? plannedFen) =>
        (OrganizationId, Problem, Reason, PlannedFen) = (of.OrganizationId, problem, reason, plannedFen);

    private CaseProblem() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public int OrganizationId { get; private set; }
    public int ProblemId { get; private set; }
    public Problem Problem { get; private set; } = null!;
    public CaseReasons Reason { get; private set; }

    /// <summary>计划资金, in fen; null where the problem costs nothing.</summary>
    public long? PlannedFen { get; private set; }

    /// <summary>不能办理的说明: what the residents were told; empty while it is to be put right.</summary>
    public string Explanation { get; private set; } = "";
    public string ExplainedBy { get; private set; } = "";
    public DateOnly? ExplainedOn { get; private set; }

    public bool IsExplained => ExplainedOn is not null;

    /// <summary>已销号 or 已说明.</summary>
    public bool IsSettled => IsExplained || Problem.State is ProblemState.Closed;

    /// <summary>What a plan must say of it and does not yet.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            List<string> missing = [];
            if (Problem.Tasks.Count == 0)
            {
                missing.Add("措施");
            }

            if (Problem.Owner.Text.Length == 0 || Problem.Tasks.Any(t => t.Lead.Text.Length == 0))
            {
                missing.Add("责任人");
            }

            if (Problem.Tasks.Any(t => t.EffectiveDue is null))
            {
                missing.Add("时限");
            }

            return missing;
        }
    }

    /// <summary>结转: what goes on in next year's list is still this problem.</summary>
    public void Follow(Problem carried) => Problem = carried;

    internal void Answer(WorkTask task)
    {
        Rule.Require(task.OrganizationId == OrganizationId, "措施应为本社区任务清单中的任务。");
        Rule.Require(Problem.State is ProblemState.Listed or ProblemState.Rectifying, $"问题{Problem.No}不在整改中，不能再加措施。");
        Problem.LinkMeasure(task);
    }

    /// <summary>备案 with the plan: what of it is not in force yet is from now on.</summary>
    internal void File()
    {
        Problem.File();
        foreach (var task in Problem.Tasks)
        {
            task.File();
        }
    }

    internal void Explain(string explanation, Actor by, DateOnly today)
    {
        Rule.Require(Problem.State is not ProblemState.Closed, $"问题{Problem.No}已经销号，不需要说明。");
        Rule.Require(explanation.Length is > 0 and <= ExplanationMaxLength, $"请写明不能办理的原因和向居民说明的情况，不超过{ExplanationMaxLength}字。");
        (Explanation, ExplainedBy, ExplainedOn) = (explanation, by.Name, today);
    }
}
