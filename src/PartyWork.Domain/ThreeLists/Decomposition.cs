using System.ComponentModel;
using PartyWork.Domain.Filings;

namespace PartyWork.Domain.ThreeLists;

/// <summary>How the shares of a task make up its actual.</summary>
public enum TaskCombining
{
    [Description("合计")] Sum = 1,
    [Description("平均")] Average,
    [Description("完成个数")] Count,
}

/// <summary>
/// 分解下达: a task in force is handed down to children, each with its share and nodes; its actual is from then on what they reach. Afterwards further
/// children may be given shares, and a share may be changed while its child has reported nothing of it; each such act bears its own day.
/// </summary>
/// <param name="existing">The shares there are already, with progress and changes.</param>
public sealed class Decomposition(WorkTask task, TaskCombining combining, IReadOnlyList<WorkTask>? existing = null)
{
    /// <summary>来源 of a share, as its list shows it.</summary>
    public const string Source = "上级任务分解";

    private readonly IReadOnlyList<WorkTask> _existing = existing ?? [];

    /// <summary>Quarters with a report of the task itself: they are over for it, and no node falls in them any more.</summary>
    private readonly int _reported = task.Progress.Select(p => p.Quarter).DefaultIfEmpty().Max();

    /// <summary>Numbers from before it was handed down stay its own, and only the rest is handed down.</summary>
    private int OwnQuarters => task.Combining is null ? _reported : task.OwnQuarters;

    public static TaskCombining UsualFor(TaskMeasure measure) => measure switch
    {
        TaskMeasure.Rate => TaskCombining.Average,
        TaskMeasure.None => TaskCombining.Count,
        _ => TaskCombining.Sum,
    };

    /// <summary>What the shares together must reach, in hundredths: the target, less what was done before; for rates the target itself. A task without a number asks for none.</summary>
    public int Remaining => task.Measure is TaskMeasure.Rate ? task.Target ?? 0 : Math.Max(0, (task.Target ?? 0) - (OwnQuarters == 0 ? 0 : task.ActualUpTo(OwnQuarters) ?? 0));

    /// <summary>What no share covers yet, in hundredths; a share that nobody goes on with covers what had been done of it.</summary>
    public int Uncovered => Math.Max(0, Remaining - (int)Math.Min(_existing.Sum(s => (long)Covers(s, s.Target)), Remaining));

    /// <summary>Among how many children what is left can be split so that each gets something.</summary>
    public int MostChildren => combining is TaskCombining.Sum && Uncovered > 0 ? Uncovered / Step : int.MaxValue;

    /// <summary>What is split, in hundredths: whole units where target and nodes are whole.</summary>
    private int Step => Uncovered % Quantity.One == 0 && Enumerable.Range(1, 4).All(q => (task.Nodes[q] ?? 0) % Quantity.One == 0) ? Quantity.One : 1;

    /// <summary>Whether a share begins at once: the child has handed its lists in. Else it joins the draft and begins with it.</summary>
    public static bool BeginsAtOnce(FilingStage lists) => lists is FilingStage.Submitted or FilingStage.Returned or FilingStage.Accepted;

    /// <summary>Why the task cannot be handed down now; null when it can be.</summary>
    public static string? WhyNot(WorkTask task, DateOnly today) =>
        task.State is not TaskState.InProgress ? $"任务{task.No}不在推进中，清单备案后、完成之前才能分解下达。"
        : task.MeasuredBy.Length > 0 ? $"任务{task.No}由指标自动取数，完成数只能有一个来源，不能分解下达。"
        : task.Progress.Any(p => p.Quarter == 4) ? $"任务{task.No}第四季度已经填报，本年不能再分解下达或调整。"
        : today > task.EffectiveDue ? $"任务{task.No}已过完成时限（{task.EffectiveDue:M月d日}），不能再分解下达或调整。"
        : null;

