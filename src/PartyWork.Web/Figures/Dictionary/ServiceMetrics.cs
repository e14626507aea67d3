using System.Linq.Expressions;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>区域化和服务群众: what units promised and communities got, part-time members, good deeds, services.</summary>
internal static class ServiceMetrics
{
    private const string BothSides = "登记（承诺）的党组织和受益社区都计，对共同的上级只计一次；双方同意取消的不计。";

    public static readonly IReadOnlyList<Figure> All =
    [
        Promises("commitment.total", "承诺事项数", "报告年度内登记的共建承诺，" + BothSides, "", p => c => true),
        Promises("commitment.incomplete", "要素不全承诺数", "承诺事项中没有写明事项内容或责任人的；完成时限在登记时必填。", "commitment.total", p => c => c.Item == "" || c.Responsible == ""),
        Promises("commitment.due", "到期承诺事项数", "承诺事项中完成时限不晚于截止日的，" + BothSides, "commitment.total", p => c => c.DueOn <= p.Cutoff),
        Promises("commitment.due_completed", "到期已完成承诺事项数", "到期承诺事项中受益社区在截止日前确认完成的。", "commitment.total", p => c => c.DueOn <= p.Cutoff && c.Confirmation == RecordConfirmation.Confirmed && c.ConfirmedOn <= p.Cutoff),
        new("commitment.completion_rate", "共建承诺完成率", "%", "到期已完成承诺事项数÷到期承诺事项数。") { Fold = FigureFold.Ratio, Numerator = "commitment.due_completed", Denominator = "commitment.due", Sections = [AssessedService] },
        Members("union.members", "成员单位数", "家", "截止日在大党工委、大党委成员名单上的单位，参加几处的分别计。", "", p => m => true),
        new("commitment.units_without", "无承诺成员单位数", "家", "截止日社区大党委的成员单位中，报告年度内没有共建承诺的；单位按名称对应，参加几个社区的在各社区分别计。")
        {
            Among = "union.members", Sections = [AssessedService],
            Facts = (db, p) => HeldRows<PartyUnion>(db, p, u => u.Level == UnionLevel.Community).SelectMany(u => u.Members, (u, m) => new { Union = u, Member = m }).Where(x => x.Member.From <= p.Cutoff && (x.Member.To == null || x.Member.To > p.Cutoff))
                .Where(x => !Made(db, p).Any(c => c.Unit == x.Member.Unit))
                .Select(x => new Fact { OrganizationId = x.Union.OrganizationId, RecordKind = Registers.Registers.Unions.Key, RecordId = x.Union.Id, Amount = 1, On = x.Member.From, EnteredOn = x.Union.EnteredOn }),
        },
        Members("union.part_time_members", "兼职委员数", "人", "截止日在任的大党工委、大党委兼职委员，按成员单位登记的姓名计。", "union.members", p => m => m.PartTimeMember != ""),
        Members("union.appointment_missing", "兼职委员手续缺失数", "人", "截止日在任的兼职委员中，没有登记聘任批准日期，或批准日期晚于截止日的。", "union.members", p => m => m.PartTimeMember != "" && (m.AppointedOn == null || m.AppointedOn > p.Cutoff)),

        Deeds("good_deed.planned", "年初公布实事件数", "本级及所辖党组织登记、开始日期在报告年度内的好事实事；撤回的不计。", "", p => d => true),
        Deeds("good_deed.confirmed", "经确认办结实事件数", "年初公布实事中，截止日前办成并经受益社区确认的。", "good_deed.planned", p => d => d.DoneOn <= p.Cutoff && d.Confirmation == RecordConfirmation.Confirmed && d.ConfirmedOn <= p.Cutoff),

        Services("service.post_count", "党员服务岗数", "个", "各社区报告年度内最近一次“社区服务”登记的党员服务岗数合计。", s => s.ServicePosts),
        Services("service.orders", "预约服务件数", "件", "各社区报告年度内最近一次“社区服务”登记的预约服务件数合计。", s => s.Orders),
        Services("service.orders_on_time", "预约服务按时办结件数", "件", "各社区报告年度内最近一次“社区服务”登记的按时办结件数合计。", s => s.OrdersOnTime),
        Services("service.orders_done", "预约服务办结件数", "件", "各社区报告年度内最近一次“社区服务”登记的办结件数合计。", s => s.OrdersDone),
        Services("service.orders_satisfied", "预约服务满意件数", "件", "各社区报告年度内最近一次“社区服务”登记的满意件数合计。", s => s.OrdersSatisfied),
        new("service.on_time_rate", "服务事项按期办结率", "%", "预约服务按时办结件数÷预约服务件数。") { Fold = FigureFold.Ratio, Numerator = "service.orders_on_time", Denominator = "service.orders", Sections = [AssessedService] },
        new("service.satisfaction_rate", "服务回访满意率", "%", "预约服务满意件数÷预约服务办结件数。") { Fold = FigureFold.Ratio, Numerator = "service.orders_satisfied", Denominator = "service.orders_done", WholeAs = "办结", PartAs = "满意", Sections = [AssessedService] },
        new("workstation.services", "命名工作站服务次数", "次", "报告年度内个人命名工作站登记的服务记录，一行计一次。")
        {
            Among = "workstation.months", Sections = [AssessedService],
            Facts = (db, p) => db.Set<BrandService>().Where(s => s.Day >= p.From && s.Day <= p.Cutoff).Join(Workstations(db, p), s => s.RecordId, b => b.Id, (s, b) => s).Amounting(Registers.Registers.Brands, s => s.Day, s => 1),
        },
        new("workstation.months", "命名工作站开放月数", "月", "截止日前启动、没有撤销的个人命名工作站，报告年度内至截止日所跨的月份合计；当年启动的自启动之月起计。")
        {
            Fold = FigureFold.Sum, Sections = [AssessedService], Facts = (db, p) => Workstations(db, p).Amounting(Registers.Registers.Brands, b => ((p.Cutoff.Year - (b.On > p.From ? b.On.Year : p.From.Year)) * 12) + p.Cutoff.Month - (b.On > p.From ? b.On.Month : p.From.Month) + 1),
        },
        new("workstation.monthly_services", "工作站月均服务次数", "次", "命名工作站服务次数÷命名工作站开放月数。") { Fold = FigureFold.Ratio, Numerator = "workstation.services", Denominator = "workstation.months", WholeAs = "开放月数", PartAs = "服务次数", Sections = [AssessedService] },
    ];

