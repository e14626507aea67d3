using System.Linq.Expressions;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>组织生活: how often it was held, and how much of what was owed. What is owed is the grid's word, period by period.</summary>
internal static class MeetingMetrics
{
    private const string ByGrid = "应开的党组织和每期次数按本年度“组织生活频次规定”，没有登记的形式按国家规定；党员不足3名的、新成立的当期、党小组会不计；党员人数按现登记。";
    private const string InTime = "期内开足，或期满后15天内补开足的为达标；一次会议兼作两种形式的，两种都计。";

    private static readonly MeetingKind[] OfThree = [MeetingKind.Assembly, MeetingKind.Committee, MeetingKind.Lecture], OfAll = [.. OfThree, MeetingKind.ThemeDay];

    private static readonly Dictionary<string, Reckoning> Reckonings = [];

    private static readonly Reckoner ByFrequency = new(ReadAsync);

    public static readonly IReadOnlyList<Figure> All =
    [
        .. Compliance("meeting_compliance_rate", "three_meetings", "三会一课", OfThree, OrganizationalLife),
        .. Compliance("meeting.all.compliance_rate", "meeting.all", "组织生活", OfAll, AssessedLife, "组织生活总达标率", "党员大会、支委会、党课和固定组织生活日（主题党日）"),
        .. Compliance("meeting.assembly.compliance_rate", "meeting.assembly", "党员大会", [MeetingKind.Assembly], AssessedLife),
        .. Compliance("meeting.committee.compliance_rate", "meeting.committee", "支委会", [MeetingKind.Committee], AssessedLife),
        .. Compliance("meeting.lecture.compliance_rate", "meeting.lecture", "党课", [MeetingKind.Lecture], AssessedLife),
        .. Compliance("meeting.theme_day.compliance_rate", "meeting.theme_day", "固定组织生活日", [MeetingKind.ThemeDay], AssessedLife),
        Held("meeting.assembly.count", "党员大会次数", MeetingKind.Assembly),
        Held("meeting.committee.count", "支委会次数", MeetingKind.Committee),
        Held("meeting.lecture.count", "党课次数", MeetingKind.Lecture),
        Held("meeting.theme_day.count", "固定组织生活日次数", MeetingKind.ThemeDay),
        Held("meeting.org_life.count", "组织生活会次数", MeetingKind.OrganizationalLife),
        Held("leader_meeting.count", "民主生活会次数", MeetingKind.LeaderMeeting, isOwn: true),
        new("leader_meeting.quorum_ok", "到会人数合规", "", "报告年度内的民主生活会，实到人数不少于应到人数三分之二的为1，有一次不足的为0。")
        {
            Fold = FigureFold.Least, IsOwn = true, Sections = [AssessedLife],
            Facts = (db, p) => Of(db, p, MeetingKind.LeaderMeeting).Amounting(Registers.Registers.Meetings, m => m.Present * 3 >= m.Due * 2 ? 1 : 0),
        },
        new("meeting.recorded", "登记的组织生活次数", "次", "报告年度内登记的各种形式的组织生活；补开的计入所补的那一期。") { Sections = [AssessedLife], Facts = (db, p) => Recorded(db, p).Amounting(Registers.Registers.Meetings, m => 1) },
        People("meeting.expected", "组织生活应到人次", "报告年度内登记的各种形式的组织生活应到人数合计；经批准免除的在登记时已不计入应到。", m => m.Due),
        People("meeting.present", "组织生活实到人次", "报告年度内登记的各种形式的组织生活实到人数合计。", m => m.Present),
        new("meeting.attendance_rate", "到会率", "%", "组织生活实到人次÷组织生活应到人次。") { Fold = FigureFold.Ratio, Numerator = "meeting.present", Denominator = "meeting.expected", Sections = [AssessedLife] },
        Reckon("meeting.org_life.branch_missing", "未开组织生活会支部数", "个", "报告年度应开组织生活会、截止日仍没有开的党支部和基层党组织；年底以前只供提示。" + ByGrid, new([MeetingKind.OrganizationalLife], Yields.Missing)),
        new("meeting.org_life.branch_incomplete", "组织生活会环节不全支部数", "个", "报告年度内登记的组织生活会，会前90天内没有登记谈心谈话的，或没有写明决议和下步（整改）事项的；一个党组织计一次。")
        {
            Fold = FigureFold.Distinct, Among = "meeting.org_life.count", Sections = [AssessedLife],
            Facts = (db, p) => Of(db, p, MeetingKind.OrganizationalLife).Where(m => m.Resolution == ""
                    || !db.Set<MeetingRecord>().Any(t => t.OrganizationId == m.OrganizationId && t.WithdrawnOn == null && t.Kind == MeetingKind.Talk && t.On <= m.On && t.On >= m.On.AddDays(-90)))
                .Select(m => new Fact { OrganizationId = m.OrganizationId, RecordKind = Registers.Registers.Meetings.Key, RecordId = m.Id, Amount = 1, DistinctKey = m.OrganizationId + "", On = m.On, EnteredOn = m.EnteredOn }),
        },
        Reckon("appraisal.branch_missing", "未开展民主评议的支部数", "个", "报告年度应开展民主评议党员、截止日仍没有开展的党支部和基层党组织；年底以前只供提示。" + ByGrid, new([MeetingKind.Appraisal], Yields.Missing)),
        new("appraisal.done", "是否开展民主评议", "", "报告年度内登记过民主评议党员的党组织，一个计一次；看一个党组织时，1为已开展，0为没有开展。")
        {
            Fold = FigureFold.Distinct, Among = "meeting.recorded", Sections = [AssessedLife],
            Facts = (db, p) => Of(db, p, MeetingKind.Appraisal)
                .Select(m => new Fact { OrganizationId = m.OrganizationId, RecordKind = Registers.Registers.Meetings.Key, RecordId = m.Id, Amount = 1, DistinctKey = m.OrganizationId + "", On = m.On, EnteredOn = m.EnteredOn }),
        },
        Reckon("appraisal.due", "应开组织生活会和民主评议的支部数", "个", "报告年度应开组织生活会、应开展民主评议党员的党支部和基层党组织。" + ByGrid, new([MeetingKind.OrganizationalLife, MeetingKind.Appraisal], Yields.BothDue)),
        Reckon("appraisal.kept", "两项都已开展的支部数", "个", "应开组织生活会和民主评议的支部中，截止日前两项都已开展的。", new([MeetingKind.OrganizationalLife, MeetingKind.Appraisal], Yields.BothKept)),
        new("appraisal.coverage_rate", "组织生活会和民主评议覆盖率", "%", "两项都已开展的支部数÷应开组织生活会和民主评议的支部数。") { Fold = FigureFold.Ratio, Numerator = "appraisal.kept", Denominator = "appraisal.due", Sections = [AssessedLife] },
    ];

