using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class DutyItemTests
{
    [Theory]
    [InlineData("党工委书记", DutyPosts.Secretary)]
    [InlineData("书记", DutyPosts.Secretary)]
    [InlineData("党工委专职副书记", DutyPosts.Deputy)]
    [InlineData("党工委其他班子成员", DutyPosts.Member)]
    [InlineData("社区党组织书记", DutyPosts.LowerSecretary)]
    [InlineData("下级书记", DutyPosts.LowerSecretary)]
    [InlineData("党务干事", DutyPosts.Officer)]
    [InlineData("网格员", DutyPosts.None)]
    public void A_title_means_a_post_of_the_responsibility_system(string title, DutyPosts post) => Assert.Equal(post, Duty(title).Post);

    [Fact]
    public void A_rewritten_title_may_mean_another_post()
    {
        var duty = Duty("党务干事");

        duty.Write(duty.Text with { PostTitle = "专职副书记" });

        Assert.Equal(DutyPosts.Deputy, duty.Post);
    }

    [Fact]
    public void A_duty_names_post_and_content_within_limits()
    {
        var duty = Duty();

        AssertRefused("责任1：请填写岗位", () => duty.Write(duty.Text with { PostTitle = "" }));
        AssertRefused("责任1：请填写岗位", () => duty.Write(duty.Text with { PostTitle = Characters(61) }));
        AssertRefused("责任1：请填写责任内容", () => duty.Write(duty.Text with { Content = "" }));
        AssertRefused("责任1：请填写责任内容", () => duty.Write(duty.Text with { Content = Characters(301) }));
        AssertRefused("各不超过60字", () => duty.Write(duty.Text with { Character = Characters(61) }));
        AssertRefused("各不超过60字", () => duty.Write(duty.Text with { Frequency = Characters(61) }));
        AssertRefused("各不超过60字", () => duty.Write(duty.Text with { Deadline = Characters(61) }));
    }

    [Fact]
    public void A_duty_may_answer_for_a_group_without_a_name()
    {
        var duty = Duty();

        duty.Write(duty.Text with { Holder = new Responsible("各社区书记", null) });

        Assert.True(duty.Holder.IsGroup);
    }

    [Fact]
    public void A_filed_duty_is_no_longer_changed()
    {
        var (duty, task) = (Duty(), DraftTask());
        duty.LinkTo([task]);

        File(duties: [duty]);

        Assert.True(((IAudited)duty).IsRecorded);
        AssertRefused("清单已备案，责任事项不能直接修改", () => duty.Write(duty.Text));
        AssertRefused("清单已备案，对应任务不能直接修改", () => duty.LinkTo([]));
        Assert.Equal([task], duty.Tasks);
    }
}
