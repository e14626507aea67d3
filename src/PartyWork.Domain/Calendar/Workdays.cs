using System.ComponentModel;

namespace PartyWork.Domain.Calendar;

public enum CalendarDayKind
{
    [Description("放假")] Holiday = 1,
    [Description("上班")] Workday = 2,
}

/// <summary>A day on which the State Council's yearly notice differs from the plain week.</summary>
public sealed class CalendarDay : IAudited
{
    public const int NameMaxLength = 30;

    public CalendarDay(DateOnly date, CalendarDayKind kind, string name)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写节假日名称，不超过30字。");
        (Date, Kind, Name) = (date, kind, name);
    }

    private CalendarDay() { }

    public int Id { get; private set; }
    public DateOnly Date { get; private set; }
    public CalendarDayKind Kind { get; private set; }
    public string Name { get; private set; } = "";

    int? IAudited.AuditOrganizationId => null;

    public void Change(CalendarDayKind kind, string name)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写节假日名称，不超过30字。");
        (Kind, Name) = (kind, name);
    }
}

/// <summary>Which days are worked: the plain week, shifted by the notices that are known.</summary>
public sealed class Workdays(IEnumerable<CalendarDay> days)
{
    private readonly Dictionary<DateOnly, CalendarDay> _shifts = days.ToDictionary(d => d.Date);

    /// <summary>False until the year's notice is entered: then only weekends are known to be free.</summary>
    public bool HasNotice(int year) => _shifts.Keys.Any(d => d.Year == year);

    public bool IsWorkday(DateOnly day) => _shifts.TryGetValue(day, out var shift)
        ? shift.Kind is CalendarDayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when worked, else the next one that is (遇节假日顺延).</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The <paramref name="count"/>th workday after <paramref name="day"/>, which is itself not counted.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        for (; count > 0; count--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>What moved a due day, for the reader: “4月5日逢清明节放假，顺延至4月7日”; null when the plain day simply holds.</summary>
    public string? WhyMoved(DateOnly plain)
    {
        var worked = OnOrAfter(plain);
        if (worked == plain)
        {
            return _shifts.TryGetValue(plain, out var shift) ? $"{plain:M月d日}按{shift.Name}上班，不顺延" : null;
        }

        var free = Enumerable.Range(0, worked.DayNumber - plain.DayNumber).Select(plain.AddDays)
            .Select(d => _shifts.TryGetValue(d, out var holiday) ? holiday.Name + "放假" : "周末").Distinct();
        return $"{plain:M月d日}逢{string.Join("、", free)}，顺延至{worked:M月d日}";
    }

    /// <summary>The notices that shift days after <paramref name="from"/>, up to and including <paramref name="to"/>: “10月10日国庆节调休上班”.</summary>
    public IEnumerable<string> NoticesBetween(DateOnly from, DateOnly to) => _shifts.Values
        .Where(d => d.Date > from && d.Date <= to && (d.Kind is CalendarDayKind.Workday || d.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        .OrderBy(d => d.Date).Select(d => $"{d.Date:M月d日}{d.Name}{d.Kind.Text()}");

    /// <summary>How many workdays lie after <paramref name="from"/>, up to and including <paramref name="to"/>.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkday(day) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>The office works on Beijing time; a due day ends at 24:00 there.</summary>
public static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => utc + Offset;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>Whole months gone of the day's year, from 0 to 12; a month counts with its last day.</summary>
    public static int FullMonths(DateOnly day) => day.AddDays(1).Day == 1 ? day.Month : day.Month - 1;

    /// <summary>The UTC instant of a Beijing wall-clock time.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly time) => DateTime.SpecifyKind(day.ToDateTime(time) - Offset, DateTimeKind.Utc);
}
