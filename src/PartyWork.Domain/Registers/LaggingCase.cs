using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>整顿社区: a community on the list of a batch, who helps it, what was done month by month, and what the residents say before and after.</summary>
[Description("整顿社区")]
public sealed class LaggingCase : RegisterRecord
{
    /// <summary>What is put right in less time than this is not settled.</summary>
    public const int LeastMonths = 6;

    [Description("批次")] public int Batch { get; set; }
    [Description("列入情形")] public LaggingReasons Reasons { get; set; }
    [Description("主要问题")] public string Problems { get; set; } = "";
    [Description("整顿工作法")] public string Method { get; set; } = "";
    [Description("居民人口")] public int Residents { get; set; }
    [Description("联系区领导数")] public int? Leaders { get; set; }
    [Description("第一书记数")] public int? FirstSecretaries { get; set; }
    [Description("工作组数")] public int? WorkTeams { get; set; }
    [Description("帮扶单位数")] public int? SupportUnits { get; set; }
    [Description("列入时有效票")] public int VotesBefore { get; set; }
    [Description("列入时满意票")] public int SatisfiedBefore { get; set; }
    [Description("列入时年信访件次")] public int PetitionsBefore { get; set; }
    [Description("验收时有效票")] public int? VotesAfter { get; set; }
    [Description("验收时满意票")] public int? SatisfiedAfter { get; set; }
    [Description("验收时年信访件次")] public int? PetitionsAfter { get; set; }

    public List<LaggingProgress> Progress { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "列入日期");
        Rule.Require(Batch > 0 && Residents > 0 && VotesBefore > 0, "请填写批次、居民人口和列入时的有效票，作为整顿前后对比的基数。");
        Rule.Require(SatisfiedBefore <= VotesBefore && !(SatisfiedAfter > VotesAfter), "满意票不能多于有效票。");
        Rule.Require(EndedOn is null || (EndedOn <= today && EndedOn >= On.AddMonths(LeastMonths)), $"整顿不少于{LeastMonths}个月，销号日期不能晚于今天。");
        Rule.Require(EndedOn is null || (VotesAfter > 0 && SatisfiedAfter is not null && PetitionsAfter is not null), "销号的，请填写验收时的有效票、满意票和信访件次。");
        foreach (var month in Progress)
        {
            Rule.Require(month.Day >= On && month.Day <= today && !(month.Day > EndedOn), $"{month.Day:yyyy-MM-dd}的进展应在列入日期与今天（销号日期）之间。");
        }
    }
}

/// <summary>整顿进展 since the row before: mostly a month.</summary>
[Description("整顿进展")]
public sealed class LaggingProgress : RegisterDetail
{
    [Description("截至日期")] public DateOnly Day { get; set; }
    [Description("走访户数")] public int Households { get; set; }
    [Description("发放服务卡")] public int Cards { get; set; }
    [Description("收集意见")] public int Opinions { get; set; }
    [Description("到位资金（元）")] public long FundsFen { get; set; }
    [Description("办成实事")] public int PracticalThings { get; set; }
    [Description("主要工作")] public string Words { get; set; } = "";
}

/// <summary>列入情形; each community is listed for reasons of its own, never to fill a share.</summary>
[Flags]
public enum LaggingReasons
{
    [Description("")] None = 0,
    [Description("书记空缺或不胜任")] Secretary = 1,
    [Description("班子不健全不团结")] Team = 2,
    [Description("组织生活不正常")] OrganizationalLife = 4,
    [Description("党员管理混乱")] Members = 8,
    [Description("民主决策公开不落实")] Decisions = 16,
    [Description("信访矛盾集中")] Petitions = 32,
    [Description("治安问题突出")] Security = 64,
    [Description("服务能力弱满意率低")] Service = 128,
    [Description("年度考核末位")] Assessment = 256,
    [Description("换届遗留问题")] Election = 512,
    [Description("经费资产管理混乱")] Assets = 1024,
    [Description("其他情形")] Other = 2048,
}
