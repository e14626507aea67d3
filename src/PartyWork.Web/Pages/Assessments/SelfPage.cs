using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>One self-score as it stands: its filing and round, what the records yield today, and what the reader may do to it.</summary>
public abstract class SelfPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;
    public Filing Filing { get; private set; } = null!;
    public Round Round { get; private set; } = null!;
    public Rubric Rubric { get; private set; } = null!;
    public ScoredRubric Scored { get; private set; } = null!;
    public SelfScore Self { get; private set; } = null!;
    public OrgNode Node { get; private set; } = null!;
    public DateOnly Cutoff { get; private set; }
    public int Version { get; private set; }
    public DateOnly Today => clock.Today;
    public FilingStatus Status => Filing.Status(Today);
    public bool Fills => user.May(Act.FillSelfScores, Filing.OrganizationId);
    public bool Confirms => user.May(Act.ConfirmSelfScores, Filing.OrganizationId);
    public bool MovesDeadline => user.May(Act.MoveDeadline, Filing.OrganizationId) && Round.Stage is RoundStage.SelfScoring;
    public bool Editable => Fills && Round.Stage is RoundStage.SelfScoring && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the organisation's draft.</summary>
    public bool ShowsWords => Fills || Filing.FirstSubmittedAt is not null;

    /// <summary>The filing with its round, and the organisation scored by the round's rubric as its records are today.</summary>
    protected async Task<bool> FindAsync(int id)
    {
        var found = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FilingKind.SelfScore);
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node || !user.May(Act.ReadAssessments, node.Id))
        {
            return false;
        }

        var (year, no, organization) = (found.Year, found.Period, found.OrganizationId);
        Round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Year == year && r.No == no);
        Rubric = await db.RubricOfAsync(Round, organization);
        var term = Term.Of(Rubric, year, Round.Phase, Today);
        var ground = (await RunningScores.GroundsAsync(db, user.Tree, Rubric, await Circumstances.OfAsync(db, [organization], year), term))[organization];
        Scored = RubricScoring.Score(Rubric, Round.Phase, c => ground.Bases[c], ScoreMetrics.All);
        (Filing, Node, Cutoff, Version) = (found, node, term.Cutoff, (int)db.Entry(found).Property(PartyWorkDb.Version).CurrentValue!);
        Self = new SelfScore(found, Scored.Lines);
        return true;
    }
}
