using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

/// <summary>Four training courses, one each quarter, handed down to communities.</summary>
public sealed class DecompositionTests
{
    private static readonly DateOnly Today = Day(3, 30);

    private readonly WorkTask _task = RunningTask();

    // the proposal

    [Theory]
    [InlineData(15, 9)]
    [InlineData(144, 11)]
    [InlineData(7, 3)]
    public void An_even_split_adds_up_exactly_quarter_by_quarter(int target, int children)
    {
        var task = RunningTask(Counted() with { Target = target * 100, Nodes = new(200, null, (target - 5) * 100, 300) });

        var shares = new Decomposition(task, TaskCombining.Sum).Propose(children);

        Assert.Equal(target * 100, shares.Sum(s => s.Target));
        Assert.Equal([200, 0, (target - 5) * 100, 300], Enumerable.Range(1, 4).Select(q => shares.Sum(s => s.Nodes[q] ?? 0)));
        Assert.All(shares, s => Assert.Equal(0, s.Target % 100));
        Assert.InRange(shares.Max(s => s.Target!.Value) - shares.Min(s => s.Target!.Value), 0, 100);
    }

    [Fact]
    public void A_target_with_decimals_is_split_in_hundredths()
    {
        var task = RunningTask(Counted() with { Target = 1_050, Nodes = new(null, null, null, 1_050) });

        Assert.Equal([350, 350, 350], new Decomposition(task, TaskCombining.Sum).Propose(3).Select(s => s.Target));
    }

    [Fact]
    public void Nobody_gets_nothing() => Assert.Empty(new Decomposition(_task, TaskCombining.Sum).Propose(0));

    [Fact]
    public void A_rate_gives_every_child_the_same_target_and_nodes()
    {
        var task = RunningTask(Rated());

        Assert.All(new Decomposition(task, TaskCombining.Average).Propose(3), s => Assert.Equal((task.Target, task.Nodes), (s.Target, s.Nodes)));
    }

    [Fact]
    public void What_was_reached_before_stays_its_own_and_only_the_rest_is_handed_down()
    {
        _task.Report(1, ReportChoice.Normal, 100, Day(3, 28));
        var decomposition = new Decomposition(_task, TaskCombining.Sum);

        var shares = decomposition.Propose(2);

        Assert.Equal((300, 300), (decomposition.Remaining, shares.Sum(s => s.Target)));
        Assert.All(shares, s => Assert.Null(s.Nodes.First));
        HandDown(_task, shares: [.. shares.Select((s, i) => ShareOf(i + 1, s.Target, s.Nodes))]);
        Assert.Equal((1, 100), (_task.OwnQuarters, _task.ActualUpTo(4)));
    }

    // the act

    [Fact]
    public void A_share_is_a_task_of_the_child_that_names_its_parent()
    {
        var share = HandDown(_task, shares: [ShareOf(21, 400)])[0];

        Assert.Equal((21, 2026, 5, _task.Id, TaskState.InProgress), (share.OrganizationId, share.Year, share.No, share.ParentId, share.State));
        Assert.Equal((Decomposition.Source, _task.Content, 400, "期", _task.DueOn, Today, "叶超"), (share.Source, share.Content, share.Target, share.Unit, share.DueOn, share.HandedDownOn, share.HandedDownBy));
        Assert.Equal((TaskCombining.Sum, Today, "叶超"), (_task.Combining, _task.HandedDownOn, _task.HandedDownBy));
    }

    [Fact]
    public void Shares_that_fall_short_of_the_target_are_refused_with_the_difference() =>
        AssertRefused("合计3.5期，比应下达的4期少0.5期", () => HandDown(_task, shares: [ShareOf(21, 200), ShareOf(22, 150)]));

    [Fact]
    public void Shares_may_add_up_to_more() => Assert.Equal(2, HandDown(_task, shares: [ShareOf(21, 300), ShareOf(22, 200)]).Count);

    [Fact]
    public void A_rate_is_shared_with_the_same_target_or_not_at_all() =>
        AssertRefused("比率任务各下级的目标值与任务1相同", () => HandDown(RunningTask(Rated()), TaskCombining.Average, ShareOf(21, 9_000)));

