using System.Globalization;
using System.Text;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>适用和查证约定 as they are typed: the same columns on the screen and in the workbook, all text.</summary>
public sealed record OptionsRow
{
    public string? NotApplicableWhen { get; init; }
    public string? ReallocateTo { get; init; }
    public string? VetoTrigger { get; init; }
    public string? Exempt { get; init; }
    public string? Unit { get; init; }
    public string? Exclude { get; init; }
    public string? GraceDays { get; init; }
    public string? SampleSize { get; init; }
    public string? ForbiddenEvidence { get; init; }
    public bool MergesVacations { get; init; }

    public static OptionsRow Of(CriterionOptions options) => new()
    {
        NotApplicableWhen = ScoreWords.Text(options.NotApplicableWhen),
        ReallocateTo = options.ReallocateTo,
        VetoTrigger = ScoreWords.Text(options.VetoTrigger),
        Exempt = Join(options.Exempt),
        Unit = ScoreWords.Text(options.Unit),
        Exclude = ScoreWords.Text(options.Exclude),
        GraceDays = options.GraceDays?.ToString(CultureInfo.InvariantCulture),
        SampleSize = options.SampleSize?.ToString(CultureInfo.InvariantCulture),
        ForbiddenEvidence = Join(options.ForbiddenEvidence),
        MergesVacations = options.MergesVacations,
    };

    /// <exception cref="BrokenRuleException">A number cannot be read.</exception>
    public CriterionOptions Read() => new()
    {
        NotApplicableWhen = ScoreWords.Code(NotApplicableWhen ?? ""),
        ReallocateTo = ReallocateTo?.Trim() ?? "",
        VetoTrigger = ScoreWords.Code(VetoTrigger ?? ""),
        Exempt = Split(Exempt),
        Unit = ScoreWords.Code(Unit ?? ""),
        Exclude = ScoreWords.Code(Exclude ?? ""),
        GraceDays = Whole(GraceDays, "宽限天数"),
        SampleSize = Whole(SampleSize, "抽查数量"),
        ForbiddenEvidence = Split(ForbiddenEvidence),
        MergesVacations = MergesVacations,
    };

    private static string Join(IEnumerable<string> words) => string.Join("、", words.Select(ScoreWords.Text));

    private static string[] Split(string? text) => [.. (text ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ScoreWords.Code)];

    private static int? Whole(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BrokenRuleException($"“{field}”填写的“{text}”应是整数。");
}
