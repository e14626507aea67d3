using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>The Chinese words of what the audit chain stores by its names in the program.</summary>
public static class AuditWords
{
    /// <summary>Kind → word, in the order of the filter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        [nameof(WorkTask)] = "任务",
        [nameof(Problem)] = "问题",
        [nameof(DutyItem)] = "责任事项",
        [nameof(TaskChange)] = "任务变更",
        [nameof(FilingAct)] = "报送办理",
        [nameof(FilingRow)] = "报送内容",
        [nameof(EvidenceItem)] = "佐证",
        [nameof(EvidenceUse)] = "佐证引用",
        [nameof(SecretaryLedger)] = "书记台账",
        [nameof(LedgerEntry)] = "台账记载",
        [nameof(Delegation)] = "委托",
        [nameof(WorkYear)] = "工作年度",
        [nameof(Window)] = "时间窗口",
        [nameof(CalendarDay)] = "节假日安排",
        [nameof(Organization)] = "党组织",
        [nameof(Affiliation)] = "隶属关系",
        [nameof(Person)] = "人员",
        [nameof(PostHolding)] = "任职",
        [nameof(User)] = "账号",
        [nameof(AuditChain)] = "审计",
    };

    // A word that only one kind uses so stands under “kind.property”; all others under the property alone.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Year"] = "年度", ["No"] = "序号", ["State"] = "状态", ["Kind"] = "类别", ["Name"] = "名称", ["Phone"] = "联系电话", ["From"] = "起始日期", ["To"] = "截止日期",
        ["OrganizationId"] = "党组织", ["Reason"] = "理由", ["Content"] = "内容", ["Level"] = "层级", ["Words"] = "说明", ["Post"] = "职务", ["At"] = "时间", ["Deadline"] = "时限",

        ["WorkTask.Source"] = "来源", ["WorkTask.Content"] = "任务内容", ["Category"] = "类别", ["Measure"] = "目标类型", ["Target"] = "目标值", ["Unit"] = "单位",
        ["Nodes.First"] = "第一季度节点", ["Nodes.Second"] = "第二季度节点", ["Nodes.Third"] = "第三季度节点", ["Nodes.Fourth"] = "第四季度节点",
        ["DueOn"] = "完成时限", ["ExtendedTo"] = "延期至", ["ClaimedOn"] = "报完成日期", ["Lead.Text"] = "牵头责任人", ["Cooperating"] = "配合单位",
        ["Source"] = "问题来源", ["Statement"] = "问题表述", ["Nature"] = "性质", ["Cause"] = "成因", ["Goal"] = "整改目标", ["Deadline.Kind"] = "时限类型", ["Deadline.On"] = "整改时限",
        ["Leader.Text"] = "责任领导", ["Owner.Text"] = "责任人", ["Relapses"] = "反弹次数", ["Problem.ClosedOn"] = "销号日期", ["CloseBasis"] = "销号依据", ["Feedback"] = "向群众反馈", ["VerifiedBy"] = "核实人",
        ["DutyItem.Post"] = "岗位类别", ["PostTitle"] = "岗位", ["Holder.Text"] = "姓名", ["Character"] = "责任性质", ["Frequency"] = "频次", ["IsFiled"] = "已备案",
        ["TaskChange.Kind"] = "变更类型", ["NewDue"] = "新时限", ["NewContent"] = "新内容", ["NewTarget"] = "新目标值", ["OldDue"] = "原时限", ["OldContent"] = "原内容", ["OldTarget"] = "原目标值",
        ["RequestedBy"] = "申请人", ["RequestedOn"] = "申请日期", ["DecidedBy"] = "审批人", ["DecidedOn"] = "审批日期", ["DecisionWords"] = "审批意见",

        ["FilingAct.Kind"] = "办理", ["FilingAct.Name"] = "办理人", ["Key"] = "行号", ["Label"] = "事项", ["Answer"] = "填报情况", ["Choice"] = "进展", ["Value"] = "数值", ["FilingRow.Words"] = "进展说明",
        ["FilingRow.Cause"] = "滞后原因", ["NextStep"] = "下步措施", ["ChoiceReason"] = "改选理由", ["Request"] = "需协调事项", ["ReturnReason"] = "退回原因", ["IsFrozen"] = "已报送定稿",

        ["Demand.Kind"] = "需佐证", ["Demand.Reason"] = "需佐证的理由", ["EvidenceItem.Kind"] = "佐证种类", ["EvidenceItem.Title"] = "佐证名称", ["On"] = "日期", ["Link"] = "页面地址", ["DocumentNo"] = "文号",
        ["FileName"] = "文件名", ["MediaType"] = "文件类型", ["Size"] = "字节数", ["Hash"] = "SHA-256", ["SentHash"] = "上传时SHA-256", ["AddedBy"] = "登记人", ["AddedOn"] = "登记日期",
        ["WithdrawnOn"] = "撤回日期", ["WithdrawnBy"] = "撤回人", ["WithdrawReason"] = "撤回原因", ["Quarter"] = "季度", ["By"] = "经办人", ["IsSubmitted"] = "已随报送提交",
        ["LedgerEntry.Section"] = "台账部分", ["LedgerEntry.Text"] = "记载内容", ["IsLate"] = "补记",

        ["Changes"] = "与上年相比", ["Scheme.PrimaryDueDay"] = "基层季报截止日", ["Scheme.CommitteeExtraWorkdays"] = "党（工）委顺延工作日", ["Scheme.ReviewWorkdays"] = "审核时限（工作日）",
        ["Scheme.LockDays"] = "截止后锁定天数", ["Scheme.OpenDay"] = "季报开放日", ["Scheme.FourthOpenDay"] = "第四季度开放日", ["Scheme.FourthDueDay"] = "第四季度截止日",
        ["Scheme.ListsDueDay"] = "三张清单截止日", ["Scheme.CommitteePosts"] = "党（工）委须有责任事项的岗位", ["Scheme.PrimaryPosts"] = "基层须有责任事项的岗位",
        ["Period"] = "期次", ["Opens"] = "开放日", ["Due"] = "截止日", ["Locks"] = "锁定日", ["ReviewWorkdays"] = "审核时限（工作日）", ["PublishedOn"] = "发布日期", ["Date"] = "日期",

        ["Code"] = "组织代码", ["Domain"] = "领域", ["Organization.Kind"] = "组织类别", ["Organization.Nature"] = "组建方式", ["SortNo"] = "排序", ["MemberCount"] = "党员数", ["Territory"] = "属地",
        ["TerritoryId"] = "所属属地", ["AssessmentLineId"] = "考核归口", ["ElectedOn"] = "本届选举日期", ["Remark"] = "备注", ["ClosedOn"] = "撤销日期", ["SuccessorId"] = "承接组织", ["ParentId"] = "上级党组织",
        ["Person.Name"] = "姓名", ["PostHolding.Kind"] = "任职类别", ["Title"] = "职务", ["PostHolding.From"] = "任职日期", ["PostHolding.To"] = "离任日期",
        ["UserName"] = "账号", ["Email"] = "邮箱", ["EmailConfirmed"] = "邮箱已确认", ["PhoneNumber"] = "手机", ["PhoneNumberConfirmed"] = "手机已确认", ["TwoFactorEnabled"] = "双因素",
        ["LockoutEnd"] = "锁定至", ["LockoutEnabled"] = "输错锁定", ["MustChangePassword"] = "须修改密码", ["IsDisabled"] = "停用",
    };

    private static readonly HashSet<string> Organizations = ["OrganizationId", "ParentId", "TerritoryId", "AssessmentLineId", "SuccessorId"];
    private static readonly HashSet<string> Hundredths = ["Target", "NewTarget", "OldTarget", "Value", "Nodes.First", "Nodes.Second", "Nodes.Third", "Nodes.Fourth"];

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <summary>False for links between rows, which mean nothing to a reader.</summary>
    public static bool IsTold(string field) => Organizations.Contains(field) || !field.EndsWith("Id", StringComparison.Ordinal);

    public static string Field(string kind, string field) => Fields.GetValueOrDefault($"{kind}.{field}") ?? Fields.GetValueOrDefault(field, field);

    /// <summary>Whether every name that may be shown has a word; a test asks this of all audited entities.</summary>
    public static bool Knows(string kind, string field) => !IsTold(field) || Fields.ContainsKey($"{kind}.{field}") || Fields.ContainsKey(field);

    /// <summary>The stored value as a page shows it: organisations by name, hundredths as numbers, instants in Beijing time.</summary>
    public static string Value(string field, string? stored, OrgTree tree)
    {
        if (string.IsNullOrEmpty(stored))
        {
            return "（空）";
        }

        if (int.TryParse(stored, CultureInfo.InvariantCulture, out var number))
        {
            return Organizations.Contains(field) ? tree.Find(number)?.Name ?? stored
                : Hundredths.Contains(field) ? Quantity.Print(number)
                : field == "Choice" ? ((ReportChoice)number).Text()
                : stored;
        }

        return stored.Length == 20 && DateTime.TryParseExact(stored, "yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? OfficeTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : stored;
    }
}
