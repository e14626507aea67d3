using CsvHelper;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Figures;

/// <summary>
/// 计分指标: what rubrics may read. A metric's key is a figure's key; the dictionary says what it is called and how it counts, the product's own list
/// what earns lost points back, and what assessors enter.
/// </summary>
public static class ScoreMetrics
{
    private const string Prefix = "PartyWork.Web.Content.rubrics.";

    public static readonly IReadOnlyDictionary<string, ScoreMetric> All = Read();

    public static readonly IReadOnlySet<string> Known = All.Keys.ToHashSet();

    public static readonly PartWords Words = new(All);

    private static Dictionary<string, ScoreMetric> Read()
    {
        var metrics = Rows("metrics.csv").Concat(Rows("facts.csv")).ToDictionary(m => m.Key);
        foreach (var figure in FigureDictionary.All.Where(f => f.Fold is not FigureFold.Choice))
        {
            var listed = metrics.GetValueOrDefault(figure.Key);
            metrics[figure.Key] = new(figure.Key, figure.Name, figure.Unit, figure.Time is not FigureTime.Flow, listed?.Remedy ?? "", listed?.Becomes ?? "");
        }

        return metrics;
    }

    private static IEnumerable<ScoreMetric> Rows(string name)
    {
        using var file = typeof(ScoreMetrics).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var csv = CsvReader.Create(file);
        while (csv.Read())
        {
            yield return new(csv.GetString("key"), csv.GetString("name"), csv.GetString("unit"), csv.GetString("stock") == "yes", csv.GetString("remedy"), csv.GetString("becomes"));
        }
    }
}
