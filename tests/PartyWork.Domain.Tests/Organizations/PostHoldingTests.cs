using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class PostHoldingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void A_post_has_a_title_of_at_most_60_characters(int length) =>
        AssertRefused("请填写职务", () => new PostHolding(new Person("周敏", ""), Committee(), PostKind.Deputy, Characters(length), Day(1, 1)));

    [Fact]
    public void A_post_is_not_left_before_it_was_taken()
    {
        var post = Post(PostKind.Secretary);

        AssertRefused("离任日期不能早于任职日期", () => post.End(Day(12, 31, 2025)));
        post.End(Day(1, 1));

        Assert.Equal(Day(1, 1), post.To);
    }

    [Fact]
    public void A_post_is_left_once()
    {
        var post = Post(PostKind.Secretary);
        post.End(Day(6, 30));

        AssertRefused("该任职已经结束", () => post.End(Day(7, 31)));
    }
}
