using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class ResponsibleTests
{
    [Theory]
    [InlineData("各班子成员", true)]
    [InlineData("全体党员", true)]
    [InlineData("周敏", false)]
    [InlineData("", false)]
    public void A_group_is_no_person(string text, bool isGroup) => Assert.Equal(isGroup, new Responsible(text, null).IsGroup);

    [Fact]
    public void A_name_is_resolved_by_a_post_that_is_held()
    {
        Assert.True(new Responsible("周敏", 11).IsResolved);
        Assert.False(new Responsible("周敏", null).IsResolved);
        Assert.False(Responsible.Nobody.IsResolved);
    }
}
