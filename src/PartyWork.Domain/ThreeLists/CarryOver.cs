using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.ThreeLists;

/// <summary>结转: what a closing year left open goes on as proposals in the next year's lists, numbered after what is there, problems still linked to their tasks.</summary>
/// <param name="lastTaskNo">Organisation → highest 序号 in its next year's task list.</param>
/// <param name="lastProblemNo">The same of its problem list.</param>
/// <param name="carriedBefore">Tasks of the next year that came from this one by an earlier 结转.</param>
public sealed class CarryOver(IReadOnlyDictionary<int, int> lastTaskNo, IReadOnlyDictionary<int, int> lastProblemNo, IEnumerable<WorkTask> carriedBefore)
{
    private readonly Dictionary<int, WorkTask> _next = carriedBefore.Where(t => t.CarriedFromId is not null).ToDictionary(t => t.CarriedFromId!.Value);
    private readonly Dictionary<int, int> _taskNo = new(lastTaskNo), _problemNo = new(lastProblemNo);

    public (IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Problem> Problems) Run(WorkYear year, WorkYear? next, IReadOnlyList<WorkTask> tasks, IReadOnlyList<Problem> problems)
    {
        year.RequireCarrying(next);
        Rule.Require(tasks.Count + problems.Count > 0, "请至少选择一项任务或问题。");
        var carriedTasks = tasks.OrderBy(t => t.OrganizationId).ThenBy(t => t.No).Select(t => _next[t.Id] = t.CarryOver(Next(_taskNo, t.OrganizationId))).ToList();
        var carriedProblems = problems.OrderBy(p => p.OrganizationId).ThenBy(p => p.No).Select(Carry).ToList();
        return (carriedTasks, carriedProblems);
    }

    private Problem Carry(Problem problem)
    {
        var carried = problem.CarryOver(Next(_problemNo, problem.OrganizationId));
        carried.LinkTo(problem.Tasks.Where(t => _next.ContainsKey(t.Id)).Select(t => _next[t.Id]));
        return carried;
    }

    private static int Next(Dictionary<int, int> last, int organizationId) => last[organizationId] = last.GetValueOrDefault(organizationId) + 1;
}
