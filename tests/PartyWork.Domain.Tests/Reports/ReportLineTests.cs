using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Reports;

/// <summary>A line of the third quarter's report: 400 wanted, 100 each quarter, 200 reached before.</summary>
public sealed class ReportLineTests
{
    private static readonly ReportLine Counted =
        new(101, 1, "业务培训", TaskMeasure.Count, 400, "期", new(100, 100, 100, 100), Day(12, 20), TaskState.InProgress, 2026, 3, Prior: 200, LastValue: 100, ReportChoice.Normal);

    private static readonly ReportLine Rated =
        Counted with { Measure = TaskMeasure.Rate, Target = 10_000, Unit = "", Nodes = new(null, 5_000, 8_000, 10_000), Prior = 5_000, LastValue = 5_000 };

    private static readonly ReportLine Plain = Counted with { Measure = TaskMeasure.None, Target = null, Unit = "", Prior = null, LastValue = null };

    private static readonly ReportLine WithoutNode = Counted with { Nodes = new(100, 100, null, 200) };

    // what must be answered

    [Theory]
    [InlineData(TaskState.InProgress, true)]
    [InlineData(TaskState.DoneClaimed, true)]
    [InlineData(TaskState.Done, false)]
    public void A_task_with_a_node_in_the_quarter_is_asked_for_until_it_is_accepted_as_done(TaskState state, bool required) =>
        Assert.Equal(required, (Counted with { State = state }).IsRequired);

    [Fact]
    public void A_task_without_node_may_be_left_as_nothing_new() => Assert.False(WithoutNode.IsRequired);

    [Fact]
    public void A_task_that_was_behind_is_asked_for() => Assert.True((WithoutNode with { LastChoice = ReportChoice.Behind }).IsRequired);

    [Fact]
    public void A_task_whose_day_has_come_is_asked_for()
    {
        Assert.True((WithoutNode with { Due = Day(9, 30) }).IsRequired);
        Assert.False((WithoutNode with { Due = Day(10, 1) }).IsRequired);
    }

    [Fact]
    public void The_fourth_quarter_asks_for_everything() => Assert.True((WithoutNode with { Quarter = 4, Nodes = new(100, null, null, null) }).IsRequired);

    // what the numbers say

    [Theory]
    [InlineData(0, ReportChoice.Behind)]
    [InlineData(99, ReportChoice.Behind)]
    [InlineData(100, ReportChoice.Normal)]
    [InlineData(199, ReportChoice.Normal)]
    [InlineData(200, ReportChoice.Done)]
    [InlineData(300, ReportChoice.Done)]
    public void Counts_propose_the_status_from_all_that_was_reached(int value, ReportChoice proposed) => Assert.Equal(proposed, Counted.Propose(value));

    [Theory]
    [InlineData(7_999, ReportChoice.Behind)]
    [InlineData(8_000, ReportChoice.Normal)]
    [InlineData(10_000, ReportChoice.Done)]
    public void Rates_propose_the_status_from_where_they_stand(int value, ReportChoice proposed) => Assert.Equal(proposed, Rated.Propose(value));

    [Fact]
    public void Before_the_first_node_nothing_is_behind() =>
        Assert.Equal(ReportChoice.Normal, (Counted with { Quarter = 1, Nodes = new(null, 200, 100, 100), Prior = null }).Propose(0));

    [Fact]
    public void Without_numbers_nothing_is_proposed()
    {
        Assert.Null(Plain.Propose(null));
        Assert.Null(Plain.Propose(100));
        Assert.Null(Counted.Propose(null));
    }

    [Fact]
    public void What_is_reached_adds_counts_and_replaces_rates()
    {
        Assert.Equal(300, Counted.ReachedWith(100));
        Assert.Equal(100, (Counted with { Prior = null }).ReachedWith(100));
        Assert.Equal(8_000, Rated.ReachedWith(8_000));
        Assert.Equal(200, Counted.ReachedWith(null));
    }

    [Fact]
    public void As_planned_enters_the_quarters_node()
    {
        Assert.Equal(100, Counted.NodeValue);
        Assert.Equal(8_000, Rated.NodeValue);
        Assert.Null(WithoutNode.NodeValue);
        Assert.Null(Plain.NodeValue);
    }

    // what is missing

    [Fact]
    public void A_required_line_needs_an_answer()
    {
        Assert.Equal(["任务1还没有选择本季情况。"], Counted.Check(null));
        Assert.Equal(["任务1还没有选择本季情况。"], Counted.Check(Row(Answer.Unanswered)));
        Assert.Equal(["任务1还没有选择本季情况。"], Counted.Check(Row(Answer.Value, choice: null)));
        Assert.Empty(WithoutNode.Check(null));
    }

    [Fact]
    public void Nothing_to_report_against_a_node_needs_a_reason()
    {
        Assert.Equal(["任务1本季有节点（1期），选“本季无此项”请说明原因。"], Counted.Check(Row(Answer.Nil)));
        Assert.Equal(["任务1本季有节点（80%），选“本季无此项”请说明原因。"], Rated.Check(Row(Answer.Nil)));
        Assert.Empty(Counted.Check(Row(Answer.Nil, words: "与上级班次合并")));
        Assert.Empty(WithoutNode.Check(Row(Answer.Nil)));
    }

    [Fact]
    public void As_planned_asks_for_no_words()
    {
        Assert.Empty(Counted.Check(Row(Answer.Value, ReportChoice.Normal, 100)));
        Assert.Empty(Plain.Check(Row(Answer.Value, ReportChoice.Normal)));
    }

