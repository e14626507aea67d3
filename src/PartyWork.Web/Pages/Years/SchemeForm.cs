using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages.Years;

/// <summary>The scheme as it is typed; the rules are the scheme's own.</summary>
public sealed class SchemeForm
{
    [Display(Name = "三张清单：基层报送截止日（3月）")]
    public int ListsDueDay { get; set; }

    [Display(Name = "责任书：签订截止日（3月）")]
    public int AgreementDueDay { get; set; }

    [Display(Name = "季报开放日（季末月）")]
    public int OpenDay { get; set; }

    [Display(Name = "季报：基层报送截止日（次月）")]
    public int PrimaryDueDay { get; set; }

    [Display(Name = "季报：党（工）委在基层之后的工作日数")]
    public int CommitteeExtraWorkdays { get; set; }

    [Display(Name = "第四季度开放日（12月）")]
    public int FourthOpenDay { get; set; }

    [Display(Name = "第四季度基层报送截止日（12月）")]
    public int FourthDueDay { get; set; }

    [Display(Name = "截止后锁定天数")]
    public int LockDays { get; set; }

    [Display(Name = "书记台账开始报送日（12月）")]
    public int LedgerDay { get; set; }

    [Display(Name = "承诺：公示截止日（4月）")]
    public int PledgeDueDay { get; set; }

    [Display(Name = "述职报告：报送截止日（12月）")]
    public int DebriefDueDay { get; set; }

    [Display(Name = "审核时限（工作日）")]
    public int ReviewWorkdays { get; set; }

    [Display(Name = "协调事项答复时限（工作日）")]
    public int ReplyWorkdays { get; set; }

    public List<DutyPosts> CommitteePosts { get; set; } = [];
    public List<DutyPosts> PrimaryPosts { get; set; } = [];

    public static IEnumerable<DutyPosts> AllPosts => Enum.GetValues<DutyPosts>().Where(p => p is not (DutyPosts.None or DutyPosts.DistrictLeader));

    public static SchemeForm Of(Scheme scheme) => new()
    {
        ListsDueDay = scheme.ListsDueDay,
        AgreementDueDay = scheme.AgreementDueDay,
        OpenDay = scheme.OpenDay,
        PrimaryDueDay = scheme.PrimaryDueDay,
        CommitteeExtraWorkdays = scheme.CommitteeExtraWorkdays,
        FourthOpenDay = scheme.FourthOpenDay,
        FourthDueDay = scheme.FourthDueDay,
        LockDays = scheme.LockDays,
        LedgerDay = scheme.LedgerDay,
        PledgeDueDay = scheme.PledgeDueDay,
        DebriefDueDay = scheme.DebriefDueDay,
        ReviewWorkdays = scheme.ReviewWorkdays,
        ReplyWorkdays = scheme.ReplyWorkdays,
        CommitteePosts = [.. AllPosts.Where(p => scheme.CommitteePosts.HasFlag(p))],
        PrimaryPosts = [.. AllPosts.Where(p => scheme.PrimaryPosts.HasFlag(p))],
    };

    public Scheme ToScheme() => new()
    {
        ListsDueDay = ListsDueDay,
        AgreementDueDay = AgreementDueDay,
        OpenDay = OpenDay,
        PrimaryDueDay = PrimaryDueDay,
        CommitteeExtraWorkdays = CommitteeExtraWorkdays,
        FourthOpenDay = FourthOpenDay,
        FourthDueDay = FourthDueDay,
        LockDays = LockDays,
        LedgerDay = LedgerDay,
        PledgeDueDay = PledgeDueDay,
        DebriefDueDay = DebriefDueDay,
        ReviewWorkdays = ReviewWorkdays,
        ReplyWorkdays = ReplyWorkdays,
        CommitteePosts = CommitteePosts.Aggregate(DutyPosts.None, (all, p) => all | p),
        PrimaryPosts = PrimaryPosts.Aggregate(DutyPosts.None, (all, p) => all | p),
    };
}