    /// <summary>An even split that adds up exactly, in whole units where the target is whole: the quarters' nodes are dealt out one after the other, what is left over goes on where the last stopped.</summary>
    public IReadOnlyList<(int? Target, QuarterNodes Nodes)> Propose(int children)
    {
        if (children == 0)
        {
            return [];
        }

        if (combining is not TaskCombining.Sum)
        {
            var (target, nodes) = combining is TaskCombining.Average ? (task.Target, OpenNodes()) : (null, Finish());
            return [.. Enumerable.Repeat((target, nodes), children)];
        }

        if (Uncovered == 0)
        {
            return [.. Enumerable.Repeat(((int?)null, new QuarterNodes(null, null, null, null)), children)]; // more than the target: how much is for the office to say
        }

        var (unit, next, left) = (Step, 0, Uncovered);
        var dealt = new int?[children, 5];
        var open = Enumerable.Range(_reported + 1, 4 - _reported).Where(q => task.Nodes[q] is > 0).ToList();
        foreach (var quarter in open.Count > 0 ? open : [4])
        {
            var last = open.Count == 0 || quarter == open[^1];
            var share = last ? left : Math.Min(left, task.Nodes[quarter]!.Value);
            left -= share;
            Deal(share / unit, quarter);
        }

        return [.. Enumerable.Range(0, children).Select(c => (
            (int?)Enumerable.Range(1, 4).Sum(q => dealt[c, q] ?? 0), new QuarterNodes(dealt[c, 1], dealt[c, 2], dealt[c, 3], dealt[c, 4])))];

        void Deal(int units, int quarter)
        {
            for (var c = 0; c < children; c++)
            {
                var own = (units / children) + ((c - next + children) % children < units % children ? 1 : 0);
                dealt[c, quarter] = own == 0 ? null : own * unit;
            }

            next = (next + (units % children)) % children;
        }
    }

    /// <summary>Hands the task down; or, once it is, gives shares to further children.</summary>
    /// <returns>The children's tasks, to be stored.</returns>
    public IReadOnlyList<WorkTask> Run(IReadOnlyList<Share> shares, Actor actor, DateOnly today) => Run(shares, [], "", actor, today).Added;

    /// <summary>Further children and other shares, in one act: what they add up to is asked of all together.</summary>
    /// <param name="changed">Shares as they shall be; those that stay as they are change nothing.</param>
    /// <param name="reason">Why; needed where a share changes.</param>
    public (IReadOnlyList<WorkTask> Added, IReadOnlyList<TaskChange> Changes) Run(IReadOnlyList<Share> added, IReadOnlyList<ShareChange> changed, string reason, Actor actor, DateOnly today)
    {
        var why = WhyNot(task, today);
        Rule.Require(why is null, why ?? "");
        var changes = changed.Where(c => c.Differs).ToList();
        Rule.Require(task.Combining is null || task.Combining == combining, $"任务{task.No}已按“{task.Combining?.Text()}”汇总，不能改变汇总方式。");
        Rule.Require(combining is TaskCombining.Average == task.Measure is TaskMeasure.Rate, task.Measure is TaskMeasure.Rate ? "比率任务请按“平均”汇总。" : "数量任务请按“合计”或“完成个数”汇总。");
        Rule.Require(task.Measure is not TaskMeasure.None || combining is TaskCombining.Count, "定性任务请按“完成个数”汇总。");
        Rule.Require(added.Count + changes.Count > 0, task.Combining is null ? "请至少选择一个下级党组织。" : "没有增加下级，各下级的目标和节点也没有变动。");
        foreach (var share in added)
        {
            Rule.Require(_existing.All(s => s.OrganizationId != share.OrganizationId || s.State is TaskState.Cancelled), $"{share.Name}已承担这项任务，请在原任务上调整。");
            CheckShare(share.Name, share.Target, share.Nodes, share.Content, "这次不由其承担的，请取消勾选");
        }

        foreach (var change in changes)
        {
            var unchangeable = WhyFixed(change.Task);
            Rule.Require(unchangeable is null, $"{change.Name}{unchangeable}");
            CheckShare(change.Name, change.Target, change.Nodes, change.Content, "不再由其承担的，请其申请取消");
        }

        var targets = changes.ToDictionary(c => c.Task, c => c.Target);
        var together = added.Sum(s => (long)(combining is TaskCombining.Count ? Quantity.One : s.Target ?? 0)) + _existing.Sum(s => (long)Covers(s, targets.GetValueOrDefault(s, s.Target)));
        Rule.Require(combining is not TaskCombining.Sum || together >= Remaining,
            $"各下级的目标值合计{Quantity.Print((int)Math.Min(together, int.MaxValue))}{task.Unit}，比应下达的{Quantity.Print(Remaining)}{task.Unit}少{Quantity.Print((int)Math.Max(0, Remaining - together))}{task.Unit}，请补足后再下达。");
        Rule.Require(combining is not TaskCombining.Count || together >= Remaining,
            $"选了{together / Quantity.One}个下级，比应完成的{Quantity.Print(Remaining)}{task.Unit}少{Quantity.Print((int)Math.Max(0, Remaining - together))}个，请增选下级。");
        if (task.Combining is null)
        {
            task.HandDown(combining, _reported, actor, today);
        }

        return ([.. added.Select(s => task.ShareFor(s.OrganizationId, s.No, TextOf(s), s.InForce, actor, today))],
            [.. changes.Select(c => TaskChange.OfShare(c.Task, Text(c.Target, c.Nodes, c.Content) with { Category = c.Task.Category, DueOn = c.Task.DueOn, Lead = c.Task.Lead, Cooperating = c.Task.Cooperating, Demand = c.Task.Demand }, reason, actor, today))]);
    }