    [Fact]
    public void A_node_asks_for_a_number_and_zero_is_one()
    {
        Assert.Equal(["任务1请填写本季实际完成数；没有完成的填0。"], Counted.Check(Row(Answer.Value, ReportChoice.Normal)));
        Assert.Empty(Counted.Check(Row(Answer.Value, ReportChoice.Behind, 0, "师资未定", "人员调整", "11月集中办班")));
        Assert.Empty(WithoutNode.Check(Row(Answer.Value, ReportChoice.Normal)));
    }

    [Fact]
    public void Done_asks_for_one_sentence()
    {
        Assert.Equal(["任务1选“已完成”，请用一句话写明完成情况。"], Counted.Check(Row(Answer.Value, ReportChoice.Done, 200)));
        Assert.Empty(Counted.Check(Row(Answer.Value, ReportChoice.Done, 200, "4期全部办完")));
    }

    [Theory]
    [InlineData("", "人员调整", "11月办班", "任务1选“滞后”，请写明目前进展。")]
    [InlineData("师资未定", "", "11月办班", "任务1选“滞后”，请选择滞后原因并填写下步措施。")]
    [InlineData("师资未定", "人员调整", "", "任务1选“滞后”，请选择滞后原因并填写下步措施。")]
    public void Behind_asks_for_progress_cause_and_next_step(string words, string cause, string nextStep, string missing) =>
        Assert.Equal([missing], Counted.Check(Row(Answer.Value, ReportChoice.Behind, 0, words, cause, nextStep)));

    [Fact]
    public void A_choice_against_the_numbers_needs_a_reason()
    {
        Assert.Equal(["任务1按数字应为“滞后”：请改选“滞后”，或说明为什么仍报“正常推进”。"], Counted.Check(Row(Answer.Value, ReportChoice.Normal, 50)));
        Assert.Equal(["任务1按数字应为“已完成”：请改选“已完成”，或说明为什么仍报“正常推进”。"], Counted.Check(Row(Answer.Value, ReportChoice.Normal, 200)));
        Assert.Empty(Counted.Check(Row(Answer.Value, ReportChoice.Normal, 50, choiceReason: "10月8日补办")));
    }

    [Fact]
    public void A_corrected_number_takes_along_the_choice_that_the_old_one_spoke_for()
    {
        var behind = Row(Answer.Value, ReportChoice.Behind, 50);
        Assert.Equal((int)ReportChoice.Done, Counted.ChoiceAfter(behind, 200, (int)ReportChoice.Behind, ""));
        Assert.Equal((int)ReportChoice.Behind, Counted.ChoiceAfter(behind, 200, (int)ReportChoice.Behind, "验收未过")); // the clerk says why
        Assert.Equal((int)ReportChoice.Normal, Counted.ChoiceAfter(behind, 200, (int)ReportChoice.Normal, "")); // chosen anew
        Assert.Equal((int)ReportChoice.Behind, Counted.ChoiceAfter(behind, 50, (int)ReportChoice.Behind, "")); // the number stands
        Assert.Equal((int)ReportChoice.Normal, Counted.ChoiceAfter(Row(Answer.Value, ReportChoice.Normal, 50), 200, (int)ReportChoice.Normal, "")); // never what the old number said
        Assert.Null(Counted.ChoiceAfter(null, 200, null, ""));
    }

    // what is worth a second look

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public void A_rate_over_a_hundred_is_asked_about(int value, bool advised) =>
        Assert.Equal(advised ? ["任务1本季100.01%，超过100%，请核对。"] : [], Rated.Advise(Row(Answer.Value, ReportChoice.Done, value)));

    [Theory]
    [InlineData("户", 150, true)]
    [InlineData("户", 200, false)]
    [InlineData("万元", 150, false)]
    public void What_is_counted_by_the_piece_has_no_decimals(string unit, int value, bool advised) =>
        Assert.Equal(advised ? ["任务1本季1.5户，按“户”计的数一般没有小数，请核对。"] : [], (Counted with { Unit = unit }).Advise(Row(Answer.Value, ReportChoice.Done, value)));

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_value_over_three_times_the_last_one_is_asked_about_not_refused(int value, bool advised)
    {
        var row = Row(Answer.Value, ReportChoice.Done, value, "4期全部办完");

        Assert.Equal(advised ? ["任务1本季3.01期，超过上季（1期）的3倍，请核对。"] : [], Counted.Advise(row));
        Assert.Empty(Counted.Check(row));
    }

    [Fact]
    public void Without_a_last_value_there_is_nothing_to_compare()
    {
        var row = Row(Answer.Value, ReportChoice.Done, 900);

        Assert.Empty((Counted with { LastValue = null }).Advise(row));
        Assert.Empty((Counted with { LastValue = 0 }).Advise(row));
        Assert.Empty(Counted.Advise(null));
        Assert.Empty(Counted.Advise(Row(Answer.Nil)));
    }

    [Fact]
    public void A_line_has_the_key_and_the_words_of_its_task() => Assert.Equal(("T101", "任务1 业务培训"), (Counted.Key, Counted.Label));

    private static FilingRow Row(Answer answer, ReportChoice? choice = null, int? value = null, string words = "", string cause = "", string nextStep = "", string choiceReason = "")
    {
        var row = NewFiling().Edit("T101", "任务1 业务培训", At(Opens));
        row.Fill(answer, (int?)choice, value, words, cause, nextStep, choiceReason);
        return row;
    }
}
