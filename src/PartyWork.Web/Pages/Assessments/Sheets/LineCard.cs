using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>One line with its form, as a phone shows it.</summary>
public sealed record LineCard(LineView View, ClassView Of, LineForm Form, bool Only, LineView? Previous, LineView? Next)
{
    public required ScoreSheet Sheet { get; init; }
    public required string Here { get; init; }
    public required bool MayScore { get; init; }
    public LastScore? Last { get; init; }

    public string Address(LineView line) => $"{Here}/lines/{line.Code}?Only={Only}";

    /// <summary>There is a suggestion, or there will be one with what is found here; where records are missing only a score helps.</summary>
    public bool MayAccept
    {
        get
        {
            var known = View.Line.Known();
            return View.Line.State is not ScoreState.ForAssessor || View.Criterion.Names.All(n => known[n].IsRecorded || ScoreInputs.IsForAssessor(n));
        }
    }

    public IReadOnlyList<FactField> Facts { get; } = [.. FactField.Of(View)];

    /// <summary>With what has been found; what cannot be read yet says nothing.</summary>
    public LineSuggestion Suggestion()
    {
        try
        {
            return Sheet.Suggest(View.Line, Form.Read(View), ScoreMetrics.All);
        }
        catch (BrokenRuleException)
        {
            return Sheet.Suggest(View.Line, LineEntry.Accepting.Facts, ScoreMetrics.All);
        }
    }
}
