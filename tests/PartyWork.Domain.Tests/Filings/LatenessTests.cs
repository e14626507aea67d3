using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class LatenessTests
{
    [Fact]
    public void On_time_means_confirmed_by_24_00_of_the_due_day()
    {
        Assert.False(Submitted(At(Due, 23, 59, 59)).IsLate);
        Assert.True(Submitted(At(Due.AddDays(1), 0, 0, 0)).IsLate);
    }

    [Fact]
    public void The_clerks_hand_over_is_not_yet_on_time()
    {
        var filing = Draft();
        filing.Prepare(Clerk, At(Due, 23));

        filing.Confirm(Secretary, At(Due.AddDays(1)));

        Assert.True(filing.IsLate);
        Assert.Equal(At(Due, 23), filing.PreparedAt); // so that the clerk is not blamed
    }

    [Fact]
    public void What_was_never_submitted_is_overdue_but_not_late()
    {
        Assert.False(Draft().IsLate);
        Assert.False(Filing.WasLate(null, Due));
    }

    [Fact]
    public void A_slow_reviewer_never_makes_a_filing_late()
    {
        var filing = Submitted(At(Due));

        filing.Accept(Superior, At(12, 31));

        Assert.False(filing.IsLate);
    }

    [Fact]
    public void A_return_never_makes_an_on_time_filing_late()
    {
        var filing = Returned();

        filing.Confirm(Secretary, At(12, 1)); // long after the return's due day

        Assert.Equal(At(Due), filing.FirstSubmittedAt);
        Assert.False(filing.IsLate);
    }

    [Fact]
    public void Late_stays_late_after_a_return()
    {
        var filing = Submitted(At(Due.AddDays(1)));
        SendBack(filing, "T1", At(10, 14));

        filing.Confirm(Secretary, At(10, 15));

        Assert.True(filing.IsLate);
    }
}
