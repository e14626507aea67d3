using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Calendar;

/// <summary>When one level files one period: opens, due, locks. A due day ends at 24:00.</summary>
public sealed class Window : IAudited
{
    public Window(int year, FilingKind kind, int period, OrganizationLevel level, DateOnly opens, DateOnly due, DateOnly locks, int reviewWorkdays)
    {
        (Year, Kind, Period, Level, ReviewWorkdays) = (year, kind, period, level, reviewWorkdays);
        Move(opens, due, locks);
    }

    private Window() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public FilingKind Kind { get; private set; }

    /// <summary>1 to 4 for quarters; 0 for the year.</summary>
    public int Period { get; private set; }
    public OrganizationLevel Level { get; private set; }
    public DateOnly Opens { get; private set; }
    public DateOnly Due { get; private set; }

    /// <summary>Last day on which a late filing is still taken without the superior's unlock.</summary>
    public DateOnly Locks { get; private set; }
    public int ReviewWorkdays { get; private set; }
    public DateOnly? PublishedOn { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public void Move(DateOnly opens, DateOnly due, DateOnly locks)
    {
        Rule.Require(opens <= due, "开放日不能晚于截止日。");
        Rule.Require(due <= locks, "锁定日不能早于截止日。");
        (Opens, Due, Locks) = (opens, due, locks);
    }

    /// <summary>Publishing makes a filing for each assigned organisation.</summary>
    public IReadOnlyList<Filing> Publish(IEnumerable<int> organizationIds, DateOnly today)
    {
        Rule.Require(PublishedOn is null, "该期已经发布。");
        PublishedOn = today;
        return [.. organizationIds.Select(id => new Filing(id, this))];
    }

    /// <summary>The windows of a year as the scheme and the workday calendar give them.</summary>
    public static IReadOnlyList<Window> OfYear(int year, Scheme scheme, Workdays workdays)
    {
        var windows = new List<Window>();
        Add(FilingKind.ThreeLists, 0, new DateOnly(year, 1, 5), workdays.OnOrAfter(new(year, 3, scheme.ListsDueDay)), workdays.OnOrAfter(new(year, 3, 31)));
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var month = quarter * 3;
            var opens = new DateOnly(year, month, quarter == 4 ? scheme.FourthOpenDay : scheme.OpenDay);
            var due = workdays.OnOrAfter(quarter == 4 ? new(year, 12, scheme.FourthDueDay) : new(year, month + 1, scheme.PrimaryDueDay));
            Add(FilingKind.QuarterlyReport, quarter, opens, due, workdays.After(due, scheme.CommitteeExtraWorkdays));
        }

        return windows;

        void Add(FilingKind kind, int period, DateOnly opens, DateOnly primaryDue, DateOnly committeeDue)
        {
            foreach (var (level, due) in new[] { (OrganizationLevel.Primary, primaryDue), (OrganizationLevel.Committee, committeeDue) })
            {
                windows.Add(new Window(year, kind, period, level, opens, due, due.AddDays(scheme.LockDays), scheme.ReviewWorkdays));
            }
        }
    }
}
