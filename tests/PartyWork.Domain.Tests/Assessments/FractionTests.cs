using FsCheck;
using FsCheck.Xunit;
using PartyWork.Domain.Assessments;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class FractionTests
{
    [Theory]
    [InlineData("0.125", 13)]
    [InlineData("-0.125", -13)]
    [InlineData("0.1249", 12)]
    [InlineData("0.005", 1)]
    [InlineData("-0.004", 0)]
    [InlineData("2", 200)]
    public void Rounded_half_away_from_zero(string number, int hundredths) =>
        Assert.Equal(hundredths, Fraction.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).RoundedHundredths());

    [Fact]
    public void Three_thirds_are_one() => Assert.Equal(Fraction.One, Fraction.One / Fraction.Of(3) * Fraction.Of(3));

    [Fact]
    public void The_default_is_nought() => Assert.Equal(Fraction.Of(0), default);

    [Theory]
    [InlineData("2.1", "3")]
    [InlineData("2", "2")]
    [InlineData("-2.1", "-2")]
    public void Steps_begun_are_counted_whole(string number, string whole) =>
        Assert.Equal(whole, Fraction.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Ceiling().Print());

    [Fact]
    public void Nothing_is_divided_by_nought() => Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);

    [Fact]
    public void A_very_large_number_is_printed_too() => Assert.Equal("123456789012", Fraction.Of(123_456_789_012).Print());

    [Property]
    public void Adding_and_taking_away_leaves_what_was(int a, int b, PositiveInt c) =>
        Assert.Equal(Fraction.Of(a) / Fraction.Of(c.Get), (Fraction.Of(a) / Fraction.Of(c.Get)) + Fraction.Of(b) - Fraction.Of(b));

    [Property]
    public void It_orders_as_decimals_do(int a, PositiveInt b, int c, PositiveInt d) =>
        Assert.Equal(((decimal)a * d.Get).CompareTo((decimal)c * b.Get), Math.Sign((Fraction.Of(a) / Fraction.Of(b.Get)).CompareTo(Fraction.Of(c) / Fraction.Of(d.Get))));

    [Property]
    public void Shares_add_up_and_are_less_than_a_hundredth_from_their_part(NonNegativeInt hundredths, PositiveInt a, PositiveInt b, PositiveInt c)
    {
        int[] weights = [a.Get, b.Get, c.Get];

        var shares = Apportionment.Share(hundredths.Get, weights);

        Assert.Equal(hundredths.Get, shares.Sum());
        Assert.All(shares.Zip(weights), s => Assert.True(Math.Abs(s.First - ((decimal)hundredths.Get * s.Second / weights.Sum(w => (long)w))) < 1));
    }

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainder() => Assert.Equal([267, 133], Apportionment.Share(400, [400, 200]));

    [Fact]
    public void Of_equal_remainders_the_first_comes_first() => Assert.Equal([34, 33, 33], Apportionment.Share(100, [100, 100, 100]));
}
