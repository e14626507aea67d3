using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Figures;

public sealed class FigureValueTests
{
    private static readonly FigureForm Count = new("个"), Rate = new("%", IsRate: true), Money = new("万元", Decimals: 2), About = new("件", IsApproximate: true);

    private static FigureValue Of(decimal? number, FigureForm form) => new(number, null, null, null, false, 1) { Form = form };

    [Fact]
    public void Nothing_recorded_is_not_zero_and_a_ratio_over_nothing_is_a_dash()
    {
        Assert.Equal("0个", Of(0, Count).PrintWithUnit());
        Assert.Equal("未记录", (Of(null, Count) with { NotRecorded = true }).PrintWithUnit());
        Assert.Equal("—", Of(null, Rate).PrintWithUnit());
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(10, "10")]
    [InlineData(128, "120余")]
    [InlineData(999, "990余")]
    [InlineData(1000, "1000")]
    [InlineData(1387, "1300余")]
    public void About_so_many_is_a_floor_and_a_round_number_stays_itself(int number, string printed)
    {
        Assert.Equal(printed, Of(number, About).Print());
        Assert.Equal($"{number}", Of(number, About).PrintExactly());
    }

    [Fact]
    public void A_rate_has_one_decimal_and_money_at_most_two_rounded_half_away_from_zero()
    {
        Assert.Equal(["100.0%", "66.7%", "0.3%", "-2.5%"], ((decimal[])[100, 200m / 3, 0.25m, -2.45m]).Select(n => Of(n, Rate).PrintWithUnit()));
        Assert.Equal(["1200万元", "12.35万元", "0.5万元"], ((decimal[])[1200, 12.345m, 0.5m]).Select(n => Of(n, Money).PrintWithUnit()));
    }
}
