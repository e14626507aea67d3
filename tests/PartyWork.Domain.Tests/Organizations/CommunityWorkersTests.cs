using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class CommunityWorkersTests
{
    private static readonly DateOnly Today = Day(12, 18);

    [Fact]
    public void The_total_is_the_sum_of_the_posts()
    {
        var count = Count();
        count.Check(Today);
        Assert.Equal((13, 6), (count.Total, count.Certified));
    }

    [Fact]
    public void No_more_hold_a_certificate_than_there_are()
    {
        var count = Count();
        count.Seniors = 8;
        AssertRefused("持证人数合计14人，多于总人数13人", () => count.Check(Today));
    }

    [Fact]
    public void Heads_are_counted_on_a_day_that_has_come()
    {
        var count = Count();
        AssertRefused("统计日期不能晚于今天", () => count.Check(Day(12, 17)));
        count.Workers = -1;
        AssertRefused("0至1000的整数", () => count.Check(Today));
    }

    [Fact]
    public void Communities_are_added_up() => Assert.Equal((26, 8), (CommunityWorkers.Sum([Count(), Count()]).Total, CommunityWorkers.Sum([Count(), Count()]).Assistants));

    private static CommunityWorkers Count() => new() { OrganizationId = 1, On = Today, Secretaries = 1, Deputies = 2, Members = 4, Workers = 6, Assistants = 4, SocialWorkers = 2 };
}
