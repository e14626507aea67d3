using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

/// <summary>Each lock says why, and the way out.</summary>
public sealed class LockTests
{
    [Fact]
    public void Before_it_opens_a_filing_says_when_it_will() =>
        Assert.Equal("尚未开放：9月25日起可以填写。", NewFiling().WhyLocked(Opens.AddDays(-1)));

    [Fact]
    public void After_its_lock_day_a_filing_says_who_unlocks_it() =>
        Assert.Equal("已于10月22日锁定：如需补报，请联系上级党组织解锁。", Draft().WhyLocked(Locks.AddDays(1)));

    [Fact]
    public void The_lock_day_of_an_extended_filing_is_its_own()
    {
        var filing = Draft();
        filing.Extend(Superior, Day(10, 30), "受灾", At(Due));

        Assert.Equal("已于10月30日锁定：如需补报，请联系上级党组织解锁。", filing.WhyLocked(Day(10, 31)));
    }

    [Fact]
    public void While_it_is_reviewed_a_filing_says_who_can_return_it() =>
        Assert.Equal("已报送，等待上级审核：需要修改请联系上级党组织退回。", Submitted().WhyLocked(Due));

    [Fact]
    public void Once_accepted_a_filing_points_to_the_next_period() =>
        Assert.Equal("上级已审核通过：以后的变化请填入下一期。", Accepted().WhyLocked(Due));

    [Fact]
    public void Nothing_else_locks_a_filing()
    {
        Assert.Null(NewFiling().WhyLocked(Opens));
        Assert.Null(Draft().WhyLocked(Due));
        Assert.Null(Draft().WhyLocked(Locks)); // overdue, and still taken
        Assert.Null(Returned().WhyLocked(Day(12, 31)));
    }

    [Fact]
    public void A_locked_filing_refuses_every_act_of_the_filer_with_the_same_sentence()
    {
        var (filing, now) = (Draft(), At(Locks.AddDays(1)));
        var why = filing.WhyLocked(Locks.AddDays(1));

        Assert.Equal(why, Refusal(() => filing.Edit("T1", "任务1", now)));
        Assert.Equal(why, Refusal(() => filing.Prepare(Clerk, now)));
        Assert.Equal(why, Refusal(() => filing.Confirm(Secretary, now)));
        Assert.Equal(why, Refusal(() => filing.SignOffline(Clerk, Due, now)));
    }

    [Fact]
    public void A_submitted_filing_is_not_submitted_twice()
    {
        var filing = Submitted();

        AssertRefused("已报送，等待上级审核", () => filing.Confirm(Secretary, At(Due)));

        Assert.Single(filing.Versions);
    }
}
