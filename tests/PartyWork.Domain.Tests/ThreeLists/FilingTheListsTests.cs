using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class FilingTheListsTests
{
    private static readonly DateTime Now = At(3, 20);

    [Fact]
    public void Every_line_becomes_a_row_that_can_be_sent_back()
    {
        var filing = ListsFiling();

        Lists([ListedProblem()], [DraftTask(no: 1), DraftTask(no: 2)], [Duty()]).FreezeInto(filing, Now);

        Assert.Equal(["P1", "T1", "T2", "D1"], filing.Rows.Select(r => r.Key));
        Assert.Equal("问题1 3个支部缺第四季度党课", filing.Row("P1").Label);
        Assert.Equal("任务1 组织党支部书记业务培训", filing.Row("T1").Label);
        Assert.Equal("责任1 党工委书记：每季度专题研究党建工作1次", filing.Row("D1").Label);
        Assert.All(filing.Rows, r => Assert.Equal(Answer.Value, r.Answer));
    }

    [Fact]
    public void An_empty_task_list_is_not_filed() =>
        AssertRefused("任务清单是空的", () => Lists([ListedProblem()]).FreezeInto(ListsFiling(), Now));

    [Fact]
    public void Each_version_holds_the_lines_as_they_then_read()
    {
        var (filing, task) = (ListsFiling(), DraftTask());
        var lists = Lists(tasks: [task]);
        Submit(lists, filing);
        SendBack(filing, "T1", Now);

        task.Write(Counted() with { Content = "组织支部书记培训4期" });
        Submit(lists, filing);

        Assert.Equal(["任务1 组织党支部书记业务培训", "任务1 组织支部书记培训4期"], filing.Versions.Select(v => v.Rows()[0].Label));
    }

    [Fact]
    public void After_a_return_the_lines_not_sent_back_stay_as_they_were()
    {
        var (filing, first, second) = (ListsFiling(), DraftTask(no: 1), DraftTask(no: 2));
        var lists = Lists(tasks: [first, second]);
        Submit(lists, filing);
        SendBack(filing, "T1", Now);

        Submit(lists, filing);

        Assert.Equal(filing.Versions[0].Rows()[1], filing.Versions[1].Rows()[1]);
    }

    [Fact]
    public void A_line_deleted_from_the_draft_is_not_submitted()
    {
        var filing = ListsFiling();
        var (first, second) = (DraftTask(no: 1), DraftTask(no: 2));
        Lists(tasks: [first, second]).FreezeInto(filing, Now);

        Submit(Lists(tasks: [first]), filing);

        Assert.Equal(["T1"], filing.Versions[0].Rows().Select(r => r.Key));
    }

    [Fact]
    public void A_line_deleted_because_it_was_sent_back_stays_in_the_earlier_version_only()
    {
        var filing = ListsFiling();
        var (first, second) = (DraftTask(no: 1), DraftTask(no: 2));
        Submit(Lists(tasks: [first, second]), filing);
        SendBack(filing, "T2", Now, "与任务1重复，请删除");

        Submit(Lists(tasks: [first]), filing);

        Assert.Equal([2, 1], filing.Versions.Select(v => v.Rows().Count));
    }

    [Fact]
    public void Once_filed_tasks_run_problems_are_rectified_and_duties_stand()
    {
        var (problem, task, duty) = (ListedProblem(), DraftTask(), Duty());

        Lists([problem], [task], [duty]).File();

        Assert.Equal((ProblemState.Rectifying, TaskState.InProgress, true), (problem.State, task.State, duty.IsFiled));
    }

    private static void Submit(PartyWork.Domain.ThreeLists.ThreeLists lists, Filing filing)
    {
        lists.FreezeInto(filing, Now);
        filing.Confirm(Secretary, Now);
    }

    private static Filing ListsFiling() => new(OrganizationId,
        Window.OfYear(2026, new Scheme(), Notices).Single(w => w.Kind is FilingKind.ThreeLists && w.Level is OrganizationLevel.Committee));
}
