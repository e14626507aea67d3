namespace PartyWork.Web.Figures;

/// <summary>Which figures mean what somebody looks for in his own words. Chinese is not parted into words: what counts is how many neighbouring pairs of characters are found again.</summary>
public static class FigureSearch
{
    /// <summary>A pair that is only in the 口径 says less than one in the name.</summary>
    private const double InDefinition = 0.6, Enough = 0.4;

    /// <returns>The likeliest first.</returns>
    public static IReadOnlyList<Figure> Find(string words, IEnumerable<Figure> figures, int most)
    {
        var pairs = Pairs(words);
        return pairs.Count == 0 ? [] : [.. figures.Select(f => (Figure: f, Share: pairs.Sum(p => In(f.Name, p) ? 1 : In(f.Definition, p) ? InDefinition : 0) / pairs.Count))
            .Where(f => f.Share >= Enough).OrderByDescending(f => f.Share).Select(f => f.Figure).Take(most)];
    }

    private static bool In(string text, string pair) => text.Contains(pair, StringComparison.OrdinalIgnoreCase);

    private static List<string> Pairs(string words) => [.. words.Split([' ', '　', '、', '，', ',', '（', '）', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(w => w.Length < 2 ? [w] : Enumerable.Range(0, w.Length - 1).Select(i => w.Substring(i, 2))).Distinct()];
}
