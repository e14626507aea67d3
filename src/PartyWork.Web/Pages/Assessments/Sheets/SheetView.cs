using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>One line as the pages of its sheet show it.</summary>
public sealed record LineView(SheetLine Line, RubricItem Item, RubricCriterion Criterion, int Version, IReadOnlyList<LineInput> Inputs)
{
    public string Code => Line.Code;

    /// <summary>需现场判定: the records alone do not settle it.</summary>
    public bool NeedsPeople => Line.State is ScoreState.Partial or ScoreState.ForAssessor;

    /// <summary>What holds, once somebody has scored it.</summary>
    public int? Standing => Line.IsScored ? Line.Standing : null;

    /// <summary>可整类接受: computed in full, and nobody has scored it.</summary>
    public bool IsAcceptable => !NeedsPeople && !Line.IsScored;
}

/// <param name="Link">To the figure and its records; empty for a standard of the district.</param>
public sealed record LineInput(string Name, string Value, string Link);

/// <summary>One class with its running totals, hundredths by what its lines are worth; the same on the screen and on paper.</summary>
public sealed record ClassView(RubricCategory Category, ClassScorer? Scorer, IReadOnlyList<LineView> Lines)
{
    public int Worth => Lines.Sum(l => l.Line.Worth);
    public int Scored => Lines.Count(l => l.Line.IsScored);
    public int Acceptable => Lines.Count(l => l.IsAcceptable);

    /// <summary>The sum of those that have a value; blank where none has.</summary>
    public string Print(Func<LineView, int?> of) => Lines.All(l => of(l) is null) ? "" : Quantity.Print(SumOf(Lines, of));

    public static int SumOf(IEnumerable<LineView> lines, Func<LineView, int?> of) => lines.Sum(l => l.Line.WorthOf(of(l)) ?? 0);
}

/// <summary>上次考核: what the same criterion came to when the organisation was last assessed.</summary>
/// <param name="Why">Why points were lost; empty where none were.</param>
/// <param name="State">Of the problem that it became; null where it became none.</param>
public sealed record LastScore(string Round, int? Standing, int Points, string Why, ProblemState? State)
{
    /// <summary>One command; of the newest check whose result stands. Nothing where there was none, or where it may not be read.</summary>
    public static async Task<IReadOnlyDictionary<string, LastScore>> OfAsync(PartyWorkDb db, ScoreSheet sheet)
    {
        var (id, organization, kind) = (sheet.Id, sheet.OrganizationId, sheet.Rubric.Kind);
        var lines = await db.Set<SheetLine>().AsNoTracking().Where(l => l.SheetId == db.ScoreSheets
                .Where(s => s.OrganizationId == organization && s.Id != id && s.Stage == SheetStage.Final && s.Rubric.Kind == kind).OrderByDescending(s => s.Round.Year).ThenByDescending(s => s.Round.No).Select(s => s.Id).FirstOrDefault())
            .Select(l => new { Line = l, l.Sheet.Round.Plan.Name, State = db.Problems.Where(p => p.SheetLineId == l.Id).Select(p => (ProblemState?)p.State).FirstOrDefault() }).ToListAsync();
        return lines.ToDictionary(l => l.Line.Code, l => new LastScore(l.Name, l.Line.IsNotApplicable ? null : l.Line.Standing, l.Line.Points, l.Line.Loss > 0 ? l.Line.LossSentence : "", l.State));
    }
}
