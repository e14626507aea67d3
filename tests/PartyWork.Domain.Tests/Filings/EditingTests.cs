using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class EditingTests
{
    [Fact]
    public void The_first_row_begins_the_draft()
    {
        var filing = NewFiling();

        filing.Edit("T1", "任务1", At(Opens));

        Assert.Equal((FilingStage.Drafting, At(Opens)), (filing.Stage, filing.StageSince));
    }

    [Fact]
    public void What_is_missing_never_stops_saving()
    {
        var filing = NewFiling();

        filing.Edit("T1", "任务1", At(Opens)).Fill(Answer.Unanswered, null, null);

        Assert.Equal(Answer.Unanswered, filing.Row("T1").Answer);
    }

    [Fact]
    public void Editing_a_row_again_changes_the_same_row()
    {
        var filing = Draft();

        filing.Edit("T1", "任务1 培训", At(Due)).Fill(Answer.Value, 2, 300, "已办4期");

        Assert.Equal(2, filing.Rows.Count);
        Assert.Equal((2, 300, "已办4期"), (filing.Row("T1").Choice, filing.Row("T1").Value, filing.Row("T1").Words));
    }

    [Fact]
    public void A_row_is_asked_as_it_reads_when_it_is_answered()
    {
        var filing = Draft();

        filing.Edit("T1", "任务1 培训支部书记", At(Due));

        Assert.Equal("任务1 培训支部书记", filing.Row("T1").Label);
    }

    [Fact]
    public void Editing_what_waits_for_the_secretary_takes_it_back_into_the_draft()
    {
        var filing = Draft();
        filing.Prepare(Clerk, At(Due));

        filing.Edit("T1", "任务1 培训", At(Due, 10));

        Assert.Equal((FilingStage.Drafting, At(Due, 10)), (filing.Stage, filing.StageSince));
    }

    [Fact]
    public void Editing_a_draft_does_not_restart_its_wait()
    {
        var filing = Draft();

        filing.Edit("T1", "任务1 培训", At(Due));

        Assert.Equal(At(Opens), filing.StageSince);
    }

    [Fact]
    public void After_a_return_only_the_rows_sent_back_can_be_changed()
    {
        var filing = Returned();

        filing.Edit("T1", "任务1 培训", At(10, 14)).Fill(Answer.Value, 1, 300);
        AssertRefused("本次只退回了部分内容", () => filing.Edit("T2", "任务2 调研", At(10, 14)));
        AssertRefused("本次只退回了部分内容", () => filing.Edit("T3", "任务3 新增", At(10, 14)));

        Assert.Equal((300, 200), (filing.Row("T1").Value, filing.Row("T2").Value));
        Assert.Equal(FilingStage.Returned, filing.Stage);
    }

    [Fact]
    public void A_page_can_ask_which_rows_are_editable()
    {
        var returned = Returned();

        Assert.True(returned.IsEditable("T1", Day(10, 14)));
        Assert.False(returned.IsEditable("T2", Day(10, 14)));
        Assert.False(returned.IsEditable("T9", Day(10, 14)));
        Assert.True(Draft().IsEditable("T2", Due));
        Assert.True(Draft().IsEditable("T9", Due));
        Assert.False(Draft().IsEditable("T2", Locks.AddDays(1)));
        Assert.False(Submitted().IsEditable("T1", Due));
    }
}
