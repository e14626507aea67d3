using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class QuarterNodesTests
{
    [Fact]
    public void Counts_add_up_over_the_quarters() =>
        Assert.Equal([100, 100, 400, 450], Enumerable.Range(1, 4).Select(q => new QuarterNodes(100, null, 300, 50).UpTo(q, TaskMeasure.Count)));

    [Fact]
    public void A_rate_stands_where_its_last_node_put_it() =>
        Assert.Equal([null, 5_000, 5_000, 10_000], Enumerable.Range(1, 4).Select(q => new QuarterNodes(null, 5_000, null, 10_000).UpTo(q, TaskMeasure.Rate)));

    [Fact]
    public void A_node_of_zero_is_a_node()
    {
        Assert.True(new QuarterNodes(0, null, null, null).Any);
        Assert.False(NoNodes.Any);
        Assert.Equal(0, new QuarterNodes(0, null, null, null).UpTo(1, TaskMeasure.Count));
        Assert.Null(NoNodes.UpTo(4, TaskMeasure.Count));
    }

    [Fact]
    public void There_are_four_quarters()
    {
        var nodes = new QuarterNodes(1, 2, 3, 4);

        Assert.Equal([1, 2, 3, 4], Enumerable.Range(1, 4).Select(q => nodes[q]));
        Assert.Throws<ArgumentOutOfRangeException>(() => nodes[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => nodes[5]);
    }
}
