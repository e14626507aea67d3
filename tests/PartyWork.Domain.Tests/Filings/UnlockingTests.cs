using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class UnlockingTests
{
    private static readonly DateOnly Locked = Locks.AddDays(1);

    [Fact]
    public void What_is_filed_after_an_unlock_is_late()
    {
        var filing = Draft();

        filing.Unlock(Superior, Day(10, 30), "系统故障", At(Locked));
        filing.Confirm(Secretary, At(10, 30));

        Assert.Equal((FilingStage.Submitted, true), (filing.Stage, filing.IsLate));
        Assert.Equal("解锁至2026-10-30：系统故障", filing.Acts[0].Words);
    }

    [Fact]
    public void An_unlock_holds_to_the_end_of_its_day_and_can_be_given_again()
    {
        var filing = Draft();
        filing.Unlock(Superior, Day(10, 30), "系统故障", At(Locked));

        Assert.Null(filing.WhyLocked(Day(10, 30)));
        Assert.NotNull(filing.WhyLocked(Day(10, 31)));

        filing.Unlock(Superior, Day(11, 5), "系统故障", At(10, 31));

        Assert.Null(filing.WhyLocked(Day(11, 5)));
    }

    [Fact]
    public void Only_what_is_locked_is_unlocked()
    {
        AssertRefused("该项没有锁定，不需要解锁", () => Draft().Unlock(Superior, Day(10, 30), "系统故障", At(Locks)));
        AssertRefused("该项没有锁定，不需要解锁", () => Submitted().Unlock(Superior, Day(10, 30), "系统故障", At(Locked)));
        AssertRefused("该项没有锁定，不需要解锁", () => NewFiling().Unlock(Superior, Day(10, 30), "系统故障", At(Opens.AddDays(-1))));
    }

    [Fact]
    public void An_unlock_is_not_over_before_it_begins()
    {
        AssertRefused("解锁截止日不能早于今天", () => Draft().Unlock(Superior, Locks, "系统故障", At(Locked)));
        Draft().Unlock(Superior, Locked, "系统故障", At(Locked));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void An_unlock_says_why(int length) =>
        AssertRefused("请填写理由", () => Draft().Unlock(Superior, Day(10, 30), Characters(length), At(Locked)));
}