    [Theory]
    [InlineData(TaskCombining.Sum, true, "比率任务请按“平均”汇总")]
    [InlineData(TaskCombining.Average, false, "数量任务请按“合计”或“完成个数”汇总")]
    public void The_way_to_combine_fits_the_measure(TaskCombining combining, bool rate, string because) =>
        AssertRefused(because, () => HandDown(rate ? RunningTask(Rated()) : _task, combining, ShareOf(21, 400)));

    [Fact]
    public void Counting_the_finished_needs_as_many_children_as_the_target_and_no_number()
    {
        AssertRefused("选了2个下级，比应完成的4期少2个", () => HandDown(_task, TaskCombining.Count, ShareOf(21, null), ShareOf(22, null)));

        var shares = HandDown(_task, TaskCombining.Count, ShareOf(21, null), ShareOf(22, null), ShareOf(23, null), ShareOf(24, null));

        Assert.All(shares, s => Assert.Equal((TaskMeasure.None, null), (s.Measure, s.Target)));
    }

    [Fact]
    public void A_share_without_a_target_or_without_a_node_is_refused_by_name()
    {
        AssertRefused("社区21：请填写目标值", () => HandDown(_task, shares: [ShareOf(21, 0)]));
        AssertRefused("社区21：请至少填写一个季度节点", () => HandDown(_task, shares: [ShareOf(21, 400, NoNodes)]));
        AssertRefused("请至少选择一个下级", () => HandDown(_task));
    }

    [Fact]
    public void Only_a_running_task_with_time_left_is_handed_down()
    {
        AssertRefused("清单备案后", () => HandDown(DraftTask(), shares: [ShareOf(21, 400)]));
        AssertRefused("已过完成时限（12月20日）", () => new Decomposition(_task, TaskCombining.Sum).Run([ShareOf(21, 400)], Secretary, Day(12, 21)));
        var reported = RunningTask(no: 2);
        reported.Report(4, ReportChoice.Normal, 100, Day(12, 15));
        AssertRefused("第四季度已经填报", () => HandDown(reported, shares: [ShareOf(21, 400)]));
    }

    // in words

    [Fact]
    public void A_task_without_a_number_is_shared_by_words_and_nodes_and_counted_by_the_children_that_finish()
    {
        var task = RunningTask(Plain());
        AssertRefused("定性任务请按“完成个数”汇总", () => HandDown(task, TaskCombining.Sum, ShareOf(21, null) with { Content = "修订议事规则" }));
        AssertRefused("社区21：请写明承担的内容", () => HandDown(task, TaskCombining.Count, ShareOf(21, null)));
        AssertRefused("社区21：定性任务没有目标值", () => HandDown(task, TaskCombining.Count, ShareOf(21, 100) with { Content = "修订议事规则" }));

        var shares = HandDown(task, TaskCombining.Count, ShareOf(21, null) with { Content = "修订议事规则" }, ShareOf(22, null) with { Content = "公示议事规则" });

        Assert.Equal([("修订议事规则", TaskMeasure.None), ("公示议事规则", TaskMeasure.None)], shares.Select(s => (s.Content, s.Measure)));
        Assert.Equal((TaskCombining.Count, 0), (task.Combining, new Decomposition(task, TaskCombining.Count, shares).Uncovered));
    }

    // again

    [Fact]
    public void Further_children_are_given_shares_later_each_with_its_own_day()
    {
        var first = HandDown(_task, shares: [ShareOf(21, 400)]);

        var later = new Decomposition(_task, TaskCombining.Sum, first).Run([ShareOf(22, 100)], Superior, Today.AddDays(20));

        Assert.Equal([Today, Today.AddDays(20)], first.Concat(later).Select(s => s.HandedDownOn));
        Assert.Equal((Superior.Name, Today, "叶超"), (later[0].HandedDownBy, _task.HandedDownOn, _task.HandedDownBy));
        AssertRefused("社区21已承担这项任务", () => new Decomposition(_task, TaskCombining.Sum, first).Run([ShareOf(21, 100)], Secretary, Today));
        AssertRefused("不能改变汇总方式", () => new Decomposition(_task, TaskCombining.Count, first).Run([ShareOf(23, 100)], Secretary, Today));
        AssertRefused("没有增加下级，各下级的目标和节点也没有变动", () => new Decomposition(_task, TaskCombining.Sum, first).Run([], Secretary, Today));
    }

