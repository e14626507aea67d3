using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

/// <summary>Opens 25 Sep, due 12 Oct, locks after 22 Oct.</summary>
public sealed class FilingStatusTests
{
    [Theory]
    // what has not been submitted goes by the clock
    [InlineData(FilingStage.NotStarted, 9, 24, FilingStatus.NotOpen)]
    [InlineData(FilingStage.NotStarted, 9, 25, FilingStatus.NotStarted)]
    [InlineData(FilingStage.NotStarted, 10, 12, FilingStatus.NotStarted)]
    [InlineData(FilingStage.NotStarted, 10, 13, FilingStatus.Overdue)]
    [InlineData(FilingStage.NotStarted, 10, 22, FilingStatus.Overdue)]
    [InlineData(FilingStage.NotStarted, 10, 23, FilingStatus.Locked)]
    [InlineData(FilingStage.Drafting, 9, 24, FilingStatus.NotOpen)]
    [InlineData(FilingStage.Drafting, 10, 12, FilingStatus.Drafting)]
    [InlineData(FilingStage.Drafting, 10, 13, FilingStatus.Overdue)]
    [InlineData(FilingStage.Drafting, 10, 23, FilingStatus.Locked)]
    [InlineData(FilingStage.AwaitingSecretary, 10, 12, FilingStatus.AwaitingSecretary)]
    [InlineData(FilingStage.AwaitingSecretary, 10, 13, FilingStatus.Overdue)]
    [InlineData(FilingStage.AwaitingSecretary, 10, 23, FilingStatus.Locked)]
    // what has been submitted no longer does
    [InlineData(FilingStage.Submitted, 10, 12, FilingStatus.Submitted)]
    [InlineData(FilingStage.Submitted, 12, 31, FilingStatus.Submitted)]
    [InlineData(FilingStage.Returned, 10, 12, FilingStatus.Returned)]
    [InlineData(FilingStage.Returned, 12, 31, FilingStatus.Returned)]
    [InlineData(FilingStage.Accepted, 10, 12, FilingStatus.Accepted)]
    [InlineData(FilingStage.Accepted, 12, 31, FilingStatus.Accepted)]
    public void Stage_and_clock_together_make_the_status(FilingStage stage, int month, int day, FilingStatus status) =>
        Assert.Equal(status, Filing.StatusOf(stage, Opens, Due, Locks, unlockedUntil: null, Day(month, day)));

    [Theory]
    [InlineData(10, 25, FilingStatus.Overdue)]
    [InlineData(10, 26, FilingStatus.Locked)]
    public void An_unlocked_filing_is_overdue_until_it_locks_again(int month, int day, FilingStatus status) =>
        Assert.Equal(status, Filing.StatusOf(FilingStage.Drafting, Opens, Due, Locks, unlockedUntil: Day(10, 25), Day(month, day)));

    [Theory]
    [InlineData(10, 30, FilingStatus.Drafting)]
    [InlineData(10, 31, FilingStatus.Locked)]
    public void A_filing_extended_past_its_lock_stays_open_until_its_own_due_day(int month, int day, FilingStatus status) =>
        Assert.Equal(status, Filing.StatusOf(FilingStage.Drafting, Opens, due: Day(10, 30), Locks, unlockedUntil: null, Day(month, day)));

    [Fact]
    public void A_filing_knows_its_own_status() =>
        Assert.Equal(
            [FilingStatus.Drafting, FilingStatus.Submitted, FilingStatus.Returned, FilingStatus.Accepted],
            new[] { Draft(), Submitted(), Returned(), Accepted() }.Select(f => f.Status(Due)));
}
