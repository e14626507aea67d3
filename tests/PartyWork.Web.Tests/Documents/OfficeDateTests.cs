using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Documents;

public class OfficeDateTests
{
    [Theory]
    [InlineData("2026-12-25", "2026-12-25")]
    [InlineData("2026.10.31", "2026-10-31")]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData("２０２６年11月30日", "2026-11-30")]
    [InlineData("2026年 11月 30日前", "2026-11-30")]
    [InlineData("12月20日", "2026-12-20")]
    [InlineData("5月31日之前", "2026-05-31")]
    [InlineData("2026年6月底前", "2026-06-30")]
    [InlineData("2026年11月底", "2026-11-30")]
    [InlineData("2月末", "2026-02-28")]
    [InlineData("2027年底前", "2027-12-31")]
    [InlineData("年底", "2026-12-31")]
    [InlineData("46295", "2026-09-30")]
    public void Days_are_read_as_offices_write_them(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), OfficeDate.Parse(text, 2026));

    [Theory]
    [InlineData("")]
    [InlineData("6月前")]
    [InlineData("2026年6月")]
    [InlineData("6.10")]
    [InlineData("2026-02-30")]
    [InlineData("2026-10.31")]
    [InlineData("2026-13-01")]
    [InlineData("99999")]
    [InlineData("全年")]
    [InlineData("12月20日左右")]
    public void Anything_that_can_be_read_in_two_ways_is_not_read(string text) => Assert.Null(OfficeDate.Parse(text, 2026));

    [Fact]
    public void A_day_without_a_year_needs_to_be_told_the_year() => Assert.Null(OfficeDate.Parse("12月20日", 0));
}
