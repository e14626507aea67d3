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
            AssessmentFigures.All,
            RectificationFigures.All,
            SiteFigures.All,
            TalentFigures.All,
            FundFigures.All,
            TrainingFigures.All,
            HonorFigures.All,
            WorkFigures.All,
            DutyMetrics.All,
            FiveInOneMetrics.All,
            MeetingMetrics.All,
            OrganizationMetrics.All,
            DecisionMetrics.All,
            ServiceMetrics.All,
            CampaignMetrics.All,
            TwoNewMetrics.All,
            SurveyMetrics.All,
            PetitionMetrics.All,
            AwaitedMetrics.All,
        }.SelectMany(f => f).OrderBy(f => f.Sections[0]),
    ];

    /// <summary>What a year's freeze keeps: all but what only assessments use.</summary>
    public static readonly IReadOnlyList<Figure> Frozen = [.. All.Where(f => !f.IsMetric)];

    private static readonly Dictionary<string, Figure> ByKey = All.SelectMany(f => new[] { f.Key, f.Metric }.Where(k => k.Length > 0), (figure, key) => (Key: key, Figure: figure)).ToDictionary(x => x.Key, x => x.Figure);

    /// <summary>By its key, or by the one that the rubrics use.</summary>
    public static Figure? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <summary>The figures whose records must be folded: of a ratio its two parts, else the figure itself; with what they are chosen among.</summary>
    internal static IEnumerable<Figure> PartsOf(Figure figure) =>
        (figure is { Fold: FigureFold.Ratio, IsAwaited: false } ? [ByKey[figure.Numerator], ByKey[figure.Denominator]] : (Figure[])[figure]).SelectMany(f => f.Among.Length > 0 ? [f, ByKey[f.Among]] : (Figure[])[f]);
}
