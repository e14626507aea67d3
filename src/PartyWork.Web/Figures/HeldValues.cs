using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>Frozen and corrected values, laid over the computed ones. A correction goes before a freeze.</summary>
internal static class HeldValues
{
    private const decimal Million = 1_000_000;

    public static async Task<FigureValues> OverAsync(PartyWorkDb db, FigureValues computed, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<int> organizations, IReadOnlyList<Period> periods)
    {
        var (keys, ids, cutoffs) = (figures.Select(f => f.Key).ToArray(), organizations.ToArray(), periods.Select(p => p.Cutoff).ToArray());
        // Past the subtree filter as the value is that it stands in for: what was held for an organisation does not depend on who reads it.
        var rows = await db.FrozenValues.Where(v => EF.Parameter(cutoffs).Contains(v.Freeze.Cutoff) && EF.Parameter(keys).Contains(v.Key) && EF.Parameter(ids).Contains(v.OrganizationId))
            .Select(v => new Held
            {
                Id = v.Id, IsOverride = false, Key = v.Key, OrganizationId = v.OrganizationId, From = v.Freeze.From, Cutoff = v.Freeze.Cutoff, Words = v.Freeze.Name, By = v.Freeze.By, ApprovedBy = "",
                Number = v.NumberMillionths, Numerator = v.NumeratorMillionths, Denominator = v.DenominatorMillionths, Text = v.Text, NotRecorded = v.NotRecorded, Records = v.Records,
            })
            .Concat(db.FigureOverrides.Where(o => o.State == OverrideState.Approved && EF.Parameter(cutoffs).Contains(o.Cutoff) && EF.Parameter(keys).Contains(o.Key) && EF.Parameter(ids).Contains(o.OrganizationId))
                .Select(o => new Held
                {
                    Id = o.Id, IsOverride = true, Key = o.Key, OrganizationId = o.OrganizationId, From = o.From, Cutoff = o.Cutoff, Words = o.Reason, By = o.ProposedBy, ApprovedBy = o.DecidedBy,
                    Number = null, Numerator = null, Denominator = null, Text = o.Value, NotRecorded = false, Records = 0,
                }))
            .IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        return rows.Count == 0 ? computed : computed.With(rows.OrderBy(r => r.IsOverride).ThenBy(r => r.Id).Select(r => ((r.Key, r.OrganizationId, new Period(r.From, r.Cutoff)), (Func<FigureValue, FigureValue>)r.Over)));
    }

    public static FigureValue ValueOf(Figure figure, FrozenValue v) => new Held { Key = figure.Key, Number = v.NumberMillionths, Numerator = v.NumeratorMillionths, Denominator = v.DenominatorMillionths, Text = v.Text, NotRecorded = v.NotRecorded, Records = v.Records }.Value;

    private sealed class Held
    {
        public int Id { get; init; }
        public bool IsOverride { get; init; }
        public string Key { get; init; } = "";
        public int OrganizationId { get; init; }
        public DateOnly From { get; init; }
        public DateOnly Cutoff { get; init; }
        public string Words { get; init; } = "";
        public string By { get; init; } = "";
        public string ApprovedBy { get; init; } = "";
        /// <summary>Millionths, as they are kept.</summary>
        public long? Number { get; init; }
        public long? Numerator { get; init; }
        public long? Denominator { get; init; }
        public string? Text { get; init; }
        public bool NotRecorded { get; init; }
        public int Records { get; init; }

        public FigureValue Value
        {
            get
            {
                var figure = FigureDictionary.Find(Key)!;
                return IsOverride ? FigureEvaluation.ValueOf(figure, Text)
                    : new(figure.Fold is FigureFold.Ratio ? FigureEvaluation.Quotient(figure, Numerator, Denominator) : Number / Million, Numerator / Million, Denominator / Million, Text, NotRecorded, Records) { Form = figure.Form };
            }
        }

        public FigureValue Over(FigureValue computed) => Value with { Mark = new(IsOverride, Words, By, ApprovedBy), Computed = computed };
    }
}
