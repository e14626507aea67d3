namespace PartyWork.Domain.Rectification;

/// <summary>整顿方案 of a batch: by which document and method, and how many help each community.</summary>
/// <param name="Method">整顿工作法.</param>
/// <param name="Leaders">联系区领导 of each community, at least.</param>
/// <param name="WorkTeams">Each of at least <see cref="LeastTeamMembers"/> members.</param>
/// <param name="Quota">列入名额; mostly none: 应整尽整, and no community is listed to fill a share.</param>
public sealed record BatchScheme(string Name, string DocumentNo, string Method, int Leaders, int FirstSecretaries, int WorkTeams, int SupportUnits, int? Quota)
{
    public const int UsualLeaderVisits = 1, UsualTeamMembers = 3, UsualOnPostDays = 20, UsualMonths = 6, UsualFailures = 2;

    /// <summary>区领导到点 in each quarter.</summary>
    public int LeastLeaderVisits { get; init; } = UsualLeaderVisits;

    /// <summary>工作组人数.</summary>
    public int LeastTeamMembers { get; init; } = UsualTeamMembers;

    /// <summary>第一书记每月在岗.</summary>
    public int LeastOnPostDays { get; init; } = UsualOnPostDays;

    /// <summary>整顿期: nothing is settled in less time.</summary>
    public int LeastMonths { get; init; } = UsualMonths;

    /// <summary>验收不合格 so often in a year caps the community's grade and its committee's.</summary>
    public int CappingFailures { get; init; } = UsualFailures;

    /// <summary>How many are asked for in a role; of a work team its members.</summary>
    public int Least(HelperRole role) => role switch
    {
        HelperRole.DistrictLeader => Leaders,
        HelperRole.FirstSecretary => FirstSecretaries,
        HelperRole.WorkTeam => WorkTeams * LeastTeamMembers,
        _ => SupportUnits,
    };
}

/// <summary>整顿批次: the communities that are put right together by one scheme. Numbered through the years: 第七批.</summary>
public sealed class RectificationBatch : IAudited
{
    public const int NameMaxLength = 60, NumberMaxLength = 50, MethodMaxLength = 30, MostHelpers = 20, MostMonths = 24, MostFailures = 10;

    public RectificationBatch(int year, int no, BatchScheme scheme, Actor by, DateOnly today)
    {
        Rule.Require(no is > 0 and < 100, "请填写批次序号，应在1至99之间。");
        (Year, No, OpenedBy, OpenedOn) = (year, no, by.Name, today);
        Change(scheme);
    }

    private RectificationBatch() { }

    public int Id { get; private set; }

    /// <summary>The year in which it began.</summary>
    public int Year { get; private set; }
    public int No { get; private set; }
    public BatchScheme Scheme { get; private set; } = null!;
    public string OpenedBy { get; private set; } = "";
    public DateOnly OpenedOn { get; private set; }

    /// <summary>第七批.</summary>
    public string Title => TitleOf(No);

    int? IAudited.AuditOrganizationId => null;

    public static string TitleOf(int no) => $"第{ThreeLists.ChineseNumber.Write(no)}批";

    public void Change(BatchScheme scheme)
    {
        Rule.Require(scheme.Name.Length is > 0 and <= NameMaxLength, $"请填写方案名称，不超过{NameMaxLength}字。");
        Rule.Require(scheme.DocumentNo.Length is > 0 and <= NumberMaxLength, $"请填写整顿方案的文号，不超过{NumberMaxLength}字。");
        Rule.Require(scheme.Method.Length is > 0 and <= MethodMaxLength, $"请填写整顿工作法，不超过{MethodMaxLength}字。");
        Rule.Require(Enum.GetValues<HelperRole>().All(r => scheme.Least(r) > 0) && new[] { scheme.Leaders, scheme.FirstSecretaries, scheme.WorkTeams, scheme.SupportUnits }.All(n => n <= MostHelpers),
            $"每个社区的区领导、第一书记、工作组、帮扶单位各应为1至{MostHelpers}。");
        Rule.Require(scheme.Quota is null or > 0, "列入名额应大于0；按应整尽整掌握的，不填。");
        Rule.Require(scheme.LeastLeaderVisits is >= 0 and <= MostHelpers && scheme.LeastTeamMembers is > 0 and <= MostHelpers, "区领导每季度到点次数和工作组人数请按方案填写。");
        Rule.Require(scheme.LeastOnPostDays is >= 0 and <= 31, "第一书记每月在岗天数应在0至31之间。");
        Rule.Require(scheme.LeastMonths is > 0 and <= MostMonths, $"整顿期应为1至{MostMonths}个月。");
        Rule.Require(scheme.CappingFailures is > 0 and <= MostFailures, $"验收不合格封顶的次数应在1至{MostFailures}之间。");
        Scheme = scheme;
    }
}
