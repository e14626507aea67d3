using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class WorkTaskTests
{
    [Fact]
    public void A_draft_keeps_what_the_owner_writes()
    {
        var task = DraftTask();

        task.Write(Rated());

        Assert.Equal(Rated(), task.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_task_is_written_in_at_most_300_characters(int length) =>
        AssertRefused("任务1：请填写任务内容", () => DraftTask(Counted() with { Content = Characters(length) }));

    [Fact]
    public void Each_text_has_its_own_limit()
    {
        AssertRefused("类别不超过30字", () => DraftTask(Counted() with { Category = Characters(31) }));
        AssertRefused("单位不超过20字", () => DraftTask(Counted() with { Unit = Characters(21) }));
        AssertRefused("配合单位和来源各不超过200字", () => DraftTask(Counted() with { Cooperating = Characters(201) }));
        AssertRefused("配合单位和来源各不超过200字", () => DraftTask(Counted() with { Source = Characters(201) }));
    }

    [Fact]
    public void What_is_counted_has_a_target_and_the_rest_has_none()
    {
        AssertRefused("请填写目标值；没有数量要求的选“定性”", () => DraftTask(Counted() with { Target = null }));
        AssertRefused("请填写目标值；没有数量要求的选“定性”", () => DraftTask(Rated() with { Target = null }));
        AssertRefused("请填写目标值；没有数量要求的选“定性”", () => DraftTask(Plain() with { Target = 100 }));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2027)]
    public void A_task_is_due_within_the_year(int year) =>
        AssertRefused("完成时限应在2026年内", () => DraftTask(Counted() with { DueOn = Day(12, 20, year) }));

    [Fact]
    public void A_draft_may_still_lack_its_due_day_lead_and_nodes() =>
        Assert.Null(DraftTask(Counted() with { DueOn = null, Lead = Responsible.Nobody, Nodes = NoNodes }).DueOn);

    [Fact]
    public void A_filed_task_runs_and_is_no_longer_rewritten()
    {
        var task = RunningTask();

        Assert.Equal(TaskState.InProgress, task.State);
        AssertRefused("任务变更请提出申请，由上级批准", () => task.Write(Counted()));
    }

    [Fact]
    public void A_draft_is_nobodys_record_yet()
    {
        Assert.False(((IAudited)DraftTask()).IsRecorded);
        Assert.True(((IAudited)RunningTask()).IsRecorded);
    }

    [Fact]
    public void Counts_of_the_quarters_add_up()
    {
        var task = RunningTask();
        task.Report(1, ReportChoice.Normal, 100, Day(3, 28));
        task.Report(2, ReportChoice.Normal, 150, Day(6, 28));

        Assert.Equal([100, 250, 250], Enumerable.Range(1, 3).Select(task.ActualUpTo));
    }

    [Fact]
    public void A_rate_is_the_one_last_reported()
    {
        var task = RunningTask(Rated());
        task.Report(2, ReportChoice.Normal, 6_000, Day(6, 28));
        task.Report(1, ReportChoice.Normal, 4_000, Day(6, 29));

        Assert.Equal([4_000, 6_000], Enumerable.Range(1, 2).Select(task.ActualUpTo));
    }

    [Fact]
    public void Nothing_reported_is_not_zero()
    {
        var task = RunningTask();
        Assert.Null(task.ActualUpTo(4));

        task.Report(1, ReportChoice.Normal, null, Day(3, 28));
        Assert.Null(task.ActualUpTo(4));

        task.Report(2, ReportChoice.Behind, 0, Day(6, 28));
        Assert.Equal(0, task.ActualUpTo(4));
    }

    [Fact]
    public void A_later_report_of_the_same_quarter_replaces_the_earlier_one()
    {
        var task = RunningTask();
        task.Report(1, ReportChoice.Normal, 100, Day(3, 28));

        task.Report(1, ReportChoice.Behind, 50, Day(4, 9));

        var progress = Assert.Single(task.Progress);
        Assert.Equal((1, ReportChoice.Behind, 50, Day(4, 9)), (progress.Quarter, progress.Choice, progress.Value, progress.On));
    }

    [Fact]
    public void Reporting_it_done_claims_it_and_the_claims_day_counts()
    {
        var task = RunningTask();
        task.Report(4, ReportChoice.Done, 400, Day(12, 20));
        Assert.Equal((TaskState.DoneClaimed, Day(12, 20)), (task.State, task.ClaimedOn));

        task.AcceptDone();

        Assert.Equal((TaskState.Done, Day(12, 20)), (task.State, task.ClaimedOn));
    }

    [Fact]
    public void A_claim_repeated_keeps_its_first_day()
    {
        var task = RunningTask();
        task.Report(3, ReportChoice.Done, 400, Day(9, 28));

        task.Report(3, ReportChoice.Done, 400, Day(10, 15));

        Assert.Equal(Day(9, 28), task.ClaimedOn);
    }

    [Fact]
    public void A_claim_taken_back_lets_the_task_run_on()
    {
        var task = RunningTask();
        task.Report(3, ReportChoice.Done, 400, Day(9, 28));

        task.Report(3, ReportChoice.Normal, 300, Day(10, 15));

        Assert.Equal(TaskState.InProgress, task.State);
        Assert.Null(task.ClaimedOn);
    }

    [Fact]
    public void A_withdrawn_report_takes_its_claim_along()
    {
        var task = RunningTask();
        task.Report(2, ReportChoice.Normal, 100, Day(6, 28));
        task.Report(3, ReportChoice.Done, 400, Day(9, 28));

        task.Withdraw(3);

        Assert.Equal((TaskState.InProgress, 100), (task.State, task.ActualUpTo(4)));
        Assert.Null(task.ClaimedOn);
    }

    [Fact]
    public void A_withdrawn_report_leaves_the_claim_of_another_quarter()
    {
        var task = RunningTask();
        task.Report(2, ReportChoice.Done, 400, Day(6, 28));
        task.Report(3, ReportChoice.Done, 0, Day(9, 28));

        task.Withdraw(3);
        task.Withdraw(1); // nothing was said about it

        Assert.Equal((TaskState.DoneClaimed, Day(6, 28)), (task.State, task.ClaimedOn));
    }

    [Fact]
    public void What_nobody_claimed_is_not_accepted_as_done()
    {
        var task = RunningTask();

        task.AcceptDone();

        Assert.Equal(TaskState.InProgress, task.State);
    }

    [Fact]
    public void An_accepted_task_stays_done()
    {
        var task = DoneTask();

        task.Report(2, ReportChoice.Normal, 0, Day(6, 28));

        Assert.Equal(TaskState.Done, task.State);
    }

    [Fact]
    public void Only_a_task_that_was_filed_and_still_stands_is_reported()
    {
        var carried = RunningTask();
        carried.CarryOver(1);

        foreach (var task in new[] { DraftTask(), CancelledTask(), carried })
        {
            AssertRefused("任务1不在执行中，不能填报进展", () => task.Report(1, ReportChoice.Normal, 100, Day(3, 28)));
        }
    }

    [Fact]
    public void Filing_again_does_not_restart_a_finished_task()
    {
        var (done, cancelled) = (DoneTask(1), CancelledTask(2));

        File(tasks: [done, cancelled]);

        Assert.Equal((TaskState.Done, TaskState.Cancelled), (done.State, cancelled.State));
    }
}
