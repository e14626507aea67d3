using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Reports;

/// <summary>The third quarter of 2026, for tasks with one training course each quarter.</summary>
public sealed class QuarterlyReportTests
{
    private readonly Filing _filing = NewFiling();
    private readonly WorkTask _first = RunningTask(no: 1), _second = RunningTask(no: 2);

    // what it asks for

    [Fact]
    public void It_asks_for_the_running_tasks_in_order()
    {
        var claimed = RunningTask(no: 4);
        claimed.Report(2, ReportChoice.Done, 400, Day(6, 28));
        var carried = RunningTask(no: 6);
        carried.CarryOver(1);

        var report = Report(claimed, _second, DraftTask(no: 3), CancelledTask(5), carried, DoneTask(7), _first);

        Assert.Equal([1, 2, 4], report.Lines.Select(l => l.No));
    }

    [Fact]
    public void A_task_accepted_as_done_by_this_very_report_stays_in_it()
    {
        var report = Report(_first);
        Fill(_first, ReportChoice.Done, 400, "4期全部办完");
        report.Confirm(Secretary, At(Due));

        report.Accept(Superior, At(10, 14));

        Assert.Equal([1], report.Lines.Select(l => l.No));
    }

    [Fact]
    public void A_line_shows_what_the_quarters_before_reached()
    {
        _first.Report(1, ReportChoice.Normal, 100, Day(3, 28));
        _first.Report(2, ReportChoice.Behind, 50, Day(6, 28));
        _first.Report(3, ReportChoice.Normal, 900, Due); // this quarter does not count as before

        var line = Assert.Single(Report(_first).Lines);

        Assert.Equal((150, 50, ReportChoice.Behind), (line.Prior, line.LastValue, line.LastChoice));
    }

    [Fact]
    public void The_first_quarter_has_no_quarter_before()
    {
        var line = Assert.Single(new QuarterlyReport(new Filing(OrganizationId, WindowOf(1)), [_first]).Lines);

        Assert.Null(line.Prior);
        Assert.Null(line.LastValue);
        Assert.Null(line.LastChoice);
    }

    [Fact]
    public void A_line_goes_by_the_extended_day()
    {
        var task = RunningTask(Counted() with { DueOn = Day(9, 30) });
        new TaskChange(task, TaskChangeKind.Extension, Day(11, 30), "", null, "场地未定", Clerk, Day(9, 1)).Approve(Superior, Day(9, 2));

        Assert.Equal(Day(11, 30), Assert.Single(Report(task).Lines).Due);
    }

    // what is still missing

    [Fact]
    public void What_is_missing_holds_the_report_and_is_said_for_every_task()
    {
        var report = Report(_first, _second);
        const string Why = "还不能报送：任务1还没有选择本季情况。任务2还没有选择本季情况。";

        Assert.Equal(Why, Refusal(() => report.Prepare(Clerk, At(Due))));
        Assert.Equal(Why, Refusal(() => report.Confirm(Secretary, At(Due))));
        Assert.Equal(Why, Refusal(() => report.SignOffline(Clerk, Due, At(Due))));

        Assert.Equal(FilingStage.NotStarted, _filing.Stage);
        Assert.Empty(_first.Progress);
    }

    [Fact]
    public void A_complete_report_goes_to_the_secretary_and_changes_no_task_yet()
    {
        var report = Report(_first);
        Fill(_first, ReportChoice.Normal, 300);

        report.Prepare(Clerk, At(Due));

        Assert.Equal(FilingStage.AwaitingSecretary, _filing.Stage);
        Assert.Empty(_first.Progress);
    }

    // what it does to the tasks

    [Fact]
    public void Once_submitted_the_rows_are_the_tasks_progress()
    {
        var report = Report(_first, _second);
        Fill(_first, ReportChoice.Normal, 300);
        Fill(_second, ReportChoice.Done, 400, "4期全部办完");

        report.Confirm(Secretary, At(Due, 23, 59, 59));

        var progress = Assert.Single(_first.Progress);
        Assert.Equal((3, ReportChoice.Normal, 300, Due), (progress.Quarter, progress.Choice, progress.Value, progress.On));
        Assert.Equal((TaskState.DoneClaimed, Due), (_second.State, _second.ClaimedOn));
    }

    [Fact]
    public void A_paper_signature_reports_the_tasks_too()
    {
        var report = Report(_first);
        Fill(_first, ReportChoice.Normal, 300);

        report.SignOffline(Clerk, Due, At(Due));

        Assert.True(_filing.SignaturePending);
        Assert.Equal(300, _first.ActualUpTo(3));
    }

