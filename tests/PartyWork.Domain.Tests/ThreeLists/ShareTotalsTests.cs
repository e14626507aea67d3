using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

/// <summary>What a task handed down has reached: what the reviewer accepted, and beside it what waits.</summary>
public sealed class ShareTotalsTests
{
    [Fact]
    public void A_sum_counts_what_was_accepted_and_shows_what_waits_beside_it()
    {
        var total = ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Accepted, 300), Share(FilingStage.Accepted, 150), Share(FilingStage.Submitted, 400), Share(FilingStage.Drafting, 900)])[2];

        Assert.Equal(new ShareTotal(450, 400, 2, 1, 4), total);
    }

    [Fact]
    public void What_was_returned_is_in_neither_until_it_is_accepted_again()
    {
        ShareTotal With(FilingStage stage) => ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Accepted, 300), Share(stage, 200)])[2];

        Assert.Equal((300, 200), (With(FilingStage.Submitted).Accepted, With(FilingStage.Submitted).Pending));
        Assert.Equal((300, null), (With(FilingStage.Returned).Accepted, With(FilingStage.Returned).Pending));
        Assert.Equal((500, null), (With(FilingStage.Accepted).Accepted, With(FilingStage.Accepted).Pending));
    }

    [Fact]
    public void Nothing_accepted_is_no_number_and_not_zero()
    {
        Assert.Null(ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Drafting, 300)])[2].Accepted);
        Assert.Null(ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Accepted, null)])[2].Accepted);
        Assert.Equal(0, ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Accepted, 0)])[2].Accepted);
    }

    [Fact]
    public void An_average_takes_the_level_each_child_last_had_accepted_and_rounds_once()
    {
        var earlier = new ShareFacts(TaskState.InProgress, [(1, ReportChoice.Normal, 5_000), (2, ReportChoice.Normal, 9_999)], Reports((1, FilingStage.Accepted), (2, FilingStage.Submitted)));

        var total = ShareTotals.Of(TaskCombining.Average, [earlier, Share(FilingStage.Accepted, 8_001), Share(FilingStage.Drafting, 100)])[2];

        Assert.Equal((6_501, 9_999), (total.Accepted, total.Pending)); // (50% + 80.01%) / 2 = 65.005%
    }

    [Fact]
    public void An_average_says_nothing_of_a_quarter_in_which_nothing_was_accepted()
    {
        var earlier = new ShareFacts(TaskState.InProgress, [(1, ReportChoice.Normal, 5_000)], Reports((1, FilingStage.Accepted)));

        Assert.Null(ShareTotals.Of(TaskCombining.Average, [earlier])[2].Accepted);
    }

    [Fact]
    public void Counting_the_finished_counts_each_in_the_quarter_in_which_it_was_done()
    {
        var totals = ShareTotals.Of(TaskCombining.Count,
            [Share(FilingStage.Accepted, null, ReportChoice.Done), Share(FilingStage.Accepted, null), Share(FilingStage.Submitted, null, ReportChoice.Done)]);

        Assert.Equal((100, 100), (totals[2].Accepted, totals[2].Pending));
        Assert.Null(totals[3].Accepted);
    }

    [Fact]
    public void A_cancelled_share_keeps_in_the_sum_what_it_had_done_and_is_owed_no_more()
    {
        var total = ShareTotals.Of(TaskCombining.Sum, [Share(FilingStage.Accepted, 300), Share(FilingStage.Accepted, 100) with { State = TaskState.Cancelled }])[2];

        Assert.Equal((400, 1), (total.Accepted, total.Children));
    }

    [Fact]
    public void What_a_merged_child_had_handed_in_counts_once_and_its_successor_goes_on_from_there()
    {
        var before = new ShareFacts(TaskState.HandedOver, [(1, ReportChoice.Normal, 100), (2, ReportChoice.Normal, 70)], Reports((1, FilingStage.Accepted), (2, FilingStage.Lapsed)));
        var after = new ShareFacts(TaskState.InProgress, [(1, ReportChoice.Normal, 100), (2, ReportChoice.Normal, 90)], Reports((1, FilingStage.Accepted), (2, FilingStage.Accepted)), before);

        var totals = ShareTotals.Of(TaskCombining.Sum, [before, after]);

        Assert.Equal((100, 90), (totals[1].Accepted, totals[2].Accepted)); // what was never handed in is the successor's to report
        Assert.Equal(1, totals[2].Children);
        Assert.Equal(80, ShareTotals.Of(TaskCombining.Average, [before with { Progress = [(1, ReportChoice.Normal, 20)] }, Share(FilingStage.Accepted, 80)])[2].Accepted);
    }

    [Fact]
    public void Sums_of_the_largest_numbers_stay_whole()
    {
        var totals = ShareTotals.Of(TaskCombining.Sum, [.. Enumerable.Repeat(Share(FilingStage.Accepted, 500_000_000), 60)]);

        Assert.True(totals[2].Accepted > 0);
        Assert.True(4L * totals[2].Accepted <= int.MaxValue);
    }

    private static ShareFacts Share(FilingStage stage, int? value, ReportChoice choice = ReportChoice.Normal) =>
        new(TaskState.InProgress, [(2, choice, value)], Reports((2, stage)));

    private static Dictionary<int, FilingStage> Reports(params (int Quarter, FilingStage Stage)[] reports) => reports.ToDictionary(r => r.Quarter, r => r.Stage);
}
