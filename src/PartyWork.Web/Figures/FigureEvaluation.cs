using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>
/// Many figures of many organisations at many cut-offs. A figure at a cut-off is one branch of a statement, whatever the number of organisations;
/// an organisation's value is folded from facts by the affiliation of the cut-off, never from its children's values.
/// </summary>
public static class FigureEvaluation
{
    // A branch of its own names the years that are worked in here.
    private const int BranchesPerCommand = 128, Years = -1;

    /// <summary>The values that hold: where one has been frozen or corrected for just this period, that one, with the computed beside it.</summary>
    /// <param name="organizations">The caller has asked whether the reader may see them.</param>
    public static Task<FigureValues> EvaluateAsync(PartyWorkDb db, OrgTree tree, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<int> organizations, Period period) =>
        EvaluateAsync(db, tree, figures, organizations, [period]);

    public static async Task<FigureValues> EvaluateAsync(PartyWorkDb db, OrgTree tree, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<int> organizations, IReadOnlyList<Period> periods) =>
        await ComputeAsync(db, tree, figures, organizations, periods) is var computed && figures.All(f => AskedFigures.IsAsked(f.Key)) ? computed // never frozen or corrected: mended where it was answered
            : await HeldValues.OverAsync(db, computed, figures, organizations, periods);

    /// <summary>What the records say now, whatever has been frozen or corrected.</summary>
    public static async Task<FigureValues> ComputeAsync(PartyWorkDb db, OrgTree tree, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<int> organizations, IReadOnlyList<Period> periods)
    {
        var asked = organizations.ToHashSet();
        var parts = figures.SelectMany(FigureDictionary.PartsOf).DistinctBy(f => f.Key).ToList();
        var branches = Of(f => f.HasRecords);
        var folds = branches.ToDictionary(b => b, _ => new Dictionary<int, Fold>());
        var within = periods.Distinct().ToDictionary(p => p, p => Within(tree, asked, p));
        var years = new HashSet<int>();
        foreach (var chunk in Of(f => f.Facts is not null).Chunk(BranchesPerCommand))
        {
            // Past the subtree filter: what an organisation's figure was does not depend on who reads it. Only sums leave here.
            var rows = await chunk.Select((b, i) => Grouped(db, b, i, within[b.Period]))
                .Append(db.WorkYears.Select(y => new Grouping { Branch = Years, OrganizationId = y.Year, Key = "", Records = 0, Amount = 0 })).Aggregate((all, more) => all.Concat(more))
                .IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
            years.UnionWith(rows.Where(r => r.Branch == Years).Select(r => r.OrganizationId));
            foreach (var row in rows.Where(r => r.Branch != Years))
            {
                Add(chunk[row.Branch], row);
            }
        }

        foreach (var together in parts.Where(f => f.Reckoner is not null).GroupBy(f => f.Reckoner!))
        {
            var facts = await together.Key.ReadAsync(db, [.. together], [.. within.Keys], Union(within.Values));
            foreach (var (branch, fact) in from f in together from p in within.Keys from fact in facts[(f.Key, p)] select (new Branch(f, p), fact))
            {
                Add(branch, new Grouping { OrganizationId = fact.OrganizationId, Key = branch.Figure.Fold is FigureFold.Distinct or FigureFold.Text or FigureFold.Spread ? fact.DistinctKey : "", Records = 1, Amount = fact.Amount });
            }
        }

        if (years.Count == 0 && folds.Any(f => f.Key.Figure is { Reckoner: not null, IsKeptByWork: true } && f.Value.Count < asked.Count))
        {
            years.UnionWith(await db.WorkYears.Select(y => y.Year).ToListAsync());
        }

        var given = await GivenAsync(db, figures, periods);
        var values = new Dictionary<(string, int, Period), FigureValue>();
        foreach (var (figure, period, id) in from f in figures from p in periods from id in asked select (f, p, id))
        {
            values[(figure.Key, id, period)] = figure switch
            {
                { IsGiven: true } => ValueOf(figure, figure.Known?.Invoke(tree, period) ?? given.GetValueOrDefault((period.Year, figure.EnteredAs))),
                { IsAwaited: true } => ValueOf(figure, (Fold?)null, false),
                { Fold: FigureFold.Ratio } => Ratio(figure, Part(figure.Numerator), Part(figure.Denominator)),
                _ => Folded(figure),
            };

            Fold? FoldOf(Figure part) => folds[new(part, period)].GetValueOrDefault(id);
            bool IsWorkedIn() => figure.Time is FigureTime.Stock || years.Contains(period.Year);
            FigureValue Part(string key) => Folded(FigureDictionary.Find(key)!);
            FigureValue Folded(Figure part) => ValueOf(part, FoldOf(part), (part.IsKeptByWork && IsWorkedIn()) || (part.Among.Length > 0 && FoldOf(FigureDictionary.Find(part.Among)!) is not null));
        }

        return new FigureValues(periods[0], values);

        List<Branch> Of(Func<Figure, bool> which) => [.. parts.Where(which).SelectMany(f => periods.Distinct().Select(p => new Branch(f, p)))];

        void Add(Branch branch, Grouping row)
        {
            IEnumerable<int> up = branch.Figure.IsOwn ? [row.OrganizationId] : UpFrom(tree, row.OrganizationId, branch.Period.Cutoff);
            foreach (var id in up.Where(asked.Contains))
            {
                (folds[branch].TryGetValue(id, out var fold) ? fold : folds[branch][id] = new Fold()).Add(row);
            }
        }
    }

