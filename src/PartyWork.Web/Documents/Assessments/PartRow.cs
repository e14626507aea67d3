using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>One part as it is typed: the same columns on the screen and in the workbook, all text.</summary>
public sealed record PartRow
{
    /// <summary>No number in a part reaches it.</summary>
    internal const int Limit = 100_000;

    private static readonly char[] Equal = ['=', '＝'];

    public string? Kind { get; init; }
    public string? Subject { get; init; }
    public string? Against { get; init; }
    public string? Points { get; init; }
    public string? Step { get; init; }

    /// <summary>好=2；较好=1.6.</summary>
    public string? Bands { get; init; }

    public bool IsBlank => new[] { Kind, Subject, Against, Points, Step, Bands }.All(string.IsNullOrWhiteSpace);

    public static PartRow Of(ScoringPart part) => new()
    {
        Kind = part.Kind.Text(),
        Subject = part.Subject,
        Against = part.Against,
        Points = Print(part.Points),
        Step = Print(part.Step),
        Bands = string.Join("；", part.Bands.Select(b => $"{ScoreWords.Text(b.Key)}={Print(b.Points)}")),
    };

    /// <exception cref="BrokenRuleException">A cell cannot be read; names it and what stands there.</exception>
    public ScoringPart Read()
    {
        var kind = Words.Parse<PartKind>(Kind?.Trim() ?? "") ?? throw new BrokenRuleException($"计分方式“{Kind}”不在可选范围内，请选：{string.Join("、", Enum.GetValues<PartKind>().Select(k => k.Text()))}。");
        return new ScoringPart(kind, Subject?.Trim() ?? "")
        {
            Against = Against?.Trim() ?? "",
            Points = Number(Points, "分值"),
            Step = Number(Step, "每档的数"),
            Bands = [.. (Bands ?? "").Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Band)],
        };
    }

    private static ScoreBand Band(string text)
    {
        var at = text.IndexOfAny(Equal);
        Rule.Require(at > 0 && at == text.LastIndexOfAny(Equal), $"对照表“{text}”看不懂，请写成“好=2；较好=1.6”，每档之间用分号隔开。");
        return new(text[..at].Trim(), Number(text[(at + 1)..], "对照表的分值") ?? throw new BrokenRuleException($"对照表“{text}”没有分值。"));
    }

    private static decimal? Number(string? text, string what) => string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < Limit ? number
        : throw new BrokenRuleException($"{what}“{text}”应是数字。");

    private static string Print(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
