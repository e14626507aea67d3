using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class TakeoverTests
{
    private const int Successor = 8;

    [Fact]
    public void An_open_task_goes_on_in_the_successors_list_with_what_has_been_reached()
    {
        var task = RunningTask();
        task.Report(1, ReportChoice.Normal, 100, Day(3, 28));

        var next = Assert.Single(Take([task], []).Tasks);

        Assert.Equal(TaskState.HandedOver, task.State);
        Assert.Equal((Successor, 2026, 12, TaskState.InProgress, task.Id), (next.OrganizationId, next.Year, next.No, next.State, next.CarriedFromId));
        Assert.Equal(task.Text with { Lead = new("姚豪", 40) }, next.Text);
        Assert.Equal((100, TaskLight.Green), (next.ActualUpTo(1), next.LightOn(Day(5, 1))));
        Assert.Equal(TaskLight.Grey, task.LightOn(Day(5, 1)));
    }

    [Fact]
    public void What_is_done_or_claimed_done_stays_where_it_was_done()
    {
        var claimed = RunningTask();
        claimed.Report(4, ReportChoice.Done, 400, Day(12, 20));

        Assert.Empty(Take([claimed, DoneTask(2), CancelledTask(3)], [ClosedProblem()]).Tasks);

        Assert.Equal(TaskState.DoneClaimed, claimed.State);
    }

    [Fact]
    public void A_problem_stays_linked_to_its_tasks_and_a_claim_is_made_again()
    {
        var task = RunningTask();
        var (open, claimed) = (RectifiedProblem(null, task), ClaimedProblem());

        var (tasks, problems) = Take([task], [open, claimed]);

        Assert.Equal([ProblemState.HandedOver, ProblemState.HandedOver], new[] { open.State, claimed.State });
        Assert.All(problems, p => Assert.Equal(ProblemState.Rectifying, p.State));
        Assert.Equal(tasks, problems[0].Tasks);
        Assert.Equal([4, 5], problems.Select(p => p.No));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_share_stays_a_share_where_the_successor_has_the_same_superior(bool hasSameSuperior)
    {
        var share = new Decomposition(RunningTask(), TaskCombining.Sum).Run([new Share(21, "社区21", 1, 400, new(null, null, null, 400), new("孟良", 7), true)], Secretary, Day(3, 10))[0];
        share.Receive(Clerk, Day(3, 11));

        var next = Assert.Single(Take([share], [], hasSameSuperior).Tasks);

        Assert.Equal(hasSameSuperior ? (share.ParentId, share.HandedDownOn, null) : (null, null, (DateOnly?)null), (next.ParentId, next.HandedDownOn, next.ReceivedOn)); // the successor has not seen it yet
    }

    [Theory]
    [InlineData(true, TaskState.InProgress)]
    [InlineData(false, TaskState.Draft)]
    public void A_draft_is_in_force_when_the_successor_has_filed_its_lists(bool filed, TaskState state)
    {
        var taken = new Takeover(Successor, new Dictionary<int, int>(), new Dictionary<int, int>(), filed ? [2026] : [], false).Run([DraftTask()], [], _ => new("姚豪", 40));

        Assert.Equal((1, state), (taken.Tasks[0].No, taken.Tasks[0].State));
    }

    private static (IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Problem> Problems) Take(IEnumerable<WorkTask> tasks, IEnumerable<Problem> problems, bool hasSameSuperior = false) =>
        new Takeover(Successor, new Dictionary<int, int> { [2026] = 11 }, new Dictionary<int, int> { [2026] = 3 }, [2026], hasSameSuperior).Run(tasks, problems, _ => new("姚豪", 40));
}
