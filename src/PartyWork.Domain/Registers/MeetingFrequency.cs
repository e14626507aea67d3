using System.ComponentModel;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;

namespace PartyWork.Domain.Registers;

/// <summary>How often one form of organisational life is owed in a year, and what an organisation has held of it: by the district's rule, else by the national one.</summary>
/// <param name="From">Periods that ended before this day owe nothing by it.</param>
public sealed record MeetingFrequency(MeetingKind Kind, MeetingPeriod Period, int Least, MeetingUnits Units, string Basis, DateOnly From)
{
    /// <summary>补开 counts within so many days after the period.</summary>
    public const int MakeUpDays = 15;

    /// <summary>An organisation with fewer members holds nothing of its own; from 7 on a branch has a committee (党支部工作条例第二十条).</summary>
    public const int LeastMembers = 3, MembersForCommittee = 7;

    /// <summary>党支部工作条例（试行）, 2018, and 县以上党和国家机关党员领导干部民主生活会若干规定, 2016.</summary>
    public static readonly IReadOnlyList<MeetingFrequency> National =
    [
        Rule(MeetingKind.Assembly, MeetingPeriod.Quarter, MeetingUnits.Branches, "十一"),
        Rule(MeetingKind.Committee, MeetingPeriod.Month, MeetingUnits.WithCommittee, "十二"),
        Rule(MeetingKind.Group, MeetingPeriod.Month, MeetingUnits.Groups, "十三"),
        Rule(MeetingKind.Lecture, MeetingPeriod.Year, MeetingUnits.Branches, "十六"),
        Rule(MeetingKind.ThemeDay, MeetingPeriod.Month, MeetingUnits.Branches, "十六"),
        Rule(MeetingKind.OrganizationalLife, MeetingPeriod.Year, MeetingUnits.Branches, "十七"),
        Rule(MeetingKind.Appraisal, MeetingPeriod.Year, MeetingUnits.Branches, "十八"),
        Rule(MeetingKind.Talk, MeetingPeriod.Year, MeetingUnits.Branches, "十九"),
        new(MeetingKind.LeaderMeeting, MeetingPeriod.Year, 1, MeetingUnits.Leadership, "《县以上党和国家机关党员领导干部民主生活会若干规定》", default),
    ];

    /// <summary>One for each form, as they hold in the year.</summary>
    public static IReadOnlyList<MeetingFrequency> Of(int year, IReadOnlyCollection<MeetingRule> rules) => [.. National.Select(n => rules
        .Where(r => r.Kind == n.Kind && !r.IsWithdrawn && r.On.Year <= year && (r.EndedOn is null || r.EndedOn > new DateOnly(year, 1, 1)))
        .OrderByDescending(r => r.On).Select(r => new MeetingFrequency(r.Kind, r.Period, r.Least, r.Units, r.Basis, r.On)).FirstOrDefault() ?? n)];

    public IReadOnlyList<MeetingSpan> Spans(int year) => Period switch
    {
        MeetingPeriod.Month => [.. Enumerable.Range(1, 12).Select(m => new MeetingSpan($"{m}月", new(year, m, 1), new DateOnly(year, m, 1).AddMonths(1).AddDays(-1)))],
        MeetingPeriod.Quarter => [.. Enumerable.Range(1, 4).Select(q => new MeetingSpan(Quarter.Text(q), Quarter.LastDay(year, q).AddDays(1).AddMonths(-3), Quarter.LastDay(year, q)))],
        _ => [new("全年", new(year, 1, 1), new(year, 12, 31))],
    };

    /// <summary>A new organisation owes from the period after its founding on, one that has ended to the last full one.</summary>
    public bool IsOwed(MeetingSpan span, MeetingUnit unit) => Concerns(unit) && span.To >= From && unit.Members >= LeastMembers
        && (unit.FoundedOn is null || unit.FoundedOn < span.From) && (unit.ClosedOn is null || unit.ClosedOn >= span.To);

    public MeetingCell Cell(MeetingSpan span, MeetingUnit unit, IEnumerable<MeetingFact> facts)
    {
        var counted = facts.Where(f => span.Holds(f.MakesUpFor ?? f.On)).ToList();
        var madeUp = counted.Where(f => f.MakesUpFor is not null).ToList();
        var inTime = madeUp.Count(f => f.On <= span.LastMakeUp);
        return new(span, IsOwed(span, unit) ? Least : 0, counted.Count - madeUp.Count, inTime, madeUp.Count - inTime);
    }

    private bool Concerns(MeetingUnit unit) => Units switch
    {
        MeetingUnits.Branches => unit.Level >= OrganizationLevel.Primary,
        MeetingUnits.WithCommittee => unit.Level >= OrganizationLevel.Primary && (unit.Kind is not OrganizationKind.Branch || unit.Members >= MembersForCommittee),
        MeetingUnits.Leadership => unit.Level is OrganizationLevel.Committee,
        _ => false, // how many groups a branch has is not known here
    };

    private static MeetingFrequency Rule(MeetingKind kind, MeetingPeriod period, MeetingUnits units, string article) => new(kind, period, 1, units, $"《中国共产党支部工作条例（试行）》第{article}条", default);
}

/// <summary>One period of a year.</summary>
public sealed record MeetingSpan(string Name, DateOnly From, DateOnly To)
{
    public DateOnly LastMakeUp => To.AddDays(MeetingFrequency.MakeUpDays);

    public bool Holds(DateOnly day) => day >= From && day <= To;
}

/// <summary>What of an organisation says whether it owes.</summary>
/// <param name="FoundedOn">Null: not known, so before all periods.</param>
public sealed record MeetingUnit(int Id, OrganizationLevel Level, OrganizationKind Kind, int Members, DateOnly? FoundedOn, DateOnly? ClosedOn);

/// <summary>One meeting of one organisation and form.</summary>
public sealed record MeetingFact(DateOnly On, DateOnly? MakesUpFor);

/// <summary>已开、应开、已补 of one organisation in one period.</summary>
/// <param name="MadeUpLate">补开 after the days allowed: told, not counted.</param>
public sealed record MeetingCell(MeetingSpan Span, int Owed, int Held, int MadeUp, int MadeUpLate)
{
    public int Missing => Math.Max(0, Owed - Held - MadeUp);

    /// <summary>应开: owed, and the period has ended before the day.</summary>
    public bool WasDueBefore(DateOnly day) => Owed > 0 && Span.To < day;

    /// <summary>达标: held as often as owed, in the period or made up in time.</summary>
    public bool IsKept => Owed > 0 && Missing == 0;

    public MeetingStanding StandingOn(DateOnly today) =>
        Owed == 0 ? MeetingStanding.NotOwed
        : Missing == 0 ? Held >= Owed ? MeetingStanding.Held : MeetingStanding.MadeUp
        : Span.From > today ? MeetingStanding.Ahead
        : Span.To >= today ? MeetingStanding.Running
        : Span.LastMakeUp >= today ? MeetingStanding.CanBeMadeUp
        : MeetingStanding.Missed;
}

/// <summary>How a period stands on a day.</summary>
public enum MeetingStanding
{
    [Description("不要求")] NotOwed,
    [Description("未到")] Ahead,
    [Description("本期未满")] Running,
    [Description("已开")] Held,
    [Description("已补开")] MadeUp,
    [Description("可补开")] CanBeMadeUp,
    [Description("欠开")] Missed,
}
