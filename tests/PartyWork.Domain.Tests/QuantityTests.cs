using FsCheck;
using FsCheck.Xunit;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("15", 1_500)]
    [InlineData("１５", 1_500)]
    [InlineData(" 15 ", 1_500)]
    [InlineData("0", 0)]
    [InlineData("0.5", 50)]
    [InlineData("12.5", 1_250)]
    [InlineData("12.50", 1_250)]
    [InlineData("１２．５", 1_250)]
    [InlineData("12.34", 1_234)]
    [InlineData("1,200", 120_000)]
    [InlineData("１，２００", 120_000)]
    [InlineData("1,234,567.89", 123_456_789)]
    public void A_number_is_read_as_people_type_it(string text, int hundredths) => Assert.Equal((hundredths, false), Quantity.Parse(text));

    [Theory]
    [InlineData("100%", 10_000)]
    [InlineData("100％", 10_000)]
    [InlineData("９０％", 9_000)]
    [InlineData("99.5 %", 9_950)]
    public void A_percent_sign_makes_it_a_rate(string text, int hundredths) => Assert.Equal((hundredths, true), Quantity.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%")]
    [InlineData("十五")]
    [InlineData("15个")]
    [InlineData("约15")]
    [InlineData("1e3")]
    [InlineData("1 200")]
    [InlineData("1.2.3")]
    [InlineData("100%%")]
    public void What_is_no_number_is_not_guessed(string text) => Assert.Null(Quantity.Parse(text));

    [Theory]
    [InlineData("1,2")]
    [InlineData("12，5")]
    [InlineData("1,20")]
    [InlineData("1,2000")]
    [InlineData(",100")]
    [InlineData("1.234,5")]
    public void A_comma_only_parts_thousands(string text) => Assert.Null(Quantity.Parse(text));

    [Theory]
    [InlineData("-1")]
    [InlineData("－1")]
    [InlineData("12.345")]
    [InlineData("99999999999")]
    public void Negative_finer_or_absurdly_large_numbers_are_refused(string text) => Assert.Null(Quantity.Parse(text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1_500, "15")]
    [InlineData(1_250, "12.5")]
    [InlineData(1_234, "12.34")]
    [InlineData(5, "0.05")]
    [InlineData(120_000, "1200")]
    public void Printed_without_trailing_zeros(int hundredths, string text) => Assert.Equal(text, Quantity.Print(hundredths));

    [Fact]
    public void Four_quarters_of_the_largest_number_still_add_up()
    {
        var largest = Enumerable.Range(1, 20_000).Select(n => Quantity.Parse($"{n * 1_000}")).Last(q => q is not null)!.Value.Hundredths;

        var year = new QuarterNodes(largest, largest, largest, largest).UpTo(4, TaskMeasure.Count);

        Assert.Equal(4L * largest, (long)year!.Value);
    }

    [Property]
    public void What_is_printed_is_read_back(NonNegativeInt hundredths) =>
        Assert.Equal((hundredths.Get, false), Quantity.Parse(Quantity.Print(hundredths.Get)));
}