    /// <summary>For who promised and for who is to have it: the same promise to whoever is above both.</summary>
    private static Figure Promises(string key, string name, string definition, string among, Func<Period, Expression<Func<Commitment, bool>>> which) => new(key, name, "条", definition)
    {
        Fold = FigureFold.Distinct, Among = among, Sections = [AssessedService],
        Facts = (db, p) => Made(db, p).Where(which(p)).Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Registers.Registers.Commitments.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Id + "", On = c.On, EnteredOn = c.EnteredOn })
            .Concat(Made(db, p).Where(which(p)).Where(c => c.ConfirmerId != null).Select(c => new Fact { OrganizationId = c.ConfirmerId!.Value, RecordKind = Registers.Registers.Commitments.Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Id + "", On = c.On, EnteredOn = c.EnteredOn })),
    };

    private static Figure Members(string key, string name, string unit, string definition, string among, Func<Period, Expression<Func<UnionMember, bool>>> which) => new(key, name, unit, definition)
    {
        Time = FigureTime.Stock, Among = among, Sections = [AssessedService],
        Facts = (db, p) => db.Set<UnionMember>().Where(m => m.From <= p.Cutoff && (m.To == null || m.To > p.Cutoff)).Where(which(p)).Join(HeldRows<PartyUnion>(db, p), m => m.RecordId, u => u.Id, (m, u) => m).Amounting(Registers.Registers.Unions, m => m.From, m => 1),
    };

    private static Figure Deeds(string key, string name, string definition, string among, Func<Period, Expression<Func<GoodDeed, bool>>> which) => new(key, name, "件", definition)
    {
        Among = among, Sections = [AssessedService], Facts = (db, p) => Rows<GoodDeed>(db, d => d.On >= p.From && d.On <= p.Cutoff).Where(which(p)).Amounting(Registers.Registers.GoodDeeds, d => 1),
    };

    /// <summary>A community's count of a year replaces the one before it.</summary>
    private static Figure Services(string key, string name, string unit, string definition, Expression<Func<CommunityService, long>> amount) => new(key, name, unit, definition)
    {
        Fold = FigureFold.Sum, Sections = [AssessedService],
        Facts = (db, p) => Rows<CommunityService>(db, s => s.On >= p.From && s.On <= p.Cutoff).Where(s => !Rows<CommunityService>(db).Any(l => l.OrganizationId == s.OrganizationId && l.On <= p.Cutoff && (l.On > s.On || (l.On == s.On && l.Id > s.Id))))
            .Amounting(Registers.Registers.CommunityServices, amount),
    };

    private static IQueryable<Commitment> Made(PartyWorkDb db, Period p) => Rows<Commitment>(db, c => c.On >= p.From && c.On <= p.Cutoff && (c.CancelledOn == null || c.CancelledOn > p.Cutoff));

    private static IQueryable<PartyBrand> Workstations(PartyWorkDb db, Period p) => HeldRows<PartyBrand>(db, p, b => b.Kind == BrandKind.NamedWorkstation);
}
