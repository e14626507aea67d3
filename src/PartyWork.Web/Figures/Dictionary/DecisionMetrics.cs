using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>民主决策和经费: whether matters went the whole way, and whether money arrived and was decided upon.</summary>
internal static class DecisionMetrics
{
    private const string ShortPublicity = "decision.short_publicity";

    private static readonly Reckoner ByRule = new(ReadAsync);

    private const string Underway = "截止日前立项、报告年度开始前没有办结也没有终止的民主决策事项";

    public static readonly IReadOnlyList<Figure> All =
    [
        Matters("decision.matters", "在办和办结的决策事项数", Underway + "。", "", (db, p) => Known(db, p)),
        Matters("decision.closed_count", "已办结事项数", "报告年度内办结的民主决策事项，不分类别；第二次公开期满、没有未答复异议之日为办结。", "decision.matters", (db, p) => Known(db, p).Where(d => d.ClosedOn >= p.From && d.ClosedOn <= p.Cutoff)),
        Matters("decision.published", "已公开决议的决策事项数", $"{Underway}中，截止日前已进入“决议公开”或已办结的。", "", (db, p) => Published(db, p)),
        Matters("decision.compliant", "程序完备的决策事项数", "已公开决议的决策事项中，已登记的各步骤都写明情况，两委提议、党员大会和决议都有到会和表决人数的。", "", (db, p) => Documented(db, p, Published(db, p), fully: true)),
        Rate("decision.compliance_rate", "决策程序合规率", "程序完备的决策事项数÷已公开决议的决策事项数。", "decision.compliant", "decision.published"),
        Matters("decision.step_gaps", "程序环节缺失件数", $"{Underway}中，已登记的步骤没有写明情况，或两委提议、党员大会、决议没有登记到会人数的；步骤顺序由登记时把关，不会跳步。", "decision.matters", (db, p) => Documented(db, p, Known(db, p), fully: false)),
        Steps("decision.quorum_failures", "会议人数或票数不合规件数", "报告年度内两委提议、党员大会、决议三步中，到会或赞成人数达不到立项当日“民主决策程序规定”的，一次会议计一件。"),
        Steps(ShortPublicity, "公开天数不足件数", "报告年度内截止的决议公开和结果公开，含首尾日少于立项当日“民主决策程序规定”天数的，一次公开计一件。"),
        new("decision.open_objections", "未答复异议数", "条", "在办和办结的决策事项中登记的未答复异议合计，按现登记。")
        {
            Fold = FigureFold.Sum, Among = "decision.matters", Sections = [AssessedDecisions], Facts = (db, p) => Known(db, p).Where(d => d.OpenObjections > 0).Amounting(Registers.Registers.Decisions, d => d.OpenObjections!.Value),
        },
        new("resident_meeting.count", "居民（代表）会议次数", "次", "报告年度内为民主决策事项召开的居民会议或居民代表会议（“决议”一步），同一天议几件事的计一次。")
        {
            Fold = FigureFold.Distinct, Among = "decision.matters", Sections = [AssessedDecisions],
            Facts = (db, p) => Rows<DecisionMatter>(db).SelectMany(d => d.Steps, (d, s) => new { Matter = d, Step = s }).Where(x => x.Step.Step == DecisionStep.Resolve && x.Step.From >= p.From && x.Step.From <= p.Cutoff)
                .Select(x => new Fact
                {
                    OrganizationId = x.Matter.OrganizationId, RecordKind = Registers.Registers.Decisions.Key, RecordId = x.Matter.Id, Amount = 1,
                    DistinctKey = x.Matter.OrganizationId + "/" + x.Step.From.Month + "/" + x.Step.From.Day, On = x.Step.From, EnteredOn = x.Matter.EnteredOn,
                }),
        },

        Funds("fund.three_funds", "已下达预算的经费项数", "报告年度截止日前下达预算的社区工作经费、党建经费、服务群众专项经费，一个社区的一种经费计一项。", "", (db, p) => Budgets(db, p)),
        Funds("fund.funds_below_full_arrival", "到位率不足100%的经费项数", "已下达预算的经费中，截止日前到账合计少于应拨合计的。", "fund.three_funds", (db, p) => Budgets(db, p).Where(f =>
            f.Entries.Where(e => e.Kind == FundEntryKind.Arrival && e.Day <= p.Cutoff).Sum(e => e.AmountFen) < f.Entries.Where(e => e.Kind == FundEntryKind.Due && e.Day <= p.Cutoff).Sum(e => e.AmountFen))),
        Funds("fund.party_budgeted", "党建经费是否列预算", "报告年度下达了党建经费预算的为1；按社区三项经费登记，机关、两新党组织的党建经费待其登记后计入。", "fund.three_funds", (db, p) => Budgets(db, p).Where(f => f.Kind == FundKind.PartyBuilding), ""),
        new("fund.expense_without_resolution", "无决议支出笔数", "笔", "报告年度截止日前服务群众专项经费的支出中，没有写明对应居民（代表）会议决议的；登记时要求填写，一般为0。")
        {
            Among = "fund.three_funds", Sections = [AssessedDecisions],
            Facts = (db, p) => Budgets(db, p).Where(f => f.Kind == FundKind.Service).SelectMany(f => f.Entries, (f, e) => new { Fund = f, Entry = e }).Where(x => x.Entry.Kind == FundEntryKind.Expense && x.Entry.Day <= p.Cutoff && x.Entry.Resolution == "")
                .Select(x => new Fact { OrganizationId = x.Fund.OrganizationId, RecordKind = Registers.Registers.CommunityFunds.Key, RecordId = x.Fund.Id, Amount = 1, On = x.Entry.Day, EnteredOn = x.Fund.EnteredOn }),
        },
    ];