    /// <summary>Why the superior cannot change a share any more, to follow the child's name; null when it can.</summary>
    public static string? WhyFixed(WorkTask share) =>
        share.State is not (TaskState.Draft or TaskState.InProgress) ? $"的这项任务{share.State.Text()}，不能再调整。"
        : share.Progress.Count > 0 ? "已经填报进展，目标和节点不能再直接调整；确需调整的，请其申请变更。"
        : share.Changes.Any(c => c.State is TaskChangeState.Requested) ? "有一项变更申请等待批准，请先处理。"
        : null;

    /// <param name="otherwise">What to do with a child that is to do nothing of it.</param>
    private void CheckShare(string name, int? target, QuarterNodes nodes, string content, string otherwise)
    {
        Rule.Require(task.Measure is not TaskMeasure.None || target is null, $"{name}：定性任务没有目标值。");
        Rule.Require(task.Measure is not TaskMeasure.None || content.Length is > 0 and <= WorkTask.ContentMaxLength, $"{name}：请写明承担的内容，不超过{WorkTask.ContentMaxLength}字。");
        Rule.Require(combining is TaskCombining.Count || target > 0, $"{name}：请填写目标值；{otherwise}。");
        Rule.Require(combining is not TaskCombining.Average || target == task.Target, $"{name}：比率任务各下级的目标值与任务{task.No}相同，为{Quantity.Print(task.Target ?? 0)}%。");
        Rule.Require(nodes.Any, $"{name}：请至少填写一个季度节点。");
    }

    /// <summary>Of a share that was cancelled, or went over to an organisation elsewhere, nothing more reaches this task; one that is gone on with below covers what it did before as well.</summary>
    private int Covers(WorkTask share, int? target) => (share.State is TaskState.Cancelled or TaskState.HandedOver, combining) switch
    {
        (true, _) when _existing.Any(s => s.TakesOver(share)) => 0,
        (false, TaskCombining.Count) => Quantity.One,
        (true, TaskCombining.Count) => 0,
        (false, _) => target ?? 0,
        (true, _) => share.ActualUpTo(4) ?? 0,
    };

    private TaskText TextOf(Share share) => Text(share.Target, share.Nodes, share.Content) with { Lead = share.Lead };

    private TaskText Text(int? target, QuarterNodes nodes, string content) => new(task.Category, content.Length > 0 ? content : task.Content, target is null ? TaskMeasure.None : task.Measure, target,
        target is null ? "" : task.Unit, nodes, task.EffectiveDue, Responsible.Nobody, "", Source);

    private QuarterNodes OpenNodes() =>
        new QuarterNodes(Node(1), Node(2), Node(3), Node(4)) is { Any: true } open ? open : new(null, null, null, task.Target);

    private int? Node(int quarter) => quarter > _reported ? task.Nodes[quarter] : null;

    /// <summary>Done or not: one node, in the last quarter that has one.</summary>
    private QuarterNodes Finish()
    {
        var last = Enumerable.Range(1, 4).LastOrDefault(q => Node(q) is not null, 4);
        return new(last == 1 ? Quantity.One : null, last == 2 ? Quantity.One : null, last == 3 ? Quantity.One : null, last == 4 ? Quantity.One : null);
    }
}

/// <summary>What one child gets.</summary>
/// <param name="Name">The child, as a sentence names it.</param>
/// <param name="No">序号 in its task list.</param>
/// <param name="Target">Hundredths; null where only 完成 counts.</param>
/// <param name="InForce">Its lists are already handed in: the share begins at once; else it joins the draft.</param>
public sealed record Share(int OrganizationId, string Name, int No, int? Target, QuarterNodes Nodes, Responsible Lead, bool InForce)
{
    /// <summary>What the child does of it, in words; empty: the words of the task. A task without a number is shared by words alone.</summary>
    public string Content { get; init; } = "";
}

/// <summary>A share that there is, as it shall be.</summary>
/// <param name="Name">The child, as a sentence names it.</param>
public sealed record ShareChange(WorkTask Task, string Name, int? Target, QuarterNodes Nodes, string Content)
{
    public bool Differs => Target != Task.Target || Nodes != Task.Nodes || (Content.Length > 0 && Content != Task.Content);
}
