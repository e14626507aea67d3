using System.ComponentModel;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Calendar;

public enum WorkYearState
{
    [Description("筹备")] Preparing = 1,
    [Description("签状")] Signed,
    [Description("运行")] Running,
    [Description("收官")] Closing,
    [Description("已归档")] Closed,
}

/// <summary>工作年度 with the scheme from which its windows are computed.</summary>
public sealed class WorkYear : IAudited
{
    public const int NotesMaxLength = 500;

    public WorkYear(int year, Scheme scheme, string changes)
    {
        Rule.Require(year is >= 2000 and <= 2100, "年度应在2000至2100之间。");
        Rule.Require(changes.Length is > 0 and <= NotesMaxLength, "请写明与上年相比有什么变化；没有变化请填“无变化”。");
        (Year, State, Scheme, Changes) = (year, WorkYearState.Preparing, scheme, changes);
        scheme.Check();
    }

    private WorkYear() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public WorkYearState State { get; private set; }
    public Scheme Scheme { get; private set; } = null!;

    /// <summary>What changed against last year, in the district's words.</summary>
    public string Changes { get; private set; } = "";

    int? IAudited.AuditOrganizationId => null;

    public void ChangeScheme(Scheme scheme)
    {
        Rule.Require(State is not (WorkYearState.Closing or WorkYearState.Closed), "年度已收官，方案不能再改。");
        scheme.Check();
        Scheme = scheme;
    }

    /// <summary>One window goes out to all organisations of its level.</summary>
    public IReadOnlyList<Filing> Publish(Window window, IReadOnlyCollection<int> organizationIds, DateOnly today)
    {
        RequireOpen();
        Rule.Require(organizationIds.Count > 0, $"没有需要发布的{window.Level.Text()}。");
        return window.PublishedOn is null ? window.Publish(organizationIds, today) : window.PublishTo(organizationIds, today);
    }

    /// <param name="extended">The window's filings that have a later day of their own.</param>
    public void Amend(Window window, DateOnly opens, DateOnly due, DateOnly locks, DateOnly today, params IEnumerable<Filing> extended)
    {
        RequireOpen();
        window.Amend(opens, due, locks, today);
        foreach (var filing in extended)
        {
            filing.FollowWindow();
        }
    }

    /// <summary>Unpublished windows take the days of today's scheme and calendar.</summary>
    /// <returns>How many changed.</returns>
    public int Recompute(IEnumerable<Window> windows, Workdays workdays)
    {
        RequireOpen();
        var computed = Window.OfYear(Year, Scheme, workdays);
        var changed = 0;
        foreach (var window in windows.Where(w => w.PublishedOn is null))
        {
            var now = computed.Single(window.IsSame);
            if (!window.Follows(now))
            {
                window.Follow(now);
                changed++;
            }
        }

        return changed;
    }

    /// <summary>结转 happens while the year is being closed, into a year that exists.</summary>
    public void RequireCarrying(WorkYear? next)
    {
        Rule.Require(State is WorkYearState.Closing, "年度进入收官后才能结转。");
        Rule.Require(next is not null && next.Year == Year + 1, $"请先新建{Year + 1}年度，再结转。");
        Rule.Require(next!.State is not WorkYearState.Closed, $"{next.Year}年度已归档，不能结转。");
    }

    /// <summary>筹备 → 签状 → 运行 → 收官 → 已归档, one step at a time.</summary>
    /// <param name="today">The year cannot close before it is over.</param>
    /// <param name="open">Tasks and problems of the year that are neither done nor carried over.</param>
    public void Advance(DateOnly today, int open)
    {
        Rule.Require(State is not WorkYearState.Closed, "年度已归档。");
        if (State is WorkYearState.Closing)
        {
            Rule.Require(today.Year > Year, $"{Year}年尚未结束，年度不能归档。");
            Rule.Require(open == 0, $"还有{open}项任务或问题未办结，请先结转至下年度或写明取消原因。");
        }

        State++;
    }

    /// <summary>What secretaries promised and reported in an archived year stays as it is.</summary>
    /// <param name="state">Null where the year has not been set up.</param>
    public static void RequireOpenForSecretaries(int year, WorkYearState? state) => Rule.Require(state is not WorkYearState.Closed, $"{year}年度已归档，承诺、述职和评议不能再改。");

    private void RequireOpen() => Rule.Require(State is not WorkYearState.Closed, $"{Year}年度已归档，时间窗口不能再改。");
}

