using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class ExtendingTests
{
    [Fact]
    public void An_extension_approved_in_time_keeps_the_filing_on_time()
    {
        var filing = Draft();

        filing.Extend(Superior, Day(10, 20), "换届", At(Due, 23, 59, 59));
        filing.Confirm(Secretary, At(10, 20));

        Assert.Equal(Day(10, 20), filing.DueOn);
        Assert.False(filing.IsLate);
        Assert.Equal("延期至2026-10-20：换届", filing.Acts[0].Words);
    }

    [Fact]
    public void What_comes_after_the_extension_is_late()
    {
        var filing = Draft();
        filing.Extend(Superior, Day(10, 20), "换届", At(Due));

        filing.Confirm(Secretary, At(10, 21));

        Assert.True(filing.IsLate);
    }

    [Fact]
    public void An_extension_after_the_due_day_is_refused() =>
        AssertRefused("截止日已过，不能再延期；可以解锁补报", () => Draft().Extend(Superior, Day(10, 20), "换届", At(Due.AddDays(1), 0)));

    [Fact]
    public void An_extension_can_itself_be_extended_in_time()
    {
        var filing = Draft();
        filing.Extend(Superior, Day(10, 20), "换届", At(Due));

        filing.Extend(Superior, Day(10, 28), "受灾", At(10, 20));

        Assert.Equal(Day(10, 28), filing.DueOn);
        AssertRefused("截止日已过", () => filing.Extend(Superior, Day(11, 5), "受灾", At(10, 29)));
    }

    [Fact]
    public void An_extension_moves_the_due_day_on() =>
        AssertRefused("延期后的截止日应晚于10月12日", () => Draft().Extend(Superior, Due, "换届", At(Opens)));

    [Fact]
    public void What_was_submitted_needs_no_extension()
    {
        AssertRefused("已经报送，不需要延期", () => Submitted(At(Opens)).Extend(Superior, Day(10, 20), "换届", At(Opens)));
        AssertRefused("已经报送，不需要延期", () => Returned().Extend(Superior, Day(10, 30), "换届", At(Due)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void An_extension_says_why(int length) =>
        AssertRefused("请填写理由", () => Draft().Extend(Superior, Day(10, 20), Characters(length), At(Due)));
}
