using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Reports;

/// <summary>The row of a task handed down in the parent's third quarter: its number comes from below.</summary>
public sealed class HandedDownLineTests
{
    private readonly Filing _filing = NewFiling();
    private readonly WorkTask _task = RunningTask();

    public HandedDownLineTests() =>
        new Decomposition(_task, TaskCombining.Sum).Run([new Share(21, "文明社区", 1, 400, new(100, 100, 100, 100), Holder(), true)], Secretary, Day(2, 1));

    [Fact]
    public void What_is_handed_over_carries_the_sum_from_below_whatever_was_typed()
    {
        Reached(second: 200, third: 100);
        Fill(ReportChoice.Normal, 777);

        Report().Confirm(Secretary, At(Due));

        Assert.Equal(100, _filing.Row(Key).Value);
        Assert.Equal(100, _filing.Versions[0].Rows().Single().Value);
        Assert.Equal(300, _task.ActualUpTo(3));
    }

    [Fact]
    public void The_status_is_checked_against_the_sum_from_below()
    {
        Reached(second: 200, third: 0);
        Fill(ReportChoice.Normal, 777);

        AssertRefused("按数字应为“滞后”", () => Report().Confirm(Secretary, At(Due)));
    }

    [Fact]
    public void A_quarter_in_which_something_was_reached_below_is_not_answered_with_nothing()
    {
        Reached(second: 200, third: 100);
        _filing.Edit(Key, "", At(Opens)).Fill(Answer.Nil, null, null, "没有安排");

        AssertRefused("由下级汇总，本季已有1期", () => Report().Confirm(Secretary, At(Due)));
    }

    [Fact]
    public void Nothing_accepted_below_yet_does_not_hold_the_report()
    {
        Reached(second: 200, third: null);
        Fill(ReportChoice.Normal, null);

        Report().Confirm(Secretary, At(Due));

        Assert.Equal(FilingStage.Submitted, _filing.Stage);
    }

    [Fact]
    public void What_is_accepted_below_afterwards_counts_for_the_task_and_leaves_the_report_as_it_was_sent()
    {
        Reached(second: 200, third: 100);
        Fill(ReportChoice.Normal, null);
        Report().Confirm(Secretary, At(Due));

        Reached(second: 200, third: 150);

        Assert.Equal(350, _task.ActualUpTo(3));
        var line = Report().Lines.Single();
        Assert.Equal((100, 150), (line.ValueOf(_filing.Row(Key)), line.Total!.Accepted));
    }

    [Fact]
    public void The_node_cannot_be_entered_by_a_press() => Assert.Null(Report().Lines.Single().NodeValue);

    [Fact]
    public void A_task_handed_down_in_words_is_done_when_all_children_have_finished_else_the_clerk_says_why()
    {
        var task = RunningTask(Plain(), no: 2);
        new Decomposition(task, TaskCombining.Count).Run([InWords(21), InWords(22)], Secretary, Day(2, 1));
        task.WithTotals(ShareTotals.None with { Second = new(100, null, 2, 0, 2), Third = new(null, 100, 0, 1, 2), Fourth = new(null, null, 0, 0, 2) });
        _filing.Edit($"T{task.Id}", "任务2", At(Opens)).Fill(Answer.Value, (int)ReportChoice.Done, null, "规则已定");

        var line = new QuarterlyReport(_filing, [task]).Lines.Single();
        Assert.Equal(((ReportChoice?)null, true, 1, 2), (line.Propose(line.Total!.Accepted), line.IsUnfinishedBelow(null), task.Totals!.Finished, task.Totals.Children));
        AssertRefused("任务2分解给2个下级，已完成并审核通过的1个，选“已完成”请说明理由", () => new QuarterlyReport(_filing, [task]).Confirm(Secretary, At(Due)));

        task.WithTotals(task.Totals with { Third = new(100, null, 1, 0, 2) });
        Assert.Equal(ReportChoice.Done, new QuarterlyReport(_filing, [task]).Lines.Single().Propose(100));
        new QuarterlyReport(_filing, [task]).Confirm(Secretary, At(Due));

        static Share InWords(int id) => new(id, $"社区{id}", 1, null, new(null, 100, null, 100), Holder(), true) { Content = "修订议事规则" };
    }

    private string Key => $"T{_task.Id}";

    private QuarterlyReport Report() => new(_filing, [_task]);

    private void Fill(ReportChoice choice, int? value) => _filing.Edit(Key, "任务1", At(Opens)).Fill(Answer.Value, (int)choice, value, "按计划");

    private void Reached(int? second, int? third) =>
        _task.WithTotals(ShareTotals.None with { Second = new(second, null, 1, 0, 1), Third = new(third, null, third is null ? 0 : 1, 0, 1) });
}

file static class Below
{
    /// <summary>Totals are computed by the store; here a test gives them.</summary>
    public static void WithTotals(this WorkTask task, ShareTotals totals) => typeof(WorkTask).GetProperty(nameof(WorkTask.Totals))!.GetSetMethod(nonPublic: true)!.Invoke(task, [totals]);
}
