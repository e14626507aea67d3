using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核自评: every criterion with what the records yield; only where the organisation differs, or nothing is recorded, it writes something.</summary>
public sealed class SelfModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingPage(db, user, clock)
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

    public Round Round { get; private set; } = null!;
    public Rubric Rubric { get; private set; } = null!;
    public ScoredRubric Scored { get; private set; } = null!;
    public SelfScore Self { get; private set; } = null!;
    public DateOnly Cutoff { get; private set; }
    public bool Fills => May(Act.FillSelfScores);
    public bool Confirms => May(Act.ConfirmSelfScores);
    public bool MovesDeadline => May(Act.MoveDeadline) && Round.Stage is RoundStage.SelfScoring;
    public bool Editable => Fills && Round.Stage is RoundStage.SelfScoring && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the organisation's draft while it can still be; after that there is no self-score.</summary>
    public bool ShowsWords => Editable || Filing.FirstSubmittedAt is not null;

    /// <summary>自评已结束: the scores are those that were taken down then.</summary>
    public bool IsFrozen => Round.FrozenAt is not null;
    public string State => IsFrozen && Filing.FirstSubmittedAt is null ? "未报送" : SelfScore.State(Status);

    protected override FilingKind Kind => FilingKind.SelfScore;
    protected override Act Reads => Act.ReadAssessments;

    [Needs(Act.ReadAssessments)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () =>
    {
        if (ShowsWords)
        {
            Rows = Filing.Rows.ToDictionary(r => r.Key, r => new Row { Value = Typed.Print(r.Value), Words = r.Words });
            (Highlights, Weaknesses) = (Self.Row(SelfScore.Highlights)?.Words, Self.Row(SelfScore.Weaknesses)?.Words);
        }
    });

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostSaveAsync(int id) => ActAsync(id, Act.FillSelfScores, "已暂存。", () => Write(() => { }));

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostPrepareAsync(int id) =>
        ActAsync(id, Act.FillSelfScores, "已报书记，等待书记确认。", () => Write(() => Self.Prepare(Current.Actor, Now)));

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id) =>
        ActAsync(id, Act.FillSelfScores, "已按书记线下签字报送；书记登录后请补确认。", () => Write(() =>
        {
            Rule.Require(SignedOn is not null, "请填写书记签字日期。");
            Self.SignOffline(Current.Actor, SignedOn!.Value, Now);
        }));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmAsync(int id) =>
        ActAsync(id, Act.ConfirmSelfScores, "自评已确认并报送。", () => Write(() => Self.Confirm(Current.Actor, Now)));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id) =>
        ActAsync(id, Act.ConfirmSelfScores, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id) => ExtendAsync(id, Until, Reason);

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id) => UnlockAsync(id, Until, Reason);

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
                Self.Write(line, value, words, Now);
            }
        }

        foreach (var (key, words) in new[] { (SelfScore.Highlights, Highlights), (SelfScore.Weaknesses, Weaknesses) })
        {
            var said = words?.Trim().ReplaceLineEndings("\n") ?? "";
            if (said != (Self.Row(key)?.Words ?? ""))
            {
                Self.Write(key, said, Now);
            }
        }

        then();
    }

    protected override void RequireOpen() => Rule.Require(Round.Stage is RoundStage.SelfScoring, "自评已经结束，不能再改。");

    /// <summary>The round, and the organisation scored by the round's rubric as its records are today, or were when self-scoring ended.</summary>
    protected override async Task ReadAsync()
    {
        var (year, no, organization) = (Filing.Year, Filing.Period, Filing.OrganizationId);
        Round = await Db.Rounds.AsNoTracking().SingleAsync(r => r.Year == year && r.No == no);
        Rubric = await Db.RubricOfAsync(Round, organization);
        var term = Term.Of(Rubric, year, Round.Phase, Round.FrozenAt is { } at ? OfficeTime.DayOf(at) : Today);
        Cutoff = term.Cutoff;
        if (IsFrozen)
        {
            var frozen = await Db.FrozenAsync(Round, organization);
            var scored = RubricScoring.Score(Rubric, Round.Phase, c => frozen[c.Code].Basis, ScoreMetrics.All);
            Scored = scored with { Lines = [.. scored.Lines.Select(l => l with { Sentence = frozen[l.Criterion.Code].Sentence })] };
        }
        else
        {
            var ground = (await RunningScores.GroundsAsync(Db, Current.Tree, Rubric, await Circumstances.OfAsync(Db, [organization], year), term))[organization];
            Scored = RubricScoring.Score(Rubric, Round.Phase, c => ground.Bases[c], ScoreMetrics.All);
        }

        Self = new SelfScore(Filing, Scored.Lines);
    }

    public sealed class Row
    {
        public string? Value { get; set; }
        public string? Words { get; set; }
    }
}
