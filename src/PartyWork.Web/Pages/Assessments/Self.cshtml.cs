using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核自评: every criterion with what the records yield; only where the organisation differs, or nothing is recorded, it writes something.</summary>
public sealed class SelfModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    /// <summary>By the criterion's code.</summary>
    [BindProperty]
    public Dictionary<string, Row> Rows { get; set; } = [];

    [BindProperty]
    public string? Highlights { get; set; }

    [BindProperty]
    public string? Weaknesses { get; set; }

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

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

    [Needs(Act.ReadAssessments)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (ShowsWords)
        {
            Rows = Filing.Rows.ToDictionary(r => r.Key, r => new Row { Value = Typed.Print(r.Value), Words = r.Words });
            (Highlights, Weaknesses) = (Self.Row(SelfScore.Highlights)?.Words, Self.Row(SelfScore.Weaknesses)?.Words);
        }

        return Page();
    }

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version) => ActAsync(id, version, Act.FillSelfScores, "已暂存。", () => Write(() => { }));

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostPrepareAsync(int id, int version) =>
        ActAsync(id, version, Act.FillSelfScores, "已报书记，等待书记确认。", () => Write(() => Self.Prepare(user.Actor, clock.Now)));

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id, int version) =>
        ActAsync(id, version, Act.FillSelfScores, "已按书记线下签字报送；书记登录后请补确认。", () => Write(() =>
        {
            Rule.Require(SignedOn is not null, "请填写书记签字日期。");
            Self.SignOffline(user.Actor, SignedOn!.Value, clock.Now);
        }));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int version) =>
        ActAsync(id, version, Act.ConfirmSelfScores, "自评已确认并报送。", () => Write(() => Self.Confirm(user.Actor, clock.Now)));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id, int version) =>
        ActAsync(id, version, Act.ConfirmSelfScores, "已补确认线下签字。", () => Filing.ConfirmSignature(user.Actor, clock.Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) => MoveAsync(id, version, "已批准延期。", reason => Filing.Extend(user.Actor, Until ?? Today, reason, clock.Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) => MoveAsync(id, version, "已解锁，可在期限内补报。", reason => Filing.Unlock(user.Actor, Until ?? Today, reason, clock.Now));

    private Task<IActionResult> MoveAsync(int id, int version, string done, Action<string> move) => ActAsync(id, version, Act.MoveDeadline, done, () =>
    {
        lease.Why = Reason?.Trim() ?? "";
        move(lease.Why);
    });

    /// <summary>Only what differs from what is kept is written.</summary>
    private void Write(Action then)
    {
        foreach (var line in Scored.Lines.Where(l => l.State is not ScoreState.NotApplicable))
        {
            var (code, kept) = (line.Criterion.Code, Self.Row(line.Criterion.Code));
            var typed = Rows.GetValueOrDefault(code);
            var (value, words) = (Typed.Number(typed?.Value, $"{code}自评分"), typed?.Words?.Trim() ?? "");
            if ((value, words) != (kept?.Value, kept?.Words ?? ""))
            {
                Self.Write(line, value, words, clock.Now);
            }
        }

        foreach (var (key, words) in new[] { (SelfScore.Highlights, Highlights), (SelfScore.Weaknesses, Weaknesses) })
        {
            var said = words?.Trim().ReplaceLineEndings("\n") ?? "";
            if (said != (Self.Row(key)?.Words ?? ""))
            {
                Self.Write(key, said, clock.Now);
            }
        }

        then();
    }

    private async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Action what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, Filing.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(db, async () =>
        {
            Rule.Require(Round.Stage is RoundStage.SelfScoring, "自评已经结束，不能再改。");
            db.Expect(Filing, version);
            what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/assessments/self/{id}");
        }, async () => await FindAsync(id) ? Page() : NotFound());
    }

    /// <summary>The filing with its round, and the organisation scored by the round's rubric as its records are today.</summary>
    private async Task<bool> FindAsync(int id)
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

    public sealed class Row
    {
        public string? Value { get; set; }
        public string? Words { get; set; }
    }
}
