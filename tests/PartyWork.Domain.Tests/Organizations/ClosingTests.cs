using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class ClosingTests
{
    private static readonly ClosingFacts Nothing = new([], [], [], [], [], []);
    private static readonly DateOnly LastDay = Day(9, 30);

    private readonly Organization _ending = Community().WithId(OrganizationId), _successor = Community("A0102", "桂花社区党委").WithId(8);

    [Fact]
    public void A_merged_organisation_has_a_last_day_and_a_successor()
    {
        Run(Nothing);

        Assert.Equal((LastDay, 8, "青组批〔2026〕12号"), (_ending.ClosedOn, _ending.SuccessorId, _ending.ClosingDocument));
        AssertRefused("已于2026年9月30日撤销", () => _ending.Rename("别名", Day(10, 5), ""));
        AssertRefused("已于2026年9月30日撤销", () => Run(Nothing));
    }

    [Fact]
    public void It_neither_ends_in_the_future_nor_into_one_that_has_ended()
    {
        AssertRefused("撤并日期不能晚于今天", () => new Closing(_ending, _successor, _successor, Day(10, 2), "").Run(Nothing, [], Stay, Superior, At(10, 1)));
        _successor.Close(Day(9, 1), null, "");
        AssertRefused("承接组织应是另一个现有的党组织", () => Run(Nothing));
    }

    [Fact]
    public void Those_below_it_go_to_the_successor_from_the_day_after()
    {
        var branch = new Organization("A010101", "文明小区党支部", OrganizationLevel.Branch, OrganizationKind.Branch, OrganizationDomain.Community).WithId(9);
        branch.AffiliateTo(_ending, Day(1, 1));

        Run(Nothing with { Children = [branch] });

        Assert.Equal((_successor, Day(10, 1)), (branch.Affiliations[^1].Parent, branch.Affiliations[^1].From));
    }

    [Fact]
    public void Without_a_successor_it_does_not_end_while_others_are_below_it()
    {
        AssertRefused("还有1个下级党组织（桂花社区党委）", () => new Closing(_ending, null, null, LastDay, "").Run(Nothing with { Children = [_successor] }, [], Stay, Superior, At(10, 1)));
    }

    [Fact]
    public void It_does_not_end_while_work_is_open_that_nobody_takes_over()
    {
        var (task, problem) = (RunningTask(), RectifiedProblem());

        AssertRefused("还有2项任务或问题未办结", () => new Closing(_ending, null, null, LastDay, "").Run(Nothing with { Tasks = [task], Problems = [problem] }, [], Stay, Superior, At(10, 1)));
        AssertRefused("还有1项任务或问题未办结", () => new Closing(_ending, null, null, LastDay, "").Run(Nothing with { Tasks = [task], Problems = [problem] }, [task.Id], Stay, Superior, At(10, 1)));
        new Closing(_ending, null, null, LastDay, "").Run(Nothing with { Tasks = [task] }, [task.Id], Stay, Superior, At(10, 1));

        Assert.Equal(TaskState.Cancelled, task.State);
    }

    [Fact]
    public void From_the_day_after_it_owes_nothing_and_what_was_overdue_stays_overdue()
    {
        var (coming, back, filed) = (Draft(), Returned(), Submitted());
        var missed = new Filing(OrganizationId, WindowOf(2));

        Run(Nothing with { Filings = [coming, back, filed, missed] });

        Assert.Equal([FilingStage.Lapsed, FilingStage.Lapsed, FilingStage.Submitted, FilingStage.NotStarted], new[] { coming, back, filed, missed }.Select(f => f.Stage));
        Assert.Equal(FilingStatus.Lapsed, coming.Status(Day(12, 1)));
        Assert.Equal(FilingStatus.Locked, missed.Status(Day(12, 1)));
        Assert.Equal(FilingActKind.Lapse, coming.Acts[^1].Kind);
        AssertRefused("不再报送", () => coming.Edit("T1", "", At(10, 2)));
    }

    [Fact]
    public void Its_post_holders_end_or_move_to_the_successor()
    {
        var (secretary, clerk) = (Post(PostKind.Secretary, id: 1), Post(PostKind.Officer, id: 2));

        var moved = Run(Nothing with { Holders = [secretary, clerk] }, new Dictionary<int, PostKind> { [2] = PostKind.Deputy });

        Assert.Equal([LastDay, LastDay], new[] { secretary.To, clerk.To });
        var post = Assert.Single(moved).New;
        Assert.Equal((clerk.Person, _successor, PostKind.Deputy, "桂花社区党委副书记", Day(10, 1)), (post.Person, post.Organization, post.Kind, post.Title, post.From));
    }

    [Fact]
    public void What_lay_in_its_area_lies_in_the_successors()
    {
        var (shop, hall) = (Community("A0103").WithId(10), Community("A0104").WithId(11));
        shop.LinkTerritory(OrganizationId);
        _successor.LinkTerritory(OrganizationId);
        hall.LinkAssessmentLine(OrganizationId);

        Run(Nothing with { Linked = [shop, hall, _successor] });

        Assert.Equal((8, (int?)null, 8), (shop.TerritoryId, _successor.TerritoryId, hall.AssessmentLineId));
    }

    private static Dictionary<int, PostKind> Stay => [];

    private IReadOnlyList<(PostHolding Old, PostHolding New)> Run(ClosingFacts facts, Dictionary<int, PostKind>? moves = null) =>
        new Closing(_ending, _successor, _successor, LastDay, "青组批〔2026〕12号").Run(facts, [], moves ?? Stay, Superior, At(10, 13));
}
