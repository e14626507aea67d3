using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class FilingRowTests
{
    [Fact]
    public void Nil_zero_and_blank_are_three_different_things()
    {
        var filing = NewFiling();
        filing.Edit("T1", "任务1", At(Opens)).Fill(Answer.Nil, null, null);
        filing.Edit("T2", "任务2", At(Opens)).Fill(Answer.Value, 1, 0);
        filing.Edit("T3", "任务3", At(Opens)).Fill(Answer.Value, 1, null);
        filing.Edit("T4", "任务4", At(Opens));
        filing.Confirm(Secretary, At(Due));

        var frozen = filing.Versions[0].Rows().Select(r => (r.Answer, r.Value));

        (Answer, int?)[] expected = [(Answer.Nil, null), (Answer.Value, 0), (Answer.Value, null), (Answer.Unanswered, null)];
        Assert.Equal(expected, filing.Rows.Select(r => (r.Answer, r.Value)));
        Assert.Equal(expected, frozen);
    }

    [Fact]
    public void A_row_keeps_everything_that_was_typed()
    {
        var row = NewRow();

        row.Fill(Answer.Value, 3, 0, "尚未开班", "人员调整", "11月集中办班", "按计划推迟", "请协调师资");

        Assert.Equal((Answer.Value, 3, 0), (row.Answer, row.Choice, row.Value));
        Assert.Equal(("尚未开班", "人员调整", "11月集中办班", "按计划推迟", "请协调师资"), (row.Words, row.Cause, row.NextStep, row.ChoiceReason, row.Request));
    }

    [Fact]
    public void Each_text_has_its_own_limit_and_says_which_one_it_is()
    {
        var row = NewRow();

        row.Fill(Answer.Value, 1, 0, Characters(300), "", Characters(300), Characters(200), Characters(300));
        AssertRefused("“任务1 培训”的进展说明超过300字", () => row.Fill(Answer.Value, 1, 0, words: Characters(301)));
        AssertRefused("“任务1 培训”的下步措施超过300字", () => row.Fill(Answer.Value, 1, 0, nextStep: Characters(301)));
        AssertRefused("“任务1 培训”的改选理由超过200字", () => row.Fill(Answer.Value, 1, 0, choiceReason: Characters(201)));
        AssertRefused("“任务1 培训”的需协调事项超过300字", () => row.Fill(Answer.Value, 1, 0, request: Characters(301)));
    }

    [Fact]
    public void A_very_long_question_is_cut_rather_than_refused()
    {
        var filing = NewFiling();

        var row = filing.Edit("T1", Characters(401), At(Opens));
        Assert.Equal(400, row.Label.Length);

        filing.Edit("T1", Characters(402), At(Opens));
        Assert.Equal(400, row.Label.Length);
    }

    private static FilingRow NewRow() => NewFiling().Edit("T1", "任务1 培训", At(Opens));
}
