using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using static PartyWork.Domain.Tests.Rectification.GivenCase;

namespace PartyWork.Domain.Tests.Rectification;

public sealed class MonthlyReportTests
{
    private static readonly Window April = MonthlyReport.WindowOf(Day(4, 1), Notices, 7);
    private readonly Filing _filing = new(OrganizationId, April);

    private static readonly DateTime On = At(4, 28);

    private MonthlyReport Report(int households = 32, params IReadOnlyList<int> closed) => new(_filing, new(households, closed));

    [Fact]
    public void It_opens_on_the_25th_and_is_due_on_the_first_workday_from_the_5th()
    {
        Assert.Equal((Day(4, 25), Day(5, 6), Day(5, 16)), (April.Opens, April.Due, April.Locks)); // 5 May is a holiday
        Assert.Equal("4月整顿月报", April.Name);
    }

    [Fact]
    public void It_is_not_handed_over_before_days_works_and_cooperation_are_written()
    {
        AssertRefused("请填写第一书记本月在岗天数。请填写本月主要工作，每行一条。请填写工作组、帮扶单位的配合情况。", () => Report().Prepare(Clerk, On));
    }

    [Fact]
    public void Three_works_and_three_hundred_characters_are_all()
    {
        AssertRefused("最多写3条", () => Report().Write(22, "一\n二\n三\n四", "", "好", On));
        AssertRefused("不超过300字，现有301字", () => Report().Write(22, Characters(200), Characters(100), "好", On));
        AssertRefused("在岗天数应在0至31之间", () => Report().Write(32, "走访", "", "好", On));
    }

    [Fact]
    public void Its_numbers_are_taken_from_the_records_when_it_is_handed_over()
    {
        Write();
        Report(32, 3, 1).Confirm(Secretary, On);

        var later = Report(40, 1, 3, 5);
        Assert.Equal((32, "问题1、问题3"), (later.HouseholdsVisited, later.ClosedWords));
        Assert.Equal(FilingStage.Submitted, _filing.Stage);
    }

    [Fact]
    public void Accepted_it_says_where_the_case_is_going()
    {
        var of = Rectifying();
        Write();
        Report().Confirm(Secretary, On);

        AssertRefused("判断走向的依据", () => Report().Accept(of, TravelDirection.Improving, "", Superior, At(5, 7)));
        Report().Accept(of, TravelDirection.Improving, "电梯井道开工，来访减少", Superior, At(5, 7));

        Assert.Equal((FilingStage.Accepted, TravelDirection.Improving), (_filing.Stage, of.Directions.Single().Direction));
    }

    [Fact]
    public void Sent_back_only_what_was_sent_back_is_mended()
    {
        Write();
        Report(32).Confirm(Secretary, On);
        SendBack(_filing, MonthlyReport.Works, At(4, 29));

        Report(40).Write(22, "召开协调会，17户全部签字", "", "工作组每周到点", At(4, 30));
        Report(40).Confirm(Secretary, At(4, 30));

        Assert.Equal((32, "召开协调会，17户全部签字"), (Report().HouseholdsVisited, Report().Text(MonthlyReport.Works)));
    }

    [Fact]
    public void What_it_asks_goes_to_the_levels_above_and_follows_it_when_it_is_mended()
    {
        Report().Write(22, "走访17户", "请区住建局明确补贴标准", "工作组每周到点", On);
        Report().Confirm(Secretary, On);
        var item = Report().Row(MonthlyReport.Requests)!.Coordination!;
        Assert.Equal((CoordinationState.Raised, "请区住建局明确补贴标准", "2026年4月整顿月报", "4月", null), (item.State, item.Request, item.Label, item.PeriodWords, item.WorkTaskId));

        SendBack(_filing, MonthlyReport.Requests, At(4, 29));
        Report().Write(22, "走访17户", "", "工作组每周到点", At(4, 30));
        Report().Confirm(Secretary, At(4, 30));

        Assert.Equal(CoordinationState.Withdrawn, item.State);
    }

    [Fact]
    public void A_month_that_asks_nothing_raises_nothing()
    {
        Write();
        Report().Confirm(Secretary, On);

        Assert.Null(Report().Row(MonthlyReport.Requests)?.Coordination);
    }

    [Fact]
    public void With_the_end_of_the_case_it_is_no_longer_owed_and_with_a_relapse_it_is_again()
    {
        Assert.True(_filing.Close(Superior, "验收销号", On));
        Assert.Equal(FilingStage.Lapsed, _filing.Stage);

        _filing.Resume(Superior, On);
        Assert.Equal(FilingStage.NotStarted, _filing.Stage);
    }

    [Fact]
    public void What_was_handed_in_stays_when_the_case_ends()
    {
        Write();
        Report().Confirm(Secretary, On);

        Assert.False(_filing.Close(Superior, "验收销号", On));
        Assert.Equal(FilingStage.Submitted, _filing.Stage);
    }

    private void Write() => Report().Write(22, "召开协调会\n入户走访", "", "工作组每周到点", On);
}
