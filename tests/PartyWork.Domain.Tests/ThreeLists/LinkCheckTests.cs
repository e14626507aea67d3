using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

/// <summary>The five link checks, one by one. Any finding blocks filing.</summary>
public sealed class LinkCheckTests
{
    [Fact]
    public void Lists_that_hold_together_have_no_finding()
    {
        var task = DraftTask(Counted() with { Source = "问题1；责任书第三条" });

        Assert.Empty(Lists([ListedProblem(tasks: task)], [task], [Duty()]).Check(DutyPosts.Secretary, [3]));
    }

    [Fact]
    public void Check_1_Every_problem_has_a_task()
    {
        var task = DraftTask();

        var finding = OnlyFinding(Lists([ListedProblem(no: 1, tasks: task), ListedProblem(no: 4)], [task]));

        Assert.Equal((1, "问题清单", 4), (finding.Check, finding.List, finding.No));
        Assert.Equal("问题4没有对应任务，请在“对应任务”中至少选一项任务。", finding.Sentence);
    }

    [Theory]
    [InlineData(ProblemSource.Inspection, 0)]
    [InlineData(ProblemSource.SelfCheck, 1)]
    public void Check_1_What_came_into_a_filed_list_from_an_inspection_is_answered_by_its_arrangement(ProblemSource source, int findings)
    {
        var problem = ListedProblem(Stated() with { Source = source });
        Assert.Single(Lists([problem]).Check(DutyPosts.None, [])); // while the list is drafted a task is still to be named

        Lists([problem]).File();

        Assert.Equal(findings, Lists([problem]).Check(DutyPosts.None, []).Count);
    }

    [Fact]
    public void Check_2_Every_task_has_one_lead_who_holds_a_post()
    {
        var nobody = OnlyFinding(Lists(tasks: [DraftTask(Counted() with { Lead = Responsible.Nobody }, no: 3)]));
        var unknown = OnlyFinding(Lists(tasks: [DraftTask(Counted() with { Lead = new("李国平", null) }, no: 3)]));
        var group = OnlyFinding(Lists(tasks: [DraftTask(Counted() with { Lead = new("各社区书记", null) }, no: 3)]));

        Assert.Equal((2, "任务清单", 3, "任务3没有牵头责任人，请指定一名在任人员。"), (nobody.Check, nobody.List, nobody.No, nobody.Sentence));
        Assert.Equal((2, "任务3的牵头责任人“李国平”在本组织及下级没有任职，请改选在任人员，或先登记其任职。"), (unknown.Check, unknown.Sentence));
        Assert.Equal(2, group.Check);
    }

    [Fact]
    public void Check_3_Every_post_of_the_set_carries_a_duty()
    {
        var findings = Lists(duties: [Duty("党工委书记", 1), Duty("社区党组织书记", 2)])
            .Check(DutyPosts.Secretary | DutyPosts.Deputy | DutyPosts.Member | DutyPosts.LowerSecretary, []);

        Assert.Equal(["“专职副书记”岗位没有责任事项，请在责任清单中至少填写一条。", "“其他班子成员”岗位没有责任事项，请在责任清单中至少填写一条。"], findings.Select(f => f.Sentence));
        Assert.All(findings, f => Assert.Equal((3, "责任清单", 0), (f.Check, f.List, f.No)));
    }

    [Fact]
    public void Check_3_A_post_outside_the_set_need_not() => Assert.Empty(Lists().Check(DutyPosts.None, []));

    [Fact]
    public void Check_4_Every_clause_of_the_agreement_has_a_task()
    {
        var lists = Lists(tasks: [DraftTask(Counted() with { Source = "问题1；责任书第三条" })]);

        var finding = OnlyFinding(lists, clauses: [3, 6]);

        Assert.Equal((4, "责任书第6条没有对应任务，请在任务“来源”中注明“责任书第6条”。"), (finding.Check, finding.Sentence));
    }

    [Fact]
    public void Check_4_Without_a_registered_agreement_there_are_no_clauses() => Assert.Empty(Lists(tasks: [DraftTask()]).Check(DutyPosts.None, []));

    [Fact]
    public void Check_5_Every_task_has_a_node()
    {
        var finding = OnlyFinding(Lists(tasks: [DraftTask(Counted() with { Nodes = NoNodes }, no: 2)]));

        Assert.Equal((5, "任务清单", 2, "任务2没有季度节点，请至少填写一个季度。"), (finding.Check, finding.List, finding.No, finding.Sentence));
    }

    [Fact]
    public void Check_5_Every_task_has_a_due_day()
    {
        var finding = OnlyFinding(Lists(tasks: [DraftTask(Counted() with { DueOn = null }, no: 2)]));

        Assert.Equal((5, 2, "任务2没有完成时限，请填写2026年内的日期。"), (finding.Check, finding.No, finding.Sentence));
    }

    [Fact]
    public void Check_5_A_long_term_problem_has_a_target_for_this_year()
    {
        var task = DraftTask();
        var longTerm = Stated() with { Deadline = Deadline.LongTerm };

        var finding = OnlyFinding(Lists([ListedProblem(longTerm with { Goal = "" }, 6, task)], [task]));

        Assert.Equal((5, "问题清单", 6, "问题6为长期问题，请填写本年度整改目标。"), (finding.Check, finding.List, finding.No, finding.Sentence));
        Assert.Empty(Lists([ListedProblem(longTerm, 6, task)], [task]).Check(DutyPosts.None, []));
    }

    [Fact]
    public void Every_line_that_fails_is_named_in_the_order_of_the_checks()
    {
        var lists = Lists([ListedProblem()], [DraftTask(Counted() with { Lead = Responsible.Nobody, Nodes = NoNodes, DueOn = null })]);

        Assert.Equal([1, 2, 3, 4, 5, 5], lists.Check(DutyPosts.Secretary, [1]).Select(f => f.Check));
    }

    private static Finding OnlyFinding(PartyWork.Domain.ThreeLists.ThreeLists lists, params int[] clauses) => Assert.Single(lists.Check(DutyPosts.None, clauses));
}
