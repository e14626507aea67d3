using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class TaskChangeTests
{
    [Fact]
    public void An_extension_moves_the_due_day_once_approved_and_keeps_the_old_one()
    {
        var task = RunningTask();
        var change = Extension(task, Day(12, 30));
        Assert.Equal(Day(12, 20), task.EffectiveDue);

        change.Approve(Superior, Day(12, 22));

        Assert.Equal((Day(12, 30), Day(12, 20)), (task.EffectiveDue, task.DueOn));
        Assert.Equal((Day(12, 20), Day(12, 30)), (change.OldDue, change.NewDue));
        Assert.Equal((TaskChangeState.Approved, "何立", Day(12, 22)), (change.State, change.DecidedBy, change.DecidedOn));
    }

    [Fact]
    public void A_cancellation_cancels_once_approved()
    {
        var task = RunningTask();

        Cancellation(task).Approve(Superior, Day(6, 2));

        Assert.Equal(TaskState.Cancelled, task.State);
    }

    [Fact]
    public void An_amendment_changes_content_and_target_once_approved_and_keeps_the_old_ones()
    {
        var task = RunningTask();
        var change = Amendment(task, "培训支部书记和委员", 300);

        change.Approve(Superior, Day(6, 2));

        Assert.Equal(("培训支部书记和委员", 300), (task.Content, task.Target));
        Assert.Equal(("组织党支部书记业务培训", 400), (change.OldContent, change.OldTarget));
    }

    [Fact]
    public void A_refusal_changes_nothing_and_says_why()
    {
        var task = RunningTask();
        var change = Cancellation(task);

        AssertRefused("请写明不批准的原因", () => change.Refuse(Superior, Day(6, 2), ""));
        AssertRefused("请写明不批准的原因", () => change.Refuse(Superior, Day(6, 2), Characters(201)));
        change.Refuse(Superior, Day(6, 2), "仍需单独开展");

        Assert.Equal((TaskChangeState.Refused, "仍需单独开展"), (change.State, change.DecisionWords));
        Assert.Equal(TaskState.InProgress, task.State);
    }

    [Fact]
    public void Nobody_decides_their_own_request()
    {
        var change = Cancellation(RunningTask());

        AssertRefused("不能批准自己提出的申请", () => change.Approve(Clerk, Day(6, 2)));
        AssertRefused("不能批准自己提出的申请", () => change.Refuse(Clerk, Day(6, 2), "不再需要"));
    }

    [Fact]
    public void A_request_is_decided_once()
    {
        var change = Cancellation(RunningTask());
        change.Refuse(Superior, Day(6, 2), "仍需单独开展");

        AssertRefused("该申请已经处理", () => change.Approve(Superior, Day(6, 3)));
    }

    [Fact]
    public void A_change_is_asked_for_before_the_due_day_is_over()
    {
        var task = RunningTask();

        Extension(task, Day(12, 30), today: Day(12, 20));
        AssertRefused("任务已过完成时限（12月20日）", () => Extension(task, Day(12, 30), today: Day(12, 21)));
    }

    [Fact]
    public void An_extension_is_later_and_within_the_year()
    {
        var task = RunningTask();

        AssertRefused("延期后的时限应晚于12月20日", () => Extension(task, Day(12, 20)));
        AssertRefused("延期后的时限应晚于12月20日", () => Extension(task, null));
        AssertRefused("延期不能超出2026年；跨年的请在年底结转", () => Extension(task, Day(1, 1, 2027)));
    }

    [Fact]
    public void An_extended_task_is_extended_from_its_new_day()
    {
        var task = RunningTask();
        Extension(task, Day(12, 25)).Approve(Superior, Day(6, 2));

        AssertRefused("延期后的时限应晚于12月25日", () => Extension(task, Day(12, 25)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void An_amendment_writes_the_content_anew(int length) =>
        AssertRefused("请填写调整后的任务内容", () => Amendment(RunningTask(), Characters(length), 300));

    [Fact]
    public void An_amendment_keeps_a_number_a_number()
    {
        AssertRefused("请填写调整后的目标值", () => Amendment(RunningTask(), "培训", null));
        AssertRefused("请填写调整后的目标值", () => Amendment(RunningTask(Plain()), "完善规则", 100));
        Assert.Null(Amendment(RunningTask(Plain()), "完善规则", null).NewTarget);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_request_says_why(int length) =>
        AssertRefused("请填写变更理由", () => new TaskChange(RunningTask(), TaskChangeKind.Cancellation, null, "", null, Characters(length), Clerk, Day(6, 1)));

    [Fact]
    public void Only_a_running_task_is_changed()
    {
        foreach (var task in new[] { DraftTask(), DoneTask(), CancelledTask() })
        {
            AssertRefused("只有推进中的任务可以申请变更", () => Cancellation(task));
        }
    }

    [Fact]
    public void A_task_done_in_the_meantime_is_no_longer_changed_but_the_request_can_be_refused()
    {
        var task = RunningTask();
        var change = Cancellation(task);
        task.Report(2, ReportChoice.Done, 400, Day(6, 28));
        task.AcceptDone();

        AssertRefused("任务1已不在推进中", () => change.Approve(Superior, Day(7, 10)));
        change.Refuse(Superior, Day(7, 10), "任务已完成");

        Assert.Equal((TaskState.Done, TaskChangeState.Refused), (task.State, change.State));
    }

    [Fact]
    public void The_request_names_who_asked_and_when()
    {
        var change = Cancellation(RunningTask());

        Assert.Equal((1, "陈思远", Day(6, 1), TaskChangeState.Requested), (change.RequestedById, change.RequestedBy, change.RequestedOn, change.State));
    }

    private static TaskChange Extension(WorkTask task, DateOnly? to, DateOnly? today = null) =>
        new(task, TaskChangeKind.Extension, to, "", null, "场地未定", Clerk, today ?? Day(6, 1));

    private static TaskChange Cancellation(WorkTask task) => new(task, TaskChangeKind.Cancellation, null, "", null, "上级统一组织", Clerk, Day(6, 1));

    private static TaskChange Amendment(WorkTask task, string content, int? target) =>
        new(task, TaskChangeKind.Amendment, null, content, target, "对象调整", Clerk, Day(6, 1));
}
