using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class OfficeTimeTests
{
    [Theory]
    [InlineData("2026-10-12T15:59:59.999Z", 12)]
    [InlineData("2026-10-12T16:00:00Z", 13)]
    [InlineData("2026-10-11T16:00:00Z", 12)]
    public void A_day_ends_at_24_00_in_Beijing(string utc, int day) =>
        Assert.Equal(Day(10, day), OfficeTime.DayOf(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime));

    [Fact]
    public void The_office_reads_its_own_wall_clock() =>
        Assert.Equal(new DateTime(2026, 10, 13, 0, 30, 0), OfficeTime.Of(new(2026, 10, 12, 16, 30, 0, DateTimeKind.Utc)));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 31, 1)]
    [InlineData(2, 28, 2)]
    [InlineData(6, 29, 5)]
    [InlineData(6, 30, 6)]
    [InlineData(12, 25, 11)]
    [InlineData(12, 31, 12)]
    public void A_month_is_full_on_its_last_day(int month, int day, int full) => Assert.Equal(full, OfficeTime.FullMonths(Day(month, day)));

    [Fact]
    public void A_wall_clock_time_is_stored_as_UTC()
    {
        var utc = OfficeTime.Utc(Day(1, 1), new(7, 0));

        Assert.Equal(new DateTime(2025, 12, 31, 23, 0, 0), utc);
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
    }
}
