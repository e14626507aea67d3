using PartyWork.Web.Figures.Dictionary;

namespace PartyWork.Web.Figures;

/// <summary>数据字典: every figure of the product, in the order in which the report uses them. A theme is a file in Dictionary.</summary>
public static class FigureDictionary
{
    public static readonly IReadOnlyList<Figure> All =
    [
        .. new[]
        {
            ParameterFigures.All,
            ResponsibilityFigures.All,
            OrganizationFigures.All,
            CommunityFigures.All,
            TwoNewFigures.All,
            AheadFigures.All,
            TalentFigures.All,
            FundFigures.All,
            TrainingFigures.All,
            HonorFigures.All,
            MeetingFigures.All,
            WorkFigures.All,
        }.SelectMany(f => f).OrderBy(f => f.Sections[0]),
    ];

    private static readonly Dictionary<string, Figure> ByKey = All.ToDictionary(f => f.Key);

    public static Figure? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <summary>The figures whose records must be folded: of a ratio its two parts, else the figure itself.</summary>
    internal static IEnumerable<Figure> PartsOf(Figure figure) => figure.Fold is FigureFold.Ratio ? [ByKey[figure.Numerator], ByKey[figure.Denominator]] : [figure];
}
