using CsvHelper;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Figures;

/// <summary>
/// 计分指标: what rubrics may read. A metric is a figure by its own key or by the rubrics' name for it; the dictionary says what it is called and how it
/// counts, the product's own lists what earns lost points back, and what assessors enter.
/// </summary>
public static class ScoreMetrics
{
    private const string Prefix = "PartyWork.Web.Content.rubrics.";

    public static readonly IReadOnlyDictionary<string, ScoreMetric> All = Read();

    public static readonly IReadOnlySet<string> Known = All.Keys.ToHashSet();

    public static readonly PartWords Words = new(All);

    private static Dictionary<string, ScoreMetric> Read()
    {
        var remedies = Rows("metrics.csv", r => (Key: r.GetString("key"), Remedy: r.GetString("remedy"), Becomes: r.GetString("becomes"))).ToDictionary(r => r.Key);
        var metrics = Rows("facts.csv", r => new ScoreMetric(r.GetString("key"), r.GetString("name"), r.GetString("unit"))).ToDictionary(m => m.Key);
        foreach (var (figure, key) in FigureDictionary.All.Where(f => f.Fold is not FigureFold.Choice).SelectMany(f => new[] { f.Key, f.Metric }.Where(k => k.Length > 0), (figure, key) => (figure, key)))
        {
            var metric = new ScoreMetric(key, figure.Name, figure.Unit, figure.Time is not FigureTime.Flow) { Whole = figure.WholeAs, Part = figure.PartAs, IsChange = figure.IsChange, IsAwaited = figure.IsAwaited };
            metrics.Add(key, remedies.Remove(key, out var listed) ? metric with { Remedy = listed.Remedy, Becomes = listed.Becomes } : metric);
        }

        return remedies.Count == 0 ? metrics : throw new InvalidOperationException($"metrics.csv: no figure is called {string.Join(", ", remedies.Keys)}.");
    }

    private static IEnumerable<T> Rows<T>(string name, Func<CsvReader, T> read)
    {
        using var file = typeof(ScoreMetrics).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var csv = CsvReader.Create(file);
        while (csv.Read())
        {
            yield return read(csv);
        }
    }
}
