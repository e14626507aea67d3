using CsvHelper;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Documents.AnnualReports;

/// <summary>范文: the whole report as the product proposes it, and what may stand between its brackets.</summary>
public static class ReportTemplates
{
    private const string Resource = "PartyWork.Web.Content.report-paragraphs.csv";
    private const string Wording = "wording_", Plan = "plan_block_";

    public static readonly IReadOnlyList<ParagraphTemplate> All = Read();

    /// <summary>Key → name of all that can be bound into a paragraph: the figures of the dictionary, guiding sentences and the plan of next year.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = FigureDictionary.Frozen.Select(f => (f.Key, f.Name))
        .Concat(Enum.GetValues<WordingUse>().Select(u => (KeyOf(u), $"表述：{u.Text()}")))
        .Concat(Enum.GetValues<PlanBlock>().Select(b => (KeyOf(b), $"谋划：{b.Text()}")))
        .ToDictionary();

    public static string KeyOf(WordingUse use) => Wording + (use is WordingUse.Opening ? "opening" : "next_year");

    public static string KeyOf(PlanBlock block) => Plan + block.ToString().ToLowerInvariant();

    /// <summary>Where a bound thing that is no figure is kept.</summary>
    public static string? AddressOf(string key, int year) =>
        key.StartsWith(Wording, StringComparison.Ordinal) ? "/annual-report/wordings" : key.StartsWith(Plan, StringComparison.Ordinal) ? $"/annual-report/{year}/plan" : null;

    private static List<ParagraphTemplate> Read()
    {
        using var file = typeof(ReportTemplates).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        var templates = new List<ParagraphTemplate>();
        while (csv.Read())
        {
            templates.Add(new(csv.GetString("key"), Enum.Parse<ParagraphLevel>(csv.GetString("level")), csv.GetString("text"), csv.GetString("optional").Length > 0));
        }

        return templates;
    }
}
