using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Documents.Assessments;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>A criterion as it is typed.</summary>
public sealed class CriterionInput
{
    private const int SpareRows = 2;

    public string? Code { get; set; }
    public string? Points { get; set; }
    public string? Standard { get; set; }
    public string? Sentence { get; set; }
    public List<PartRow> Parts { get; set; } = [];
    public CriterionMethod Method { get; set; } = CriterionMethod.Composite;
    public CriterionAutomation Automation { get; set; } = CriterionAutomation.Full;
    public CriterionPhase Phase { get; set; } = CriterionPhase.Both;
    public List<CheckWays> Checks { get; set; } = [];
    public string? Evidence { get; set; }
    public string? NotApplicableWhen { get; set; }
    public string? ReallocateTo { get; set; }
    public string? VetoTrigger { get; set; }
    public string? Exempt { get; set; }
    public string? Unit { get; set; }
    public string? Exclude { get; set; }
    public string? GraceDays { get; set; }
    public string? SampleSize { get; set; }
    public string? ForbiddenEvidence { get; set; }
    public bool MergesVacations { get; set; }

    public static CriterionInput Of(CriterionText text) => new()
    {
        Code = text.Code,
        Points = Typed.Print(text.Points),
        Standard = text.Standard,
        Sentence = text.Sentence,
        Parts = [.. text.Parts.Select(PartRow.Of)],
        Method = text.Method,
        Automation = text.Automation,
        Phase = text.Phase,
        Checks = [.. Enum.GetValues<CheckWays>().Where(w => w is not CheckWays.None && text.Checks.HasFlag(w))],
        Evidence = text.Evidence,
        NotApplicableWhen = ScoreWords.Text(text.Options.NotApplicableWhen),
        ReallocateTo = text.Options.ReallocateTo,
        VetoTrigger = ScoreWords.Text(text.Options.VetoTrigger),
        Exempt = Join(text.Options.Exempt),
        Unit = ScoreWords.Text(text.Options.Unit),
        Exclude = ScoreWords.Text(text.Options.Exclude),
        GraceDays = text.Options.GraceDays?.ToString(CultureInfo.InvariantCulture),
        SampleSize = text.Options.SampleSize?.ToString(CultureInfo.InvariantCulture),
        ForbiddenEvidence = Join(text.Options.ForbiddenEvidence),
        MergesVacations = text.Options.MergesVacations,
    };

    /// <summary>Rows to write more parts into.</summary>
    public void Pad()
    {
        Parts = [.. Parts.Where(p => !p.IsBlank)];
        while (Parts.Count < CriterionText.MostParts && Parts.Count(p => p.IsBlank) < SpareRows)
        {
            Parts.Add(new());
        }
    }

    public CriterionText Read() => new(
        Code?.Trim() ?? "", Typed.Number(Points, "分值") ?? throw new BrokenRuleException("请填写分值。"), Standard?.Trim() ?? "", Sentence?.Trim() ?? "", [.. Parts.Where(p => !p.IsBlank).Select(p => p.Read())],
        new CriterionOptions
        {
            NotApplicableWhen = ScoreWords.Code(NotApplicableWhen ?? ""), ReallocateTo = ReallocateTo?.Trim() ?? "", VetoTrigger = ScoreWords.Code(VetoTrigger ?? ""), Exempt = Split(Exempt),
            Unit = ScoreWords.Code(Unit ?? ""), Exclude = ScoreWords.Code(Exclude ?? ""), GraceDays = Whole(GraceDays, "宽限天数"), SampleSize = Whole(SampleSize, "抽查数量"),
            ForbiddenEvidence = Split(ForbiddenEvidence), MergesVacations = MergesVacations,
        },
        Method, Automation, Phase, Checks.Aggregate(CheckWays.None, (all, way) => all | way), Evidence?.Trim() ?? "");

    private static string Join(IEnumerable<string> words) => string.Join("、", words.Select(ScoreWords.Text));

    private static string[] Split(string? text) => [.. (text ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ScoreWords.Code)];

    private static int? Whole(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BrokenRuleException($"“{field}”填写的“{text}”应是整数。");
}
