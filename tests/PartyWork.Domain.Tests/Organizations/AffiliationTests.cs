using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class AffiliationTests
{
    [Fact]
    public void The_superior_is_of_a_higher_level()
    {
        AssertRefused("不能作为上级", () => Committee().AffiliateTo(Committee("A02"), Day(1, 1)));
        AssertRefused("不能作为上级", () => Committee().AffiliateTo(Community(), Day(1, 1)));
    }

    [Fact]
    public void A_new_affiliation_ends_the_old_one_the_day_before()
    {
        var (first, second, community) = (Committee("A01"), Committee("A02"), Community());
        community.AffiliateTo(first, Day(1, 1));

        community.AffiliateTo(second, Day(7, 1));

        Assert.Equal([(first, Day(1, 1), Day(6, 30)), (second, Day(7, 1), null)], community.Affiliations.Select(a => (a.Parent, a.From, a.To)));
    }

    [Fact]
    public void An_affiliation_does_not_begin_before_the_one_it_replaces()
    {
        var community = Community();
        community.AffiliateTo(Committee("A01"), Day(7, 1));

        AssertRefused("新的隶属关系不能早于现有隶属关系", () => community.AffiliateTo(Committee("A02"), Day(6, 30)));

        Assert.Null(Assert.Single(community.Affiliations).To);
    }
}
