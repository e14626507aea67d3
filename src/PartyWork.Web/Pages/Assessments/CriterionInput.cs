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
    public OptionsRow Options { get; set; } = new();

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
        Options = OptionsRow.Of(text.Options),
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
        Options.Read(),
        Method, Automation, Phase, Checks.Aggregate(CheckWays.None, (all, way) => all | way), Evidence?.Trim() ?? "");
}