    private enum Yields
    {
        /// <summary>Periods owed that have ended; of them those kept.</summary>
        Due,
        Kept,

        /// <summary>Of what is owed once a year, with the year not yet over.</summary>
        Missing,
        BothDue,
        BothKept,
    }

    /// <summary>A rate with its two parts: periods owed and periods kept.</summary>
    private static IEnumerable<Figure> Compliance(string key, string stem, string name, MeetingKind[] kinds, FigureSection section, string? rate = null, string? forms = null)
    {
        var what = forms ?? (kinds.Length > 1 ? string.Join("、", kinds.Select(k => k.Text())) : name);
        yield return Reckon(stem + ".due", name + "应开期数", "期", $"报告年度内、到截止日已满（当天期满的计入）的{what}应开期数：一个党组织的一种形式、一期（月、季、年）为一期。" + ByGrid, new(kinds, Yields.Due));
        yield return Reckon(stem + ".kept", name + "达标期数", "期", $"{name}应开期数中，截止日前开足次数的期数。" + InTime, new(kinds, Yields.Kept));
        yield return new(key, rate ?? name + "达标率", "%", $"{name}达标期数÷{name}应开期数，与“组织生活达标情况”表一致。" + InTime) { Fold = FigureFold.Ratio, Numerator = stem + ".kept", Denominator = stem + ".due", Sections = [section] };
    }

    private static Figure Reckon(string key, string name, string unit, string definition, Reckoning reckoning)
    {
        Reckonings.Add(key, reckoning);
        return new(key, name, unit, definition) { IsKeptByWork = true, Sections = [AssessedLife], Reckoner = ByFrequency };
    }