    [Fact]
    public void A_share_is_changed_with_a_reason_while_nothing_has_been_reported_of_it_and_is_received_anew()
    {
        var shares = HandDown(_task, shares: [ShareOf(21, 200), ShareOf(22, 200)]);
        shares[0].Receive(Clerk, Today);
        AssertRefused("请填写调整的理由", () => Change("", (shares[0], 300), (shares[1], 100)));

        var changes = Change("两个社区党员人数相差大", (shares[0], 300), (shares[1], 100)).Changes;

        Assert.Equal([300, 100], shares.Select(s => s.Target));
        Assert.Null(shares[0].ReceivedOn);
        Assert.Null(changes[0].OldDue); // no day is changed
        Assert.Equal((TaskChangeKind.Reapportionment, TaskChangeState.Approved, 200, 300, "四季度2", "四季度3", "两个社区党员人数相差大", "叶超", Today.AddDays(5)),
            (changes[0].Kind, changes[0].State, changes[0].OldTarget, changes[0].NewTarget, changes[0].OldNodes, changes[0].NewNodes, changes[0].Reason, changes[0].DecidedBy, changes[0].DecidedOn));

        shares[1].Report(2, ReportChoice.Normal, 50, Day(6, 28));
        AssertRefused("社区22已经填报进展", () => Change("再调", (shares[0], 250), (shares[1], 150)));

        (IReadOnlyList<WorkTask>, IReadOnlyList<TaskChange> Changes) Change(string reason, params (WorkTask Share, int Target)[] to) => new Decomposition(_task, TaskCombining.Sum, shares)
            .Run([], [.. to.Select(t => new ShareChange(t.Share, $"社区{t.Share.OrganizationId}", t.Target, new(null, null, null, t.Target), ""))], reason, Secretary, Today.AddDays(5));
    }

    [Fact]
    public void After_a_change_the_shares_still_add_up_and_what_a_cancelled_one_had_done_counts()
    {
        var shares = HandDown(_task, shares: [ShareOf(21, 200), ShareOf(22, 200)]);
        AssertRefused("合计3期，比应下达的4期少1期", () => new Decomposition(_task, TaskCombining.Sum, shares).Run([], [new ShareChange(shares[0], "社区21", 100, shares[0].Nodes, "")], "减少", Secretary, Today));

        shares[1].Report(1, ReportChoice.Normal, 50, Day(3, 31));
        new TaskChange(shares[1], TaskChangeKind.Cancellation, null, "", null, "社区撤并", Clerk, Today).Approve(Superior, Today);
        var after = new Decomposition(_task, TaskCombining.Sum, shares);

        Assert.Equal(150, after.Uncovered);
        Assert.Equal(150, after.Propose(1)[0].Target);
        Assert.Single(after.Run([ShareOf(22, 150)], Secretary, Today)); // the one whose share was cancelled may be given another
    }

    [Theory]
    [InlineData(TaskCombining.Sum, false, 150)]
    [InlineData(TaskCombining.Sum, true, 0)]
    [InlineData(TaskCombining.Count, false, 100)]
    [InlineData(TaskCombining.Count, true, 0)]
    public void A_share_that_went_over_elsewhere_covers_only_what_had_been_reached_of_it_and_one_gone_on_with_below_all(TaskCombining combining, bool hasSameSuperior, int uncovered)
    {
        var task = RunningTask(Counted() with { Target = combining is TaskCombining.Sum ? 400 : 200 });
        var shares = HandDown(task, combining, ShareOf(21, combining is TaskCombining.Sum ? 200 : null), ShareOf(22, combining is TaskCombining.Sum ? 200 : null));
        shares[0].Report(1, ReportChoice.Normal, 50, Day(3, 31));

        var next = new Takeover(23, new Dictionary<int, int>(), new Dictionary<int, int>(), [2026], hasSameSuperior).Run([shares[0]], [], lead => lead).Tasks;

        Assert.Equal(uncovered, new Decomposition(task, combining, [.. shares, .. next.Where(t => t.ParentId is not null)]).Uncovered);
    }

    [Fact]
    public void A_split_is_asked_for_among_no_more_children_than_there_are_units()
    {
        Assert.Equal(4, new Decomposition(_task, TaskCombining.Sum).MostChildren);
        Assert.Equal(int.MaxValue, new Decomposition(_task, TaskCombining.Count).MostChildren);
        Assert.Equal(int.MaxValue, new Decomposition(_task, TaskCombining.Sum, HandDown(_task, shares: [ShareOf(21, 400)])).MostChildren);
        AssertRefused("社区21：请填写目标值；这次不由其承担的，请取消勾选。", () => HandDown(RunningTask(no: 2), shares: [ShareOf(21, 0)]));
    }

