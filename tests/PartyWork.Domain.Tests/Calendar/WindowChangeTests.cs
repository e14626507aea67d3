using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class WindowChangeTests
{
    private static readonly Workdays Notice2026 = new(
    [
        .. Enumerable.Range(4, 3).Select(d => new CalendarDay(new DateOnly(2026, 4, d), CalendarDayKind.Holiday, "清明节")),
        .. Enumerable.Range(1, 7).Select(d => new CalendarDay(new DateOnly(2026, 10, d), CalendarDayKind.Holiday, "国庆节")),
        new CalendarDay(new DateOnly(2026, 9, 20), CalendarDayKind.Workday, "国庆节调休"),
        new CalendarDay(new DateOnly(2026, 10, 10), CalendarDayKind.Workday, "国庆节调休"),
    ]);

    private static readonly Workdays NoNotice = new([]);

    [Theory]
    [InlineData(4, 5, "4月5日逢清明节放假，顺延至4月7日")]
    [InlineData(10, 5, "10月5日逢国庆节放假，顺延至10月8日")]
    [InlineData(9, 20, "9月20日按国庆节调休上班，不顺延")]
    [InlineData(12, 20, "12月20日逢周末，顺延至12月21日")]
    [InlineData(7, 6, null)]
    public void What_moved_a_due_day_is_told_in_the_notices_words(int month, int day, string? words) =>
        Assert.Equal(words, Notice2026.WhyMoved(new DateOnly(2026, month, day)));

    [Fact]
    public void A_holiday_that_starts_on_a_plain_workday_after_a_weekend_is_told_with_the_weekend()
    {
        var days = new Workdays([new CalendarDay(new DateOnly(2027, 4, 5), CalendarDayKind.Holiday, "清明节")]);
        Assert.Equal("4月4日逢周末、清明节放假，顺延至4月6日", days.WhyMoved(new DateOnly(2027, 4, 4)));
    }

    [Fact]
    public void The_committees_extra_workdays_name_the_shifted_days_between()
    {
        var third = Window.OfYear(2026, new Scheme(), Notice2026).Single(w => w is { Period: 3, Level: OrganizationLevel.Committee });
        Assert.Equal(new DateOnly(2026, 10, 12), third.Due);
        Assert.Equal("自基层截止日后3个工作日，其间10月10日国庆节调休上班", third.WhyMoved(new Scheme(), Notice2026));
    }

    [Fact]
    public void Recomputing_moves_what_is_unpublished_and_leaves_what_is_published()
    {
        var year = new WorkYear(2026, new Scheme(), "无变化");
        var windows = Window.OfYear(2026, new Scheme(), NoNotice);
        var published = windows.Single(w => w is { Period: 1, Level: OrganizationLevel.Primary });
        var told = published.Due;
        year.Publish(published, [1], new DateOnly(2026, 1, 10));

        var fourth = new Workdays([new CalendarDay(new DateOnly(2026, 12, 21), CalendarDayKind.Holiday, "停电")]);
        Assert.Equal(2, year.Recompute(windows, fourth)); // both levels of the fourth quarter
        Assert.Equal(0, year.Recompute(windows, fourth));
        Assert.Equal(told, published.Due);

        year.ChangeScheme(new Scheme { LockDays = 20 });
        Assert.Equal(windows.Count - 1, year.Recompute(windows, NoNotice));
        Assert.All(windows.Where(w => w != published), w => Assert.Equal(w.Due.AddDays(20), w.Locks));
    }

    [Fact]
    public void A_published_window_may_be_relaxed_and_not_tightened()
    {
        var (year, window) = Published();
        var today = window.Opens.AddDays(1);
        Refused("截止日和锁定日只能推后", () => year.Amend(window, window.Opens, window.Due.AddDays(-1), window.Locks, today));
        Refused("开放日不能再改", () => year.Amend(window, window.Opens.AddDays(1), window.Due, window.Locks, today));
        year.Amend(window, window.Opens, window.Due.AddDays(2), window.Locks.AddDays(2), today);
        Assert.Equal(new DateOnly(2026, 7, 8), window.Due);
    }

    [Fact]
    public void A_window_moved_past_an_extension_gives_its_later_day_to_all()
    {
        var (year, window) = Published();
        var (overtaken, still) = (new Filing(1, window), new Filing(2, window));
        var now = OfficeTime.Utc(window.Opens, new(9, 0));
        overtaken.Extend(new Actor(1, "何立", "组织科科长"), window.Due.AddDays(2), "停电", now);
        still.Extend(new Actor(1, "何立", "组织科科长"), window.Due.AddDays(9), "停电", now);
        var own = still.DueOn;

        year.Amend(window, window.Opens, window.Due.AddDays(5), window.Locks.AddDays(5), window.Opens, overtaken, still);

        Assert.Equal((window.Due, own), (overtaken.DueOn, still.DueOn));
        Assert.Null(overtaken.ExtendedTo);
    }

    [Fact]
    public void A_due_day_that_has_passed_stays_passed_but_the_lock_may_wait()
    {
        var (year, window) = Published();
        var (due, locks) = (window.Due, window.Locks);
        Refused("截止日已过", () => year.Amend(window, window.Opens, due.AddDays(3), locks.AddDays(3), due.AddDays(1)));
        year.Amend(window, window.Opens, due, locks.AddDays(5), due.AddDays(1));
        Assert.Equal(locks.AddDays(5), window.Locks);
    }

    [Fact]
    public void Before_publishing_every_day_may_be_changed()
    {
        var year = new WorkYear(2026, new Scheme(), "无变化");
        var window = Window.OfYear(2026, new Scheme(), NoNotice)[2];
        year.Amend(window, window.Opens.AddDays(-1), window.Due.AddDays(-1), window.Locks.AddDays(-1), window.Due);
        Refused("开放日不能晚于截止日", () => year.Amend(window, window.Due.AddDays(1), window.Due, window.Locks, window.Due));
    }

    [Fact]
    public void Organisations_founded_later_are_published_to_and_the_day_of_publication_stays()
    {
        var (year, window) = Published();
        Assert.Equal(9, Assert.Single(year.Publish(window, [9], new DateOnly(2026, 5, 1))).OrganizationId);
        Assert.Equal(new DateOnly(2026, 1, 10), window.PublishedOn);
        Refused("没有需要发布的基层党组织", () => year.Publish(window, [], new DateOnly(2026, 5, 1)));
        Refused("从下一期起报送", () => year.Publish(window, [10], window.Due.AddDays(1)));
    }

    [Fact]
    public void A_closed_year_publishes_and_moves_nothing()
    {
        var (year, window) = Published();
        for (var i = 0; i < 4; i++)
        {
            year.Advance(new DateOnly(2027, 2, 1), 0);
        }

        Assert.Equal(WorkYearState.Closed, year.State);
        Refused("已归档", () => year.Publish(window, [1], new DateOnly(2027, 2, 1)));
        Refused("已归档", () => year.Amend(window, window.Opens, window.Due, window.Locks, new DateOnly(2027, 2, 1)));
        Refused("已归档", () => year.Recompute([window], NoNotice));
    }

    [Fact]
    public void A_year_has_its_ten_windows_named()
    {
        var names = Window.OfYear(2026, new Scheme(), Notice2026).Select(w => w.Name).Distinct();
        Assert.Equal(["三张清单", "第一季度报告", "第二季度报告", "第三季度报告", "第四季度报告"], names);
    }

    private static (WorkYear, Window) Published()
    {
        var year = new WorkYear(2026, new Scheme(), "无变化");
        var window = Window.OfYear(2026, new Scheme(), NoNotice).Single(w => w is { Period: 2, Kind: FilingKind.QuarterlyReport, Level: OrganizationLevel.Primary });
        year.Publish(window, [1, 2], new DateOnly(2026, 1, 10));
        return (year, window);
    }

    private static void Refused(string words, Action act) => Assert.Contains(words, Assert.Throws<BrokenRuleException>(act).Message, StringComparison.Ordinal);
}
