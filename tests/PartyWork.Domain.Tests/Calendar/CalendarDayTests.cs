using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class CalendarDayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_shifted_day_needs_a_name_of_at_most_30_characters(int length)
    {
        AssertRefused("请填写节假日名称", () => new CalendarDay(Day(10, 1), CalendarDayKind.Holiday, Characters(length)));
        AssertRefused("请填写节假日名称", () => new CalendarDay(Day(10, 1), CalendarDayKind.Holiday, "国庆节").Change(CalendarDayKind.Workday, Characters(length)));
    }

    [Fact]
    public void A_day_can_be_changed_into_a_worked_one()
    {
        var day = new CalendarDay(Day(10, 10), CalendarDayKind.Holiday, "国庆节");

        day.Change(CalendarDayKind.Workday, "国庆节调休");

        Assert.Equal((Day(10, 10), CalendarDayKind.Workday, "国庆节调休"), (day.Date, day.Kind, day.Name));
    }
}