/// <summary>The district's own choices of days; every number may differ elsewhere.</summary>
public sealed record Scheme
{
    public const int DefaultReplyWorkdays = 10;
    public const int DefaultAgreementDueDay = 31;
    public const int DefaultLedgerDay = 1;
    public const int DefaultPledgeDueDay = 15;
    public const int DefaultDebriefDueDay = 31;

    /// <summary>Day of the month after the quarter on which primary organisations report.</summary>
    public int PrimaryDueDay { get; init; } = 5;

    /// <summary>Workdays that committees have after the primary organisations, to review them first.</summary>
    public int CommitteeExtraWorkdays { get; init; } = 3;

    /// <summary>Workdays a reviewer has.</summary>
    public int ReviewWorkdays { get; init; } = 7;

    /// <summary>Workdays a district department has to answer what is asked of it.</summary>
    public int ReplyWorkdays { get; init; } = DefaultReplyWorkdays;

    /// <summary>Days after the due day until the form locks.</summary>
    public int LockDays { get; init; } = 10;

    /// <summary>Day of the quarter's last month on which the first three quarters open.</summary>
    public int OpenDay { get; init; } = 25;

    /// <summary>The fourth quarter opens and is due early, in December, because of the assessment.</summary>
    public int FourthOpenDay { get; init; } = 10;
    public int FourthDueDay { get; init; } = 20;

    /// <summary>Day in March on which primary organisations file their three lists; committees follow by the end of March.</summary>
    public int ListsDueDay { get; init; } = 20;

    /// <summary>Day in March by which agreements are signed by both parties.</summary>
    public int AgreementDueDay { get; init; } = DefaultAgreementDueDay;

    /// <summary>Day in December from which secretaries submit their ledger of the year.</summary>
    public int LedgerDay { get; init; } = DefaultLedgerDay;

    /// <summary>Day in April by which pledges are published.</summary>
    public int PledgeDueDay { get; init; } = DefaultPledgeDueDay;

    /// <summary>Day in December by which debrief reports are submitted.</summary>
    public int DebriefDueDay { get; init; } = DefaultDebriefDueDay;

    /// <summary>Posts that must carry at least one duty before the lists are filed.</summary>
    public DutyPosts CommitteePosts { get; init; } = DutyPosts.Secretary | DutyPosts.Deputy | DutyPosts.Member | DutyPosts.LowerSecretary;
    public DutyPosts PrimaryPosts { get; init; } = DutyPosts.Secretary;

    public void Check()
    {
        Rule.Require(PrimaryDueDay is >= 1 and <= 20, "基层季报截止日应为次月1日至20日。");
        Rule.Require(CommitteeExtraWorkdays is >= 0 and <= 10, "党（工）委季报顺延工作日应为0至10个。");
        Rule.Require(ReviewWorkdays is >= 1 and <= 20, "审核时限应为1至20个工作日。");
        Rule.Require(ReplyWorkdays is >= CoordinationItem.LeastWorkdays and <= 30, $"协调事项答复时限应为{CoordinationItem.LeastWorkdays}至30个工作日。");
        Rule.Require(LockDays is >= 1 and <= 60, "截止后锁定天数应为1至60天。");
        Rule.Require(OpenDay is >= 1 and <= 28, "季报开放日应为季末月1日至28日。");
        Rule.Require(FourthOpenDay >= 1 && FourthOpenDay < FourthDueDay && FourthDueDay <= 31, "第四季度开放日应早于截止日，且都在12月内。");
        Rule.Require(ListsDueDay is >= 1 and <= 31, "三张清单截止日应在3月内。");
        Rule.Require(AgreementDueDay is >= 1 and <= 31, "责任书签订截止日应在3月内。");
        Rule.Require(LedgerDay is >= 1 and <= 31, "书记台账开始报送日应在12月内。");
        Rule.Require(PledgeDueDay is >= 1 and <= 30, "承诺公示截止日应在4月内。");
        Rule.Require(DebriefDueDay is >= 1 and <= 31, "述职报告报送截止日应在12月内。");
    }

    /// <summary>承诺公示截止.</summary>
    public DateOnly PledgesDueOn(int year) => new(year, 4, PledgeDueDay);

    /// <summary>述职报告报送截止.</summary>
    public DateOnly DebriefDueOn(int year) => new(year, 12, DebriefDueDay);

    public DutyPosts PostsOf(OrganizationLevel level) => level is OrganizationLevel.Committee ? CommitteePosts : PrimaryPosts;
}
