using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

/// <summary>三员分立: system, security and audit administrators exclude each other and every post of the business.</summary>
public sealed class SeparationTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Organization District = new("QH", "中共青禾区委员会", OrganizationLevel.District, OrganizationKind.DistrictCommittee, OrganizationDomain.District);

    public static TheoryData<PostKind, PostKind> Forbidden
    {
        get
        {
            var pairs = new TheoryData<PostKind, PostKind>();
            foreach (var administrator in Enum.GetValues<PostKind>().Where(k => k.IsAdministrator()))
            {
                foreach (var other in Enum.GetValues<PostKind>())
                {
                    pairs.Add(administrator, other);
                    pairs.Add(other, administrator);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void An_administrator_holds_no_other_post(PostKind held, PostKind next)
    {
        var person = Holding(held);

        var broken = Assert.Throws<BrokenRuleException>(() => new PostHolding(person, District, next, "新职务", Today));

        Assert.Contains("三类管理员互不兼任", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_post_has_ended_another_may_follow()
    {
        var person = Holding(PostKind.SystemAdministrator);
        person.Holdings[0].End(Today.AddDays(-1));

        Assert.Equal(PostKind.Officer, new PostHolding(person, District, PostKind.Officer, "党务干事", Today).Kind);
    }

    [Fact]
    public void Posts_of_the_business_may_be_held_together() =>
        Assert.Equal(PostKind.Officer, new PostHolding(Holding(PostKind.Secretary), District, PostKind.Officer, "党务干事", Today).Kind);

    private static Person Holding(PostKind kind)
    {
        var person = new Person("程远航", "");
        var post = new PostHolding(person, District, kind, "现职务", Today.AddDays(-30));
        ((List<PostHolding>)person.Holdings).Add(post); // as the database does
        return person;
    }
}
