using System.Globalization;
using CsvHelper;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;

namespace PartyWork.Web.Figures;

/// <summary>计划线: what a rate is expected to reach in a year for which no plan says otherwise. Where a key point of the year plans the figure, its target holds.</summary>
/// <param name="Percent">A rate below it is below plan.</param>
public sealed record PlanMark(Figure Figure, decimal Percent, PlanBlock Block)
{
    private const string Resource = "PartyWork.Web.Content.plan-marks.csv";

    public static readonly IReadOnlyList<PlanMark> All = Read();

    private static List<PlanMark> Read()
    {
        using var file = typeof(PlanMark).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        var marks = new List<PlanMark>();
        while (csv.Read())
        {
            marks.Add(new(FigureDictionary.Find(csv.GetString("figure")) ?? throw new InvalidOperationException($"{Resource}: no figure {csv.GetString("figure")}."),
                decimal.Parse(csv.GetString("mark"), CultureInfo.InvariantCulture), Words.Parse<PlanBlock>(csv.GetString("block"))!.Value));
        }

        return marks;
    }
}
