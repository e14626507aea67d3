using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.Figures;

/// <summary>A figure over time, as columns and as the table beside them.</summary>
public sealed record FigureTrend(Figure Figure, IReadOnlyList<(DateOnly Cutoff, FigureValue Value)> Points)
{
    public const int Width = 640, Height = 190, Top = 22, Bottom = 160;

    public int Step => Width / Points.Count;

    public int ColumnWidth => Math.Min(46, Step * 3 / 5);

    /// <summary>The quarter ends of this year and the last before the cut-off.</summary>
    public static IReadOnlyList<Period> PointsTo(Period period) =>
        [.. Enumerable.Range(0, 8).Select(i => Period.To(new DateOnly(period.Year - 1 + (i / 4), (i % 4 * 3) + 3, 1).AddMonths(1).AddDays(-1))).Where(p => p.Cutoff < period.Cutoff)];

    public IEnumerable<(int X, int Y, int Height, string Value, DateOnly Cutoff)> Columns
    {
        get
        {
            var largest = Math.Max(1, Points.Max(p => p.Value.Number ?? 0));
            for (var i = 0; i < Points.Count; i++)
            {
                var height = (int)Math.Round((Bottom - Top) * Math.Max(0, Points[i].Value.Number ?? 0) / largest);
                yield return ((i * Step) + ((Step - ColumnWidth) / 2), Bottom - height, height, Points[i].Value.Print(), Points[i].Cutoff);
            }
        }
    }
}
