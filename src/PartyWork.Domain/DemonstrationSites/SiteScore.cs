using System.ComponentModel;
using PartyWork.Domain.Assessments;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>示范点考核的一个组成部分.</summary>
public enum SiteScorePart
{
    [Description("领域细则")] Rubric = 1,
    [Description("一点一策完成")] Plan,
    [Description("辐射带动")] Radiation,
}

/// <summary>A part with its value on the hundred-point scale, hundredths; null where nothing is recorded, and then its weight goes to the rest.</summary>
public sealed record SitePartScore(SiteScorePart Part, int? Value, int Percent, string Words);

/// <summary>年度得分 of a site: what its organisation was given by the rubric of its domain, how far its plan is done, and whom it helps along. Exact, rounded once.</summary>
public sealed record SiteScore(IReadOnlyList<SitePartScore> Parts, int Total)
{
    /// <summary>（领域细则90×80＋一点一策完成75×15）÷95＝87.63.</summary>
    public string Formula
    {
        get
        {
            var counted = Parts.Where(p => p.Value is not null).ToList();
            var sum = counted.Sum(p => p.Percent);
            var parts = string.Join("＋", counted.Select(p => $"{p.Part.Text()}{Quantity.Print(p.Value!.Value)}×{Quantity.Print(p.Percent)}%"));
            return $"{(sum == Rubric.FullMarks ? parts : $"（{parts}）÷{Quantity.Print(sum)}%")}＝{Quantity.Print(Total)}";
        }
    }

    /// <param name="rubric">Of the check's sheet, hundredths; without one there is no score.</param>
    /// <param name="measures">Of the plan, done of all.</param>
    /// <param name="radiated">Organisations that the site helps along in its belt; null where it belongs to none.</param>
    public static SiteScore? Of(GradingScheme scheme, int? rubric, (int Done, int All) measures, int? radiated)
    {
        if (rubric is null)
        {
            return null;
        }

        var full = scheme[GradingNumber.SiteRadiationFull] / Quantity.One;
        SitePartScore[] parts =
        [
            new(SiteScorePart.Rubric, rubric, scheme[GradingNumber.SiteRubricShare], "考核组按领域细则的评分"),
            new(SiteScorePart.Plan, measures.All == 0 ? null : (Fraction.Of(measures.Done) / Fraction.Of(measures.All) * Fraction.Of(100)).RoundedHundredths(), scheme[GradingNumber.SitePlanShare],
                measures.All == 0 ? "没有到期的措施" : $"措施完成{measures.Done}／{measures.All}项"),
            new(SiteScorePart.Radiation, radiated is { } n && full > 0 ? (Fraction.Least(Fraction.One, Fraction.Of(n) / Fraction.Of(full)) * Fraction.Of(100)).RoundedHundredths() : null, scheme[GradingNumber.SiteRadiationShare],
                radiated is { } others ? $"辐射党组织{others}个，{full}个得满分" : "不在示范区（带）中"),
        ];
        var counted = parts.Where(p => p.Value is not null && p.Percent > 0).ToList();
        if (counted.Count == 0)
        {
            return null;
        }

        var sum = counted.Aggregate(Fraction.Zero, (total, p) => total + (Fraction.OfHundredths(p.Value!.Value) * Fraction.OfHundredths(p.Percent)));
        return new(parts, (sum / Fraction.OfHundredths(counted.Sum(p => p.Percent))).RoundedHundredths());
    }
}
