using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Figures;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Reports;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>The Chinese words of what the audit chain stores by its names in the program.</summary>
public static class AuditWords
{
    /// <summary>Registers carry their words themselves: the description of the class, and of each property.</summary>
    private static readonly Type[] Registers = [.. typeof(RegisterRecord).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RegisterRecord)) || t.IsSubclassOf(typeof(RegisterDetail))).Where(t => !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static IEnumerable<KeyValuePair<string, string>> Described => Registers.Select(t => KeyValuePair.Create(t.Name, t.GetCustomAttribute<DescriptionAttribute>()!.Description));

    private static IEnumerable<KeyValuePair<string, string>> DescribedFields =>
        from type in Registers
        from property in type.GetProperties()
        let word = property.GetCustomAttribute<DescriptionAttribute>()
        where word is not null
        select KeyValuePair.Create($"{type.Name}.{property.Name}", word.Description);

    /// <summary>Kind → word, in the order of the filter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        [nameof(WorkTask)] = "任务",
        [nameof(Problem)] = "问题",
        [nameof(DutyItem)] = "责任事项",
        [nameof(TaskChange)] = "任务变更",
        [nameof(KeyPoint)] = "工作要点",
        [nameof(AgreementTemplate)] = "责任书范本",
        [nameof(TemplateClause)] = "范本条款",
        [nameof(Agreement)] = "责任书",
        [nameof(AgreementClause)] = "责任书条款",
        [nameof(Addendum)] = "责任书补签",
        [nameof(ClauseAmendment)] = "条款修改",
        [nameof(ResponsibilityPost)] = "三级五岗",
        [nameof(PostDuty)] = "岗位责任",
        [nameof(FilingAct)] = "报送办理",
        [nameof(FilingRow)] = "报送内容",
        [nameof(CoordinationItem)] = "协调事项",
        [nameof(CoordinationAct)] = "协调办理",
        [nameof(EvidenceItem)] = "佐证",
        [nameof(EvidenceUse)] = "佐证引用",
        [nameof(Reminder)] = "催办",
        [nameof(SecretaryLedger)] = "书记台账",
        [nameof(LedgerEntry)] = "台账记载",
        [nameof(FigureParameter)] = "年度参数",
        [nameof(AnnualReport)] = "年度总结",
        [nameof(ReportParagraph)] = "总结段落",
        [nameof(ReportExplanation)] = "体检说明",
        [nameof(ReportAct)] = "总结办理",
        [nameof(Wording)] = "表述",
        [nameof(NextPlanItem)] = "下年度谋划",
        [nameof(FigureFreeze)] = "数据冻结",
        [nameof(FigureOverride)] = "指标更正",
        [nameof(DataRequest)] = "数据征集",
        [nameof(Delegation)] = "委托",
        [nameof(ReturnPhrase)] = "常用意见",
        [nameof(WorkYear)] = "工作年度",
        [nameof(Window)] = "时间窗口",
        [nameof(CalendarDay)] = "节假日安排",
        [nameof(Organization)] = "党组织",
        [nameof(Affiliation)] = "隶属关系",
        [nameof(FormerName)] = "曾用名",
        [nameof(DomainCharge)] = "归口部门",
        [nameof(CommunityWorkers)] = "社区工作者人数",
        [nameof(Person)] = "人员",
        [nameof(PostHolding)] = "任职",
        [nameof(Handover)] = "岗位交接",
        [nameof(User)] = "账号",
        [nameof(AuditChain)] = "审计",
        [nameof(DisposalCertificate)] = "个人信息处置证明",
        [nameof(Rubric)] = "考核细则",
        [nameof(RubricCategory)] = "考核细则的类",
        [nameof(RubricItem)] = "考核细则的项",
        [nameof(RubricCriterion)] = "考核细则的条",
        [nameof(RubricParameter)] = "区定标准",
        [nameof(Round)] = "考核",
        [nameof(AssessmentTeam)] = "考核组",
        [nameof(TeamMember)] = "考核组成员",
        [nameof(Recusal)] = "回避",
        [nameof(ScoreSheet)] = "考核评分表",
        [nameof(GradingScheme)] = "总评办法",
        [nameof(SchemeWeight)] = "总评权重",
        [nameof(SchemeNumber)] = "总评标准",
        [nameof(AnnualResult)] = "年度考核结果",
        [nameof(VetoReview)] = "否决审查",
        [nameof(SheetLine)] = "评分表的条",
        [nameof(ClassScorer)] = "考核组分工",
        [nameof(Objection)] = "申诉",
        [nameof(Survey)] = "测评",
        [nameof(RectificationBatch)] = "整顿批次",
        [nameof(RectificationCase)] = "整顿社区",
        [nameof(CaseHelper)] = "帮扶力量",
        [nameof(CaseProblem)] = "整顿方案问题",
        [nameof(CaseDirection)] = "整顿走向",
        [nameof(Acceptance)] = "整顿验收",
        [nameof(CaseVisit)] = "走访",
        [nameof(ResidentOpinion)] = "意见建议",
        [nameof(RectificationFund)] = "整顿资金",
        [nameof(FundSpending)] = "资金支出",
        [nameof(PracticalThing)] = "惠民实事",
        [nameof(LeaderVisit)] = "区领导到点",
        [nameof(SupervisionNote)] = "督查单",
        [nameof(PaperCount)] = "计票录入",
        [nameof(PledgeSheet)] = "承诺书",
        [nameof(Pledge)] = "承诺事项",
        [nameof(Debrief)] = "述职评议",
        [nameof(DebriefAnswer)] = "述职回应",
        [nameof(DebriefComment)] = "点评问题",
        [nameof(SiteProgramme)] = "示范创建方案",
        [nameof(DemonstrationSite)] = "示范点",
        [nameof(SiteObjection)] = "公示异议",
        [nameof(SiteMeasure)] = "一点一策措施",
        [nameof(SiteDecision)] = "示范点决定",
        [nameof(DemonstrationBelt)] = "示范区（带）",
        [nameof(BeltSite)] = "所含示范点",
        [nameof(BeltRadiation)] = "辐射党组织",
        [nameof(BeltMatter)] = "年度共建事项",
    }.Concat(Described).ToDictionary();

    // A word that only one kind uses so stands under “kind.property”; all others under the property alone.
    private static readonly Dictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Year"] = "年度", ["No"] = "序号", ["State"] = "状态", ["Kind"] = "类别", ["Name"] = "名称", ["Phone"] = "联系电话", ["From"] = "起始日期", ["To"] = "截止日期",
        ["OrganizationId"] = "党组织", ["Reason"] = "理由", ["Content"] = "内容", ["Level"] = "层级", ["Words"] = "说明", ["Post"] = "职务", ["At"] = "时间", ["Deadline"] = "时限",

        ["WorkTask.Source"] = "来源", ["WorkTask.Content"] = "任务内容", ["Category"] = "类别", ["Measure"] = "目标类型", ["Target"] = "目标值", ["Unit"] = "单位",
        ["Nodes.First"] = "第一季度节点", ["Nodes.Second"] = "第二季度节点", ["Nodes.Third"] = "第三季度节点", ["Nodes.Fourth"] = "第四季度节点",
        ["DueOn"] = "完成时限", ["ExtendedTo"] = "延期至", ["ClaimedOn"] = "报完成日期", ["Lead.Text"] = "牵头责任人", ["Cooperating"] = "配合单位",
        ["Source"] = "问题来源", ["Statement"] = "问题表述", ["Nature"] = "性质", ["Cause"] = "成因", ["Goal"] = "整改目标", ["Deadline.Kind"] = "时限类型", ["Deadline.On"] = "整改时限",
        ["Leader.Text"] = "责任领导", ["Owner.Text"] = "责任人", ["Relapses"] = "反弹次数", ["Problem.ClosedOn"] = "销号日期", ["CloseBasis"] = "销号依据", ["Feedback"] = "向群众反馈", ["VerifiedBy"] = "核实人",
        ["DutyItem.Post"] = "岗位类别", ["PostTitle"] = "岗位", ["Holder.Text"] = "姓名", ["Character"] = "责任性质", ["Frequency"] = "频次", ["IsFiled"] = "已备案",
        ["Combining"] = "汇总方式", ["HandedDownOn"] = "下达日期", ["HandedDownBy"] = "下达人", ["OwnQuarters"] = "分解前已报季度", ["Totals"] = "下级汇总", ["ReceivedOn"] = "签收日期", ["ReceivedBy"] = "签收人",
        ["TaskChange.Kind"] = "变更类型", ["NewDue"] = "新时限", ["NewContent"] = "新内容", ["NewTarget"] = "新目标值", ["OldDue"] = "原时限", ["OldContent"] = "原内容", ["OldTarget"] = "原目标值", ["OldNodes"] = "原节点", ["NewNodes"] = "新节点",
        ["RequestedBy"] = "申请人", ["RequestedOn"] = "申请日期", ["DecidedBy"] = "审批人", ["DecidedOn"] = "审批日期", ["DecisionWords"] = "审批意见",

        ["Objective.Category"] = "类别", ["Objective.Content"] = "内容", ["Objective.Measure"] = "目标类型", ["Objective.Target"] = "目标值", ["Objective.Unit"] = "单位", ["Objective.DueOn"] = "完成时限",
        ["Domains"] = "适用领域", ["Safeguards"] = "保障措施", ["Rewards"] = "考核奖惩", ["LeadPost"] = "牵头岗位", ["Points"] = "分值", ["UpperId"] = "甲方", ["Stage"] = "状态", ["IssuedOn"] = "下发日期",
        ["Agreement.DueOn"] = "签订截止日", ["Agreement.OrganizationId"] = "乙方", ["LowerSignature.Name"] = "乙方签字人", ["LowerSignature.Post"] = "乙方签字人职务", ["LowerSignature.On"] = "乙方签字日期",
        ["UpperSignature.Name"] = "甲方签字人", ["UpperSignature.Post"] = "甲方签字人职务", ["UpperSignature.On"] = "甲方签字日期", ["EffectiveOn"] = "生效日期", ["Place"] = "签订地点", ["RegisteredBy"] = "登记人",
        ["EarlyReason"] = "先签理由", ["Evaluation"] = "评定意见", ["EvaluatedOn"] = "评定日期", ["AgreementClause.No"] = "条款号", ["TemplateClause.No"] = "条款号", ["IsOwn"] = "自加条款", ["AmendedOn"] = "修改日期",
        ["Addendum.Name"] = "补签人", ["Addendum.IsUpper"] = "代表甲方补签", ["SignedOn"] = "补签日期", ["ProposedBy"] = "提出人", ["ProposedOn"] = "提出日期", ["RefusedBy"] = "不同意的人", ["RefusalWords"] = "不同意的理由",
        ["Old.Category"] = "原类别", ["Old.Content"] = "原内容", ["Old.Measure"] = "原目标类型", ["Old.Target"] = "原目标值", ["Old.Unit"] = "原单位", ["Old.DueOn"] = "原时限",
        ["Changed.Category"] = "新类别", ["Changed.Content"] = "新内容", ["Changed.Measure"] = "新目标类型", ["Changed.Target"] = "新目标值", ["Changed.Unit"] = "新单位", ["Changed.DueOn"] = "新时限",
        ["LowerConfirmation.Name"] = "乙方确认人", ["LowerConfirmation.Post"] = "乙方确认人职务", ["LowerConfirmation.On"] = "乙方确认日期",
        ["UpperConfirmation.Name"] = "甲方确认人", ["UpperConfirmation.Post"] = "甲方确认人职务", ["UpperConfirmation.On"] = "甲方确认日期",
        ["ResponsibilityPost.Post"] = "岗位类别", ["ResponsibilityPost.Name"] = "岗位", ["Scheme.AgreementDueDay"] = "责任书签订截止日", ["Scheme.LedgerDay"] = "书记台账开始报送日", ["Scheme.PledgeDueDay"] = "承诺公示截止日", ["Scheme.DebriefDueDay"] = "述职报告报送截止日",

        ["FilingAct.Kind"] = "办理", ["FilingAct.Name"] = "办理人", ["Key"] = "行号", ["Label"] = "事项", ["Answer"] = "填报情况", ["Choice"] = "进展", ["Value"] = "数值", ["FilingRow.Words"] = "进展说明",
        ["FilingRow.Cause"] = "滞后原因", ["NextStep"] = "下步措施", ["ChoiceReason"] = "改动判定的理由", ["Request"] = "需协调事项", ["ReturnReason"] = "退回原因", ["IsFrozen"] = "已报送定稿", ["ReturnPhrase.Text"] = "意见", ["ReturnPhrase.Use"] = "用途",

        ["CoordinationAct.Kind"] = "办理", ["CoordinationAct.Name"] = "办理人", ["DepartmentId"] = "承办部门", ["AskedBy"] = "提出人", ["AskedAt"] = "提出时间", ["StateSince"] = "状态起始时间", ["CoordinationItem.Answer"] = "答复意见",
        ["AnsweredBy"] = "答复人", ["Agreed"] = "议定事项", ["AgreedBy"] = "议定完成日期", ["RepliedOn"] = "答复日期", ["WantedDue"] = "申请延期至", ["WantedWhy"] = "申请理由", ["IsReopened"] = "重新办理",

        ["Reminder.Kind"] = "方式", ["Reminder.Name"] = "催办人", ["Section"] = "以何名义", ["On"] = "日期",

        ["Changes"] = "与上年相比", ["Scheme.PrimaryDueDay"] = "基层季报截止日", ["Scheme.CommitteeExtraWorkdays"] = "党（工）委顺延工作日", ["Scheme.ReviewWorkdays"] = "审核时限（工作日）", ["Scheme.ReplyWorkdays"] = "协调事项答复时限（工作日）",
        ["Demand.Kind"] = "需佐证", ["Demand.Reason"] = "需佐证的理由", ["MeasuredBy"] = "取数指标", ["EvidenceItem.Kind"] = "佐证种类", ["EvidenceItem.Title"] = "佐证名称", ["Link"] = "页面地址", ["DocumentNo"] = "文号",
        ["FileName"] = "文件名", ["MediaType"] = "文件类型", ["Size"] = "字节数", ["Hash"] = "SHA-256", ["SentHash"] = "上传时SHA-256", ["AddedBy"] = "登记人", ["AddedOn"] = "登记日期",
        ["WithdrawnOn"] = "撤回日期", ["WithdrawnBy"] = "撤回人", ["WithdrawReason"] = "撤回原因", ["Quarter"] = "季度", ["By"] = "经办人", ["IsSubmitted"] = "已随报送提交",
        ["FigureParameter.Key"] = "参数", ["FigureParameter.Text"] = "内容",
        ["LockedOn"] = "锁定日期", ["Order"] = "顺序", ["IsOptional"] = "有数才写", ["TemplateText"] = "范文", ["OwnText"] = "正文", ["IsLeftOut"] = "本段不写", ["LeftOutReason"] = "不写的原因",
        ["EditedBy"] = "修改人", ["EditedOn"] = "修改日期", ["ReportParagraph.Key"] = "段落", ["ReportParagraph.Level"] = "层次", ["Rule"] = "检查项", ["ReportExplanation.Place"] = "段落", ["ReportExplanation.Words"] = "体检提示",
        ["ReportAct.Kind"] = "办理", ["ReportAct.Name"] = "办理人", ["Use"] = "用处", ["Wording.Text"] = "表述", ["Wording.Source"] = "出处", ["CheckedBy"] = "核对人", ["CheckedOn"] = "核对日期",
        ["Block"] = "板块", ["Origin"] = "来源", ["NextPlanItem.Goal"] = "目标", ["Measures"] = "措施", ["Lead"] = "牵头", ["FigureKey"] = "对应指标", ["NextPlanItem.Source"] = "建议来源", ["SourceText"] = "建议内容", ["DismissReason"] = "不列入的理由",
        ["DataRequest.Title"] = "征集内容", ["Definition"] = "口径", ["AsOf"] = "统计日", ["Searched"] = "查过的词", ["DataRequest.Reason"] = "已有的数为什么用不上", ["Basis"] = "依据文件", ["AskerId"] = "征集单位",
        ["DataRequest.AskedBy"] = "征集人", ["DataRequest.AskedAt"] = "征集时间",
        ["Cutoff"] = "截止日", ["FigureOverride.Key"] = "指标", ["FigureOverride.Value"] = "更正后的值",
        ["LedgerEntry.Section"] = "台账部分", ["LedgerEntry.Text"] = "记载内容", ["IsLate"] = "补记",

        ["Scheme.LockDays"] = "截止后锁定天数", ["Scheme.OpenDay"] = "季报开放日", ["Scheme.FourthOpenDay"] = "第四季度开放日", ["Scheme.FourthDueDay"] = "第四季度截止日",
        ["Scheme.ListsDueDay"] = "三张清单截止日", ["Scheme.CommitteePosts"] = "党（工）委须有责任事项的岗位", ["Scheme.PrimaryPosts"] = "基层须有责任事项的岗位",
        ["Period"] = "期次", ["Opens"] = "开放日", ["Due"] = "截止日", ["Locks"] = "锁定日", ["ReviewWorkdays"] = "审核时限（工作日）", ["PublishedOn"] = "发布日期", ["Date"] = "日期",

        ["Code"] = "组织代码", ["Domain"] = "领域", ["Organization.Kind"] = "组织类别", ["Organization.Nature"] = "组建方式", ["SortNo"] = "排序", ["IsFilledByParent"] = "由上级代填", ["MemberCount"] = "党员数", ["Territory"] = "属地",
        ["TerritoryId"] = "所属属地", ["AssessmentLineId"] = "考核归口", ["ElectedOn"] = "本届选举日期", ["Remark"] = "备注", ["ClosedOn"] = "撤销日期", ["SuccessorId"] = "承接组织", ["ParentId"] = "上级党组织",
        ["ClosingDocument"] = "撤并文号", ["Document"] = "文号", ["FormerName.Name"] = "原名称", ["FormerName.To"] = "最后一日",
        ["Secretaries"] = "书记", ["Deputies"] = "副书记", ["Members"] = "委员", ["Workers"] = "社区工作者", ["Assistants"] = "助理社会工作师", ["SocialWorkers"] = "社会工作师", ["Seniors"] = "高级社会工作师",
        ["BegunBy"] = "发起人", ["BegunOn"] = "发起日期", ["GivenAt"] = "移交确认时间", ["GivenBy"] = "移交确认", ["TakenAt"] = "接任确认时间", ["TakenBy"] = "接任确认", ["Handover.Reason"] = "依据",
        ["Person.Name"] = "姓名", ["PostHolding.Kind"] = "任职类别", ["Title"] = "职务", ["PostHolding.From"] = "任职日期", ["PostHolding.To"] = "离任日期",
        ["UserName"] = "账号", ["Email"] = "邮箱", ["EmailConfirmed"] = "邮箱已确认", ["PhoneNumber"] = "手机", ["PhoneNumberConfirmed"] = "手机已确认", ["TwoFactorEnabled"] = "双因素验证",
        ["LockoutEnd"] = "锁定至", ["LockoutEnabled"] = "输错锁定", ["MustChangePassword"] = "须修改密码", ["IsDisabled"] = "停用", ["IsDemo"] = "演示账号",
        ["CodeExpires"] = "一次性码有效期至", ["ActivatedAt"] = "激活时间", ["PasswordSetAt"] = "密码设置时间",
        ["EndedOn"] = "停止日期", ["EnteredOn"] = "登记日期", ["EnteredBy"] = "登记人", ["ConfirmerId"] = "确认单位", ["Confirmation"] = "确认情况", ["ConfirmedOn"] = "确认日期", ["ConfirmedBy"] = "确认人", ["ConfirmationWords"] = "确认意见",
        ["DisposalCertificate.AssignmentName"] = "专项工作", ["AssignmentEndedOn"] = "专项工作结束日期", ["DisposedOn"] = "处置日期", ["DisposedBy"] = "处置人", ["Records"] = "处置条数", ["Households"] = "户数", ["Yards"] = "小区数",

        ["Rubric.Kind"] = "适用对象", ["Rubric.No"] = "版次", ["MidOn"] = "年中数据截止日", ["EndOn"] = "年底数据截止日", ["Verdict"] = "结果认定", ["Rubric.PublishedOn"] = "启用日期", ["PublishedBy"] = "启用人",
        ["RubricCategory.Code"] = "编号", ["RubricItem.Code"] = "编号", ["RubricCriterion.Code"] = "编号", ["Standard"] = "考核标准", ["Sentence"] = "评分细则", ["Score"] = "计分方式", ["OptionsText"] = "适用和查证约定",
        ["Method"] = "计分类型", ["Automation"] = "自动计分程度", ["RubricCriterion.Phase"] = "考核阶段", ["Checks"] = "检查方式", ["RubricCriterion.Evidence"] = "佐证", ["RubricParameter.Key"] = "区定标准", ["RubricParameter.Value"] = "标准值",

        ["Round.Phase"] = "考核阶段", ["Round.No"] = "年内第几轮", ["Round.Stage"] = "进度", ["Plan.Name"] = "考核名称", ["Plan.DocumentNo"] = "方案文号", ["Plan.PlanNo"] = "列入计划文号", ["Plan.SelfDue"] = "自评截止日",
        ["Plan.OnSiteFrom"] = "现场考核开始日", ["Plan.OnSiteTo"] = "现场考核结束日", ["Plan.AccessUntil"] = "考核人员权限截止日", ["Plan.LeastLoad"] = "每组至少单位数", ["Plan.MostLoad"] = "每组至多单位数", ["FrozenAt"] = "结束自评时间", ["Seed"] = "抽签种子", ["FirstWitness"] = "见证人一", ["SecondWitness"] = "见证人二", ["DrawnAt"] = "抽签时间",
        ["Round.ClosedOn"] = "定结果日期", ["Round.GradedOn"] = "部务会日期", ["GradingNo"] = "部务会纪要文号", ["AnnouncedOn"] = "公布日期", ["AnnouncementNo"] = "公布文号", ["AnnouncedBy"] = "公布人",
        ["FrozenOn"] = "随方案发布日期", ["SchemeWeight.Kind"] = "适用对象", ["SchemeWeight.Part"] = "部分", ["Percent"] = "权重（%）", ["Without"] = "不计的类", ["SchemeNumber.Number"] = "标准", ["SchemeNumber.Value"] = "数值",
        ["Group"] = "考核分组", ["Total"] = "总分", ["Rank"] = "组内名次", ["Proposed"] = "拟定等次", ["CapWords"] = "封顶和名额", ["AnnualResult.Grade"] = "等次", ["AnnualResult.Reason"] = "理由",
        ["VetoReview.Ground"] = "否决事由", ["VetoReview.Facts"] = "事实和依据", ["VetoReview.Stage"] = "进度", ["RaisedBy"] = "提请人", ["RaisedOn"] = "提请日期", ["HeardOn"] = "听取意见日期", ["VetoReview.Statement"] = "陈述",
        ["VetoReview.DecidedOn"] = "部务会日期", ["MeetingNo"] = "部务会纪要文号", ["Decision"] = "决定", ["NoticeNo"] = "通知书文号", ["AssessmentTeam.No"] = "组号", ["TeamMember.Name"] = "成员", ["IsLeader"] = "组长", ["Recusal.Reason"] = "回避理由",
        ["TeamId"] = "考核组", ["ScoreSheet.Stage"] = "进度", ["ScoreSheet.Note"] = "重抽或退回", ["VisitedOn"] = "现场考核日期", ["Opinion"] = "意见", ["SubmittedAt"] = "提交时间", ["SubmittedBy"] = "提交人", ["LetterNo"] = "反馈意见书文号",
        ["FeedbackOn"] = "反馈日期", ["ObjectionUntil"] = "申诉截止日", ["ComputedTotal"] = "系统总分", ["SelfTotal"] = "自评总分", ["TeamTotal"] = "考核组总分", ["FinalTotal"] = "最终得分", ["CheckedId"] = "交叉复评的评分表", ["ScoreSheet.Agreed"] = "联合复核意见", ["ScoreSheet.AgreedBy"] = "联合复核登记人", ["AgreedAt"] = "联合复核时间", ["CheckSeed"] = "交叉复评抽签种子",
        ["SheetLine.Code"] = "条编号", ["SheetLine.No"] = "序号", ["Worth"] = "折算分值", ["SheetLine.State"] = "计分状态", ["Inputs"] = "计分依据", ["Months"] = "已满月数", ["Computed"] = "系统分", ["ComputedSentence"] = "系统分依据", ["Self"] = "自评分", ["SelfReason"] = "自评说明",
        ["Given"] = "考评人打分", ["IsNotApplicable"] = "不适用", ["SheetLine.Reason"] = "理由", ["SheetLine.Evidence"] = "佐证", ["SheetLine.Sentence"] = "系统建议", ["FactsText"] = "现场认定", ["ScoredBy"] = "考评人", ["ScoredAt"] = "打分时间",
        ["Team"] = "组长定分", ["TeamReason"] = "定分理由", ["SheetLine.Agreed"] = "商定分", ["Reviewed"] = "复核分", ["ReviewReason"] = "复核理由", ["ClassScorer.Category"] = "类", ["ClassScorer.Name"] = "评分人",
        ["PledgeSheet.Stage"] = "进度", ["SubmittedOn"] = "报送日期", ["ReviewedBy"] = "审核人", ["ReviewedOn"] = "审核日期", ["PublishedAt"] = "公示地点", ["PledgeSheet.PublishedOn"] = "公示日期",
        ["Pledge.Text"] = "承诺事项", ["Mark"] = "兑现标志", ["Pledge.DueOn"] = "兑现时限", ["Pledge.Outcome"] = "兑现状态", ["Pledge.Words"] = "兑现情况", ["Pledge.ClaimedOn"] = "申报日期", ["Pledge.Reason"] = "未兑现的原因", ["SettledBy"] = "确认人", ["SettledOn"] = "确认日期",
        ["IsFile"] = "存档", ["Debrief.Stage"] = "进度", ["Text.Duties"] = "履行党建责任情况", ["Text.Pledges"] = "承诺践诺情况", ["Text.Rectification"] = "上年度问题整改情况", ["Text.Problems"] = "存在的主要问题", ["Text.NextSteps"] = "下一步打算",
        ["Told"] = "取自记录的内容", ["AcceptedBy"] = "审核人", ["AcceptedOn"] = "通过日期", ["Debrief.Mode"] = "述职方式", ["MeetingOn"] = "述职日期", ["Debrief.Place"] = "述职地点", ["CommentedBy"] = "点评人", ["Comment"] = "点评",
        ["Debrief.Grade"] = "综合评价等次", ["GradeReason"] = "评定理由", ["GradedOn"] = "评定日期", ["GradedBy"] = "评定登记人", ["DebriefAnswer.Words"] = "回应", ["DebriefComment.Text"] = "点评问题", ["ListedOn"] = "列入清单日期",
        ["Objection.Code"] = "申诉条款", ["Ground"] = "申诉理由", ["Objection.Reason"] = "具体情况", ["FiledBy"] = "提出人", ["FiledAt"] = "提出时间", ["Outcome"] = "复核结果", ["FirstReviewer"] = "复核人一", ["SecondReviewer"] = "复核人二", ["Objection.DecidedBy"] = "经办人", ["DecidedAt"] = "决定时间",

        ["SiteProgramme.Name"] = "方案名称", ["Approver"] = "批准机关", ["BasisDocument"] = "依据文号", ["ApprovedOn"] = "批准日期", ["Wording"] = "表述", ["HasPlaques"] = "授牌", ["Numbers.Community"] = "社区拟确定数", ["Numbers.Organ"] = "机关拟确定数", ["Numbers.School"] = "学校拟确定数", ["Numbers.TwoNew"] = "两新拟确定数",
        ["PerCommittee"] = "每个党（工）委推荐限额", ["LeastStar"] = "两新党组织最低星级", ["NoticeDays"] = "公示天数", ["SiteProgramme.Mark"] = "命名所需得分", ["DeclareFrom"] = "申报开始日", ["DeclareUntil"] = "申报截止日", ["Types"] = "创建类型", ["VisitItems"] = "现场评分项目", ["SiteProgramme.PublishedOn"] = "发布日期", ["SiteProgramme.PublishedBy"] = "发布人",
        ["CommitteeId"] = "推荐的党（工）委", ["DemonstrationSite.Domain"] = "领域", ["BeltSite.Domain"] = "领域", ["Type"] = "创建类型", ["Theme"] = "主题", ["DemonstrationSite.Stage"] = "进度", ["DeclaredOn"] = "申报日期", ["DeclaredBy"] = "申报确认人", ["EndorsedOn"] = "推荐日期", ["EndorsedBy"] = "推荐人", ["CommitteeOpinion"] = "党（工）委意见",
        ["DemonstrationSite.ReviewedOn"] = "资料审核日期", ["DemonstrationSite.ReviewedBy"] = "资料审核人", ["ReviewOpinion"] = "资料审核意见", ["DemonstrationSite.VisitedOn"] = "实地查看日期", ["Visitors"] = "查看人员", ["VisitMarks"] = "现场评分", ["VisitScore"] = "现场得分", ["ShortlistedOn"] = "列入拟确定名单日期",
        ["NoticeFrom"] = "公示开始日", ["NoticeUntil"] = "公示截止日", ["NoticePlace"] = "公示的地方", ["DemonstrationSite.ConfirmedOn"] = "确定日期", ["ConfirmationNo"] = "部务会纪要文号", ["Weaknesses"] = "现状短板", ["DemonstrationSite.Leader"] = "联系领导", ["Guide"] = "指导科员",
        ["PlanSubmittedOn"] = "一点一策报送日期", ["PlanSubmittedBy"] = "一点一策报送人", ["PlanReturnReason"] = "一点一策退回原因", ["DemonstrationSite.PlanApprovedOn"] = "一点一策审定日期", ["PlanApprovedBy"] = "一点一策审定人", ["NamedOn"] = "命名日期", ["DemonstrationSite.EndedOn"] = "结束日期", ["EndReason"] = "事由", ["EndWords"] = "结束的情况",
        ["SiteObjection.By"] = "反映人", ["SiteObjection.Words"] = "异议内容", ["SiteObjection.On"] = "收到日期", ["SiteObjection.DecidedOn"] = "核实日期", ["SiteObjection.DecidedBy"] = "核实人", ["IsUpheld"] = "经核实成立", ["SiteObjection.Decision"] = "核实情况",
        ["IsMade"] = "为一点一策新增的任务", ["FundsFen"] = "资金（元）", ["Carrier"] = "服务载体", ["SiteMeasure.Result"] = "预期成果", ["SiteMeasure.Words"] = "进展说明", ["ReportedOn"] = "报送进展日期", ["ReportedBy"] = "进展报送人", ["SiteMeasure.ReturnReason"] = "退回完成的原因",
        ["SiteDecision.Outcome"] = "决定", ["SiteDecision.Score"] = "年度得分", ["SiteDecision.Reason"] = "事由", ["SiteDecision.Words"] = "情况", ["RectifyBy"] = "整改截止日", ["SiteDecision.MeetingNo"] = "会议纪要或文号", ["SiteDecision.On"] = "决定日期", ["SiteDecision.By"] = "登记人",
        ["DemonstrationBelt.Name"] = "名称", ["DemonstrationBelt.Responsible"] = "责任人", ["BeltMatter.Responsible"] = "责任单位", ["Route"] = "线路", ["DemonstrationBelt.Stage"] = "状态", ["PlannedOn"] = "规划日期", ["DemonstrationBelt.BegunOn"] = "建设开始日期", ["DemonstrationBelt.ListedOn"] = "列入日期", ["DemonstrationBelt.ListingNo"] = "列入文号", ["DemonstrationBelt.EndedOn"] = "撤销日期",
        ["IsLead"] = "牵头示范点", ["IsCurrent"] = "在该示范区（带）中", ["BeltMatter.Text"] = "共建事项", ["BeltMatter.DueOn"] = "时限", ["BeltMatter.DoneOn"] = "办结日期", ["BeltMatter.Outcome"] = "办结情况",

        ["Survey.Title"] = "测评名称", ["Survey.Kind"] = "测评种类", ["Survey.From"] = "作答开始日", ["Until"] = "作答截止日", ["Slips"] = "发放份数", ["OpenedBy"] = "开始人", ["OpenedOn"] = "开始日期", ["Sample"] = "抽样户册序号", ["SampleSeed"] = "抽户种子", ["SampledOf"] = "住户册户数",
        ["QuestionsText"] = "问卷", ["PrintedOn"] = "印制日期", ["ClosedBy"] = "结束人", ["Survey.ClosedOn"] = "结束日期", ["Answered"] = "有效应答", ["AnsweredOnPaper"] = "其中纸质票", ["TallyText"] = "各题票数",
        ["PaperCount.No"] = "第几遍", ["PaperCount.By"] = "录入人", ["Ballots"] = "纸质票张数", ["CountsText"] = "各题票数",

        ["RectificationBatch.No"] = "批次序号", ["RectificationBatch.OpenedBy"] = "建立人", ["RectificationBatch.OpenedOn"] = "建立日期", ["Scheme.Name"] = "方案名称", ["Scheme.DocumentNo"] = "方案文号", ["Scheme.Method"] = "整顿工作法",
        ["Scheme.Leaders"] = "联系区领导数", ["Scheme.FirstSecretaries"] = "第一书记数", ["Scheme.WorkTeams"] = "工作组数", ["Scheme.SupportUnits"] = "帮扶单位数", ["Scheme.Quota"] = "列入名额",
        ["Scheme.LeastLeaderVisits"] = "区领导每季度到点次数", ["Scheme.LeastTeamMembers"] = "工作组人数", ["Scheme.LeastOnPostDays"] = "第一书记每月在岗天数", ["Scheme.LeastMonths"] = "整顿期（月）", ["Scheme.CappingFailures"] = "验收不合格封顶次数", ["SupervisionNoteId"] = "督查单",
        ["RectificationCase.Stage"] = "进度", ["Reasons"] = "列入情形", ["Causes"] = "主要问题和成因", ["Aim"] = "整顿目标", ["RectificationCase.ListedOn"] = "列入日期", ["ListingNo"] = "会议文号", ["RolesDueOn"] = "帮扶力量到位时限",
        ["PlanApprovedOn"] = "方案批准日期", ["RectificationCase.EndedOn"] = "销号日期", ["Baseline.Votes"] = "基线有效票", ["Baseline.Satisfied"] = "基线满意票", ["Baseline.Petitions"] = "基线信访件次", ["Baseline.Residents"] = "居民人口",
        ["Baseline.Households"] = "户数", ["Baseline.Source"] = "基线来源", ["CaseHelper.Role"] = "帮扶角色", ["CaseHelper.Name"] = "姓名", ["CaseHelper.Unit"] = "单位", ["CaseHelper.From"] = "选派日期", ["CaseHelper.To"] = "结束日期",
        ["CaseProblem.Reason"] = "对应情形", ["PlannedFen"] = "计划资金（元）", ["Explanation"] = "不能办理的说明", ["ExplainedBy"] = "说明人", ["ExplainedOn"] = "说明日期",
        ["Month"] = "月份", ["Direction"] = "走向", ["CaseDirection.Reason"] = "依据", ["CaseDirection.By"] = "研判人", ["CaseDirection.On"] = "研判日期",
        ["Acceptance.Statement"] = "申请说明", ["AppliedBy"] = "申请人", ["AppliedOn"] = "申请日期", ["Acceptance.No"] = "第几次验收", ["Petitions"] = "近12个月信访件次", ["PetitionsUntil"] = "信访统计截止日", ["PetitionSource"] = "信访数据来源",
        ["Acceptance.Outcome"] = "验收结论", ["Acceptance.DecidedOn"] = "认定日期", ["Acceptance.DocumentNo"] = "结论文号", ["Acceptance.DecidedBy"] = "认定人", ["Acceptance.Score"] = "验收评分", ["Acceptance.Satisfied"] = "满意票", ["ValidVotes"] = "有效票",
        ["Acceptance.Reasons"] = "认定依据", ["AgainOn"] = "再次验收不早于", ["LookBackOn"] = "回头看日期", ["LookBackWords"] = "回头看情况", ["LookBackBy"] = "回头看人", ["RelapsedOn"] = "反弹日期", ["RelapseFact"] = "反弹事实", ["RelapseBy"] = "认定反弹人",
        ["TeamMember.Unit"] = "所属部门",

        ["CaseVisit.On"] = "走访日期", ["Visitor"] = "走访人", ["Building"] = "楼栋", ["HouseholdNo"] = "户号", ["CaseVisit.Households"] = "走访户数", ["Cards"] = "发放服务卡",
        ["ResidentOpinion.No"] = "编号", ["ResidentOpinion.Source"] = "来源", ["ResidentOpinion.On"] = "收集日期", ["Count"] = "件数", ["Handler"] = "承办", ["ResidentOpinion.DueOn"] = "办理时限", ["Result"] = "办理结果", ["HandledOn"] = "办理日期",
        ["ResidentOpinion.Told"] = "告知对象", ["ToldBy"] = "反馈方式", ["ToldOn"] = "反馈日期", ["Satisfied"] = "满意", ["Complaint"] = "不满意的原因", ["Reopenings"] = "重新办理次数", ["ResidentOpinion.EndedOn"] = "办结日期",
        ["RectificationFund.Source"] = "资金来源", ["Giver"] = "来源单位", ["AmountFen"] = "金额（元）", ["Purpose"] = "资金用途", ["ArrivedOn"] = "到账日期", ["FundSpending.On"] = "支出日期", ["FundSpending.Use"] = "支出用途", ["VoucherNo"] = "凭证号",
        ["PracticalThing.Households"] = "受益户数", ["IsPromised"] = "方案承诺", ["PracticalThing.BegunOn"] = "开工日期", ["DoneOn"] = "办成日期", ["PracticalThing.ConfirmedBy"] = "确认的居民代表", ["PracticalThing.PublishedOn"] = "公示日期",
        ["LeaderVisit.On"] = "到点日期", ["LeaderVisit.Leader"] = "区领导", ["Matter"] = "到点事项", ["LeaderVisit.Outcome"] = "协调结果",
        ["SupervisionNote.No"] = "编号", ["SupervisionNote.On"] = "督查日期", ["SupervisionNote.Group"] = "督查组", ["Manner"] = "督查方式", ["SupervisionNote.DueOn"] = "整改时限",
    }.Concat(DescribedFields).ToDictionary();

    private static readonly HashSet<string> Organizations = ["OrganizationId", "DepartmentId", "UpperId", "ParentId", "TerritoryId", "AssessmentLineId", "SuccessorId", "ConfirmerId", "AskerId", "CommitteeId"];
    private static readonly HashSet<string> Hundredths = ["Target", "NewTarget", "OldTarget", "Value", "Nodes.First", "Nodes.Second", "Nodes.Third", "Nodes.Fourth", "Objective.Target", "Old.Target", "Changed.Target", "Points", "Worth", "Total", "Computed", "Self", "Given", "Team", "SheetLine.Agreed", "Reviewed", "ComputedTotal", "SelfTotal", "TeamTotal", "FinalTotal", "VisitScore", "Mark"];

    private static bool IsOrganization(string field) => Organizations.Contains(field) || field.EndsWith("OrganizationId", StringComparison.Ordinal);

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <summary>False for links between rows, which mean nothing to a reader, and for a sheet, which is read on its own page.</summary>
    public static bool IsTold(string field) => IsOrganization(field) || (field is not (nameof(Handover.Sheet) or nameof(AnnualResult.Worksheet)) && !field.EndsWith("Id", StringComparison.Ordinal));

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

        if (field.EndsWith("Fen", StringComparison.Ordinal) && long.TryParse(stored, CultureInfo.InvariantCulture, out var fen))
        {
            return (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        }

        if (int.TryParse(stored, CultureInfo.InvariantCulture, out var number))
        {
            return IsOrganization(field) ? tree.Find(number)?.Name ?? stored
                : Hundredths.Contains(field) ? Quantity.Print(number)
                : field == "Choice" ? ((ReportChoice)number).Text()
                : stored;
        }

        return stored.Length == 20 && DateTime.TryParseExact(stored, "yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? OfficeTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : stored;
    }
}
