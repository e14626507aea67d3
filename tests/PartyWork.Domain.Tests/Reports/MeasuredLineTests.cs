using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Reports;

/// <summary>The row of a task whose number a figure says, in the third quarter: five good deeds since 1 January.</summary>
public sealed class MeasuredLineTests
{
    private readonly Filing _filing = NewFiling();
    private readonly WorkTask _task = RunningTask(Counted() with { MeasuredBy = "good_deeds" });

    [Fact]
    public void What_is_handed_over_is_what_the_figure_adds_to_the_quarters_before()
    {
        _task.Report(2, ReportChoice.Normal, 200, Day(7, 1));
        Fill(ReportChoice.Done, 777);

        Report(500).Confirm(Secretary, At(Due));

        Assert.Equal(300, _filing.Versions[0].Rows().Single().Value);
        Assert.Equal(500, _task.ActualUpTo(3));
    }

    [Fact]
    public void What_is_recorded_afterwards_leaves_the_report_as_it_was_sent()
    {
        Fill(ReportChoice.Done, null);
        Report(500).Confirm(Secretary, At(Due));

        var later = Report(900);

        Assert.Equal(500, later.Lines.Single().ValueOf(later.Row(later.Lines.Single())));
    }

    [Fact]
    public void A_returned_row_takes_the_number_anew()
    {
        Fill(ReportChoice.Done, null);
        Report(500).Confirm(Secretary, At(Due));
        _filing.Return(Superior, new Dictionary<string, string> { [Key] = "请核对。" }, Day(10, 20), Notices, At(10, 13));
        Fill(ReportChoice.Done, null);

        Report(600).Confirm(Secretary, At(10, 14));

        Assert.Equal(600, _filing.Versions[1].Rows().Single().Value);
    }

    [Fact]
    public void Not_recorded_is_not_zero_and_wants_words()
    {
        Fill(ReportChoice.Normal, null);
        AssertRefused("现为未记录（不等于0）", () => Report(null).Confirm(Secretary, At(Due)));

        Fill(ReportChoice.Normal, null, "活动定在12月，尚未登记");
        Report(null).Confirm(Secretary, At(Due));

        Assert.Null(_filing.Versions[0].Rows().Single().Value);
        Assert.Null(_task.ActualUpTo(3));
    }

    [Fact]
    public void A_figure_that_keeps_up_is_owed_by_nobody_and_is_taken_down_when_the_report_goes_up()
    {
        Assert.Empty(Report(300).Missing);
        Report(300).Prepare(Clerk, At(Opens));
        Report(400).Confirm(Secretary, At(Due));

        var row = _filing.Versions[0].Rows().Single();
        Assert.Equal((Answer.Value, (int)ReportChoice.Done, 400), (row.Answer, row.Choice!.Value, row.Value!.Value));
        Assert.StartsWith("由指标“好事实事”自动取数，截至2026年9月30日累计4", row.Words, StringComparison.Ordinal);
        Assert.Equal(400, _task.ActualUpTo(3));
    }

    [Fact]
    public void Of_a_delay_or_of_what_is_not_recorded_somebody_must_speak()
    {
        Assert.Contains("按数字为“滞后”：请选“滞后”并写明情况", Report(100).Missing.Single().Sentence, StringComparison.Ordinal);
        Assert.Contains("还没有选择本季情况", Report(null).Missing.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_with_records_is_not_answered_with_nothing()
    {
        _filing.Edit(Key, "", At(Opens)).Fill(Answer.Nil, null, null, "没有安排");

        AssertRefused("由指标“好事实事”自动取数，本季已有5", () => Report(500).Confirm(Secretary, At(Due)));
    }

    [Fact]
    public void Its_number_is_never_typed_even_where_nobody_asked_the_figure()
    {
        Fill(ReportChoice.Normal, 777, "见登记簿");

        var line = new QuarterlyReport(_filing, [_task]).Lines.Single();

        Assert.True(line.IsComputed);
        Assert.Null(line.NodeValue);
        Assert.Null(line.ValueOf(_filing.Rows.Single()));
    }

    [Fact]
    public void A_task_has_one_source_of_its_actual()
    {
        AssertRefused("由指标自动取数，完成数只能有一个来源，不能分解下达", () =>
            new Decomposition(_task, TaskCombining.Sum).Run([new Share(21, "文明社区", 1, 400, new(100, 100, 100, 100), Holder(), true)], Secretary, Day(2, 1)));
    }

    [Fact]
    public void Only_a_task_that_counts_takes_its_number_from_a_figure()
    {
        AssertRefused("只有计量为“数量”的任务可以由指标自动取数", () => new WorkTask(OrganizationId, 2026, 1, _task.Text with { Measure = TaskMeasure.Rate, Target = 9500 }));
    }

    [Fact]
    public void Next_year_goes_on_with_the_same_figure()
    {
        Assert.Equal("good_deeds", _task.CarryOver(4).MeasuredBy);
    }

    private string Key => $"T{_task.Id}";

    private void Fill(ReportChoice choice, int? value, string words = "") =>
        _filing.Edit(Key, "", At(Opens)).Fill(Answer.Value, (int)choice, value, words.Length == 0 && choice is ReportChoice.Done ? "已办结" : words, choiceReason: "经核实");

    private QuarterlyReport Report(int? reached) => new(_filing, [_task], new Dictionary<int, MeasuredValue> { [_task.Id] = new("good_deeds", "好事实事", reached, Day(9, 30)) });
}
