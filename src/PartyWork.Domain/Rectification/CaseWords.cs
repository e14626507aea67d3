using System.ComponentModel;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Rectification;

/// <summary>整顿走到哪一步.</summary>
public enum CaseStage
{
    [Description("摸排")] Candidate = 1,
    [Description("已核查")] Checked,
    [Description("拟列入")] Proposed,
    [Description("已列入")] Listed,
    [Description("整顿中")] Rectifying,
    [Description("党（工）委已初验")] PreAccepted,
    [Description("已申请验收")] Applied,
    [Description("验收合格（销号）")] Accepted,
    [Description("巩固提升")] Consolidating,
    [Description("延期整顿")] Extended,
    [Description("回头看合格")] Settled,
    [Description("反弹")] Relapsed,
    [Description("不列入")] Dropped,
}

/// <summary>列入情形; each community is listed for reasons of its own, never to fill a share.</summary>
[Flags]
public enum CaseReasons
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

/// <summary>核查方式.</summary>
public enum CheckMethod
{
    [Description("自查")] Self = 1,
    [Description("部门联查")] Joint,
    [Description("走访")] Visit,
}

/// <summary>四位一体: who helps a community.</summary>
public enum HelperRole
{
    [Description("联系区领导")] DistrictLeader = 1,
    [Description("第一书记")] FirstSecretary,
    [Description("工作组")] WorkTeam,
    [Description("帮扶单位")] SupportUnit,
}

/// <summary>整顿走向 of a month.</summary>
public enum TravelDirection
{
    [Description("好转")] Improving = 1,
    [Description("持平")] Unchanged,
    [Description("反弹")] Deteriorating,
}

/// <summary>验收结果 of the three-person team.</summary>
public enum AcceptanceOutcome
{
    [Description("合格（销号）")] Accepted = 1,
    [Description("基本合格（巩固提升）")] Consolidating,
    [Description("不合格（延期整顿）")] Extended,
}

public static class CaseStages
{
    /// <summary>Still to be decided whether it is listed.</summary>
    public static bool IsBeforeListing(this CaseStage stage) => stage is CaseStage.Candidate or CaseStage.Checked or CaseStage.Proposed;

    /// <summary>列入以后、销号以前: it is being helped.</summary>
    public static bool IsUnderWay(this CaseStage stage) => stage is CaseStage.Listed or CaseStage.Rectifying or CaseStage.PreAccepted or CaseStage.Applied
        or CaseStage.Consolidating or CaseStage.Extended or CaseStage.Relapsed;

    /// <summary>A plan is being carried out, and a report is owed each month.</summary>
    public static bool IsRectifying(this CaseStage stage) => stage is CaseStage.Rectifying or CaseStage.PreAccepted or CaseStage.Applied or CaseStage.Consolidating or CaseStage.Extended;

    /// <summary>The post at the community by which a helper enters what was done; of a district leader that of the liaison.</summary>
    public static PostKind Post(this HelperRole role) => role switch
    {
        HelperRole.DistrictLeader => PostKind.LeaderLiaison,
        HelperRole.FirstSecretary => PostKind.FirstSecretary,
        HelperRole.WorkTeam => PostKind.WorkTeam,
        _ => PostKind.SupportContact,
    };
}