    private static Figure Held(string key, string name, MeetingKind kind, bool isOwn = false) => new(key, name, "次", $"报告年度内登记的{kind.Text()}；兼作{kind.Text()}的会议和活动也计，补开的计入所补的那一期。")
    {
        Among = "meeting.recorded", IsOwn = isOwn, Sections = [AssessedLife], Facts = (db, p) => Of(db, p, kind).Amounting(Registers.Registers.Meetings, m => 1),
    };

    private static Figure People(string key, string name, string definition, Expression<Func<MeetingRecord, long>> people) => new(key, name, "人次", definition)
    {
        Fold = FigureFold.Sum, Sections = [AssessedLife], Facts = (db, p) => Recorded(db, p).Amounting(Registers.Registers.Meetings, people),
    };

    private static IQueryable<MeetingRecord> Of(PartyWorkDb db, Period p, MeetingKind kind) => Recorded(db, p).Where(m => m.Kind == kind || m.AlsoKind == kind);

    private static IQueryable<MeetingRecord> Recorded(PartyWorkDb db, Period p) => Rows<MeetingRecord>(db, m => m.On <= p.Cutoff && (m.MakesUpFor ?? m.On) >= p.From && (m.MakesUpFor ?? m.On) <= p.Cutoff);

    private static async Task<IReadOnlyCollection<Reckoned>> ReadAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        var reading = await MeetingReading.ReadAsync(db, periods.Min(p => p.From.Year), periods.Max(p => p.Cutoff.Year), [.. figures.SelectMany(f => Reckonings[f.Key].Kinds).Distinct()], within);
        return [.. from f in figures from p in periods from fact in Facts(reading, Reckonings[f.Key], p) select new Reckoned(f.Key, p, fact)];
    }

    private static IEnumerable<Fact> Facts(MeetingReading reading, Reckoning reckoning, Period period) =>
        from year in Enumerable.Range(period.From.Year, period.Cutoff.Year - period.From.Year + 1)
        where reading.Years.Contains(year)
        let frequencies = reading.Frequencies(year)
        from unit in reading.Units
        let cells = (from f in frequencies
                     where reckoning.Kinds.Contains(f.Kind)
                     from s in f.Spans(year)
                     where s.To >= period.From && s.From <= period.Cutoff
                     let cell = reading.Cell(f, s, unit, period.Cutoff)
                     where cell.Owed > 0
                     select (f.Kind, Cell: cell)).ToList()
        where cells.Count > 0
        from fact in Facts(unit, cells, reckoning.Yields, period)
        select fact;

    private static IEnumerable<Fact> Facts(MeetingUnit unit, IReadOnlyList<(MeetingKind Kind, MeetingCell Cell)> cells, Yields yields, Period period) => yields switch
    {
        // The cut-off is still a day of work: a period that ends on it has ended.
        Yields.Due => cells.Where(c => c.Cell.WasDueBefore(period.Cutoff.AddDays(1))).Select(c => FactOf(unit, period, c)),
        Yields.Kept => cells.Where(c => c.Cell.WasDueBefore(period.Cutoff.AddDays(1)) && c.Cell.IsKept).Select(c => FactOf(unit, period, c)),
        Yields.Missing => cells.Where(c => !c.Cell.IsKept).Select(c => FactOf(unit, period, c)),
        Yields.BothDue => cells.Take(1).Select(c => FactOf(unit, period, c)),
        _ => cells.All(c => c.Cell.IsKept) ? cells.Take(1).Select(c => FactOf(unit, period, c)) : [],
    };

    private static Fact FactOf(MeetingUnit unit, Period period, (MeetingKind Kind, MeetingCell Cell) of) => new()
    {
        OrganizationId = unit.Id, RecordKind = RecordKinds.LifeOf(of.Kind), RecordId = unit.Id, Amount = 1, On = of.Cell.Span.To < period.Cutoff ? of.Cell.Span.To : period.Cutoff,
    };

    /// <summary>What a reckoned figure yields of which forms.</summary>
    private sealed record Reckoning(IReadOnlyList<MeetingKind> Kinds, Yields Yields);
}
