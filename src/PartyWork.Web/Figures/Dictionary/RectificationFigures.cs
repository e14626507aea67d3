using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>后进社区整顿: batches, cases, what was recorded in them and how they were accepted. Whether a community was being put right on a day follows from dates, never from its stage of today.</summary>
internal static class RectificationFigures
{
    private const int FenPerTenThousandYuan = 1_000_000;
    private const string Since = "后进社区自列入之日起、截止日前", Struck = "报告年度内销号的社区", Recorded = "；撤回的不计";

    private static readonly Expression<Func<ResidentOpinion, Fact>> AsFact = o => new Fact { OrganizationId = o.OrganizationId, RecordKind = RecordKinds.Opinion, RecordId = o.Id, Amount = 1, On = o.On, EnteredOn = o.EnteredOn };

    private static readonly Reckoner ByQuarter = new(LeaderVisitsAsync), ByMonth = new(SecretaryMonthsAsync);

    public static readonly IReadOnlyList<Figure> All =
    [
        new("rectification_method_name", "整顿工作法名称", "", "报告年度在整顿的社区所属批次的整顿工作法。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Text, Sections = [Rectification, RectificationMechanism, NextYear],
            Facts = (db, p) => Cases(db, p).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = 1, DistinctKey = "“" + c.Batch.Scheme.Method + "”工作法", On = c.ListedOn!.Value, EnteredOn = c.ListedOn }),
        },
        OfCases("lagging_communities", "后进社区数", "报告年度内在整顿的社区，含年内验收、销号和延期的；反弹重新整顿的也计。", c => true, Rectification, Mechanisms, RectificationMechanism),
        new("lagging_accepted", "后进社区验收销号数", "个", "报告年度内验收合格销号、截止日没有反弹的社区，不多于后进社区数。")
        {
            Time = FigureTime.Programme, Metric = "lagging.accepted", Among = "lagging_communities", Sections = [Supplement, AssessedRectification], Facts = (db, p) => OfAcceptances(Accepted(db, p), a => 1),
        },
        OfCases("lagging.due", "应验收社区数", "报告年度内在整顿、截止日列入已满批次方案规定的整顿期（一般6个月）的社区，含年内已销号的。", null, AssessedRectification),
        Sum("lagging_funds_10k", "整顿投入资金", "万元", Since + "到位的资金合计，含财政、帮扶单位和社会资金；承诺未到账的不计" + Recorded + "。", false, FenPerTenThousandYuan, [Rectification, RectificationMechanism],
            (db, p) => db.RectificationFunds.Where(f => f.WithdrawnOn == null && f.ArrivedOn <= p.Cutoff).Join(Cases(db, p), f => f.CaseId, c => c.Id, (f, c) => new Fact
            {
                OrganizationId = f.OrganizationId, RecordKind = RecordKinds.CaseFund, RecordId = f.Id, Amount = f.AmountFen, On = f.ArrivedOn!.Value, EnteredOn = f.EnteredOn,
            })),
        Sum("lagging_practical_things", "办理惠民实事数", "件", Since + "办成的实事合计" + Recorded + "。", true, 1, [Rectification, RectificationMechanism],
            (db, p) => db.PracticalThings.Where(t => t.WithdrawnOn == null && t.DoneOn <= p.Cutoff).Join(Cases(db, p), t => t.CaseId, c => c.Id, (t, c) => new Fact
            {
                OrganizationId = t.OrganizationId, RecordKind = RecordKinds.CaseThing, RecordId = t.Id, Amount = 1, On = t.DoneOn!.Value, EnteredOn = t.EnteredOn,
            })),
        Sum("lagging_households_visited", "走访居民户数", "户", Since + "走访的户数合计；登记了户号的，同一户走访多次只计第一次" + Recorded + "。", true, 1, [RectificationMechanism],
            (db, p) => Visits(db, p).Where(v => v.HouseholdNo == "" || !db.CaseVisits.Any(e => e.CaseId == v.CaseId && e.Building == v.Building && e.HouseholdNo == v.HouseholdNo && e.WithdrawnOn == null && (e.On < v.On || (e.On == v.On && e.Id < v.Id))))
                .Select(v => new Fact { OrganizationId = v.OrganizationId, RecordKind = RecordKinds.CaseVisit, RecordId = v.Id, Amount = v.Households, On = v.On, EnteredOn = v.EnteredOn })),
        Sum("service_cards_issued", "发放便民服务卡份数", "份", Since + "走访时发放的便民服务卡合计" + Recorded + "。", true, 1, [RectificationMechanism],
            (db, p) => Visits(db, p).Where(v => v.Cards > 0).Select(v => new Fact { OrganizationId = v.OrganizationId, RecordKind = RecordKinds.CaseVisit, RecordId = v.Id, Amount = v.Cards, On = v.On, EnteredOn = v.EnteredOn })),
        Sum("lagging_opinions_collected", "收集意见建议条数", "条", Since + "登记的意见建议合计，并入其他意见一并办理的也计。", false, 1, [RectificationMechanism],
            (db, p) => db.ResidentOpinions.Where(o => o.On <= p.Cutoff).Join(Cases(db, p), o => o.CaseId, c => c.Id, (o, c) => o).Select(AsFact)),

        Stated("leaders_per_lagging_community", "区级领导", "名", c => c.Batch.Scheme.Leaders),
        Stated("first_secretaries_per_community", "第一书记", "名", c => c.Batch.Scheme.FirstSecretaries),
        Stated("work_teams_per_community", "工作组", "个", c => c.Batch.Scheme.WorkTeams),
        Stated("support_units_per_community", "结对区直单位", "个", c => c.Batch.Scheme.SupportUnits),
        Least("least_leaders_per_lagging_community", "区级领导", "名", helping => c => helping.Count(h => h.CaseId == c.Id && h.Role == HelperRole.DistrictLeader)),
        Least("least_first_secretaries_per_community", "第一书记", "名", helping => c => helping.Count(h => h.CaseId == c.Id && h.Role == HelperRole.FirstSecretary)),
        Least("least_work_teams_per_community", "工作组", "个", helping => c => helping.Count(h => h.CaseId == c.Id && h.Role == HelperRole.WorkTeam) / c.Batch.Scheme.LeastTeamMembers),
        Least("least_support_units_per_community", "结对区直单位", "个", helping => c => helping.Where(h => h.CaseId == c.Id && h.Role == HelperRole.SupportUnit).Select(h => h.Unit).Distinct().Count()),

        OfVotes("lagging_votes_before", "整顿前测评有效票数", "列入时测评的有效票合计", a => a.Case.Baseline!.Votes),
        OfVotes("lagging_satisfied_before", "整顿前测评满意票数", "列入时测评的满意票合计", a => a.Case.Baseline!.Satisfied),
        Rate("lagging_satisfaction_rate_before", "后进社区整顿前群众满意率", "整顿前测评满意票数÷整顿前测评有效票数。", "lagging_satisfied_before", "lagging_votes_before"),
        OfVotes("lagging_votes_after", "整顿后测评有效票数", "验收时代表测评和入户测评的有效票合计", a => a.ValidVotes!.Value),
        OfVotes("lagging_satisfied_after", "整顿后测评满意票数", "验收时代表测评和入户测评的非常满意、满意和基本满意票合计", a => a.Satisfied!.Value),
        Rate("lagging_satisfaction_rate", "后进社区群众满意率", "整顿后测评满意票数÷整顿后测评有效票数。", "lagging_satisfied_after", "lagging_votes_after"),
        OfPetitions("lagging_petitions_before", "整顿前年信访件次", "列入前一年的信访件次合计。", a => a.Case.Baseline!.Petitions),
        OfPetitions("lagging_petitions_change", "整顿前后年信访件次增减", "验收时近12个月的信访件次减去列入前一年的，合计；减少的为负数。", a => a.Petitions!.Value - a.Case.Baseline!.Petitions),
        new("lagging_petition_rate_change", "每千人信访件次变化", "%", "整顿前后年信访件次增减÷整顿前年信访件次；居民人口按列入时登记的不变，因此与每千人信访件次的变化相同。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Ratio, IsChange = true, Numerator = "lagging_petitions_change", Denominator = "lagging_petitions_before", Sections = [Supplement],
        },
        new("rectification_batch_no", "后进社区整顿批次", "", "截止日前列入的最近一批的下一批，用汉字数字，如“八”。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Text, IsNumeral = true, Sections = [NextYear],
            Facts = (db, p) => db.RectificationCases.Where(c => c.ListedOn <= p.Cutoff && !db.RectificationCases.Any(l => l.ListedOn <= p.Cutoff && l.Batch.No > c.Batch.No))
                .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = 1, DistinctKey = c.Batch.No + 1 + "", On = c.ListedOn!.Value, EnteredOn = c.ListedOn }),
        },

        new("lagging.problems_total", "整顿问题总数", "个", "报告年度在整顿的社区，截止日前批准的整顿方案所列问题。")
        {
            Time = FigureTime.Programme, Sections = [AssessedRectification], Facts = (db, p) => OfProblems(db, p, closed: false),
        },
        new("lagging.problems_closed", "整顿问题销号数", "个", "整顿问题总数中截止日前已经销号、没有重新打开的；不能办理已说明的不计。")
        {
            Time = FigureTime.Programme, Among = "lagging.problems_total", Sections = [AssessedRectification], Facts = (db, p) => OfProblems(db, p, closed: true),
        },
        new("rectify.team_problem_closed", "班子问题是否解决", "", "本级整顿方案所列书记、班子类问题全部销号或已说明的为1，还有没有解决的为0；方案没有这类问题的为1。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Sum, IsOwn = true, Sections = [AssessedRectification],
            Facts = (db, p) => Cases(db, p).Where(c => c.Problems.Any()).Select(c => new Fact
            {
                OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, On = c.ListedOn!.Value,
                Amount = c.Problems.Any(x => (x.Reason == CaseReasons.Secretary || x.Reason == CaseReasons.Team) && !(x.Problem.ClosedOn <= p.Cutoff) && !(x.ExplainedOn <= p.Cutoff)) ? 0 : 1, EnteredOn = c.ListedOn,
            }),
        },
        new("lagging.deeds_open", "未办成实事件数", "件", "整顿方案承诺的实事中截止日没有办成的" + Recorded + "。")
        {
            Time = FigureTime.Programme, Among = "lagging_communities", Sections = [AssessedRectification],
            Facts = (db, p) => db.PracticalThings.Where(t => t.WithdrawnOn == null && t.IsPromised && t.BegunOn <= p.Cutoff && !(t.DoneOn <= p.Cutoff)).Join(Cases(db, p), t => t.CaseId, c => c.Id, (t, c) => new Fact
            {
                OrganizationId = t.OrganizationId, RecordKind = RecordKinds.CaseThing, RecordId = t.Id, Amount = 1, On = t.BegunOn, EnteredOn = t.EnteredOn,
            }),
        },
        new("lagging.measures_overdue", "整顿措施逾期数", "项", "整顿方案所列措施（对应的任务）中截止日已过完成时限、没有完成的；一项措施对应几个问题的只计一次，批准取消的不计。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Distinct, Among = "lagging_communities", Sections = [AssessedRectification],
            Facts = (db, p) => Planned(db, p).SelectMany(x => x.Problem.Tasks).Where(t => (t.ExtendedTo ?? t.DueOn) < p.Cutoff && t.State != TaskState.Cancelled && t.State != TaskState.Draft && !(t.State == TaskState.Done && t.ClaimedOn <= p.Cutoff))
                .Select(t => new Fact { OrganizationId = t.OrganizationId, RecordKind = RecordKinds.Task, RecordId = t.Id, Amount = 1, DistinctKey = t.Id + "", On = (t.ExtendedTo ?? t.DueOn)!.Value, EnteredOn = (t.ExtendedTo ?? t.DueOn) }),
        },
        new("assist.tasks", "帮扶任务数", "项", "整顿方案中写明由工作组、帮扶单位配合的措施（对应的任务），既计在社区，也计在帮扶单位，同一项任务在上级只计一次；批准取消的不计。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Distinct, Sections = [AssessedService], Facts = (db, p) => Assistance(db, p, t => true),
        },
        new("assist.tasks_overdue", "逾期帮扶任务数", "项", "帮扶任务中截止日已过完成时限、没有完成的。没有帮扶任务的单位为未记录。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Distinct, Among = "assist.tasks", Sections = [AssessedService],
            Facts = (db, p) => Assistance(db, p, t => (t.ExtendedTo ?? t.DueOn) < p.Cutoff && !(t.State == TaskState.Done && t.ClaimedOn <= p.Cutoff)),
        },
        new("lagging.monthly_reports_missing", "缺月报数", "次", "在整顿的社区列入以后到期、截止日没有报送的整顿月报；按首次报送之日计，等待审核的不算缺。")
        {
            Time = FigureTime.Programme, Among = "lagging_communities", Sections = [AssessedRectification],
            Facts = (db, p) => MonthlyReports(db, p).Where(f => (f.ExtendedTo ?? f.Window.Due) < p.Cutoff && f.Stage != FilingStage.Lapsed && (f.FirstSubmittedAt == null || DateOnly.FromDateTime(f.FirstSubmittedAt.Value.AddHours(8)) > p.Cutoff))
                .Select(f => new Fact { OrganizationId = f.OrganizationId, RecordKind = RecordKinds.MonthlyReport, RecordId = f.Id, Amount = 1, On = f.ExtendedTo ?? f.Window.Due, EnteredOn = f.ExtendedTo ?? f.Window.Due }),
        },
        new("lagging.leader_visits_missing", "区级领导到点缺次", "次", "在整顿的社区列入以后开始、截止日前（销号前）结束的每个季度，方案规定的区级联系领导到点次数减去登记的次数，多到的不抵。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Sum, Among = "lagging_communities", Sections = [AssessedRectification], Reckoner = ByQuarter,
        },
        new("lagging.first_secretary_days", "第一书记在岗天数", "天", "在整顿的社区报告年度内报送的整顿月报中第一书记在岗天数合计。")
        {
            Fold = FigureFold.Sum, Months = "lagging.first_secretary_months", Sections = [AssessedRectification],
            Facts = (db, p) => MonthlyReports(db, p).Where(f => f.Year == p.Year && f.FirstSubmittedAt != null).SelectMany(f => f.Rows.Where(r => r.Key == Domain.Rectification.MonthlyReport.Days && r.Value != null), (f, r) => new Fact
            {
                OrganizationId = f.OrganizationId, RecordKind = RecordKinds.MonthlyReport, RecordId = f.Id, Amount = r.Value!.Value / Domain.Quantity.One, On = f.Window.Opens, EnteredOn = f.ExtendedTo ?? f.Window.Due,
            }),
        },
        new("lagging.first_secretary_months", "第一书记在任月数", "个月", "报告年度内截止日已满、社区在整顿且从1日起有第一书记在任的月份；年中到任的，规定在岗天数按它折算，到任当月不满整月的不计。")
        {
            Time = FigureTime.Programme, Fold = FigureFold.Sum, Among = "lagging_communities", Sections = [AssessedRectification], Reckoner = ByMonth,
        },
        new("opinion.due", "应办结意见数", "条", "整顿社区登记的居民意见中办理时限在报告年度内、截止日已到的；并入其他意见的不重复计。其他社区没有意见登记，为未记录。")
        {
            Sections = [AssessedService], Facts = (db, p) => Due(db, p).Select(AsFact),
        },
        new("opinion.closed", "办结意见数", "条", "应办结意见中截止日前办结的；不能办理而已向本人说明的计为办结。")
        {
            Among = "opinion.due", Sections = [AssessedService], Facts = (db, p) => Due(db, p).Where(o => o.EndedOn <= p.Cutoff).Select(AsFact),
        },
        new("opinion.close_rate", "意见办结率", "%", "办结意见数÷应办结意见数。") { Fold = FigureFold.Ratio, Numerator = "opinion.closed", Denominator = "opinion.due", Sections = [AssessedService] },
        new("opinion.reopened", "退回重办件数", "件", "报告年度内登记的居民意见中办结或反馈后又退回重办过的。")
        {
            Among = "opinion.due", Sections = [AssessedService],
            Facts = (db, p) => db.ResidentOpinions.Where(o => o.Reopenings > 0 && o.On >= p.From && o.On <= p.Cutoff).Select(AsFact),
        },
    ];

    internal static IQueryable<RectificationCase> Cases(PartyWorkDb db, Period p) => db.BeingPutRight(p.From, p.Cutoff);

    private static IQueryable<Acceptance> Accepted(PartyWorkDb db, Period p) =>
        db.Acceptances.Where(a => a.Outcome == AcceptanceOutcome.Accepted && a.DecidedOn >= p.From && a.DecidedOn <= p.Cutoff && (a.RelapsedOn == null || a.RelapsedOn > p.Cutoff));

    private static IQueryable<CaseVisit> Visits(PartyWorkDb db, Period p) => db.CaseVisits.Where(v => v.WithdrawnOn == null && v.On <= p.Cutoff).Join(Cases(db, p), v => v.CaseId, c => c.Id, (v, c) => v);

    /// <summary>Who helps on a day; where the case was struck off by then, who helped to its end. By the acceptances, for a relapse opens the case and not its past.</summary>
    private static IQueryable<CaseHelper> Helping(PartyWorkDb db, DateOnly day) => db.CaseHelpers.Where(h => h.From <= day && (h.To == null || h.To > day
        || db.Acceptances.Any(a => a.CaseId == h.CaseId && a.Outcome == AcceptanceOutcome.Accepted && a.DecidedOn == h.To && (a.RelapsedOn == null || a.RelapsedOn > day))));

    private static IQueryable<CaseProblem> Planned(PartyWorkDb db, Period p) => Cases(db, p).Where(c => c.PlanApprovedOn <= p.Cutoff).SelectMany(c => c.Problems);

    /// <summary>Measures in which helpers take part: for the community, and for each organisation from which a supporting unit's contact comes.</summary>
    private static IQueryable<Fact> Assistance(PartyWorkDb db, Period p, Expression<Func<WorkTask, bool>> which)
    {
        var tasks = Cases(db, p).Where(c => c.PlanApprovedOn <= p.Cutoff).SelectMany(c => c.Problems, (c, x) => new { c.PlanApprovedOn, Planned = x }).SelectMany(x => x.Planned.Problem.Tasks.AsQueryable().Where(t => t.Cooperating != "" && t.State != TaskState.Cancelled && t.State != TaskState.Draft).Where(which), (x, t) => new { x.Planned.CaseId, t.OrganizationId, t.Id, x.PlanApprovedOn });
        var units = Helping(db, p.Cutoff).Where(h => h.Role == HelperRole.SupportUnit)
            .Join(db.PostHoldings.Where(x => x.From <= p.Cutoff && (x.To == null || x.To > p.Cutoff) && x.Kind <= PostKind.Officer), h => h.PersonId, x => x.PersonId, (h, x) => new { h.CaseId, x.OrganizationId });
        return tasks.Select(t => new Fact { OrganizationId = t.OrganizationId, RecordKind = RecordKinds.Task, RecordId = t.Id, Amount = 1, DistinctKey = t.Id + "", On = t.PlanApprovedOn!.Value, EnteredOn = t.PlanApprovedOn })
            .Concat(tasks.Join(units, t => t.CaseId, u => u.CaseId, (t, u) => new Fact { OrganizationId = u.OrganizationId, RecordKind = RecordKinds.Task, RecordId = t.Id, Amount = 1, DistinctKey = t.Id + "", On = t.PlanApprovedOn!.Value, EnteredOn = t.PlanApprovedOn }));
    }

    private static IQueryable<Filing> MonthlyReports(PartyWorkDb db, Period p) =>
        db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.Window.Opens <= p.Cutoff && Cases(db, p).Any(c => c.OrganizationId == f.OrganizationId && c.ListedOn <= f.Window.Opens));

    private static IQueryable<ResidentOpinion> Due(PartyWorkDb db, Period p) => db.ResidentOpinions.Where(o => o.State != OpinionState.Merged && o.DueOn >= p.From && o.DueOn <= p.Cutoff);

    /// <summary>The problems of approved plans; of those closed the day they were.</summary>
    private static IQueryable<Fact> OfProblems(PartyWorkDb db, Period p, bool closed) =>
        Cases(db, p).Where(c => c.PlanApprovedOn <= p.Cutoff).SelectMany(c => c.Problems.Where(x => !closed || x.Problem.ClosedOn <= p.Cutoff), (c, x) => new Fact
        {
            OrganizationId = x.OrganizationId, RecordKind = RecordKinds.Problem, RecordId = x.ProblemId, Amount = 1, On = closed ? x.Problem.ClosedOn!.Value : c.PlanApprovedOn!.Value, EnteredOn = closed ? x.Problem.ClosedOn : c.PlanApprovedOn,
        });

    private static Figure OfCases(string key, string name, string definition, Expression<Func<RectificationCase, bool>>? which, params FigureSection[] sections) => new(key, name, "个", definition)
    {
        Time = FigureTime.Programme, Among = key == "lagging_communities" ? "" : "lagging_communities", Sections = sections,
        Facts = (db, p) => OfCases(which is null ? Cases(db, p).Where(c => c.ListedOn!.Value.AddMonths(c.Batch.Scheme.LeastMonths) <= p.Cutoff) : Cases(db, p).Where(which), c => 1),
    };

    private static Figure Sum(string key, string name, string unit, string definition, bool isApproximate, int scale, FigureSection[] sections, Func<PartyWorkDb, Period, IQueryable<Fact>> facts) => new(key, name, unit, definition)
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum, Among = "lagging_communities", IsApproximate = isApproximate, Scale = scale, Decimals = scale > 1 ? 2 : 0, Sections = sections, Facts = facts,
    };

    /// <summary>What the scheme of the batch says each of them has; of several batches the least.</summary>
    private static Figure Stated(string key, string role, string unit, Expression<Func<RectificationCase, long>> number) => new(key, $"每个后进社区{role}数", unit, $"报告年度在整顿的社区所属批次的方案规定的每个社区{role}数，几个批次不同的取最小的；每个社区实际不少于这个数。")
    {
        Time = FigureTime.Programme, Fold = FigureFold.Least, Sections = [RectificationMechanism], Facts = (db, p) => OfCases(Cases(db, p), number),
    };

    /// <summary>What the community with the fewest has: the report says what each of them has. Struck off, it is what it had to the end.</summary>
    private static Figure Least(string key, string role, string unit, Func<IQueryable<CaseHelper>, Expression<Func<RectificationCase, long>>> number) => new(key, $"后进社区实配{role}最少数", unit, $"报告年度内在整顿的各社区中，截止日（已销号的为销号时）在任的{role}数最小的一个，用于核对报告中的方案数。")
    {
        Time = FigureTime.Programme, Fold = FigureFold.Least, Facts = (db, p) => OfCases(Cases(db, p), number(Helping(db, p.Cutoff))),
    };

    private static Figure OfVotes(string key, string name, string what, Expression<Func<Acceptance, long>> votes) => new(key, name, "票", $"{Struck}{what}。")
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum, Facts = (db, p) => OfAcceptances(Accepted(db, p), votes),
    };

    private static Figure OfPetitions(string key, string name, string what, Expression<Func<Acceptance, long>> cases) => new(key, name, "件次", $"报告年度内登记了验收信访数据的社区（每个社区取最近一次验收）{what}")
    {
        Time = FigureTime.Programme, Fold = FigureFold.Sum,
        Facts = (db, p) => OfAcceptances(db.Acceptances.Where(a => a.Petitions != null && a.PetitionsUntil >= p.From && a.PetitionsUntil <= p.Cutoff
            && !db.Acceptances.Any(l => l.CaseId == a.CaseId && l.No > a.No && l.Petitions != null && l.PetitionsUntil <= p.Cutoff)), cases),
    };

    private static Figure Rate(string key, string name, string definition, string part, string whole) => new(key, name, "%", definition) { Time = FigureTime.Programme, Fold = FigureFold.Ratio, Numerator = part, Denominator = whole, WholeAs = "有效票", PartAs = "满意" };

    private static IQueryable<Fact> OfCases(IQueryable<RectificationCase> cases, Expression<Func<RectificationCase, long>> amount) =>
        cases.Select(Amounting(amount, (c, n) => new Fact { OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = n, On = c.ListedOn!.Value, EnteredOn = c.ListedOn }));

    private static IQueryable<Fact> OfAcceptances(IQueryable<Acceptance> acceptances, Expression<Func<Acceptance, long>> amount) =>
        acceptances.Select(Amounting(amount, (a, n) => new Fact { OrganizationId = a.OrganizationId, RecordKind = RecordKinds.Acceptance, RecordId = a.Id, Amount = n, On = a.DecidedOn ?? a.PetitionsUntil!.Value, EnteredOn = a.DecidedOn ?? a.PetitionsUntil }));

    private static Expression<Func<T, Fact>> Amounting<T>(Expression<Func<T, long>> amount, Expression<Func<T, long, Fact>> make) =>
        Expression.Lambda<Func<T, Fact>>(new Put(make.Parameters[1], new Put(amount.Parameters[0], make.Parameters[0]).Visit(amount.Body)).Visit(make.Body), make.Parameters[0]);

    private static async Task<IReadOnlyCollection<Reckoned>> LeaderVisitsAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        var last = periods.Max(p => p.Cutoff);

        // Past the subtree filter, as every figure: what was missing does not depend on who asks.
        var cases = await db.RectificationCases.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(c => c.ListedOn <= last && (within == null || within.Contains(c.OrganizationId)))
            .Select(c => new
            {
                c.Id, c.OrganizationId, Listed = c.ListedOn!.Value, Least = c.Batch.Scheme.LeastLeaderVisits, Days = db.LeaderVisits.Where(v => v.CaseId == c.Id && v.WithdrawnOn == null).Select(v => v.On).ToList(),
                Pauses = db.Acceptances.Where(a => a.CaseId == c.Id && a.Outcome == AcceptanceOutcome.Accepted).Select(a => new { From = a.DecidedOn!.Value, Until = a.RelapsedOn }).ToList(), // 销号 until a relapse
            }).AsSingleQuery().ToListAsync();
        return
        [
            .. from f in figures
               from p in periods
               from c in cases
               where !c.Pauses.Exists(s => s.From < p.From && !(s.Until <= p.Cutoff))
               from q in QuartersWithin(c.Listed, p.Cutoff)
               where !c.Pauses.Exists(s => s.From < q.AddMonths(3).AddDays(-1) && !(s.Until <= q))
               let missing = c.Least - c.Days.Count(d => d >= q && d < q.AddMonths(3))
               where missing > 0
               select new Reckoned(f.Key, p, new Fact { OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = missing, On = q.AddMonths(3).AddDays(-1), EnteredOn = q.AddMonths(3).AddDays(-1) }),
        ];
    }

    private static async Task<IReadOnlyCollection<Reckoned>> SecretaryMonthsAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        // Past the subtree filter, as every figure: who was in post does not depend on who asks.
        var cases = await db.RectificationCases.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(c => c.ListedOn != null && (within == null || within.Contains(c.OrganizationId)))
            .Select(c => new { c.Id, c.OrganizationId, Listed = c.ListedOn!.Value, c.EndedOn, Terms = c.Helpers.Where(h => h.Role == HelperRole.FirstSecretary).Select(h => new { h.From, h.To }).ToList() }).AsSingleQuery().ToListAsync();
        return
        [
            .. from f in figures
               from p in periods
               from c in cases
               from month in Enumerable.Range(1, Domain.Calendar.OfficeTime.FullMonths(p.Cutoff)).Select(m => new DateOnly(p.Year, m, 1))
               where c.Listed <= month && !(c.EndedOn < month) && c.Terms.Exists(t => t.From <= month && !(t.To < month.AddMonths(1).AddDays(-1)))
               select new Reckoned(f.Key, p, new Fact { OrganizationId = c.OrganizationId, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = 1, On = month, EnteredOn = month }),
        ];
    }

    /// <summary>First days of the quarters that began since a day and have ended by another.</summary>
    private static IEnumerable<DateOnly> QuartersWithin(DateOnly from, DateOnly until)
    {
        var first = new DateOnly(from.Year, (((from.Month - 1) / 3) * 3) + 1, 1);
        for (var quarter = first < from ? first.AddMonths(3) : first; quarter.AddMonths(3).AddDays(-1) <= until; quarter = quarter.AddMonths(3))
        {
            yield return quarter;
        }
    }
}
