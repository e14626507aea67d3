using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;

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

    /// <summary>1 to 4 for quarters; 0 for the year and for 示范点申报; of a 数据征集 or a 考核自评 its number within the year; of a 整顿月报 its month.</summary>
    public int Period { get; private set; }
    public OrganizationLevel Level { get; private set; }
    public DateOnly Opens { get; private set; }
    public DateOnly Due { get; private set; }

    /// <summary>Last day on which a late filing is still taken without the superior's unlock.</summary>
    public DateOnly Locks { get; private set; }
    public int ReviewWorkdays { get; private set; }
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>三张清单, 第一季度报告 … 第四季度报告, 数据征集第3号, 考核自评 or 示范点申报.</summary>
    public string Name => NameOf(Kind, Period);

    int? IAudited.AuditOrganizationId => null;

    /// <summary>What a filing of this kind and period is called, wherever it is spoken of.</summary>
    public static string NameOf(FilingKind kind, int period) => kind switch
    {
        FilingKind.ThreeLists => kind.Text(),
        FilingKind.DataRequest => $"{kind.Text()}第{period}号",
        FilingKind.SelfScore or FilingKind.SiteDeclaration => kind.Text(),
        FilingKind.MonthlyReport => $"{period}月{kind.Text()}",
        _ => Quarter.Text(period) + "报告",
    };

    public void Move(DateOnly opens, DateOnly due, DateOnly locks)
    {
        Rule.Require(opens <= due, "开放日不能晚于截止日。");
        Rule.Require(due <= locks, "锁定日不能早于截止日。");
        (Opens, Due, Locks) = (opens, due, locks);
    }

    /// <summary>Changed by hand. What the organisations have been told may be relaxed, never tightened, and a passed due day stays passed.</summary>
    public void Amend(DateOnly opens, DateOnly due, DateOnly locks, DateOnly today)
    {
        if (PublishedOn is not null)
        {
            Rule.Require(opens == Opens || today < Opens, "该期已经开放填报，开放日不能再改。");
            Rule.Require(due >= Due && locks >= Locks, "该期已经发布，截止日和锁定日只能推后，不能提前。");
            Rule.Require(due == Due || today <= Due, "截止日已过，不能再推后；需要补报的，请逐个单位解锁。");
        }

        Move(opens, due, locks);
    }

    /// <summary>Takes the days that a changed scheme or calendar gives; what is published stays as it was told.</summary>
    public void Follow(Window computed)
    {
        Rule.Require(PublishedOn is null, $"{Name}已经发布，不再随方案重算。");
        Move(computed.Opens, computed.Due, computed.Locks);
        ReviewWorkdays = computed.ReviewWorkdays;
    }

    public bool Follows(Window computed) =>
        (Opens, Due, Locks, ReviewWorkdays) == (computed.Opens, computed.Due, computed.Locks, computed.ReviewWorkdays);

    public bool IsSame(Window other) => (Year, Kind, Period, Level) == (other.Year, other.Kind, other.Period, other.Level);

    /// <summary>Which holiday notice or weekend moved the due day that the scheme names; null when none did.</summary>
    public string? WhyMoved(Scheme scheme, Workdays workdays)
    {
        if (Kind is FilingKind.ThreeLists || Level is not OrganizationLevel.Committee)
        {
            return workdays.WhyMoved(PlainDue(Year, Kind, Period, Level, scheme));
        }

        var primaryDue = workdays.OnOrAfter(PlainDue(Year, Kind, Period, OrganizationLevel.Primary, scheme));
        var notices = string.Join("、", workdays.NoticesBetween(primaryDue, workdays.After(primaryDue, scheme.CommitteeExtraWorkdays)));
        return notices.Length == 0 ? null : $"自基层截止日后{scheme.CommitteeExtraWorkdays}个工作日，其间{notices}";
    }

    /// <summary>Publishing makes a filing for each assigned organisation.</summary>
    public IReadOnlyList<Filing> Publish(IEnumerable<int> organizationIds, DateOnly today)
    {
        Rule.Require(PublishedOn is null, "该期已经发布。");
        PublishedOn = today;
        return [.. organizationIds.Select(id => new Filing(id, this))];
    }

    /// <summary>补发布 to organisations that were founded after the period was published.</summary>
    public IReadOnlyList<Filing> PublishTo(IEnumerable<int> organizationIds, DateOnly today)
    {
        Rule.Require(PublishedOn is not null, "该期尚未发布。");
        Rule.Require(today <= Due, $"{Name}的截止日已过，之后成立的党组织从下一期起报送。");
        return [.. organizationIds.Select(id => new Filing(id, this))];
    }

    /// <summary>The windows of a year as the scheme and the workday calendar give them.</summary>
    public static IReadOnlyList<Window> OfYear(int year, Scheme scheme, Workdays workdays)
    {
        var windows = new List<Window>();
        Add(FilingKind.ThreeLists, 0, new DateOnly(year, 1, 5), DueOf(FilingKind.ThreeLists, 0, OrganizationLevel.Primary), DueOf(FilingKind.ThreeLists, 0, OrganizationLevel.Committee));
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var month = quarter * 3;
            var opens = new DateOnly(year, month, quarter == 4 ? scheme.FourthOpenDay : scheme.OpenDay);
            var due = DueOf(FilingKind.QuarterlyReport, quarter, OrganizationLevel.Primary);
            Add(FilingKind.QuarterlyReport, quarter, opens, due, workdays.After(due, scheme.CommitteeExtraWorkdays));
        }

        return windows;

        DateOnly DueOf(FilingKind kind, int period, OrganizationLevel level) => workdays.OnOrAfter(PlainDue(year, kind, period, level, scheme));

        void Add(FilingKind kind, int period, DateOnly opens, DateOnly primaryDue, DateOnly committeeDue)
        {
            foreach (var (level, due) in new[] { (OrganizationLevel.Primary, primaryDue), (OrganizationLevel.Committee, committeeDue) })
            {
                windows.Add(new Window(year, kind, period, level, opens, due, due.AddDays(scheme.LockDays), scheme.ReviewWorkdays));
            }
        }
    }

    /// <summary>The due day as the scheme names it, before weekends and holidays.</summary>
    private static DateOnly PlainDue(int year, FilingKind kind, int period, OrganizationLevel level, Scheme scheme) => (kind, period, level) switch
    {
        (FilingKind.ThreeLists, _, OrganizationLevel.Committee) => new(year, 3, 31),
        (FilingKind.ThreeLists, _, _) => new(year, 3, scheme.ListsDueDay),
        (_, 4, _) => new(year, 12, scheme.FourthDueDay),
        _ => new(year, (period * 3) + 1, scheme.PrimaryDueDay),
    };
}
