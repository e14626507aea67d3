using PartyWork.Domain.Reports;

namespace PartyWork.Domain.Tests.Reports;

public sealed class QuarterTests
{
    [Theory]
    [InlineData(1, 3, 31)]
    [InlineData(2, 6, 30)]
    [InlineData(3, 9, 30)]
    [InlineData(4, 12, 31)]
    public void A_quarter_ends_with_its_third_month(int quarter, int month, int day) => Assert.Equal(Day(month, day), Quarter.LastDay(2026, quarter));

    [Fact]
    public void Every_month_belongs_to_a_quarter() =>
        Assert.Equal([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4], Enumerable.Range(1, 12).Select(month => Quarter.Of(Day(month, 1))));

    [Fact]
    public void Quarters_and_the_year_have_names() =>
        Assert.Equal(["全年", "第一季度", "第二季度", "第三季度", "第四季度"], Enumerable.Range(0, 5).Select(Quarter.Text));
}
