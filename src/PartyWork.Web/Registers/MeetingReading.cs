using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>
/// What organisational life was owed and what was held of it, read by one command for the grid and for the figures; both reckon with
/// <see cref="MeetingFrequency"/> and with nothing else.
/// </summary>
public sealed class MeetingReading
{
    private readonly ILookup<(int Organization, MeetingKind Kind), MeetingFact> _facts;
    private readonly List<MeetingRule> _rules;

    private MeetingReading(List<Line> lines)
    {
        Units = [.. lines.Where(l => l.What is Source.Unit).Select(l => new MeetingUnit(l.Organization, (OrganizationLevel)l.Kind, (OrganizationKind)l.Other!.Value, l.Number, l.On, l.Until))];
        Years = lines.Where(l => l.What is Source.Year).Select(l => l.Organization).ToHashSet();
        _rules = [.. lines.Where(l => l.What is Source.Rule).Select(l => new MeetingRule { Kind = (MeetingKind)l.Kind, Period = (MeetingPeriod)l.Other!.Value, Least = l.Number, Units = (MeetingUnits)l.Organization, On = l.On!.Value, EndedOn = l.Until })];
        _facts = lines.Where(l => l.What is Source.Meeting)
            .SelectMany(l => new[] { l.Kind, l.Other }.OfType<int>(), (l, kind) => (Key: (l.Organization, (MeetingKind)kind), Fact: new MeetingFact(l.On!.Value, l.Until))).ToLookup(f => f.Key, f => f.Fact);
    }

    private enum Source
    {
        Rule,
        Unit,
        Meeting,
        Year,
    }

    public IReadOnlyList<MeetingUnit> Units { get; }

    /// <summary>工作年度: of others the product knows nothing, so that nothing was owed here.</summary>
    public IReadOnlySet<int> Years { get; }

    /// <param name="organizations">The caller has asked whether the reader may see them; null for all.</param>
    public static async Task<MeetingReading> ReadAsync(PartyWorkDb db, int firstYear, int lastYear, IReadOnlyCollection<MeetingKind> kinds, int[]? organizations)
    {
        var (first, last, asked) = (new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31), kinds.ToArray());
        var meetings = db.Set<MeetingRecord>().Where(m => m.WithdrawnOn == null && (m.MakesUpFor ?? m.On) >= first && (m.MakesUpFor ?? m.On) <= last)
            .Where(m => EF.Parameter(asked).Contains(m.Kind) || (m.AlsoKind != null && EF.Parameter(asked).Contains(m.AlsoKind.Value)));
        var units = db.Organizations.Where(o => o.Level != OrganizationLevel.District && (o.ClosedOn == null || o.ClosedOn >= first));
        if (organizations is not null)
        {
            meetings = meetings.Where(m => EF.Parameter(organizations).Contains(m.OrganizationId));
            units = units.Where(o => EF.Parameter(organizations).Contains(o.Id));
        }

        // Past the subtree filter: the district's rules are made to be known, and the organisations are those that were asked for.
        return new(await meetings.Select(m => new Line { What = Source.Meeting, Organization = m.OrganizationId, Kind = (int)m.Kind, Other = (int?)m.AlsoKind, Number = 1, On = (DateOnly?)m.On, Until = m.MakesUpFor })
            .Concat(units.Select(o => new Line
            {
                What = Source.Unit, Organization = o.Id, Kind = (int)o.Level, Other = (int?)o.Kind, Number = o.MemberCount,
                On = o.Affiliations.OrderBy(a => a.From).Select(a => a.Document != "" ? (DateOnly?)a.From : null).FirstOrDefault(), Until = o.ClosedOn,
            }))
            .Concat(db.Set<MeetingRule>().Where(r => r.WithdrawnOn == null && r.On <= last && (r.EndedOn == null || r.EndedOn > first))
                .Select(r => new Line { What = Source.Rule, Organization = (int)r.Units, Kind = (int)r.Kind, Other = (int?)r.Period, Number = r.Least, On = (DateOnly?)r.On, Until = r.EndedOn }))
            .Concat(db.WorkYears.Select(y => new Line { What = Source.Year, Organization = y.Year, Kind = 0, Other = (int?)y.Year, Number = 0, On = (DateOnly?)first, Until = (DateOnly?)last }))
            .IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync());
    }

    public IReadOnlyList<MeetingFrequency> Frequencies(int year) => MeetingFrequency.Of(year, _rules);

    /// <param name="until">What was held later is not known yet.</param>
    public MeetingCell Cell(MeetingFrequency frequency, MeetingSpan span, MeetingUnit unit, DateOnly until) =>
        frequency.Cell(span, unit, _facts[(unit.Id, frequency.Kind)].Where(f => f.On <= until));

    private sealed class Line
    {
        public Source What { get; init; }

        /// <summary>Of a rule its scope, of a year the year.</summary>
        public int Organization { get; init; }
        public int Kind { get; init; }
        public int? Other { get; init; }
        public int Number { get; init; }
        public DateOnly? On { get; init; }
        public DateOnly? Until { get; init; }
    }
}
