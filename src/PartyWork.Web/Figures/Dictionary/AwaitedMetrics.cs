using static PartyWork.Web.Figures.FigureFold;
using static PartyWork.Web.Figures.FigureSection;
using static PartyWork.Web.Figures.FigureTime;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>
/// What the rubrics ask and no record here can tell yet. Each names the records that will; whoever builds them moves the entry to its theme and
/// gives it facts under the same key. Until then the answer is 未记录, and the assessor's own finding stands in for it.
/// </summary>
internal static class AwaitedMetrics
{
    private const string Pledges = "党员公开承诺", Sampling = "考核抽查", Discipline = "纪检数据导入", Roll = "党员名册",
        Visits = "走访登记", Attendance = "组织生活个人出勤", UnionMeetings = "联席会议登记", Services = "在职党员报到服务", Premises = "阵地和设施登记";

    public static readonly IReadOnlyList<Figure> All =
    [
        Of("tasks.false_completion_count", "虚报完成数", "项", Count, Flow, AssessedDuties, Sampling, "抽查认定为虚报完成的任务"),
        Of("burden.own_forms_added", "自设未批准表单数", "种", Count, Flow, AssessedDuties, "表单登记", "本级自行向下级布置、没有列入准予使用目录的表单，访谈反映的由考核组登记"),
        Of("special.overdue_count", "专项任务逾期数", "项", Count, Stock, AssessedDuties, "专项任务分解", "专项工作中截止日已过时限、没有完成的任务"),
        Of("assist.visits_missing", "少访户次", "户次", Sum, Flow, AssessedService, "结对帮扶", "每个结对户应走访次数与实际走访次数之差合计，多访的不抵"),

        Of("org.required_branch_missing", "应建未建党组织数", "个", Count, Stock, AssessedOrganization, "组建排查", "符合单独组建条件的单位、网格（小区）减去已建立党组织的"),
        Of("org.member_vacancies", "委员空缺数", "名", Sum, Stock, AssessedOrganization, "班子职数", "批准的委员职数减去截止日在任的委员"),
        Of("org.fulltime_ratio", "专职党务干部比例", "%", Ratio, Stock, AssessedOrganization, "单位编制人数", "专职党务干部人数÷单位工作人员人数"),
        Of("org.backup_secretaries", "后备书记人数", "人", Count, Stock, AssessedOrganization, "后备干部登记", "截止日在册的社区党组织书记后备人选"),
        Of("org.activists", "入党积极分子数", "人", Count, Stock, AssessedMembers, Roll, "截止日在册的入党积极分子"),

        Of("meeting.group.compliance_rate", "党小组会达标率", "%", Ratio, Flow, AssessedLife, "党小组名册", "党小组每月至少开一次会的月数÷应开的月数"),
        Of("meeting.leader_dual_attendance", "领导干部双重组织生活参加率", "%", Ratio, Flow, AssessedLife, Attendance, "班子成员参加所在支部组织生活的次数÷应参加的次数，按人计"),
        Of("meeting.leaders_below_dual", "双重组织生活参加率低于80%的班子成员数", "人", Count, Flow, AssessedLife, Attendance, "参加所在支部组织生活的次数不到应参加次数80%的班子成员"),
        Of("ledger.leader_lecture_missing", "未讲党课班子成员数", "人", Count, Flow, AssessedLife, "讲课人登记", "报告年度内一次党课也没有讲的班子成员"),
        Of("leader_meeting.report_days", "会后报送用时", "天", Sum, Flow, AssessedLife, "民主生活会情况报告", "民主生活会召开之日至情况报告报送之日的天数"),
        Of("appraisal.over_quota_branches", "优秀超比例支部数", "个", Count, Flow, AssessedLife, "民主评议结果", "评为优秀的党员多于参评党员三分之一（向下取整）的党支部"),
        Of("study.sessions_missing", "学习主题缺次", "次", Sum, Flow, AssessedLife, "年度学习计划", "年度学习计划的主题场次减去已学习的场次"),

        Of("member.formal_count", "正式党员数", "人", Sum, Stock, AssessedMembers, Roll, "截止日在册的正式党员；党组织名录中的党员数含预备党员，不能代替"),
        Of("member.admission_plan_rate", "发展计划完成率", "%", Ratio, Flow, AssessedMembers, Roll, "报告年度发展党员数÷年度发展计划数"),
        Of("member.years_without_admission", "连续未发展党员年数", "年", Sum, Stock, AssessedMembers, Roll, "截止日距最近一次发展党员的年数"),
        Of("member.floating_uncontacted", "流动党员失联数", "人", Count, Stock, AssessedMembers, Roll, "6个月以上没有联系或没有登记的流动党员"),
        Of("member.unmanaged_count", "未纳入管理党员数", "人", Count, Stock, AssessedMembers, Roll, "在两新单位工作6个月以上，既没有转入组织关系也没有纳入流动管理的党员"),
        Of("dues.arrears_3m_members", "欠交党费3个月以上人数", "人", Count, Stock, AssessedMembers, "党费收缴登记", "连续3个月以上没有交纳党费、又没有批准减免的党员"),
        Of("training.member_hours_rate", "学时达标率", "%", Ratio, Flow, AssessedMembers, "党员学时登记", "年度学习培训学时达到要求的党员人数÷有学时要求的党员人数"),
        Of("pledge.members_total", "应评议人数", "人", Count, Flow, AssessedMembers, Pledges, "应参加党员公开承诺评议的党员人数"),
        Of("pledge.members_reviewed", "党员承诺已评议人数", "人", Count, Flow, AssessedMembers, Pledges, "应评议人数中承诺已经评议的"),
        Of("care.visits_missing", "应访未访关怀人次", "人次", Sum, Flow, AssessedMembers, "党内关怀登记", "应走访慰问的困难党员、老党员人次减去已走访的"),
        Of("discipline.member_sanctions", "党员受处分人数", "人", Count, Flow, AssessedMembers, Discipline, "报告年度内受党纪处分的党员人数，由纪检机关提供的汇总数导入"),
        Of("discipline.team_sanctions", "班子成员受处分人数", "人", Count, Flow, AssessedMembers, Discipline, "报告年度内受党纪处分的班子成员人数，由纪检机关提供的汇总数导入"),

        Of("decision.bypassed_matters", "应入未入程序事项数", "件", Count, Flow, AssessedDecisions, "重大事项标准和逐笔核对", "达到标准应按一征三议两公开办理而没有办理的支出和事项"),
        Of("decision.on_time_close_rate", "决议事项按期办结率", "%", Ratio, Flow, AssessedDecisions, "决策事项计划办结日期", "计划办结日期前办结的决策事项÷到期的决策事项"),
        Of("publicity.quarters_missing", "公开缺季数", "季", Count, Flow, AssessedDecisions, "居务公开登记", "报告年度内已满而没有完整公开的季度"),
        Of("fund.expense_without_supervision", "无监督意见支出笔数", "笔", Count, Flow, AssessedDecisions, "经费支出监督意见", "服务群众专项经费支出中没有居务监督意见的"),
        Of("fund.per_member_amount", "党员人均活动经费", "元", Ratio, Flow, AssessedDecisions, "机关和两新党建经费", "党建经费到账数÷正式党员数"),

        Of("union.meeting_count", "联席会议次数", "次", Count, Flow, AssessedService, UnionMeetings, "报告年度内召开的大党工委、大党委联席会议"),
        Of("union.meeting_compliance_rate", "联席会议达标率", "%", Ratio, Flow, AssessedService, UnionMeetings, "每季至少召开一次联席会议的季数÷应开季数"),
        Of("union.open_items", "议定事项未办结数", "项", Count, Stock, AssessedService, UnionMeetings, "联席会议议定事项中截止日已过时限、没有办结也没有说明的"),
        Of("checkin.member_service_rate", "在职党员服务达标率", "%", Ratio, Flow, AssessedService, Services, "年度服务次数达到要求的报到党员人数÷报到的在职党员人数"),
        Of("checkin.services_per_member", "党员教师人均服务次数", "次", Ratio, Flow, AssessedService, Services, "党员教师服务次数÷党员教师人数"),
        Of("facility.shared_use_count", "共享阵地使用次数", "次", Count, Flow, AssessedService, Premises, "报告年度内使用共享活动阵地的次数"),
        Of("facility.sqm_per_100hh", "每百户综合服务设施面积", "平方米", Ratio, Stock, AssessedService, Premises, "社区综合服务设施面积÷（居民户数÷100）"),
        Of("visit.household_coverage", "走访覆盖率", "%", Ratio, Flow, AssessedService, Visits, "走访过的居民户数（同一户只计一次）÷常住居民户数"),
        Of("visit.key_household_missed", "重点户漏访户次", "户次", Sum, Flow, AssessedService, Visits, "重点户应走访户次减去已走访的"),

        Of("two_new.consultation_count", "沟通协商次数", "次", Count, Flow, AssessedTwoNew, "沟通协商登记", "报告年度内党组织与单位管理层沟通协商的次数"),
        Of("two_new.instructor_visits_missing", "指导员少访次数", "次", Sum, Flow, AssessedTwoNew, "指导员走访登记", "党建指导员每季应到单位次数减去实际次数，多到的不抵"),
        Of("two_new.mass_org_missing", "应建未建群团数", "个", Count, Stock, AssessedTwoNew, "群团组建登记", "符合条件而没有建立的工会、共青团、妇联组织"),
        Of("two_new.quarterly_confirmations", "季度信息确认次数", "次", Count, Flow, AssessedTwoNew, "两新单位季度核实", "报告年度内按季确认单位和党员信息的次数"),

        Of("audit.sample_mismatch", "抽查失实条数", "条", Count, Flow, AssessedOpinion, Sampling, "考核抽查中认定与事实不符的记录"),
    ];

    private static Figure Of(string key, string name, string unit, FigureFold fold, FigureTime time, FigureSection section, string awaits, string definition) =>
        new(key, name, unit, $"{definition}。本系统还没有“{awaits}”的记录，建立后由它计算；在此之前为未记录，不等于0。") { Fold = fold, Time = time, Awaits = awaits, Sections = [section] };
}
