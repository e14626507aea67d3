namespace PartyWork.Domain.ThreeLists;

/// <summary>移交: what an organisation that ends has left open goes on in the lists of the one that takes over, numbered after what is there, problems still linked to their tasks.</summary>
/// <param name="organizationId">接办组织.</param>
/// <param name="lastTaskNo">Year → highest 序号 in its task list.</param>
/// <param name="lastProblemNo">The same of its problem lists.</param>
/// <param name="filedYears">Years whose lists it has filed: what is handed over is then in force at once.</param>
/// <param name="hasSameSuperior">Both are below the same organisation: what that one has handed down goes on as a share of its task.</param>
public sealed class Takeover(
    int organizationId, IReadOnlyDictionary<int, int> lastTaskNo, IReadOnlyDictionary<int, int> lastProblemNo, IReadOnlyCollection<int> filedYears, bool hasSameSuperior)
{
    private readonly Dictionary<int, int> _taskNo = new(lastTaskNo), _problemNo = new(lastProblemNo);

    /// <summary>Neither finished nor claimed done: whoever claimed it has answered for it, and its review goes on.</summary>
    public static bool IsOpen(WorkTask task) => task.State is TaskState.Draft or TaskState.InProgress;

    public static bool IsOpen(Problem problem) => problem.State is ProblemState.Listed or ProblemState.Rectifying or ProblemState.CloseClaimed;

    /// <param name="leadOf">Who answers for it from now on, given who did.</param>
    public (IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Problem> Problems) Run(
        IEnumerable<WorkTask> tasks, IEnumerable<Problem> problems, Func<Responsible, Responsible> leadOf)
    {
        var handed = tasks.Where(IsOpen).OrderBy(t => t.Year).ThenBy(t => t.No)
            .ToDictionary(t => t, t => t.HandTo(organizationId, Next(_taskNo, t.Year), leadOf(t.Lead), !filedYears.Contains(t.Year), hasSameSuperior));
        var taken = new List<Problem>();
        foreach (var problem in problems.Where(IsOpen).OrderBy(p => p.Year).ThenBy(p => p.No))
        {
            var next = problem.HandTo(organizationId, Next(_problemNo, problem.Year), leadOf(problem.Owner), !filedYears.Contains(problem.Year));
            next.LinkHanded(problem.Tasks.Where(handed.ContainsKey).Select(t => handed[t]));
            taken.Add(next);
        }

        return ([.. handed.Values], taken);
    }

    /// <summary>Tasks that nobody goes on with: cancelled with the act that ends the organisation.</summary>
    public static void Drop(IEnumerable<WorkTask> tasks)
    {
        foreach (var task in tasks.Where(IsOpen))
        {
            task.Cancel();
        }
    }

    private static int Next(Dictionary<int, int> last, int year) => last[year] = last.GetValueOrDefault(year) + 1;
}
