using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class WindowTests
{
    [Theory] // 2026 with the State Council's notice
    [InlineData(1, OrganizationLevel.Primary, "2026-03-25", "2026-04-07")] // 5 Apr: Qingming until 6 Apr
    [InlineData(1, OrganizationLevel.Committee, "2026-03-25", "2026-04-10")]
    [InlineData(2, OrganizationLevel.Primary, "2026-06-25", "2026-07-06")] // 5 Jul: Sunday
    [InlineData(2, OrganizationLevel.Committee, "2026-06-25", "2026-07-09")]
    [InlineData(3, OrganizationLevel.Primary, "2026-09-25", "2026-10-08")] // 5 Oct: National Day until 7 Oct
    [InlineData(3, OrganizationLevel.Committee, "2026-09-25", "2026-10-12")] // 9, worked Saturday 10, 12
    [InlineData(4, OrganizationLevel.Primary, "2026-12-10", "2026-12-21")] // 20 Dec: Sunday
    [InlineData(4, OrganizationLevel.Committee, "2026-12-10", "2026-12-24")]
    public void A_quarter_is_due_after_its_end_shifted_off_holidays_and_the_fourth_in_December(int quarter, OrganizationLevel level, string opens, string due)
    {
        var window = Of(FilingKind.QuarterlyReport, quarter, level, Notices);

        Assert.Equal((opens, due), ($"{window.Opens:yyyy-MM-dd}", $"{window.Due:yyyy-MM-dd}"));
    }

    [Fact]
    public void Without_notice_only_the_weekend_shifts_a_due_day()
    {
        var noNotice = new Workdays([]);

        Assert.Equal(Day(10, 5), Of(FilingKind.QuarterlyReport, 3, OrganizationLevel.Primary, noNotice).Due);
        Assert.Equal(Day(12, 21), Of(FilingKind.QuarterlyReport, 4, OrganizationLevel.Primary, noNotice).Due);
    }

    [Fact]
    public void The_three_lists_are_due_in_March_and_committees_follow()
    {
        Assert.Equal((Day(1, 5), Day(3, 20)), Span(Of(FilingKind.ThreeLists, 0, OrganizationLevel.Primary, Notices)));
        Assert.Equal((Day(1, 5), Day(3, 31)), Span(Of(FilingKind.ThreeLists, 0, OrganizationLevel.Committee, Notices)));

        static (DateOnly, DateOnly) Span(Window w) => (w.Opens, w.Due);
    }

    [Fact]
    public void A_year_has_one_window_for_the_lists_and_four_for_reports_at_each_of_two_levels() =>
        Assert.Equal(10, Window.OfYear(2026, new Scheme(), Notices).Select(w => (w.Kind, w.Period, w.Level)).Distinct().Count());

    [Fact]
    public void A_window_locks_so_many_days_after_it_is_due() =>
        Assert.All(Window.OfYear(2026, new Scheme { LockDays = 12 }, Notices), w => Assert.Equal(w.Due.AddDays(12), w.Locks));

    [Fact]
    public void The_districts_own_days_make_the_windows()
    {
        var scheme = new Scheme { PrimaryDueDay = 8, CommitteeExtraWorkdays = 1, OpenDay = 20, FourthOpenDay = 1, FourthDueDay = 15, ListsDueDay = 10, ReviewWorkdays = 5 };

        var windows = Window.OfYear(2026, scheme, Notices);

        Assert.All(windows, w => Assert.Equal(5, w.ReviewWorkdays));
        Assert.Equal([Day(3, 10), Day(3, 31)], windows.Where(w => w.Period == 0).Select(w => w.Due));
        Assert.Equal([(Day(6, 20), Day(7, 8)), (Day(6, 20), Day(7, 9))], windows.Where(w => w.Period == 2).Select(w => (w.Opens, w.Due)));
        Assert.Equal([(Day(12, 1), Day(12, 15)), (Day(12, 1), Day(12, 16))], windows.Where(w => w.Period == 4).Select(w => (w.Opens, w.Due)));
    }

    [Fact]
    public void A_window_opens_before_it_is_due_and_locks_after()
    {
        var window = ThirdQuarter();

        AssertRefused("开放日不能晚于截止日", () => window.Move(Due.AddDays(1), Due, Locks));
        AssertRefused("锁定日不能早于截止日", () => window.Move(Opens, Due, Due.AddDays(-1)));
        window.Move(Due, Due, Due);

        Assert.Equal((Due, Due, Due), (window.Opens, window.Due, window.Locks));
    }

    [Fact]
    public void Publishing_makes_a_filing_for_each_assigned_organisation()
    {
        var window = ThirdQuarter();

        var filings = window.Publish([7, 8], Day(9, 1));

        Assert.Equal(Day(9, 1), window.PublishedOn);
        Assert.Equal([7, 8], filings.Select(f => f.OrganizationId));
        Assert.All(filings, f => Assert.Equal((FilingKind.QuarterlyReport, 2026, 3, FilingStage.NotStarted), (f.Kind, f.Year, f.Period, f.Stage)));
    }

    [Fact]
    public void A_period_is_published_once()
    {
        var window = ThirdQuarter();
        window.Publish([7], Day(9, 1));

        AssertRefused("该期已经发布", () => window.Publish([8], Day(9, 2)));
    }

    private static Window Of(FilingKind kind, int period, OrganizationLevel level, Workdays workdays) =>
        Window.OfYear(2026, new Scheme(), workdays).Single(w => w.Kind == kind && w.Period == period && w.Level == level);
}
