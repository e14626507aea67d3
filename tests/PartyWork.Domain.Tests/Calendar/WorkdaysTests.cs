using FsCheck;
using FsCheck.Xunit;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class WorkdaysTests
{
    private static readonly Workdays NoNotice = new([]);

    [Theory]
    [InlineData(10, 1, false)] // National Day, a Thursday
    [InlineData(10, 7, false)] // the last day of that holiday, a Wednesday
    [InlineData(10, 8, true)]
    [InlineData(10, 10, true)] // a Saturday worked in exchange
    [InlineData(10, 11, false)]
    [InlineData(9, 20, true)] // a Sunday worked in exchange
    [InlineData(10, 12, true)]
    public void The_notice_shifts_the_plain_week(int month, int day, bool worked) => Assert.Equal(worked, Notices.IsWorkday(Day(month, day)));

    [Theory]
    [InlineData(10, 1, true)] // a Thursday, whatever holiday it may turn out to be
    [InlineData(10, 3, false)]
    [InlineData(10, 4, false)]
    [InlineData(10, 10, false)]
    public void A_year_without_notice_knows_weekends_only(int month, int day, bool worked) => Assert.Equal(worked, NoNotice.IsWorkday(Day(month, day)));

    [Fact]
    public void A_year_has_its_notice_once_a_day_of_it_is_entered()
    {
        Assert.True(Notices.HasNotice(2026));
        Assert.False(Notices.HasNotice(2027));
    }

    [Theory]
    [InlineData(10, 5, 10, 8)] // inside the National Day week
    [InlineData(12, 20, 12, 21)] // a Sunday
    [InlineData(4, 5, 4, 7)] // Qingming
    [InlineData(10, 10, 10, 10)] // a worked Saturday stays
    [InlineData(10, 8, 10, 8)]
    public void A_day_that_is_not_worked_moves_to_the_next_one_that_is(int month, int day, int toMonth, int toDay) =>
        Assert.Equal(Day(toMonth, toDay), Notices.OnOrAfter(Day(month, day)));

    [Fact]
    public void Workdays_are_counted_from_the_day_after() => Assert.Equal(Day(10, 12), Notices.After(Day(10, 8), 3)); // 9, worked Saturday 10, 12

    [Fact]
    public void No_workday_after_a_day_is_the_day_itself() => Assert.Equal(Day(10, 4), Notices.After(Day(10, 4), 0));

    [Theory]
    [InlineData(9, 30, 10, 8, 1)]
    [InlineData(10, 8, 10, 12, 3)]
    [InlineData(10, 8, 10, 8, 0)]
    [InlineData(10, 12, 10, 8, 0)]
    public void Workdays_between_two_days_leave_out_the_first(int month, int day, int toMonth, int toDay, int count) =>
        Assert.Equal(count, Notices.Between(Day(month, day), Day(toMonth, toDay)));

    [Property]
    public void The_nth_workday_after_a_day_is_worked_and_n_workdays_away(byte offset, byte count)
    {
        var from = Day(1, 1).AddDays(offset);

        var to = Notices.After(from, count);

        Assert.Equal(count, Notices.Between(from, to));
        Assert.True(count == 0 || Notices.IsWorkday(to));
    }
}
