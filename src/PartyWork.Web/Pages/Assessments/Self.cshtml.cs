using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核自评: every criterion with what the records yield; only where the organisation differs, or nothing is recorded, it writes something.</summary>
public sealed class SelfModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : SelfPage(db, user, clock)
{
    /// <summary>By the criterion's code.</summary>
    [BindProperty]
    public Dictionary<string, Row> Rows { get; set; } = [];

    [BindProperty]
    public string? Highlights { get; set; }

    [BindProperty]
    public string? Weaknesses { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

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
        ActAsync(id, version, Act.FillSelfScores, "已报书记，等待书记确认。", () => Write(() => Self.Prepare(Current.Actor, Clock.Now)));

    [Needs(Act.FillSelfScores)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id, int version) =>
        ActAsync(id, version, Act.FillSelfScores, "已按书记线下签字报送；书记登录后请补确认。", () => Write(() =>
        {
            Rule.Require(SignedOn is not null, "请填写书记签字日期。");
            Self.SignOffline(Current.Actor, SignedOn!.Value, Clock.Now);
        }));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int version) =>
        ActAsync(id, version, Act.ConfirmSelfScores, "自评已确认并报送。", () => Write(() => Self.Confirm(Current.Actor, Clock.Now)));

    [Needs(Act.ConfirmSelfScores)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id, int version) =>
        ActAsync(id, version, Act.ConfirmSelfScores, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Clock.Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) => MoveAsync(id, version, "已批准延期。", reason => Filing.Extend(Current.Actor, Until ?? Today, reason, Clock.Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) => MoveAsync(id, version, "已解锁，可在期限内补报。", reason => Filing.Unlock(Current.Actor, Until ?? Today, reason, Clock.Now));

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
                Self.Write(line, value, words, Clock.Now);
            }
        }

        foreach (var (key, words) in new[] { (SelfScore.Highlights, Highlights), (SelfScore.Weaknesses, Weaknesses) })
        {
            var said = words?.Trim().ReplaceLineEndings("\n") ?? "";
            if (said != (Self.Row(key)?.Words ?? ""))
            {
                Self.Write(key, said, Clock.Now);
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

        if (!Current.May(act, Filing.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await Db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(Db, async () =>
        {
            Rule.Require(Round.Stage is RoundStage.SelfScoring, "自评已经结束，不能再改。");
            Db.Expect(Filing, version);
            what();
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/assessments/self/{id}");
        }, async () => await FindAsync(id) ? Page() : NotFound());
    }

    public sealed class Row
    {
        public string? Value { get; set; }
        public string? Words { get; set; }
    }
}
