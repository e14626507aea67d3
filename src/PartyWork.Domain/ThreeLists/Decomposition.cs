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

/// <summary>分解下达: a task in force is handed down to children, each with its share and nodes; its actual is from then on what they reach.</summary>
public sealed class Decomposition(WorkTask task, TaskCombining combining)
{
    /// <summary>来源 of a share, as its list shows it.</summary>
    public const string Source = "上级任务分解";

    /// <summary>Numbers that the task has already: they stay its own, and only the rest is handed down.</summary>
    private readonly int _ownQuarters = task.Progress.Select(p => p.Quarter).DefaultIfEmpty().Max();

    public static TaskCombining UsualFor(TaskMeasure measure) => measure is TaskMeasure.Rate ? TaskCombining.Average : TaskCombining.Sum;

    /// <summary>What the shares together must reach, in hundredths: the target, less what was done before; for rates the target itself.</summary>
    public int Remaining => task.Measure is TaskMeasure.Rate ? task.Target ?? 0 : Math.Max(0, (task.Target ?? 0) - (task.ActualUpTo(4) ?? 0));

    /// <summary>Whether a share begins at once: the child has handed its lists in. Else it joins the draft and begins with it.</summary>
    public static bool BeginsAtOnce(FilingStage lists) => lists is FilingStage.Submitted or FilingStage.Returned or FilingStage.Accepted;

    /// <summary>Why the task cannot be handed down now; null when it can be.</summary>
    public static string? WhyNot(WorkTask task, DateOnly today) =>
        task.Combining is not null ? $"任务{task.No}已于{task.HandedDownOn:M月d日}分解下达。"
        : task.State is not TaskState.InProgress ? $"任务{task.No}不在推进中，清单备案后、完成之前才能分解下达。"
        : task.MeasuredBy.Length > 0 ? $"任务{task.No}由指标自动取数，完成数只能有一个来源，不能分解下达。"
        : task.Measure is TaskMeasure.None ? $"任务{task.No}没有目标值，不能分解下达；请先申请调整为有目标值的任务。"
        : task.Progress.Any(p => p.Quarter == 4) ? $"任务{task.No}第四季度已经填报，本年不能再分解下达。"
        : today > task.EffectiveDue ? $"任务{task.No}已过完成时限（{task.EffectiveDue:M月d日}），不能再分解下达。"
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

        var unit = Remaining % Quantity.One == 0 && Enumerable.Range(1, 4).All(q => (task.Nodes[q] ?? 0) % Quantity.One == 0) ? Quantity.One : 1;
        var (next, left) = (0, Remaining);
        var dealt = new int?[children, 5];
        var open = Enumerable.Range(_ownQuarters + 1, 4 - _ownQuarters).Where(q => task.Nodes[q] is > 0).ToList();
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

    /// <summary>Hands the task down.</summary>
    /// <returns>The children's tasks, to be stored.</returns>
    public IReadOnlyList<WorkTask> Run(IReadOnlyList<Share> shares, Actor actor, DateOnly today)
    {
        var why = WhyNot(task, today);
        Rule.Require(why is null, why ?? "");
        Rule.Require(combining is TaskCombining.Average == task.Measure is TaskMeasure.Rate, task.Measure is TaskMeasure.Rate ? "比率任务请按“平均”汇总。" : "数量任务请按“合计”或“完成个数”汇总。");
        Rule.Require(shares.Count > 0, "请至少选择一个下级党组织。");
        foreach (var share in shares)
        {
            Rule.Require(combining is TaskCombining.Count || share.Target > 0, $"{share.Name}：请填写目标值。");
            Rule.Require(combining is not TaskCombining.Average || share.Target == task.Target, $"{share.Name}：比率任务各下级的目标值与任务{task.No}相同，为{Quantity.Print(task.Target!.Value)}%。");
            Rule.Require(share.Nodes.Any, $"{share.Name}：请至少填写一个季度节点。");
        }

        var together = shares.Sum(s => (long)(s.Target ?? 0));
        Rule.Require(combining is not TaskCombining.Sum || together >= Remaining,
            $"各下级的目标值合计{Quantity.Print((int)Math.Min(together, int.MaxValue))}{task.Unit}，比应下达的{Quantity.Print(Remaining)}{task.Unit}少{Quantity.Print((int)Math.Max(0, Remaining - together))}{task.Unit}，请补足后再下达。");
        Rule.Require(combining is not TaskCombining.Count || shares.Count * Quantity.One >= Remaining,
            $"选了{shares.Count}个下级，比应完成的{Quantity.Print(Remaining)}{task.Unit}少{Quantity.Print(Remaining - (shares.Count * Quantity.One))}个，请增选下级。");
        task.HandDown(combining, _ownQuarters, actor, today);
        return [.. shares.Select(s => task.ShareFor(s.OrganizationId, s.No, TextOf(s), s.InForce))];
    }

    private TaskText TextOf(Share share) => new(task.Category, task.Content, share.Target is null ? TaskMeasure.None : task.Measure, share.Target, share.Target is null ? "" : task.Unit,
        share.Nodes, task.EffectiveDue, share.Lead, "", Source);

    private QuarterNodes OpenNodes() =>
        new QuarterNodes(Node(1), Node(2), Node(3), Node(4)) is { Any: true } open ? open : new(null, null, null, task.Target);

    private int? Node(int quarter) => quarter > _ownQuarters ? task.Nodes[quarter] : null;

    /// <summary>Done or not: one node, in the last quarter that has one.</summary>
    private QuarterNodes Finish()
    {
        var last = Enumerable.Range(1, 4).LastOrDefault(q => task.Nodes[q] is not null, 4);
        return new(last == 1 ? Quantity.One : null, last == 2 ? Quantity.One : null, last == 3 ? Quantity.One : null, last == 4 ? Quantity.One : null);
    }
}

/// <summary>What one child gets.</summary>
/// <param name="Name">The child, as a sentence names it.</param>
/// <param name="No">序号 in its task list.</param>
/// <param name="Target">Hundredths; null where only 完成 counts.</param>
/// <param name="InForce">Its lists are already handed in: the share begins at once; else it joins the draft.</param>
public sealed record Share(int OrganizationId, string Name, int No, int? Target, QuarterNodes Nodes, Responsible Lead, bool InForce);
