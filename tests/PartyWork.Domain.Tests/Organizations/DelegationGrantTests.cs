using PartyWork.Domain;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class DelegationGrantTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Organization Community = new("SQ01", "文明社区党总支", OrganizationLevel.Primary, OrganizationKind.GeneralBranch, OrganizationDomain.Community);
    private static readonly PostHolding Secretary = Post(PostKind.Secretary), Deputy = Post(PostKind.Deputy);

    [Fact]
    public void Thirty_days_counting_both_ends_are_the_most()
    {
        Assert.True(Grant(Today, Today.AddDays(29)).IsInForce(Today.AddDays(29)));
        Refused("不超过30天", () => Grant(Today, Today.AddDays(30)));
    }

    [Fact]
    public void It_begins_today_at_the_earliest() => Refused("不能早于今天", () => Grant(Today.AddDays(-1), Today));

    [Fact]
    public void One_deputy_at_a_time_and_what_was_withdrawn_does_not_count()
    {
        var first = Grant(Today, Today.AddDays(9));
        Refused("已有委托", () => Grant(Today.AddDays(9), Today.AddDays(12), first));
        Grant(Today.AddDays(10), Today.AddDays(12), first);

        first.Withdraw(Today);
        Assert.False(first.IsInForce(Today));
        Grant(Today, Today.AddDays(3), first);
        Refused("已经到期", () => first.Withdraw(Today));
    }

    [Fact]
    public void Only_to_the_deputy_of_the_same_organisation() =>
        Refused("本组织的副书记", () => Delegation.Grant(Secretary, Post(PostKind.Officer), Today, Today, "外出学习", Today, []));

    private static Delegation Grant(DateOnly from, DateOnly to, params Delegation[] others) => Delegation.Grant(Secretary, Deputy, from, to, "外出学习", Today, others);

    private static PostHolding Post(PostKind kind) => new(new Person("某同志", ""), Community, kind, kind.Text(), new DateOnly(2026, 1, 1));

    private static void Refused(string words, Action act) => Assert.Contains(words, Assert.Throws<BrokenRuleException>(act).Message, StringComparison.Ordinal);
}