    private static Figure Matters(string key, string name, string definition, string among, Func<PartyWorkDb, Period, IQueryable<DecisionMatter>> which) => new(key, name, "件", definition)
    {
        Among = among, Sections = [AssessedDecisions], Facts = (db, p) => which(db, p).Amounting(Registers.Registers.Decisions, d => 1),
    };

    private static Figure Steps(string key, string name, string definition) => new(key, name, "件", definition) { Among = "decision.matters", Sections = [AssessedDecisions], Reckoner = ByRule };

    /// <summary>What a step fell short of is the domain's word, by the rule of the day on which the matter was raised.</summary>
    private static async Task<IReadOnlyCollection<Reckoned>> ReadAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        var (first, last) = (periods.Min(p => p.From), periods.Max(p => p.Cutoff));
        var asked = Rows<DecisionMatter>(db, d => d.Steps.Any(s => s.From <= last && (s.To ?? s.From) >= first));
        if (within is not null)
        {
            asked = asked.Where(d => EF.Parameter(within).Contains(d.OrganizationId));
        }

        // Past the subtree filter as every figure is: what an organisation's figure was does not depend on who reads it.
        var matters = await asked.Include(d => d.Steps).AsNoTracking().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        await DistrictRules.GiveAsync(db, matters);
        return [.. from f in figures from p in periods from d in matters
                   from s in f.Key == ShortPublicity ? d.TooShort(p.From, p.Cutoff) : d.Invalid(p.From, p.Cutoff)
                   select new Reckoned(f.Key, p, new Fact { OrganizationId = d.OrganizationId, RecordKind = Registers.Registers.Decisions.Key, RecordId = d.Id, Amount = 1, On = s.From, EnteredOn = d.EnteredOn })];
    }

    private static Figure Funds(string key, string name, string definition, string among, Func<PartyWorkDb, Period, IQueryable<CommunityFund>> which, string unit = "项") => new(key, name, unit, definition)
    {
        Among = among, Sections = [AssessedDecisions], Facts = (db, p) => which(db, p).Amounting(Registers.Registers.CommunityFunds, f => 1),
    };

    private static Figure Rate(string key, string name, string definition, string part, string whole) => new(key, name, "%", definition) { Fold = FigureFold.Ratio, Numerator = part, Denominator = whole, Sections = [AssessedDecisions] };

    private static IQueryable<DecisionMatter> Known(PartyWorkDb db, Period p) => Rows<DecisionMatter>(db, d => d.On <= p.Cutoff && (d.ClosedOn == null || d.ClosedOn >= p.From) && (d.StoppedOn == null || d.StoppedOn >= p.From));

    private static IQueryable<DecisionMatter> Published(PartyWorkDb db, Period p) => Known(db, p).Where(d => d.Steps.Any(s => s.Step == DecisionStep.PublishResolution && s.From <= p.Cutoff));

    /// <summary>Of these matters those whose steps all say what happened, and where there was a meeting who came; or the others.</summary>
    private static IQueryable<DecisionMatter> Documented(PartyWorkDb db, Period p, IQueryable<DecisionMatter> matters, bool fully)
    {
        var gaps = db.Set<DecisionStepRecord>().Where(s => s.From <= p.Cutoff
            && (s.Words == "" || (s.Present == null && (s.Step == DecisionStep.Propose || s.Step == DecisionStep.Assembly || s.Step == DecisionStep.Resolve))));
        return matters.Where(d => gaps.Any(s => s.RecordId == d.Id) != fully);
    }

    private static IQueryable<CommunityFund> Budgets(PartyWorkDb db, Period p) => Rows<CommunityFund>(db, f => f.On >= p.From && f.On <= p.Cutoff);
}
