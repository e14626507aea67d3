using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Agreements;

public sealed class ResponsibilityPostTests
{
    [Fact]
    public void There_are_five_posts_and_no_other()
    {
        Assert.Equal(5, ResponsibilityPost.Five.Select(f => new ResponsibilityPost(2026, f.Post).Post).Distinct().Count());
        AssertRefused("不在三级五岗之列", () => new ResponsibilityPost(2026, DutyPosts.Officer));
    }

    [Fact]
    public void A_post_has_at_most_eight_duties()
    {
        var post = new ResponsibilityPost(2026, DutyPosts.Secretary);

        post.Write("书记", "第一责任人", Enumerable.Range(1, 8).Select(i => ($"责任{i}", "每季度1次")).Append(("", "")));

        Assert.Equal(8, post.Duties.Count);
        AssertRefused("每个岗位的责任事项不超过8条", () => post.Write("书记", "第一责任人", Enumerable.Range(1, 9).Select(i => ($"责任{i}", ""))));
    }

    [Fact]
    public void Rewriting_keeps_the_duties_that_remain_and_drops_the_rest()
    {
        var post = new ResponsibilityPost(2026, DutyPosts.Secretary);
        post.Write("书记", "第一责任人", [("甲", "每年1次"), ("乙", "每年1次")]);
        var first = post.Duties[0];

        post.Write("书记", "第一责任人", [("丙", "每季度1次")]);

        Assert.Same(first, Assert.Single(post.Duties));
        Assert.Equal(("丙", "每季度1次"), (first.Content, first.Frequency));
    }

    [Fact]
    public void The_next_year_starts_from_this_years_duties()
    {
        var post = new ResponsibilityPost(2026, DutyPosts.Secretary);
        post.Write("书记", "第一责任人", [("甲", "每年1次")]);

        var next = post.ForNextYear();

        Assert.Equal((2027, "甲"), (next.Year, Assert.Single(next.Duties).Content));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_post_empty_for_more_than_thirty_days_is_an_alert(int days, bool alert) =>
        Assert.Equal(alert, ResponsibilityPost.IsLongVacant(Day(6, 1), Day(6, 1).AddDays(days)));
}