    /// <summary>All that any of them asks for; null where one asks for everything.</summary>
    private static int[]? Union(IReadOnlyCollection<int[]?> within) => within.Contains(null) ? null : [.. within.SelectMany(w => w!).Distinct()];

    /// <summary>What was within any of these on that day; null for all.</summary>
    internal static int[]? Within(OrgTree tree, IReadOnlySet<int> organizations, Period period) =>
        tree.District is { } district && organizations.Contains(district.Id) ? null : [.. tree.InOrder.Where(n => UpFrom(tree, n.Id, period.Cutoff).Any(organizations.Contains)).Select(n => n.Id)];

    /// <summary>The facts of those organisations; the list behind a figure asks the same.</summary>
    internal static IQueryable<Fact> FactsWithin(PartyWorkDb db, Figure figure, Period period, int[]? within)
    {
        var facts = figure.Facts!(db, period);
        return within is null ? facts : facts.Where(f => EF.Parameter(within).Contains(f.OrganizationId));
    }

    private static IQueryable<Grouping> Grouped(PartyWorkDb db, Branch branch, int no, int[]? within)
    {
        var facts = FactsWithin(db, branch.Figure, branch.Period, within);
        return branch.Figure.Fold is FigureFold.Distinct or FigureFold.Text or FigureFold.Spread
            ? facts.GroupBy(f => new { f.OrganizationId, f.DistinctKey })
                .Select(g => new Grouping { Branch = no, OrganizationId = g.Key.OrganizationId, Key = g.Key.DistinctKey, Records = g.Count(), Amount = g.Max(f => f.Amount) })
            : branch.Figure.Fold is FigureFold.Least
            ? facts.GroupBy(f => f.OrganizationId).Select(g => new Grouping { Branch = no, OrganizationId = g.Key, Key = "", Records = g.Count(), Amount = g.Min(f => f.Amount) })
            : facts.GroupBy(f => f.OrganizationId)
                .Select(g => new Grouping { Branch = no, OrganizationId = g.Key, Key = "", Records = g.Count(), Amount = g.Sum(f => f.Amount) });
    }

