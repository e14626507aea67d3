namespace PartyWork.Domain.ThreeLists;

/// <summary>成批处理: what is done to several tasks is done to all of them or to none, and every task that refuses is named.</summary>
public static class TaskBatch
{
    public static void Do(IReadOnlyCollection<WorkTask> tasks, Action<WorkTask> act)
    {
        Rule.Require(tasks.Count > 0, "请先勾选任务。");
        var refused = new List<string>();
        foreach (var task in tasks)
        {
            try
            {
                act(task);
            }
            catch (BrokenRuleException broken)
            {
                refused.Add(broken.Message.StartsWith($"任务{task.No}", StringComparison.Ordinal) ? broken.Message : $"任务{task.No}：{broken.Message}");
            }
        }

        Rule.Require(refused.Count == 0, $"{tasks.Count}项任务都没有改动，请先处理：{string.Join("", refused)}");
    }
}
