using PartyWork.Domain.FiveInOne;
using static PartyWork.Domain.Tests.Given;

namespace PartyWork.Domain.Tests.FiveInOne;

public sealed class PledgeTests
{
    private static readonly DateOnly Today = Day(4, 10);

    private static readonly PledgeText[] Three = [Promise("新建党组织3个"), Promise("调研12次"), Promise("办成实事5件")];

    private static PledgeText Promise(string text, string mark = "批复文件", DateOnly? due = null) => new(text, mark, due ?? Day(11, 30));

    private static PledgeSheet Drafted(params PledgeText[] texts)
    {
        var sheet = new PledgeSheet(OrganizationId, 2026);
        sheet.Write(texts.Length == 0 ? Three : texts);
        return sheet;
    }

    private static PledgeSheet Submitted()
    {
        var sheet = Drafted();
        sheet.Submit(Secretary, Day(3, 20));
        return sheet;
    }

    private static PledgeSheet Published()
    {
        var sheet = Submitted();
        sheet.Approve(Superior, Day(4, 1));
        sheet.Publish("党务公开栏", Day(4, 10), Today);
        return sheet;
    }

    [Fact]
    public void There_are_three_to_five_of_them()
    {
        AssertRefused("承诺应为3至5项，现有2项", () => Drafted([.. Three.Take(2)]).Submit(Secretary, Today));
        AssertRefused("承诺不超过5项", () => Drafted([.. Three, .. Three]));
        Assert.Equal(PledgeStage.Submitted, Submitted().Stage);
    }

    [Fact]
    public void Each_says_what_shows_that_it_is_kept_and_by_when_within_the_year()
    {
        AssertRefused("第3项：请写明看什么算兑现", () => Drafted(Three[0], Three[1], Promise("走访", mark: "")).Submit(Secretary, Today));
        AssertRefused("第3项：请填写2026年内的兑现时限", () => Drafted(Three[0], Three[1], Promise("走访", due: Day(1, 5, 2027))).Submit(Secretary, Today));
    }

    [Fact]
    public void A_task_is_promised_in_its_own_words_and_not_typed_again()
    {
        var task = RunningTask();
        var sheet = Drafted(Three[0], Three[1], new PledgeText("", "", null, task));
        Assert.Equal((task.Content, task.DueOn, (int?)task.Id), (sheet.Pledges[2].Text, sheet.Pledges[2].DueOn, sheet.Pledges[2].WorkTaskId));
        Assert.StartsWith("目标值", sheet.Pledges[2].Mark, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_published_after_the_review_and_not_before()
    {
        AssertRefused("经上级审核后才能公示", () => Submitted().Publish("公开栏", Today, Today));
        var sheet = Submitted();
        sheet.Approve(Superior, Day(4, 1));
        AssertRefused("不能早于审核日期", () => sheet.Publish("公开栏", Day(3, 31), Today));
        AssertRefused("不能晚于今天", () => sheet.Publish("公开栏", Day(4, 11), Today));
        sheet.Publish("公开栏", Day(4, 10), Today);
        Assert.Equal((PledgeStage.Published, false), (sheet.Stage, sheet.IsLate(new Domain.Calendar.Scheme().PledgesDueOn(2026))));
    }

    [Fact]
    public void Published_after_15_April_it_is_late()
    {
        var sheet = Submitted();
        sheet.Approve(Superior, Day(4, 1));
        sheet.Publish("公开栏", Day(4, 16), Day(4, 16));
        Assert.True(sheet.IsLate(new Domain.Calendar.Scheme().PledgesDueOn(2026)));
        Assert.False(sheet.IsLate(new Domain.Calendar.Scheme { PledgeDueDay = 30 }.PledgesDueOn(2026))); // a district with another day
    }

    [Fact]
    public void Nobody_reviews_his_own()
    {
        AssertRefused("不能审核自己报送的承诺", () => Submitted().Approve(Secretary, Today));
        AssertRefused("不能审核自己报送的承诺", () => Submitted().Return(Secretary, "太笼统"));
    }

    [Fact]
    public void What_was_returned_can_be_mended_and_what_was_submitted_cannot()
    {
        var sheet = Submitted();
        AssertRefused("请联系上级党组织退回", () => sheet.Write(Three));
        AssertRefused("请写明退回的原因", () => sheet.Return(Superior, ""));
        sheet.Return(Superior, "太笼统");
        sheet.Write([.. Three, Promise("第四项")]);
        sheet.Submit(Secretary, Today);
        Assert.Equal((4, ""), (sheet.Pledges.Count, sheet.ReturnReason));
    }

    [Fact]
    public void It_is_kept_in_the_superior_s_word_never_in_one_s_own()
    {
        var sheet = Published();
        var pledge = sheet.Pledges[0];
        AssertRefused("还没有申报兑现情况", () => sheet.Settle(pledge, true, "", Superior, Today));
        sheet.Claim(pledge, "已建3个", Clerk, Today);
        AssertRefused("不能确认自己的承诺", () => sheet.Settle(pledge, true, "", Secretary, Today));
        AssertRefused("不能确认自己申报的兑现情况", () => sheet.Settle(pledge, true, "", Clerk, Today));
        sheet.Settle(pledge, true, "", Superior, Today);
        Assert.Equal((PledgeOutcome.Fulfilled, Today), (pledge.Outcome, pledge.SettledOn!.Value));
        AssertRefused("已经确认", () => sheet.Settle(pledge, false, "没有", Superior, Today));
        AssertRefused("已经确认", () => sheet.Claim(pledge, "又建1个", Clerk, Today));
    }

    [Fact]
    public void What_was_not_kept_has_a_reason()
    {
        var sheet = Published();
        AssertRefused("未兑现的，请写明原因", () => sheet.Settle(sheet.Pledges[1], false, "", Superior, Today));
        sheet.Settle(sheet.Pledges[1], false, "全年只调研9次", Superior, Today);
        Assert.Equal((PledgeOutcome.Unfulfilled, "全年只调研9次"), (sheet.Pledges[1].Outcome, sheet.Pledges[1].Reason));
    }

    [Fact]
    public void Before_it_is_published_nothing_is_claimed() => AssertRefused("公示后才能申报兑现", () => { var s = Submitted(); s.Claim(s.Pledges[0], "已建", Clerk, Today); });
}