    [Fact]
    public void Nothing_to_report_is_no_progress_and_no_zero()
    {
        var report = Report(_first);
        FillNil(_first);

        report.Confirm(Secretary, At(Due));

        Assert.Null(_first.ActualUpTo(3));
    }

    [Fact]
    public void Accepting_the_report_accepts_what_it_claims_to_be_done_and_nothing_else()
    {
        var report = Report(_first, _second);
        Fill(_first, ReportChoice.Normal, 300);
        Fill(_second, ReportChoice.Done, 400, "4期全部办完");
        report.Confirm(Secretary, At(Due));

        report.Accept(Superior, At(10, 20));

        Assert.Equal((TaskState.InProgress, TaskState.Done), (_first.State, _second.State));
        Assert.Equal(Due, _second.ClaimedOn);
    }

    [Fact]
    public void The_filer_does_not_verify_the_own_tasks()
    {
        var report = Report(_first);
        Fill(_first, ReportChoice.Done, 400, "4期全部办完");
        report.Confirm(Secretary, At(Due));

        AssertRefused("不能审核自己填报或确认的内容", () => report.Accept(Secretary, At(10, 14)));

        Assert.Equal(TaskState.DoneClaimed, _first.State);
    }

    // returned and submitted again

    [Fact]
    public void A_mended_row_replaces_the_progress_it_reported_before()
    {
        var report = SubmittedAndReturned(ReportChoice.Normal, 300);

        Fill(_first, ReportChoice.Behind, 50, "师资未定", "人员调整", "11月办班", At(10, 14));
        report.Confirm(Secretary, At(10, 15));

        Assert.Equal((ReportChoice.Behind, 50), (Assert.Single(_first.Progress).Choice, _first.ActualUpTo(3)));
    }

    [Fact]
    public void A_claim_mended_into_something_less_is_no_longer_a_claim()
    {
        var report = SubmittedAndReturned(ReportChoice.Done, 400, "4期全部办完");

        Fill(_first, ReportChoice.Normal, 300, now: At(10, 14));
        report.Confirm(Secretary, At(10, 15));

        Assert.Equal(TaskState.InProgress, _first.State);
    }

    [Fact]
    public void A_claim_mended_into_nothing_to_report_is_withdrawn_with_its_progress()
    {
        var report = SubmittedAndReturned(ReportChoice.Done, 400, "4期全部办完");

        FillNil(_first, At(10, 14));
        report.Confirm(Secretary, At(10, 15));
        report.Accept(Superior, At(10, 16));

        Assert.Equal(TaskState.InProgress, _first.State);
        Assert.Null(_first.ClaimedOn);
        Assert.Empty(_first.Progress);
    }

    [Fact]
    public void Nothing_new_this_quarter_leaves_an_earlier_claim_standing()
    {
        _first.Report(2, ReportChoice.Done, 400, Day(6, 28));
        var report = Report(_first);
        FillNil(_first);

        report.Confirm(Secretary, At(Due));

        Assert.Equal((TaskState.DoneClaimed, Day(6, 28)), (_first.State, _first.ClaimedOn));
    }

    [Fact]
    public void A_task_cancelled_after_its_row_was_filled_does_not_hold_the_report()
    {
        var report = Report(_first, _second);
        Fill(_first, ReportChoice.Normal, 300);
        Fill(_second, ReportChoice.Normal, 300);
        new TaskChange(_second, TaskChangeKind.Cancellation, null, "", null, "上级统一组织", Clerk, Day(9, 26)).Approve(Superior, Day(9, 27));

        report.Confirm(Secretary, At(Due));

        Assert.Equal(FilingStage.Submitted, _filing.Stage);
        Assert.Equal(300, _first.ActualUpTo(3));
        Assert.Empty(_second.Progress);
    }

    private QuarterlyReport Report(params WorkTask[] tasks) => new(_filing, tasks);

    private QuarterlyReport SubmittedAndReturned(ReportChoice choice, int value, string words = "")
    {
        var report = Report(_first);
        Fill(_first, choice, value, words);
        report.Confirm(Secretary, At(Due));
        SendBack(_filing, $"T{_first.Id}", At(10, 13));
        return report;
    }

    /// <summary>The choice may differ from the numbers here; the reason is given.</summary>
    private void Fill(WorkTask task, ReportChoice choice, int value, string words = "", string cause = "", string nextStep = "", DateTime? now = null) =>
        _filing.Edit($"T{task.Id}", $"任务{task.No}", now ?? At(Opens)).Fill(Answer.Value, (int)choice, value, words, cause, nextStep, "按实际");

    private void FillNil(WorkTask task, DateTime? now = null) =>
        _filing.Edit($"T{task.Id}", $"任务{task.No}", now ?? At(Opens)).Fill(Answer.Nil, null, null, "与上级班次合并");
}
