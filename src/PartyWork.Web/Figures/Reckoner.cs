using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>
/// Facts that are worked out in memory by a rule of the domain, from one reading for all the figures that share it. What it yields is counted,
/// listed and frozen as the facts of SQL are.
/// </summary>
/// <param name="read">All facts of these figures in these periods, within these organisations (null: all).</param>
public sealed class Reckoner(Func<PartyWorkDb, IReadOnlyCollection<Figure>, IReadOnlyCollection<Period>, int[]?, Task<IReadOnlyCollection<Reckoned>>> read)
{
    public async Task<ILookup<(string Key, Period Period), Fact>> ReadAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within) =>
        (await read(db, figures, periods, within)).ToLookup(r => (r.Key, r.Period), r => r.Fact);
}

/// <summary>A fact of one figure in one period.</summary>
public sealed record Reckoned(string Key, Period Period, Fact Fact);
