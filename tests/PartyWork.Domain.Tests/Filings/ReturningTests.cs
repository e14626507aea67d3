using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class ReturningTests
{
    [Fact]
    public void A_return_names_rows_reasons_and_its_own_due_day()
    {
        var filing = Submitted();

        filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请写明期数", ["T2"] = "请附名单" }, Day(10, 16), Notices, At(10, 13));

        Assert.Equal((FilingStage.Returned, At(10, 13), Day(10, 16)), (filing.Stage, filing.StageSince, filing.ReturnDueOn));
        Assert.Equal(["请写明期数", "请附名单"], filing.Rows.Select(r => r.ReturnReason));
        Assert.Equal("“任务1 培训”：请写明期数；“任务2 调研”：请附名单", filing.Acts[^1].Words);
    }

    [Theory]
    [InlineData(10, 13, 10, 14, false)]
    [InlineData(10, 13, 10, 15, true)]
    [InlineData(10, 16, 10, 19, false)] // Friday: the weekend does not count
    [InlineData(10, 16, 10, 20, true)]
    public void A_return_leaves_at_least_two_workdays(int month, int day, int dueMonth, int dueDay, bool allowed)
    {
        var filing = Submitted();

        void Act() => filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请写明期数" }, Day(dueMonth, dueDay), Notices, At(month, day));

        if (allowed)
        {
            Act();
        }
        else
        {
            AssertRefused("退回修改至少留两个工作日，最早为", Act);
        }

        Assert.Equal(allowed ? FilingStage.Returned : FilingStage.Submitted, filing.Stage);
    }

    [Fact]
    public void Two_workdays_are_counted_across_a_holiday()
    {
        var filing = Submitted(At(9, 29));

        AssertRefused("最早为10月8日", () => filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请写明期数" }, Day(10, 7), Notices, At(9, 29)));
    }

    [Fact]
    public void A_return_needs_a_row() =>
        AssertRefused("请至少选择一项并写明退回原因", () => Submitted().Return(Superior, new Dictionary<string, string>(), Day(10, 20), Notices, At(10, 13)));

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Each_row_needs_a_reason_of_at_most_200_characters(int length) =>
        AssertRefused("请写明“任务1 培训”的退回原因", () => SendBack(Submitted(), "T1", At(10, 13), Characters(length)));

    [Fact]
    public void A_refused_return_sends_nothing_back()
    {
        var filing = Submitted();

        AssertRefused("退回的内容已不在本次报送中", () =>
            filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请写明期数", ["T9"] = "?" }, Day(10, 20), Notices, At(10, 13)));
        AssertRefused("请写明“任务2 调研”的退回原因", () =>
            filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请写明期数", ["T2"] = "" }, Day(10, 20), Notices, At(10, 13)));

        Assert.Equal(FilingStage.Submitted, filing.Stage);
        Assert.All(filing.Rows, r => Assert.Null(r.ReturnReason));
    }

    [Fact]
    public void Only_what_waits_for_review_is_returned()
    {
        AssertRefused("不在待审核状态", () => SendBack(Draft(), "T1", At(Due)));
        AssertRefused("不在待审核状态", () => SendBack(Returned(), "T1", At(10, 14)));
        AssertRefused("不在待审核状态", () => SendBack(Accepted(), "T1", At(10, 15)));
    }

    [Fact]
    public void A_filing_may_be_returned_again_for_other_rows()
    {
        var filing = Returned();
        filing.Confirm(Secretary, At(10, 15));

        SendBack(filing, "T2", At(10, 16));

        Assert.False(filing.IsEditable("T1", Day(10, 19)));
        Assert.True(filing.IsEditable("T2", Day(10, 19)));
    }
}
