namespace PartyWork.Web.Pages;

/// <summary>A bar chart with its table: the same numbers twice, once to see and once to read and open.</summary>
/// <param name="Heading">What the bars are, as the table's first heading.</param>
/// <param name="Parts">The parts of each bar in order: word and colour.</param>
public sealed record StackedBars(string Heading, IReadOnlyList<(string Word, string Tone)> Parts, IReadOnlyList<StackedBar> Bars)
{
    public const int Width = 640, LabelWidth = 150, RowHeight = 24, BarHeight = 14, TotalWidth = 40;

    /// <summary>Whether the bars add up to something; steps that each hold the next do not.</summary>
    public bool HasSum { get; init; } = true;

    public int Height => Math.Max(1, Bars.Count) * RowHeight;

    public int Largest => Bars.Select(b => b.Total).DefaultIfEmpty(0).Max();

    /// <summary>Start and width of each part that is not empty, on the chart's own scale.</summary>
    public IEnumerable<(string Word, string Tone, int Count, int X, int Width)> Drawn(StackedBar bar)
    {
        var scale = (Width - LabelWidth - TotalWidth) / (double)Math.Max(1, Largest);
        var before = 0;
        for (var i = 0; i < Parts.Count; i++)
        {
            var count = bar.Parts[i].Count;
            if (count > 0)
            {
                var (from, to) = (LabelWidth + (int)Math.Round(before * scale), LabelWidth + (int)Math.Round((before + count) * scale));
                yield return (Parts[i].Word, Parts[i].Tone, count, from, Math.Max(1, to - from));
            }

            before += count;
        }
    }
}

/// <param name="Link">The list of all that the bar counts.</param>
/// <param name="Parts">Each part's count and the list of what it counts.</param>
public sealed record StackedBar(string Label, string Link, IReadOnlyList<(int Count, string Link)> Parts)
{
    public int Total => Parts.Sum(p => p.Count);
}