    [Fact]
    public void A_share_is_not_changed_while_its_child_asks_for_a_change_and_its_own_request_is_never_of_that_kind()
    {
        var share = HandDown(_task, shares: [ShareOf(21, 400)])[0];
        AssertRefused("由上级在下达的页面调整", () => new TaskChange(share, TaskChangeKind.Reapportionment, null, "", null, "理由", Clerk, Today));
        var asked = new TaskChange(share, TaskChangeKind.Extension, Day(12, 31), "", null, "雨雪停工", Clerk, Today);
        ((List<TaskChange>)share.Changes).Add(asked); // as the database does

        Assert.Equal("有一项变更申请等待批准，请先处理。", Decomposition.WhyFixed(share));
    }

    [Theory]
    [InlineData(FilingStage.NotStarted, false)]
    [InlineData(FilingStage.Drafting, false)]
    [InlineData(FilingStage.AwaitingSecretary, false)]
    [InlineData(FilingStage.Submitted, true)]
    [InlineData(FilingStage.Returned, true)]
    [InlineData(FilingStage.Accepted, true)]
    public void A_share_begins_at_once_when_the_childs_lists_are_handed_in_else_it_joins_the_draft(FilingStage lists, bool atOnce)
    {
        Assert.Equal(atOnce, Decomposition.BeginsAtOnce(lists));
        Assert.Equal(atOnce ? TaskState.InProgress : TaskState.Draft, HandDown(_task, shares: [ShareOf(21, 400) with { InForce = atOnce }])[0].State);
    }

    // the child's side

    [Fact]
    public void A_child_chooses_the_lead_but_changes_neither_target_nor_nodes_nor_day_of_a_share()
    {
        var share = HandDown(_task, shares: [ShareOf(21, 400) with { InForce = false }])[0];

        share.Write(share.Text with { Lead = Holder("许豪华"), Cooperating = "物业公司", Category = "党员教育" });

        Assert.Equal(("许豪华", "物业公司", "党员教育"), (share.Lead.Text, share.Cooperating, share.Category));
        foreach (var text in (TaskText[])[share.Text with { Target = 300 }, share.Text with { Nodes = new(null, null, null, 100) }, share.Text with { DueOn = Day(12, 31) }, share.Text with { Content = "别的" }])
        {
            AssertRefused("任务5由上级分解下达，只能修改类别、牵头责任人和配合单位", () => share.Write(text));
        }
    }

    [Fact]
    public void A_child_does_not_delete_a_share()
    {
        AssertRefused("任务5由上级分解下达，不能删除", HandDown(_task, shares: [ShareOf(21, 400) with { InForce = false }])[0].RequireDeletable);
        DraftTask().RequireDeletable();
    }

    [Fact]
    public void The_target_of_a_share_changes_by_request_only()
    {
        var share = HandDown(_task, shares: [ShareOf(21, 400)])[0];

        new TaskChange(share, TaskChangeKind.Amendment, null, share.Content, 300, "人手不足", Clerk, Today).Approve(Superior, Today);

        Assert.Equal(300, share.Target);
    }

    [Fact]
    public void A_share_is_received_once()
    {
        var share = HandDown(_task, shares: [ShareOf(21, 400)])[0];
        share.Receive(Clerk, Day(4, 1));
        share.Receive(Secretary, Day(4, 2));

        Assert.Equal((Day(4, 1), "陈思远"), (share.ReceivedOn, share.ReceivedBy));
        AssertRefused("不是上级分解下达的任务", () => _task.Receive(Clerk, Today));
    }

    private static IReadOnlyList<WorkTask> HandDown(WorkTask task, TaskCombining combining = TaskCombining.Sum, params IReadOnlyList<Share> shares) =>
        new Decomposition(task, combining).Run(shares, Secretary, Today);

    private static Share ShareOf(int organization, int? target, QuarterNodes? nodes = null) =>
        new(organization, $"社区{organization}", 5, target, nodes ?? new(null, null, null, target ?? 100), Holder(), true);
}
