using System.ComponentModel;
using PartyWork.Domain.Organizations;
using static PartyWork.Domain.Organizations.PostKind;
using static PartyWork.Web.Security.Standing;

namespace PartyWork.Web.Security;

/// <summary>What can be done. Every page handler names one of these.</summary>
public enum Act
{
    [Description("查看本人工作、修改本人密码、切换职务")] OwnWork,
    [Description("查看党组织名录")] ReadOrganizations,
    [Description("维护党组织、任职和名册导入")] ManageOrganizations,
    [Description("查看工作台")] ReadDashboard,
    [Description("查看领导页")] ReadLeaderPage,
    [Description("查看年度、时间窗口和工作日")] ReadYears,
    [Description("维护年度、时间窗口和工作日")] ManageYears,
    [Description("查看三张清单")] ReadLists,
    [Description("填写、导入三张清单，报书记")] FillLists,
    [Description("确认并报送三张清单")] ConfirmLists,
    [Description("审核三张清单")] ReviewLists,
    [Description("申请任务变更、申请问题销号")] RequestChange,
    [Description("审批任务变更、核实问题销号")] DecideChange,
    [Description("重新打开已销号问题")] ReopenProblem,
    [Description("查看季度报告")] ReadReports,
    [Description("填写季度报告，报书记，登记线下签字")] FillReports,
    [Description("确认并报送季度报告")] ConfirmReports,
    [Description("审核季度报告")] ReviewReports,
    [Description("批准延期、解锁补报")] MoveDeadline,
    [Description("查看佐证")] ReadEvidence,
    [Description("登记、引用、撤回佐证")] KeepEvidence,
    [Description("查看书记台账")] ReadLedger,
    [Description("记载、报送本人的书记台账")] KeepLedger,
    [Description("委托副书记确认")] Delegate,
    [Description("查看考核对象")] ReadAssessments,
    [Description("查看账号")] ReadAccounts,
    [Description("开立、停用账号")] ManageAccounts,
    [Description("重置密码、解除锁定")] ResetAccounts,
    [Description("查看审计记录（内容隐去）")] ReadAudit,
}

/// <summary>Where the active post must stand relative to the organisation concerned.</summary>
public enum Standing
{
    [Description("不限")] Anywhere,
    [Description("本级")] Own,
    [Description("直接上级")] Parent,
    [Description("本级或上级")] OwnOrAbove,
    [Description("上级")] Above,
}

/// <param name="Standing">Where the post must stand.</param>
/// <param name="Posts">Which posts.</param>
public sealed record Grant(Standing Standing, params PostKind[] Posts);

/// <summary>The permission matrix. docs/permissions.md is this table in words, and a test keeps them equal.</summary>
public static class May
{
    private static readonly PostKind[] Everyone = Enum.GetValues<PostKind>();
    private static readonly PostKind[] Grassroots = [Secretary, Deputy, Officer, Member, FirstSecretary];
    private static readonly PostKind[] Readers = [.. Grassroots, DistrictStaff, DistrictLeader, SocialWorkDepartment, TalentOffice, Liaison, Inspector];

    public static readonly IReadOnlyDictionary<Act, IReadOnlyList<Grant>> Table = new Dictionary<Act, IReadOnlyList<Grant>>
    {
        [Act.OwnWork] = [new(Anywhere, Everyone)],
        [Act.ReadOrganizations] = [new(Anywhere, Everyone)],
        [Act.ManageOrganizations] = [new(OwnOrAbove, DistrictStaff)],
        [Act.ReadDashboard] = [new(Anywhere, Secretary, Deputy, Officer, Member, DistrictStaff, DistrictLeader, SocialWorkDepartment, Inspector)],
        [Act.ReadLeaderPage] = [new(Anywhere, DistrictStaff, DistrictLeader, Inspector)],
        [Act.ReadYears] = [new(Anywhere, Readers)],
        [Act.ManageYears] = [new(Anywhere, DistrictStaff)],
        [Act.ReadLists] = [new(OwnOrAbove, Readers)],
        [Act.FillLists] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ConfirmLists] = [new(Own, Secretary)],
        [Act.ReviewLists] = [new(Parent, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.RequestChange] = [new(Own, Secretary, Deputy, Officer)],
        [Act.DecideChange] = [new(Parent, Secretary, Deputy, DistrictStaff)],
        [Act.ReopenProblem] = [new(Above, Secretary, Deputy, DistrictStaff)],
        [Act.ReadReports] = [new(OwnOrAbove, Readers)],
        [Act.FillReports] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ConfirmReports] = [new(Own, Secretary)],
        [Act.ReviewReports] = [new(Parent, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.MoveDeadline] = [new(Above, Secretary, Deputy, DistrictStaff)],
        [Act.ReadEvidence] = [new(OwnOrAbove, Readers)],
        [Act.KeepEvidence] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ReadLedger] = [new(OwnOrAbove, [.. Grassroots, DistrictStaff, DistrictLeader, SocialWorkDepartment, Inspector])],
        [Act.KeepLedger] = [new(Own, Secretary)],
        [Act.Delegate] = [new(Own, Secretary)],
        [Act.ReadAssessments] = [new(Anywhere, Assessor, TeamLeader)],
        [Act.ReadAccounts] = [new(Anywhere, SystemAdministrator, SecurityAdministrator)],
        [Act.ManageAccounts] = [new(Anywhere, SystemAdministrator)],
        [Act.ResetAccounts] = [new(Anywhere, SecurityAdministrator)],
        [Act.ReadAudit] = [new(Anywhere, AuditAdministrator)],
    };
}

/// <summary>The act that a page handler is; without one the handler is refused.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Act act) : Attribute
{
    public Act Act => act;
}
