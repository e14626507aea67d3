using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class RenamingTests
{
    [Fact]
    public void The_old_name_is_kept_with_its_days()
    {
        var community = Community();

        community.Rename("文明社区党委", Day(3, 1), "青组批〔2026〕3号");
        community.Rename("文明新村社区党委", Day(9, 1), "");

        Assert.Equal("文明新村社区党委", community.Name);
        Assert.Equal([("文明社区党总支", null, Day(2, 28), "青组批〔2026〕3号"), ("文明社区党委", (DateOnly?)Day(3, 1), Day(8, 31), "")],
            community.FormerNames.Select(n => (n.Name, n.From, n.To, n.Document)));
    }

    [Fact]
    public void A_correction_leaves_no_former_name()
    {
        var community = Community();

        community.Rename("文明社区党委");

        Assert.Empty(community.FormerNames);
    }

    [Fact]
    public void A_new_name_comes_after_the_last_one_and_is_another()
    {
        var community = Community();
        community.Rename("文明社区党委", Day(3, 1), "");

        AssertRefused("更名日期应晚于上次更名的2026年3月1日", () => community.Rename("新村社区党委", Day(3, 1), ""));
        AssertRefused("新名称与现名称相同", () => community.Rename("文明社区党委", Day(5, 1), ""));
        AssertRefused("文号不超过60字", () => community.Rename("新村社区党委", Day(5, 1), Characters(61)));
    }

    [Fact]
    public void A_title_that_begins_with_the_old_name_follows()
    {
        var post = new PostHolding(new Person("许豪华", ""), Community(), PostKind.Secretary, "文明社区党总支书记", Day(1, 1));

        post.FollowName("文明社区党总支", "文明社区党委");
        post.FollowName("桂花社区党委", "别的党委");

        Assert.Equal("文明社区党委书记", post.Title);
    }
}
