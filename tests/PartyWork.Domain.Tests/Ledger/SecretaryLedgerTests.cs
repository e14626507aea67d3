using PartyWork.Domain.Calendar;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using static PartyWork.Domain.Tests.Given;

namespace PartyWork.Domain.Tests.Ledger;

public sealed class SecretaryLedgerTests
{
    private static readonly DateOnly Today = Day(9, 20), Opens = SecretaryLedger.OpensOn(2026, null);
    private static readonly LedgerLine Confirmed = new(LedgerSection.Duties, Day(4, 3), "确认并报送第一季度报告", "/reports/1");

    private static SecretaryLedger NewLedger() => new(Post(PostKind.Secretary), 2026);

    private static LedgerEntry Write(SecretaryLedger ledger, DateOnly? on = null, string text = "到第三网格走访", DateOnly? today = null) =>
        ledger.Write(LedgerSection.Visits, on ?? Today, text, today ?? Today, WorkYearState.Running);

    [Fact]
    public void Only_a_secretary_has_one_and_only_for_years_in_the_post()
    {
        AssertRefused("只为书记设立", () => new SecretaryLedger(Post(PostKind.Deputy), 2026));
        AssertRefused("不在任职期间", () => new SecretaryLedger(Post(PostKind.Secretary), 2025));
        var left = Post(PostKind.Secretary);
        left.End(Day(5, 31));
        AssertRefused("不在任职期间", () => new SecretaryLedger(left, 2027));
    }

    [Fact]
    public void Ten_own_entries_are_enough_for_a_year()
    {
        var ledger = NewLedger();
        for (var i = 1; i <= 10; i++)
        {
            Write(ledger, Today.AddDays(-i));
        }

        AssertRefused("不超过10条", () => Write(ledger));
    }

    [Fact]
    public void An_entry_is_short_and_lies_in_the_year_in_the_past_and_in_the_holders_time()
    {
        var ledger = NewLedger();
        AssertRefused("不超过200字", () => Write(ledger, text: Characters(201)));
        AssertRefused("写明做了什么", () => Write(ledger, text: ""));
        AssertRefused("在2026年内", () => Write(ledger, Day(12, 30, 2025)));
        AssertRefused("不能晚于今天", () => Write(ledger, Today.AddDays(1)));
        AssertRefused("基本情况由系统生成", () => ledger.Write(LedgerSection.Basics, Today, "x", Today, WorkYearState.Running));

        var holding = Post(PostKind.Secretary);
        holding.End(Day(8, 31));
        AssertRefused("任职期间", () => Write(new SecretaryLedger(holding, 2026)));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void What_is_written_down_more_than_15_days_later_is_marked(int days, bool late) => Assert.Equal(late, Write(NewLedger(), Today.AddDays(-days)).IsLate);

    [Fact]
    public void Moving_an_entry_to_another_section_does_not_make_it_late()
    {
        var ledger = NewLedger();
        var entry = Write(ledger, Day(3, 2), today: Day(3, 3));

        ledger.Amend(entry, LedgerSection.Talks, entry.On, entry.Text, Today, WorkYearState.Running);
        Assert.False(entry.IsLate);
        ledger.Amend(entry, LedgerSection.Talks, entry.On, "改了说法", Today, WorkYearState.Running);
        Assert.True(entry.IsLate);
    }

    [Fact]
    public void It_is_submitted_from_December_on_and_as_often_as_something_is_added()
    {
        var ledger = NewLedger();
        AssertRefused("12月1日起报送", () => ledger.Submit(Secretary, [Confirmed], At(11, 30), Opens, WorkYearState.Running));
        AssertRefused("没有任何记载", () => ledger.Submit(Secretary, [], At(12, 1), Opens, WorkYearState.Running));

        ledger.Submit(Secretary, [Confirmed], At(12, 1), Opens, WorkYearState.Running);
        ledger.Submit(Secretary, [Confirmed, Confirmed with { Text = "确认并报送第四季度报告" }], At(12, 21), Opens, WorkYearState.Running);

        Assert.Equal([(1, 1), (2, 2)], ledger.Versions.Select(v => (v.No, v.Lines().Count)));
        Assert.Equal(Confirmed, ledger.Versions[0].Lines()[0]);
    }

    [Fact]
    public void The_day_from_which_it_is_submitted_is_the_years_own()
    {
        var ledger = NewLedger();
        var opens = SecretaryLedger.OpensOn(2026, 15);

        AssertRefused("12月15日起报送", () => ledger.Submit(Secretary, [Confirmed], At(12, 14), opens, WorkYearState.Running));
        ledger.Submit(Secretary, [Confirmed], At(12, 15), opens, WorkYearState.Running);

        Assert.Equal((Day(12, 1), 1), (Opens, ledger.Versions.Count));
    }

    [Fact]
    public void What_was_submitted_is_not_taken_out_again()
    {
        var ledger = NewLedger();
        var (sent, later) = (Write(ledger), Write(ledger, text: "另一件事"));
        ledger.Remove(later, WorkYearState.Running);
        ledger.Submit(Secretary, [Confirmed], At(12, 1), Opens, WorkYearState.Running);

        AssertRefused("已随台账报送", () => ledger.Remove(sent, WorkYearState.Running));
    }

    [Fact]
    public void When_the_year_is_closed_the_book_is_closed()
    {
        var ledger = NewLedger();
        var entry = Write(ledger);

        AssertRefused("已归档", () => ledger.Write(LedgerSection.Visits, Today, "x", Today, WorkYearState.Closed));
        AssertRefused("已归档", () => ledger.Amend(entry, LedgerSection.Visits, Today, "x", Today, WorkYearState.Closed));
        AssertRefused("已归档", () => ledger.Remove(entry, WorkYearState.Closed));
        AssertRefused("已归档", () => ledger.Submit(Secretary, [Confirmed], At(12, 20), Opens, WorkYearState.Closed));
    }

    [Fact]
    public void The_first_line_opens_it_and_the_closing_of_the_year_archives_it()
    {
        Assert.Equal(LedgerState.NotOpened, SecretaryLedger.StateOf(false, false, WorkYearState.Running));
        Assert.Equal(LedgerState.Open, SecretaryLedger.StateOf(true, false, WorkYearState.Running));
        Assert.Equal(LedgerState.Submitted, SecretaryLedger.StateOf(true, true, WorkYearState.Closing));
        Assert.Equal(LedgerState.Archived, SecretaryLedger.StateOf(true, true, WorkYearState.Closed));
        Assert.Equal(LedgerState.NotOpened, SecretaryLedger.StateOf(false, false, WorkYearState.Closed));
    }
}
