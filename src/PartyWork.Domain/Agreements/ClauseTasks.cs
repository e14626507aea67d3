using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>What the tasks say of the clause that their source names.</summary>
public static class ClauseTasks
{
    /// <summary>Neither only planned nor given up, nor gone on with by another organisation: it is for this clause to be judged by.</summary>
    public static bool Answers(TaskState task) => task is not (TaskState.Draft or TaskState.Cancelled or TaskState.HandedOver);

    /// <summary>任务全部完成: something answers the clause, and all of that is done.</summary>
    public static bool AreDone(IEnumerable<TaskState> tasks) => tasks.Where(Answers).ToList() is { Count: > 0 } answering && answering.All(t => t is TaskState.Done);
}