    private static async Task<Dictionary<(int Year, string Key), string>> GivenAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyList<Period> periods)
    {
        var keys = figures.Where(f => f is { IsGiven: true, Known: null }).Select(f => f.EnteredAs).Distinct().ToArray();
        var years = periods.Select(p => p.Year).Distinct().ToArray();
        return keys.Length == 0 ? [] : await db.FigureParameters.Where(p => EF.Parameter(years).Contains(p.Year) && EF.Parameter(keys).Contains(p.Key)).ToDictionaryAsync(p => (p.Year, p.Key), p => p.Text);
    }

    internal static FigureValue ValueOf(Figure figure, string? given) => (string.IsNullOrEmpty(given)
        ? new FigureValue(null, null, null, null, true, 0)
        : !figure.IsNumeric ? new(null, null, null, given, false, 1)
        : new(decimal.Parse(given, CultureInfo.InvariantCulture), null, null, figure.IsNumber || figure.IsChange ? null : given, false, 1)) with { Form = figure.Form }; // a correction is printed as it was written

    /// <param name="isKept">No record means 0: the work of the year yields them, or there are those among which they are chosen. It is unknown, not 0, for a year before the product.</param>
    private static FigureValue ValueOf(Figure figure, Fold? fold, bool isKept)
    {
        var value = fold is null
            ? isKept && figure.Fold is not (FigureFold.Text or FigureFold.Spread) ? new FigureValue(0, null, null, null, false, 0) : new(null, null, null, null, true, 0)
            : figure.Fold switch
            {
                FigureFold.Count => new(fold.Records, null, null, null, false, fold.Records),
                FigureFold.Sum => new(fold.Amount / (decimal)figure.Scale, null, null, null, false, fold.Records),
                FigureFold.Least => new(fold.Least, null, null, null, false, fold.Records),
                FigureFold.Distinct => new(fold.Keys.Count, null, null, null, false, fold.Records),
                FigureFold.Spread => new(null, null, null, string.Join("、", fold.Keys.OrderByDescending(k => k.Value).Select(k => $"{k.Key}{fold.Times[k.Key]}{figure.Unit}")), false, fold.Records),
                _ => new(null, null, null, figure.IsNumeral ? ChineseNumber.Write(fold.Keys.Keys.Max(k => int.Parse(k, CultureInfo.InvariantCulture))) : Named(fold.Keys), false, fold.Records),
            };
        return value with { Form = figure.Form };
    }

    private static FigureValue Ratio(Figure figure, FigureValue part, FigureValue whole) =>
        new(Quotient(figure, part.Number ?? 0, whole.Number), part.Number ?? 0, whole.Number, null, whole.NotRecorded, whole.Records) { Form = figure.Form };

    internal static decimal? Quotient(Figure figure, decimal? part, decimal? whole) => whole is > 0 ? figure.Whole * part / whole : null;

    /// <summary>The first three by rank, then 等.</summary>
    private static string Named(Dictionary<string, long> keys) =>
        string.Join("、", keys.OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Take(3).Select(k => k.Key)) + (keys.Count > 3 ? "等" : "");

    private static IEnumerable<int> UpFrom(OrgTree tree, int id, DateOnly day)
    {
        for (var node = tree.Find(id); node is not null; node = tree.ParentOn(node.Id, day))
        {
            yield return node.Id;
        }
    }

    private sealed record Branch(Figure Figure, Period Period);

    private sealed class Grouping
    {
        public int Branch { get; init; }
        public int OrganizationId { get; init; }
        public string Key { get; init; } = "";
        public int Records { get; init; }
        public long Amount { get; init; }
    }

    private sealed class Fold
    {
        public int Records { get; private set; }
        public long Amount { get; private set; }
        public long Least { get; private set; } = long.MaxValue;
        public Dictionary<string, long> Keys { get; } = [];
        public Dictionary<string, int> Times { get; } = [];

        public void Add(Grouping row)
        {
            (Records, Amount, Least) = (Records + row.Records, Amount + row.Amount, Math.Min(Least, row.Amount));
            (Keys[row.Key], Times[row.Key]) = (Math.Max(Keys.GetValueOrDefault(row.Key), row.Amount), Times.GetValueOrDefault(row.Key) + row.Records);
        }
    }
}

/// <summary>Values by figure, organisation and period.</summary>
public sealed class FigureValues(Period period, IReadOnlyDictionary<(string Key, int OrganizationId, Period Period), FigureValue> values)
{
    /// <summary>Of the only period that was asked for, or the first.</summary>
    public FigureValue this[string key, int organizationId] => values[(key, organizationId, period)];

    public FigureValue this[string key, int organizationId, Period at] => values[(key, organizationId, at)];

    internal FigureValues With(IEnumerable<((string Key, int OrganizationId, Period Period) At, Func<FigureValue, FigureValue> Over)> held)
    {
        var with = new Dictionary<(string, int, Period), FigureValue>(values);
        foreach (var (at, over) in held.Where(h => with.ContainsKey(h.At)))
        {
            with[at] = over(with[at]);
        }

        return new(period, with);
    }
}
