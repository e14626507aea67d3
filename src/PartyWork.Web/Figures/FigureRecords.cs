using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>One line behind a figure: a record, or of a figure without repetition the latest of those that name the same.</summary>
/// <param name="Same">How many records count as this one.</param>
/// <param name="Caption">Empty, with no address, for what today's tree does not let the reader open.</param>
public sealed record FigureRecord(int OrganizationId, string Kind, string Caption, string Address, DateOnly On, DateOnly? EnteredOn, long Amount, int Same)
{
    /// <summary>Of the record among those of its kind.</summary>
    public int Id { get; init; }
}

/// <summary>The records that a figure counts, by the same query as its value: as many are listed as it says.</summary>
public sealed record FigureRecords(int Total, IReadOnlyList<FigureRecord> Rows)
{
    public static readonly FigureRecords Nothing = new(0, []);

    public static async Task<FigureRecords> ReadAsync(PartyWorkDb db, OrgTree tree, Figure figure, int organization, Period period, int skip, int take)
    {
        var within = figure.IsOwn ? [organization] : FigureEvaluation.Within(tree, new HashSet<int> { organization }, period);
        if (figure.Reckoner is { } reckoner)
        {
            var all = (await reckoner.ReadAsync(db, [figure], [period], within))[(figure.Key, period)].Where(f => within?.Contains(f.OrganizationId) != false)
                .OrderByDescending(f => f.On).ThenBy(f => f.RecordKind, StringComparer.Ordinal).ThenBy(f => f.RecordId).ToList();
            var shown = all.Skip(skip).Take(take).ToList();
            var known = await LinksAsync(db, shown.Select(f => (f.RecordKind, f.RecordId)));
            return new(all.Count, [.. shown.Select(f => Linked(known, f.OrganizationId, f.RecordKind, f.RecordId, f.On, f.EnteredOn, f.Amount, 1))]);
        }

        var facts = FigureEvaluation.FactsWithin(db, figure, period, within);
        var lines = figure.Fold is FigureFold.Distinct or FigureFold.Text
            ? facts.GroupBy(f => f.DistinctKey).Select(g => new Line
            {
                OrganizationId = g.Max(f => f.OrganizationId), RecordKind = g.Max(f => f.RecordKind)!, RecordId = g.Max(f => f.RecordId), On = g.Max(f => f.On), Amount = g.Max(f => f.Amount), Same = g.Count(),
            })
            : facts.Select(f => new Line { OrganizationId = f.OrganizationId, RecordKind = f.RecordKind, RecordId = f.RecordId, On = f.On, EnteredOn = f.EnteredOn, Amount = f.Amount, Same = 1 });

        // Past the subtree filter as the value is; who may open a record is asked where its caption is read.
        var page = await lines.OrderByDescending(l => l.On).ThenBy(l => l.RecordKind).ThenBy(l => l.RecordId).Skip(skip).Take(take)
            .Select(l => new { Line = l, Total = lines.Count() }).IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        var links = await LinksAsync(db, page.Select(p => (p.Line.RecordKind, p.Line.RecordId)));
        return new(page.Count == 0 ? 0 : page[0].Total, [.. page.Select(p => p.Line).Select(l => Linked(links, l.OrganizationId, l.RecordKind, l.RecordId, l.On, l.EnteredOn, l.Amount, l.Same))]);
    }

    /// <summary>Whether the figure counts this record of the organisation: whoever may read the figure may read what it counts, and nothing else.</summary>
    public static async Task<bool> CountsAsync(PartyWorkDb db, OrgTree tree, Figure figure, int organization, Period period, string kind, int id)
    {
        var within = figure.IsOwn ? [organization] : FigureEvaluation.Within(tree, new HashSet<int> { organization }, period);
        if (figure.Reckoner is { } reckoner)
        {
            return (await reckoner.ReadAsync(db, [figure], [period], within))[(figure.Key, period)].Any(f => f.RecordKind == kind && f.RecordId == id && within?.Contains(f.OrganizationId) != false);
        }

        // Past the subtree filter as the value is; the record itself is read within it.
        return figure.Facts is not null && await FigureEvaluation.FactsWithin(db, figure, period, within).Where(f => f.RecordKind == kind && f.RecordId == id).IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AnyAsync();
    }

    /// <summary>Caption and address of these records, as far as the reader may open them: a command for each kind.</summary>
    internal static async Task<IReadOnlyDictionary<(string Kind, int Id), RecordLink>> LinksAsync(PartyWorkDb db, IEnumerable<(string Kind, int Id)> records)
    {
        var links = new Dictionary<(string, int), RecordLink>();
        foreach (var kind in records.GroupBy(r => r.Kind, r => r.Id))
        {
            foreach (var link in await RecordKinds.Find(kind.Key).Find(db, [.. kind.Distinct()]).ToListAsync())
            {
                links[(kind.Key, link.Id)] = link;
            }
        }

        return links;
    }

    internal static FigureRecord Linked(IReadOnlyDictionary<(string Kind, int Id), RecordLink> links, int organizationId, string kind, int id, DateOnly on, DateOnly? enteredOn, long amount, int same) =>
        links.TryGetValue((kind, id), out var link)
            ? new(organizationId, kind, link.Caption, RecordKinds.AddressOf(kind, link, on), on, enteredOn, amount, same) { Id = id }
            : new(organizationId, kind, "", "", on, enteredOn, amount, same) { Id = id };

    private sealed class Line
    {
        public int OrganizationId { get; init; }
        public string RecordKind { get; init; } = "";
        public int RecordId { get; init; }
        public DateOnly On { get; init; }
        public DateOnly? EnteredOn { get; init; }
        public long Amount { get; init; }
        public int Same { get; init; }
    }
}
