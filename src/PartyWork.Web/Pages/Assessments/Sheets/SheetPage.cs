using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>What the pages of one score sheet share: finding it among those that the reader's team has drawn, its lines by class, and who the reader is in the team.</summary>
public abstract class SheetPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    protected Actor Actor => user.Actor;
    protected DateTime Now => clock.Now;
    public ScoreSheet Sheet { get; private set; } = null!;
    public OrgNode Organization { get; private set; } = null!;

    /// <summary>In the rubric's order, and on paper the same.</summary>
    public IReadOnlyList<ClassView> Classes { get; private set; } = [];
    public IReadOnlyList<LineView> Lines { get; private set; } = [];
    public string Here => $"/assessments/sheets/{Sheet.Id}";
    public int Version => db.VersionOf(Sheet);
    public bool IsOpen => Sheet.Stage is SheetStage.Scoring;
    public bool IsLeader => Sheet.Team!.IsLedBy(Me);

    /// <summary>Lines that no record yields and nobody has judged yet.</summary>
    public int LeftToPeople => Lines.Count(l => l.NeedsPeople && !l.Line.IsScored);

    /// <summary>Under which the browser keeps what it could not send: this sheet, and whoever scores.</summary>
    public string Outbox => $"{Sheet.Id}-{Me}";

    private int Me => user.PersonId ?? 0;

    /// <summary>A member scores what the leader gave to no one else; the leader scores everything.</summary>
    public bool MayScore(ClassView of) => IsOpen && (of.Scorer is null || of.Scorer.PersonId == Me || IsLeader);

    public string Address(LineView line, bool? only = null) => $"{Here}/lines/{line.Code}{(only is { } o ? $"?Only={o}" : "")}";

    public ClassView ClassOf(LineView line) => Classes.First(c => c.Lines.Contains(line));

    /// <summary>Not there for anybody outside the team that drew it.</summary>
    protected async Task<bool> FindAsync(int id)
    {
        if (await db.FindSheetAsync(id) is not { Team: { } team } sheet || !team.Has(Me))
        {
            return false;
        }

        (Sheet, Organization) = (sheet, user.Tree[sheet.OrganizationId]);
        Classes = [.. sheet.Rubric.Categories.OrderBy(c => c.No).Select(Class).Where(c => c.Lines.Count > 0)];
        Lines = [.. Classes.SelectMany(c => c.Lines)];
        return true;
    }

    private ClassView Class(RubricCategory category)
    {
        var term = Term.Of(Sheet.Rubric, Sheet.Round.Year, Sheet.Round.Phase, OfficeTime.DayOf(Sheet.Round.FrozenAt ?? Now));
        return new(category, Sheet.Scorers.FirstOrDefault(s => s.Category == category.Code),
        [
            .. category.Items.OrderBy(i => i.No).SelectMany(i => i.Criteria.OrderBy(c => c.No).Select(c => (Item: i, Criterion: c)))
                .Join(Sheet.Lines, c => c.Criterion.Code, l => l.Code, (c, line) => new LineView(line, c.Item, c.Criterion, db.VersionOf(line),
                    Inputs(line, c.Criterion, (term.IsAfterMid && c.Criterion.Phase is CriterionPhase.Mid ? term.AtMid : term.Now).Period.Cutoff))),
        ]);
    }

    /// <summary>What was taken down when self-scoring ended, each with the way to the records that it counts.</summary>
    private static List<LineInput> Inputs(SheetLine line, RubricCriterion criterion, DateOnly cutoff)
    {
        var known = line.Known();
        return [.. criterion.Names.Where(n => !ScoreInputs.IsForAssessor(n) || known[n].IsRecorded).Select(n => new LineInput(ScoreMetrics.Words.Name(n), ScoreMetrics.Words.Known(n, known),
            FigureDictionary.Find(n) is { } figure ? $"/figures/{figure.Key}?organization={line.OrganizationId}&cutoff={cutoff:yyyy-MM-dd}" : ""))];
    }
}
