using FsCheck.Xunit;
using PartyWork.Domain.Rectification;
using static PartyWork.Domain.Tests.Rectification.GivenRecords;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>意见建议: heard, solved, answered; and never lost.</summary>
public sealed class ResidentOpinionTests
{
    [Fact]
    public void An_opinion_goes_from_hearing_to_an_answer_that_satisfies()
    {
        var opinion = Opinion(Running());
        Assert.Equal((OpinionState.Recorded, OpinionStep.Collect), (opinion.State, opinion.Step));

        opinion.Assign("社区网格员李梅", Given.Day(6, 15));
        Assert.Equal(OpinionStep.Solve, opinion.Step);
        opinion.Handle("电梯已开工。", Given.Day(6, 9), Helper, Today);
        Assert.Equal((OpinionState.Handled, true), (opinion.State, opinion.IsOpen));
        opinion.FeedBack(Told(), true, "", Today);

        Assert.Equal((OpinionState.Closed, Given.Day(6, 10), false), (opinion.State, opinion.EndedOn, opinion.IsOpen));
    }

    [Fact]
    public void Nobody_is_told_before_something_was_done()
    {
        var opinion = Opinion(Running());

        AssertRefused("登记办理结果以后", () => opinion.FeedBack(Told(), true, "", Today));
        AssertRefused("反馈以后才能办结", () => opinion.Close(Today));
    }

    [Fact]
    public void Who_is_not_satisfied_sends_it_back_with_a_reason()
    {
        var opinion = Handled(Running());
        AssertRefused("写明原因", () => opinion.FeedBack(Told(), false, "", Today));

        opinion.FeedBack(Told(), false, "只清了一半。", Today);

        Assert.Equal((OpinionState.Reopened, 1, "只清了一半。", OpinionStep.Solve), (opinion.State, opinion.Reopenings, opinion.Complaint, opinion.Step));
        opinion.Handle("已全部清完。", Given.Day(6, 12), Helper, Today);
        opinion.FeedBack(Told(12), true, "", Today);
        Assert.Equal((OpinionState.Closed, 1), (opinion.State, opinion.Reopenings));
    }

    [Fact]
    public void Who_says_nothing_leaves_it_answered_until_it_is_closed()
    {
        var opinion = Handled(Running());
        opinion.FeedBack(Told(), null, "", Today);
        Assert.True(opinion.IsOpen);

        opinion.Close(Today);

        Assert.Equal((OpinionState.Closed, Today), (opinion.State, opinion.EndedOn));
    }

    [Fact]
    public void What_cannot_be_done_is_explained_to_somebody()
    {
        var opinion = Opinion(Running());
        AssertRefused("不能办理的理由", () => opinion.Explain("", Told(), Today));
        AssertRefused("哪位居民", () => opinion.Explain("不属于社区职权。", Told() with { Whom = "" }, Today));

        opinion.Explain("不属于社区职权，已转告区住建局。", Told(), Today);

        Assert.Equal((OpinionState.Explained, false), (opinion.State, opinion.IsOpen));
    }

    [Fact]
    public void What_is_merged_is_carried_by_the_other()
    {
        var (of, other) = (Running(), Running(4));
        var (first, second, third) = (Opinion(of, 1), Opinion(of, 2), Opinion(of, 3));
        AssertRefused("同一社区的另一条", () => first.MergeInto(first));
        AssertRefused("同一社区的另一条", () => first.MergeInto(Opinion(other, 9)));

        second.MergeInto(first);
        first.MergeInto(third);

        Assert.Equal((3, OpinionState.Merged, OpinionState.Merged), (third.Count, first.State, second.State));
        AssertRefused("还在办理的意见", () => third.MergeInto(first));
    }

    [Fact]
    public void It_is_late_only_while_there_is_no_result()
    {
        Assert.True(ResidentOpinion.IsOverdue(OpinionState.Assigned, Given.Day(6, 17), Today));
        Assert.False(ResidentOpinion.IsOverdue(OpinionState.Assigned, Today, Today));
        Assert.False(ResidentOpinion.IsOverdue(OpinionState.Handled, Given.Day(6, 17), Today));
        Assert.False(ResidentOpinion.IsOverdue(OpinionState.Recorded, null, Today));
    }

    [Fact]
    public void What_was_taken_down_is_mended_until_somebody_works_on_it()
    {
        var opinion = Opinion(Running());
        var text = new OpinionText(Given.Day(6, 2), OpinionSource.Grid, OpinionCategory.Parking, "停车位不够。");
        opinion.Correct(text, Today);
        Assert.Equal("停车位不够。", opinion.Content);

        opinion.Assign("物业", Today);

        AssertRefused("已经交办", () => opinion.Correct(text, Today));
    }

    [Fact]
    public void After_the_end_none_is_heard_but_those_that_were_are_answered()
    {
        var of = Running();
        var opinion = Opinion(of);
        of.Ended();

        AssertRefused("已于2026-06-01结束", () => Opinion(of, 2));
        opinion.Handle("已办。", Given.Day(6, 9), Helper, Today);
        opinion.FeedBack(Told(), true, "", Today);
        Assert.Equal(OpinionState.Closed, opinion.State);
    }

    /// <summary>Whoever does whatever in whatever order.</summary>
    [Property(MaxTest = 3_000)]
    public void No_opinion_is_lost(byte[] acts)
    {
        var of = Running();
        var opinions = Enumerable.Range(1, 4).Select(no => Opinion(of, no)).ToList();
        foreach (var (index, act) in acts.Index())
        {
            var (one, other) = (opinions[act % 4], opinions[act / 4 % 4]);
            try
            {
                Do(one, other, (act / 16) + index);
            }
            catch (BrokenRuleException)
            {
                // refused: what stands is looked at below
            }

            Assert.Equal(opinions.Count, opinions.Where(o => o.State is not OpinionState.Merged).Sum(o => o.Count));
            Assert.All(opinions, o =>
            {
                var end = End(o);
                Assert.True(end.IsOpen || (end.State is OpinionState.Closed or OpinionState.Explained && end.EndedOn is not null && end.Told.Length > 0 && end.Result.Length > 0), $"{end.State}");
                Assert.Equal(end.IsOpen, end.EndedOn is null);
            });
        }
    }

    /// <summary>Whoever carries it in the end; a chain without end would not come back.</summary>
    private static ResidentOpinion End(ResidentOpinion opinion)
    {
        for (var i = 0; opinion.MergedInto is { } into; i++)
        {
            Assert.True(i < 5);
            opinion = into;
        }

        return opinion;
    }

    private static void Do(ResidentOpinion one, ResidentOpinion other, int act)
    {
        switch (act % 8)
        {
            case 0: one.Assign("网格员", Today); break;
            case 1: one.Handle("已办。", Today, Helper, Today); break;
            case 2: one.FeedBack(Told(18), true, "", Today); break;
            case 3: one.FeedBack(Told(18), false, "没有办好。", Today); break;
            case 4: one.FeedBack(Told(18), null, "", Today); break;
            case 5: one.Explain("不能办理。", Told(18), Today); break;
            case 6: one.MergeInto(other); break;
            default:
                if (act % 2 == 0)
                {
                    one.Close(Today);
                }
                else
                {
                    one.Reopen("又坏了。");
                }

                break;
        }
    }

    private static ResidentOpinion Handled(RectificationCase of)
    {
        var opinion = Opinion(of);
        opinion.Handle("已清理楼道。", Given.Day(6, 9), Helper, Today);
        return opinion;
    }
}
