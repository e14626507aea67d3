using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 两新单位: the enterprise or social organisation, not its Party organisation. Coverage counts units, by the days on which they operated and were
/// covered; a unit covered by several organisations counts once.
/// </summary>
[Description("两新单位")]
public sealed class TwoNewUnit : RegisterRecord
{
    /// <summary>正式党员 from which on a unit should have an organisation of its own (党章第三十条).</summary>
    public const int MembersToBuild = 3;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Description("单位名称")] public string Name { get; set; } = "";
    [Description("统一社会信用代码")] public string CreditCode { get; set; } = "";
    [Description("类型")] public TwoNewKind Kind { get; set; }
    [Description("行业")] public string Industry { get; set; } = "";
    [Description("地址或楼宇")] public string Place { get; set; } = "";
    [Description("主管行业部门")] public string Department { get; set; } = "";
    [Description("运营状态")] public OperatingState State { get; set; }
    [Description("停止正常运营日期")] public DateOnly? StoppedOn { get; set; }
    [Description("从业人数")] public int Employees { get; set; }
    [Description("规模以上")] public bool IsAboveScale { get; set; }
    [Description("负责人")] public string Head { get; set; } = "";
    [Description("负责人是党员")] public bool HeadIsMember { get; set; }
    [Description("正式党员数")] public int Members { get; set; }
    [Description("关系在外党员数")] public int? MembersElsewhere { get; set; }
    [Description("符合组建条件日期")] public DateOnly? ShouldBuildFrom { get; set; }
    [Description("未建原因")] public string NotBuiltReason { get; set; } = "";
    [Description("最近核实日期")] public DateOnly? VerifiedOn { get; set; }

    public List<UnitCoverage> Coverage { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "成立或入驻日期");
        Rule.Require(CreditCode.Length == 0 ? Kind is TwoNewKind.Cluster : IsCreditCode(CreditCode), CreditCode.Length == 0 ? "请填写统一社会信用代码；只有个体集聚市场可以不填。" : $"统一社会信用代码“{CreditCode}”校验不通过，请核对是否抄错。");
        Rule.Require(State is OperatingState.Normal == StoppedOn is null, "停业、空壳、失联、注销的，请填写停止正常运营日期；正常运营的不填。");
        Rule.Require(StoppedOn is null || (StoppedOn >= On && StoppedOn <= today), "停止正常运营日期应在成立或入驻日期与今天之间。");
        Rule.Require(ShouldBuildFrom is null || (Members >= MembersToBuild && ShouldBuildFrom >= On), $"有{MembersToBuild}名以上正式党员的，才填写符合组建条件日期。");
        foreach (var row in Coverage)
        {
            Rule.Require(row.From >= On && row.From <= today && !(row.To < row.From), $"“{row.By}”的覆盖起始日期应在单位成立之后、不晚于今天，截止日期不能早于起始日期。");
            Rule.Require(row.Mode > CoverageMode.Attached || row.ApprovalNo.Length > 0, $"“{row.By}”是{row.Mode.Text()}，请填写组建批复文号；没有批复的不计组织覆盖。");
        }

        Rule.Require(ShouldBuildFrom is null || NotBuiltReason.Length > 0 || Coverage.Exists(c => c.Mode <= CoverageMode.Attached && c.To is null), "符合组建条件而没有建立党组织的，请写明未建原因。");
    }

    /// <summary>18 characters, the last of which checks the others (GB 32100-2015).</summary>
    public static bool IsCreditCode(string code)
    {
        var places = code.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)).ToList();
        return places.Count == 18 && !places.Contains(-1) && places[17] == CheckPlace(places);
    }

    /// <summary>The first 17 characters with the one that checks them.</summary>
    public static string WithCheck(string first) => first + Alphabet[CheckPlace([.. first.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal))])];

    private static int CheckPlace(IReadOnlyList<int> places)
    {
        var (sum, weight) = (0, 1);
        foreach (var place in places.Take(17))
        {
            (sum, weight) = (sum + (place * weight), weight * 3 % 31);
        }

        return (31 - (sum % 31)) % 31;
    }
}

/// <summary>覆盖情况: by whom, how, from when to when.</summary>
[Description("覆盖情况")]
public sealed class UnitCoverage : RegisterDetail
{
    [Description("方式")] public CoverageMode Mode { get; set; }
    [Description("党组织、指导员或群团名称")] public string By { get; set; } = "";
    [Description("起始日期")] public DateOnly From { get; set; }
    [Description("截止日期")] public DateOnly? To { get; set; }
    [Description("组建批复文号")] public string ApprovalNo { get; set; } = "";
}

/// <summary>类型 of a two-new unit.</summary>
public enum TwoNewKind
{
    [Description("非公企业")] PrivateEnterprise,
    [Description("社会组织")] SocialOrganisation,
    [Description("个体集聚市场")] Cluster,
}

/// <summary>运营状态.</summary>
public enum OperatingState
{
    [Description("正常")] Normal,
    [Description("停业")] Closed,
    [Description("空壳")] Shell,
    [Description("失联")] Lost,
    [Description("注销")] Deregistered,
}

/// <summary>覆盖方式: the first three are 组织覆盖, all of them 工作覆盖.</summary>
public enum CoverageMode
{
    [Description("单独组建")] Single,
    [Description("联合组建")] Joint,
    [Description("挂靠组建")] Attached,
    [Description("党建指导员")] Instructor,
    [Description("联络员")] Liaison,
    [Description("群团组织")] MassOrganisation,
}
