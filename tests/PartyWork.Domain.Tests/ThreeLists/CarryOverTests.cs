using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class CarryOverTests
{
    [Fact]
    public void An_unfinished_task_goes_on_as_next_years_proposal_with_its_plan_still_to_be_made()
    {
        var task = RunningTask();

        var next = task.CarryOver(5);

        Assert.Equal(TaskState.CarriedOver, task.State);
        Assert.Equal((2027, 5, TaskState.Draft, task.Id, OrganizationId), (next.Year, next.No, next.State, next.CarriedFromId, next.OrganizationId));
        Assert.Equal(Counted() with { Nodes = NoNodes, DueOn = null }, next.Text);
        Assert.Empty(next.Progress);
    }

    [Fact]
    public void Only_a_running_task_is_carried_over()
    {
        var claimed = RunningTask();
        claimed.Report(4, ReportChoice.Done, 400, Day(12, 20));

        foreach (var task in new[] { DraftTask(), claimed, DoneTask(), CancelledTask() })
        {
            AssertRefused("只有未完成的任务可以结转", () => task.CarryOver(5));
        }
    }

    [Fact]
    public void A_problem_that_is_not_closed_goes_on_as_a_long_term_one()
    {
        var problem = RectifiedProblem();

        var next = problem.CarryOver(3);

        Assert.Equal(ProblemState.CarriedOver, problem.State);
        Assert.Equal((2027, 3, ProblemState.Listed, problem.Id, OrganizationId), (next.Year, next.No, next.State, next.CarriedFromId, next.OrganizationId));
        Assert.Equal(Stated() with { Deadline = Deadline.LongTerm }, next.Text);
        Assert.Empty(next.Tasks);
    }

    [Fact]
    public void A_claim_that_nobody_verified_does_not_hold_a_problem_in_the_old_year()
    {
        var problem = ClaimedProblem();

        problem.CarryOver(3);

        Assert.Equal(ProblemState.CarriedOver, problem.State);
    }

    [Fact]
    public void A_closed_or_merely_listed_problem_is_not_carried_over()
    {
        AssertRefused("只有未销号的问题可以结转", () => ClosedProblem().CarryOver(3));
        AssertRefused("只有未销号的问题可以结转", () => ListedProblem().CarryOver(3));
    }

    [Fact]
    public void Nothing_is_carried_over_twice()
    {
        var (task, problem) = (RunningTask(), RectifiedProblem());
        task.CarryOver(5);
        problem.CarryOver(3);

        AssertRefused("只有未完成的任务可以结转", () => task.CarryOver(6));
        AssertRefused("只有未销号的问题可以结转", () => problem.CarryOver(4));
    }
}
