using System.ComponentModel;
using PartyWork.Domain.Organizations;
using static PartyWork.Domain.Organizations.PostKind;
using static PartyWork.Web.Security.Standing;

namespace PartyWork.Web.Security;

/// <summary>What can be done. Every page handler names one of these.</summary>
public enum Act
{
    [Description("查看本人工作、管理本人账号安全、切换职务")] OwnWork,
    [Description("查看党组织名录")] ReadOrganizations,
    [Description("新建、维护、更名、改隶、撤并党组织，维护任职和归口部门，导入名册")] ManageOrganizations,
    [Description("更正任职人员的姓名和电话")] CorrectPeople,
    [Description("发起、撤回岗位交接，代为确认")] ManageHandovers,
    [Description("登记社区工作者人数")] CountWorkers,
    [Description("查看工作台")] ReadDashboard,
    [Description("查看领导页")] ReadLeaderPage,
    [Description("查看年度、时间窗口和工作日")] ReadYears,
    [Description("维护年度、时间窗口和工作日")] ManageYears,
    [Description("查看工作要点、责任书范本和三级五岗")] ReadPlan,
    [Description("编制工作要点、责任书范本和三级五岗")] WritePlan,
    [Description("查看责任书")] ReadAgreements,
    [Description("下发责任书，登记会议签订，退回修改，年终评定")] ManageAgreements,
    [Description("核对责任书、自加条款")] FillAgreements,
    [Description("签订、补签责任书，确认条款修改")] SignAgreements,
    [Description("提出责任书条款修改")] AmendAgreements,
    [Description("查看三张清单")] ReadLists,
    [Description("填写、导入三张清单，报书记")] FillLists,
    [Description("确认并报送三张清单")] ConfirmLists,
    [Description("审核三张清单")] ReviewLists,
    [Description("申请任务变更、申请问题销号")] RequestChange,
    [Description("审批任务变更、核实问题销号")] DecideChange,
    [Description("把任务分解下达给下级")] DecomposeTask,
    [Description("重新打开已销号问题")] ReopenProblem,
    [Description("查看季度报告")] ReadReports,
    [Description("填写季度报告，报书记，登记线下签字")] FillReports,
    [Description("代下级填写季度报告（无干事或已同意的），报书记，登记线下签字")] FillForChildren,
    [Description("同意或收回由上级代填")] LetParentFill,
    [Description("确认并报送季度报告")] ConfirmReports,
    [Description("审核季度报告")] ReviewReports,
    [Description("查看协调事项")] ReadCoordination,
    [Description("处理下级的协调事项：答复、不予办理、报区委")] SettleCoordination,
    [Description("将协调事项交部门办理，决定延期和转办")] SendCoordination,
    [Description("答复交本部门的协调事项，申请延期、转办")] ReplyCoordination,
    [Description("评价协调结果")] RateCoordination,
    [Description("催办、登记电话提醒")] Chase,
    [Description("批准延期、解锁补报")] MoveDeadline,
    [Description("维护本人的常用意见")] KeepOwnPhrases,
    [Description("维护全区的常用意见")] KeepDistrictPhrases,
    [Description("查看佐证")] ReadEvidence,
    [Description("登记、引用、撤回佐证")] KeepEvidence,
    [Description("查看书记台账")] ReadLedger,
    [Description("记载、报送本人的书记台账")] KeepLedger,
    [Description("查看数据字典、指标数值和年度参数")] ReadFigures,
    [Description("维护年度参数")] KeepParameters,
    [Description("查看已印发的年度总结")] ReadIssuedReports,
    [Description("查看编写中的年度总结、体检、缺数和下年度谋划")] ReadAnnualReport,
    [Description("编写、锁定、印发、归档年度总结，维护表述库，列入下年度谋划")] WriteAnnualReport,
    [Description("审核、批准、退回年度总结")] ReviewAnnualReport,
    [Description("查看数据征集")] ReadRequests,
    [Description("向下级征集数据")] AskForNumbers,
    [Description("填报上级征集的数，报书记，登记线下签字")] AnswerRequests,
    [Description("确认并报送上级征集的数")] ConfirmAnswers,
    [Description("审核下级报送的征集数据")] ReviewAnswers,
    [Description("冻结指标数据")] FreezeFigures,
    [Description("提出指标更正")] ProposeOverride,
    [Description("核准他人提出的指标更正")] DecideOverride,
    [Description("委托副书记确认")] Delegate,
    [Description("查看登记簿")] ReadRegisters,
    [Description("登记、修改、导入、撤回登记簿记录")] KeepRegisters,
    [Description("确认惠及本级的好事实事和承诺事项")] ConfirmRecords,
    [Description("查看考核对象")] ReadAssessments,
    [Description("查看启用的考核细则")] ReadRubrics,
    [Description("编制、导入、启用考核细则")] WriteRubrics,
    [Description("查看得分预估")] ReadRunningScores,
    [Description("查看账号")] ReadAccounts,
    [Description("开立、停用账号，重发激活单")] ManageAccounts,
    [Description("重置密码和双因素验证、解除锁定")] ResetAccounts,
    [Description("为下级账号重发一次性码")] ResetBelow,
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
    [Description("归口管理的领域")] InCharge,
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
        [Act.CorrectPeople] = [new(OwnOrAbove, DistrictStaff), new(Parent, Secretary, Deputy, Officer)],
        [Act.ManageHandovers] = [new(OwnOrAbove, DistrictStaff, Secretary, Deputy, Officer)],
        [Act.CountWorkers] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ReadDashboard] = [new(Anywhere, Secretary, Deputy, Officer, Member, DistrictStaff, DistrictLeader, SocialWorkDepartment, Inspector)],
        [Act.ReadLeaderPage] = [new(Anywhere, DistrictStaff, DistrictLeader, Inspector)],
        [Act.ReadYears] = [new(Anywhere, Readers)],
        [Act.ManageYears] = [new(Anywhere, DistrictStaff)],
        [Act.ReadPlan] = [new(Anywhere, Readers)],
        [Act.WritePlan] = [new(Anywhere, DistrictStaff)],
        [Act.ReadAgreements] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.ManageAgreements] = [new(Parent, Secretary, Deputy, Officer), new(Above, DistrictStaff)],
        [Act.FillAgreements] = [new(Own, Secretary, Deputy, Officer)],
        [Act.SignAgreements] = [new(Own, Secretary), new(Parent, Secretary, DistrictLeader)],
        [Act.AmendAgreements] = [new(Own, Secretary, Deputy, Officer), new(Parent, Secretary, Deputy, Officer), new(Above, DistrictStaff)],
        [Act.ReadLists] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.FillLists] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ConfirmLists] = [new(Own, Secretary)],
        [Act.ReviewLists] = [new(Parent, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.RequestChange] = [new(Own, Secretary, Deputy, Officer)],
        [Act.DecideChange] = [new(Parent, Secretary, Deputy, DistrictStaff)],
        [Act.DecomposeTask] = [new(Own, Secretary, Deputy)],
        [Act.ReopenProblem] = [new(Above, Secretary, Deputy, DistrictStaff)],
        [Act.ReadReports] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.FillReports] = [new(Own, Secretary, Deputy, Officer)],
        [Act.FillForChildren] = [new(Parent, Officer)],
        [Act.LetParentFill] = [new(Own, Secretary)],
        [Act.ConfirmReports] = [new(Own, Secretary)],
        [Act.ReviewReports] = [new(Parent, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.ReadCoordination] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.SettleCoordination] = [new(Parent, Secretary, Deputy, Officer), new(Above, DistrictStaff)],
        [Act.SendCoordination] = [new(Above, DistrictStaff)],
        [Act.ReplyCoordination] = [new(Own, Liaison)],
        [Act.RateCoordination] = [new(Own, Secretary, Deputy, Officer)],
        [Act.Chase] = [new(Above, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.MoveDeadline] = [new(Above, Secretary, Deputy, DistrictStaff)],
        [Act.KeepOwnPhrases] = [new(Anywhere, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.KeepDistrictPhrases] = [new(Anywhere, DistrictStaff)],
        [Act.ReadEvidence] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.KeepEvidence] = [new(Own, Secretary, Deputy, Officer, DistrictStaff, Liaison)],
        [Act.ReadLedger] = [new(OwnOrAbove, [.. Grassroots, DistrictStaff, DistrictLeader, SocialWorkDepartment, Inspector]), new(InCharge, SocialWorkDepartment)],
        [Act.KeepLedger] = [new(Own, Secretary)],
        [Act.ReadFigures] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.KeepParameters] = [new(Anywhere, DistrictStaff)],
        [Act.ReadIssuedReports] = [new(Anywhere, Readers)],
        [Act.ReadAnnualReport] = [new(Anywhere, DistrictStaff, DistrictLeader, Inspector)],
        [Act.WriteAnnualReport] = [new(Anywhere, DistrictStaff)],
        [Act.ReviewAnnualReport] = [new(Anywhere, DistrictLeader)],
        [Act.ReadRequests] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.AskForNumbers] = [new(Above, DistrictStaff), new(Parent, Secretary, Deputy, Officer)],
        [Act.AnswerRequests] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ConfirmAnswers] = [new(Own, Secretary)],
        [Act.ReviewAnswers] = [new(Parent, Secretary, Deputy, Officer, DistrictStaff)],
        [Act.FreezeFigures] = [new(Anywhere, DistrictStaff)],
        [Act.ProposeOverride] = [new(OwnOrAbove, DistrictStaff)],
        [Act.DecideOverride] = [new(OwnOrAbove, DistrictStaff, DistrictLeader)],
        [Act.Delegate] = [new(Own, Secretary)],
        [Act.ReadRegisters] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.KeepRegisters] = [new(OwnOrAbove, Secretary, Deputy, Officer, DistrictStaff), new(Own, SocialWorkDepartment, TalentOffice, Liaison)],
        [Act.ConfirmRecords] = [new(Own, Secretary, Deputy, Officer)],
        [Act.ReadAssessments] = [new(Anywhere, Assessor, TeamLeader)],
        [Act.ReadRubrics] = [new(Anywhere, [.. Readers, Assessor, TeamLeader])],
        [Act.WriteRubrics] = [new(Anywhere, DistrictStaff)],
        [Act.ReadRunningScores] = [new(OwnOrAbove, Readers), new(InCharge, SocialWorkDepartment)],
        [Act.ReadAccounts] = [new(Anywhere, SystemAdministrator, SecurityAdministrator)],
        [Act.ManageAccounts] = [new(Anywhere, SystemAdministrator)],
        [Act.ResetAccounts] = [new(Anywhere, SecurityAdministrator)],
        [Act.ResetBelow] = [new(Above, Secretary, Officer)],
        [Act.ReadAudit] = [new(Anywhere, AuditAdministrator)],
    };
}

/// <summary>The act that a page handler is; without one the handler is refused.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(Act act) : Attribute
{
    public Act Act => act;
}
