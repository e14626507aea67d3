using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class DelegationTests
{
    [Fact]
    public void The_secretary_delegates_to_the_own_deputy()
    {
        var delegation = new Delegation(Post(PostKind.Secretary, id: 21), Post(PostKind.Deputy, id: 22), Day(6, 1), Day(6, 10), "外出学习");

        Assert.Equal((OrganizationId, 21, 22, "外出学习"), (delegation.OrganizationId, delegation.SecretaryHoldingId, delegation.DeputyHoldingId, delegation.Reason));
    }

    [Theory]
    [InlineData(PostKind.Deputy)]
    [InlineData(PostKind.FirstSecretary)]
    [InlineData(PostKind.Officer)]
    public void Only_the_secretary_delegates(PostKind kind) => AssertRefused("只有书记可以委托", () => Delegate(secretary: Post(kind)));

    [Theory]
    [InlineData(PostKind.Member)]
    [InlineData(PostKind.Officer)]
    [InlineData(PostKind.Secretary)]
    public void Only_a_deputy_stands_in(PostKind kind) => AssertRefused("只能委托给本组织的副书记", () => Delegate(deputy: Post(kind)));

    [Fact]
    public void A_deputy_of_another_organisation_does_not_stand_in() =>
        AssertRefused("只能委托给本组织的副书记", () => Delegate(deputy: Post(PostKind.Deputy, organizationId: 8)));

    [Fact]
    public void A_delegation_lasts_at_most_30_days_both_counted()
    {
        Delegate(from: Day(6, 1), to: Day(6, 30));
        AssertRefused("一次委托不超过30天", () => Delegate(from: Day(6, 1), to: Day(7, 1)));
    }

    [Fact]
    public void A_delegation_does_not_end_before_it_begins()
    {
        Delegate(from: Day(6, 1), to: Day(6, 1));
        AssertRefused("委托截止日不能早于开始日", () => Delegate(from: Day(6, 2), to: Day(6, 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_delegation_says_why(int length) => AssertRefused("请填写委托事由", () => Delegate(reason: Characters(length)));

    [Theory]
    [InlineData(5, 31, false)]
    [InlineData(6, 1, true)]
    [InlineData(6, 10, true)]
    [InlineData(6, 11, false)]
    public void The_deputy_may_confirm_from_the_first_day_to_the_last(int month, int day, bool inForce) =>
        Assert.Equal(inForce, Delegate(from: Day(6, 1), to: Day(6, 10)).IsInForce(Day(month, day)));

    [Fact]
    public void A_withdrawn_delegation_is_over_the_same_day()
    {
        var delegation = Delegate(from: Day(6, 1), to: Day(6, 10));

        delegation.Withdraw(Day(6, 5));

        Assert.False(delegation.IsInForce(Day(6, 5)));
        Assert.True(delegation.IsInForce(Day(6, 4)));
    }

    [Fact]
    public void A_delegation_withdrawn_before_it_began_never_is_in_force()
    {
        var delegation = Delegate(from: Day(6, 1), to: Day(6, 10));

        delegation.Withdraw(Day(5, 20));

        Assert.DoesNotContain(Enumerable.Range(0, 40), n => delegation.IsInForce(Day(5, 10).AddDays(n)));
    }

    [Fact]
    public void A_delegation_that_is_over_is_not_withdrawn()
    {
        var delegation = Delegate(from: Day(6, 1), to: Day(6, 10));

        AssertRefused("该委托已经到期", () => delegation.Withdraw(Day(6, 11)));
    }

    private static Delegation Delegate(PostHolding? secretary = null, PostHolding? deputy = null, DateOnly? from = null, DateOnly? to = null, string reason = "外出学习") =>
        new(secretary ?? Post(PostKind.Secretary), deputy ?? Post(PostKind.Deputy), from ?? Day(6, 1), to ?? Day(6, 10), reason);
}
