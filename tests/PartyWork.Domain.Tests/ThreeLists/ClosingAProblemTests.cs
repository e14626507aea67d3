using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

/// <summary>申请销号 → 核实销号, and the ways back.</summary>
public sealed class ClosingAProblemTests
{
    [Fact]
    public void The_owner_claims_and_the_superior_verifies()
    {
        var problem = RectifiedProblem();

        problem.ClaimClosed(Clerk, "3个支部已补课并备案", "");
        Assert.Equal((ProblemState.CloseClaimed, 1, "3个支部已补课并备案"), (problem.State, problem.ClaimedById, problem.CloseBasis));

        problem.Verify(Superior, Day(7, 1));
        Assert.Equal((ProblemState.Closed, Day(7, 1), "何立"), (problem.State, problem.ClosedOn, problem.VerifiedBy));
    }

    [Fact]
    public void Nobody_verifies_their_own_claim()
    {
        var problem = ClaimedProblem();

        AssertRefused("不能核实自己申请销号的问题", () => problem.Verify(Clerk, Day(7, 1)));
        AssertRefused("不能核实自己申请销号的问题", () => problem.RefuseClosing(Clerk, "尚未补课"));

        Assert.Equal(ProblemState.CloseClaimed, problem.State);
    }

    [Fact]
    public void Only_a_claimed_problem_is_verified_or_refused()
    {
        AssertRefused("没有待核实的销号申请", () => RectifiedProblem().Verify(Superior, Day(7, 1)));
        AssertRefused("没有待核实的销号申请", () => ClosedProblem().RefuseClosing(Superior, "尚未补课"));
    }

    [Fact]
    public void Only_a_problem_under_rectification_is_claimed()
    {
        AssertRefused("只有整改中的问题可以申请销号", () => ListedProblem().ClaimClosed(Clerk, "已补课", ""));
        AssertRefused("只有整改中的问题可以申请销号", () => ClaimedProblem().ClaimClosed(Clerk, "已补课", ""));
        AssertRefused("只有整改中的问题可以申请销号", () => ClosedProblem().ClaimClosed(Clerk, "已补课", ""));
    }

    [Fact]
    public void A_problem_is_not_closed_before_its_tasks_are()
    {
        var problem = RectifiedProblem(null, DoneTask(1), RunningTask(no: 2), RunningTask(no: 3));

        Assert.Equal("对应任务尚未全部完成，不能申请销号：任务2、任务3。", Refusal(() => problem.ClaimClosed(Clerk, "已补课", "")));
    }

    [Fact]
    public void Done_and_cancelled_tasks_do_not_hold_it()
    {
        var problem = RectifiedProblem(null, DoneTask(1), CancelledTask(2));

        problem.ClaimClosed(Clerk, "已补课", "");

        Assert.Equal(ProblemState.CloseClaimed, problem.State);
    }

    [Fact]
    public void A_task_carried_over_to_next_year_still_holds_it()
    {
        var carried = RunningTask();
        carried.CarryOver(1);

        AssertRefused("任务1", () => RectifiedProblem(null, carried).ClaimClosed(Clerk, "已补课", ""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_claim_says_on_what_it_rests(int length) =>
        AssertRefused("请填写销号依据", () => RectifiedProblem().ClaimClosed(Clerk, Characters(length), ""));

    [Fact]
    public void What_residents_raised_needs_an_answer_to_them()
    {
        var problem = RectifiedProblem(Stated() with { Source = ProblemSource.Residents });

        AssertRefused("请登记向群众反馈的情况", () => problem.ClaimClosed(Clerk, "已完成6个单元", ""));
        problem.ClaimClosed(Clerk, "已完成6个单元", "7月1日入户告知");

        Assert.Equal("7月1日入户告知", problem.Feedback);
    }

    [Fact]
    public void Feedback_has_at_most_300_characters() =>
        AssertRefused("反馈情况不超过300字", () => RectifiedProblem().ClaimClosed(Clerk, "已补课", Characters(301)));

    [Fact]
    public void A_refused_claim_goes_back_to_rectification_with_a_reason()
    {
        var problem = ClaimedProblem();

        AssertRefused("请写明不予销号的原因", () => problem.RefuseClosing(Superior, ""));
        problem.RefuseClosing(Superior, "第3支部尚未补课");

        Assert.Equal(ProblemState.Rectifying, problem.State);
        Assert.Null(problem.ClaimedById);
        problem.ClaimClosed(Secretary, "第3支部已补课", "");
    }

    [Fact]
    public void A_closed_problem_that_comes_back_is_a_relapse()
    {
        var problem = ClosedProblem();

        AssertRefused("请写明重新打开所依据的事实", () => problem.Reopen(""));
        problem.Reopen("抽查发现第3支部又缺党课");

        Assert.Equal((ProblemState.Rectifying, 1), (problem.State, problem.Relapses));
        Assert.Null(problem.ClosedOn);
        Assert.Null(problem.ClaimedById);
        Assert.Equal("", problem.VerifiedBy);
    }

    [Fact]
    public void Every_relapse_counts()
    {
        var problem = ClosedProblem();
        problem.Reopen("又缺党课");
        problem.ClaimClosed(Clerk, "已补课", "");
        problem.Verify(Superior, Day(9, 1));

        problem.Reopen("再次缺党课");

        Assert.Equal(2, problem.Relapses);
    }

    [Fact]
    public void Only_a_closed_problem_is_reopened()
    {
        AssertRefused("只有已销号的问题可以重新打开", () => RectifiedProblem().Reopen("又缺党课"));
        AssertRefused("只有已销号的问题可以重新打开", () => ClaimedProblem().Reopen("又缺党课"));
    }
}
