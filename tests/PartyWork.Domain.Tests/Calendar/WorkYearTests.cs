using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class WorkYearTests
{
    [Fact]
    public void A_year_goes_one_step_at_a_time_from_preparing_to_closed()
    {
        var year = NewYear();
        var states = new List<string> { year.State.Text() };

        while (year.State is not WorkYearState.Closed)
        {
            year.Advance(Day(1, 1, 2027), open: 0);
            states.Add(year.State.Text());
        }

        Assert.Equal(["筹备", "签状", "运行", "收官", "已归档"], states);
    }

    [Fact]
    public void A_year_does_not_close_before_it_is_over()
    {
        var year = YearIn(WorkYearState.Closing);

        AssertRefused("2026年尚未结束", () => year.Advance(Day(12, 31), open: 0));
        year.Advance(Day(1, 1, 2027), open: 0);

        Assert.Equal(WorkYearState.Closed, year.State);
    }

    [Fact]
    public void A_year_does_not_close_while_a_task_or_problem_is_open()
    {
        var year = YearIn(WorkYearState.Closing);

        AssertRefused("还有2项任务或问题未办结", () => year.Advance(Day(1, 1, 2027), open: 2));
    }

    [Fact]
    public void Open_tasks_do_not_hold_the_earlier_steps()
    {
        var year = YearIn(WorkYearState.Running);

        year.Advance(Day(11, 1), open: 40);

        Assert.Equal(WorkYearState.Closing, year.State);
    }

    [Fact]
    public void A_closed_year_stays_closed() =>
        AssertRefused("年度已归档", () => YearIn(WorkYearState.Closed).Advance(Day(1, 2, 2027), open: 0));

    [Theory]
    [InlineData(WorkYearState.Preparing)]
    [InlineData(WorkYearState.Signed)]
    [InlineData(WorkYearState.Running)]
    public void The_scheme_can_be_changed_while_the_year_runs(WorkYearState state)
    {
        var year = YearIn(state);

        year.ChangeScheme(new Scheme { PrimaryDueDay = 8 });

        Assert.Equal(8, year.Scheme.PrimaryDueDay);
    }

    [Theory]
    [InlineData(WorkYearState.Closing)]
    [InlineData(WorkYearState.Closed)]
    public void The_scheme_of_a_closing_year_is_fixed(WorkYearState state) =>
        AssertRefused("方案不能再改", () => YearIn(state).ChangeScheme(new Scheme()));

    [Fact]
    public void A_scheme_is_checked_when_the_year_is_made_and_when_it_is_changed()
    {
        var year = NewYear();

        AssertRefused("基层季报截止日", () => new WorkYear(2026, new Scheme { PrimaryDueDay = 0 }, "无变化"));
        AssertRefused("基层季报截止日", () => year.ChangeScheme(new Scheme { PrimaryDueDay = 0 }));

        Assert.Equal(5, year.Scheme.PrimaryDueDay);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void A_year_lies_in_this_century(int year) => AssertRefused("2000至2100", () => new WorkYear(year, new Scheme(), "无变化"));

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void What_changed_against_last_year_is_written_down(int length) =>
        AssertRefused("没有变化请填“无变化”", () => new WorkYear(2026, new Scheme(), Characters(length)));

    private static WorkYear NewYear() => new(2026, new Scheme(), "无变化");

    private static WorkYear YearIn(WorkYearState state)
    {
        var year = NewYear();
        while (year.State != state)
        {
            year.Advance(Day(1, 1, 2027), open: 0);
        }

        return year;
    }

    [Fact]
    public void What_secretaries_promised_and_reported_in_an_archived_year_stays_as_it_is()
    {
        AssertRefused("2025年度已归档", () => WorkYear.RequireOpenForSecretaries(2025, WorkYearState.Closed));
        WorkYear.RequireOpenForSecretaries(2025, WorkYearState.Closing);
        WorkYear.RequireOpenForSecretaries(2031, null);
    }
}
