using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class FilingVersionTests
{
    [Fact]
    public void Each_submission_is_a_version_with_number_instant_and_name()
    {
        var filing = Returned();

        filing.Confirm(Secretary with { Name = "许豪华" }, At(10, 15));

        Assert.Equal([(1, At(Due), "叶超"), (2, At(10, 15), "许豪华")], filing.Versions.Select(v => (v.No, v.At, v.By)));
    }

    [Fact]
    public void A_version_holds_every_row_as_it_was_submitted()
    {
        var filing = NewFiling();
        filing.Edit("T1", "任务1 培训", At(Opens)).Fill(Answer.Value, 3, 50, "“已”办半期", "其他", "11月办班", "按计划", "请协调");

        filing.Confirm(Secretary, At(Due));

        Assert.Equal(
            new FrozenRow("T1", "任务1 培训", Answer.Value, 3, 50, "“已”办半期", "其他", "11月办班", "按计划", "请协调"),
            Assert.Single(filing.Versions[0].Rows()));
    }

    [Fact]
    public void Later_edits_leave_an_earlier_version_as_it_was()
    {
        var filing = Returned();
        var before = filing.Versions[0].Content;

        filing.Edit("T1", "任务1 培训支部书记", At(10, 14)).Fill(Answer.Nil, null, null, "改为明年");
        filing.Confirm(Secretary, At(10, 15));

        Assert.Equal(before, filing.Versions[0].Content);
        Assert.Equal(["任务1 培训", "任务1 培训支部书记"], filing.Versions.Select(v => v.Rows()[0].Label));
        Assert.Equal([100, null], filing.Versions.Select(v => v.Rows()[0].Value));
        Assert.Equal(filing.Versions[0].Rows()[1], filing.Versions[1].Rows()[1]);
    }

    [Fact]
    public void A_version_stays_readable_to_people() => Assert.Contains("任务1 培训", Submitted().Versions[0].Content, StringComparison.Ordinal);
}
