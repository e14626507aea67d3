using System.ComponentModel;

namespace PartyWork.Domain.ThreeLists;

public enum TaskChangeKind
{
    [Description("延期")] Extension = 1,
    [Description("取消")] Cancellation,
    [Description("调整内容")] Amendment,

    /// <summary>Of a share, by whoever handed it down: done at once, never asked for.</summary>
    [Description("上级调整")] Reapportionment,
}

public enum TaskChangeState
{
    [Description("待批准")] Requested = 1,
    [Description("已批准")] Approved,
    [Description("未批准")] Refused,
}

/// <summary>备案后的变更: the owner asks with a reason, the superior decides; the old value is kept.</summary>
public sealed class TaskChange : IBelongToOrganization, IAudited
{
    public const int ReasonMaxLength = 200, NodesMaxLength = 100;

    public TaskChange(WorkTask task, TaskChangeKind kind, DateOnly? newDue, string newContent, int? newTarget, string reason, Actor owner, DateOnly today)
    {
        Rule.Require(kind is not TaskChangeKind.Reapportionment, "分解下达的任务由上级在下达的页面调整，不用申请。");
        Rule.Require(task.State is TaskState.InProgress, "只有推进中的任务可以申请变更。");
        Rule.Require(task.Changes.All(c => c.State is not TaskChangeState.Requested), "已有一项变更申请等待批准。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请填写变更理由，不超过{ReasonMaxLength}字。");
        Rule.Require(today <= task.EffectiveDue, $"任务已过完成时限（{task.EffectiveDue:M月d日}），不能再申请变更。");
        if (kind is TaskChangeKind.Extension)
        {
            Rule.Require(newDue > task.EffectiveDue, $"延期后的时限应晚于{task.EffectiveDue:M月d日}。");
            Rule.Require(newDue!.Value.Year == task.Year, $"延期不能超出{task.Year}年；跨年的请在年底结转。");
        }

        if (kind is TaskChangeKind.Amendment)
        {
            Rule.Require(newContent.Length is > 0 and <= WorkTask.ContentMaxLength, "请填写调整后的任务内容。");
            Rule.Require(newTarget is null == task.Target is null, "请填写调整后的目标值。");
        }

        (OrganizationId, Task, Kind, State, Reason) = (task.OrganizationId, task, kind, TaskChangeState.Requested, reason);
        (NewDue, NewContent, NewTarget) = (newDue, newContent, newTarget);
        (OldDue, OldContent, OldTarget) = (task.EffectiveDue, task.Content, task.Target);
        (RequestedById, RequestedBy, RequestedOn) = (owner.PersonId, owner.Name, today);
    }

    private TaskChange() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int WorkTaskId { get; private set; }
    public WorkTask Task { get; private set; } = null!;
    public TaskChangeKind Kind { get; private set; }
    public TaskChangeState State { get; private set; }
    public string Reason { get; private set; } = "";
    public DateOnly? NewDue { get; private set; }
    public string NewContent { get; private set; } = "";
    public int? NewTarget { get; private set; }
    public DateOnly? OldDue { get; private set; }
    public string OldContent { get; private set; } = "";
    public int? OldTarget { get; private set; }

    /// <summary>Quarterly nodes in words, of a share that its superior changed; empty otherwise.</summary>
    public string OldNodes { get; private set; } = "";
    public string NewNodes { get; private set; } = "";
    public int RequestedById { get; private set; }
    public string RequestedBy { get; private set; } = "";
    public DateOnly RequestedOn { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public int? DecidedById { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string DecisionWords { get; private set; } = "";

    /// <summary>上级调整: the share as it was and as it is from today on.</summary>
    internal static TaskChange OfShare(WorkTask share, TaskText text, string reason, Actor superior, DateOnly today)
    {
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请填写调整的理由，不超过{ReasonMaxLength}字。");
        var change = new TaskChange
        {
            OrganizationId = share.OrganizationId, Task = share, Kind = TaskChangeKind.Reapportionment, State = TaskChangeState.Approved, Reason = reason,
            OldContent = share.Content, OldTarget = share.Target, OldNodes = share.Nodes.InWords(share.Measure),
            NewContent = text.Content, NewTarget = text.Target, NewNodes = text.Nodes.InWords(text.Measure),
            RequestedById = superior.PersonId, RequestedBy = superior.Name, RequestedOn = today, DecidedById = superior.PersonId, DecidedBy = superior.Name, DecidedOn = today,
        };
        share.TakeShare(text);
        return change;
    }

    /// <summary>Approving changes the task; asked for before the due day, it stays on time.</summary>
    public void Approve(Actor superior, DateOnly today)
    {
        Rule.Require(State is not TaskChangeState.Requested || Task.State is TaskState.InProgress, $"任务{Task.No}已不在推进中，不能再批准变更。");
        Decide(superior, today, TaskChangeState.Approved, "");
        switch (Kind)
        {
            case TaskChangeKind.Extension:
                Task.Extend(NewDue!.Value);
                break;
            case TaskChangeKind.Cancellation:
                Task.Cancel();
                break;
            case TaskChangeKind.Amendment:
                Task.Amend(NewContent, NewTarget);
                break;
        }
    }

    public void Refuse(Actor superior, DateOnly today, string words)
    {
        Rule.Require(words.Length is > 0 and <= ReasonMaxLength, "请写明不批准的原因。");
        Decide(superior, today, TaskChangeState.Refused, words);
    }

    private void Decide(Actor superior, DateOnly today, TaskChangeState state, string words)
    {
        Rule.Require(State is TaskChangeState.Requested, "该申请已经处理。");
        Rule.Require(RequestedById != superior.PersonId, "不能批准自己提出的申请，请由其他同志处理。");
        (State, DecidedBy, DecidedById, DecidedOn, DecisionWords) = (state, superior.Name, superior.PersonId, today, words);
    }
}
