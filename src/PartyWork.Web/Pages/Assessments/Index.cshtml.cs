using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核 of a year: what the reader's team has drawn or the own organisation owes on top, then the rounds, then the results that may be read.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public HeldPost Post => user.Post!;
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public int Year { get; private set; }
    public bool Scores => user.May(Act.ScoreSheets);
    public bool Manages => user.MayAtHome(Act.ManageRounds) && user.Organization?.Level is OrganizationLevel.District or OrganizationLevel.Committee;
    public bool Grades => user.May(Act.ReadGrading);
    public bool ReadsRunning => user.ReadsOwnScore;
    public bool ReadsAcceptances => user.May(Act.ReadRectification);
    public bool ReadsAny => Rounds.Any(Reads);
    public IReadOnlyList<RoundRow> Rounds { get; private set; } = [];

    /// <summary>考评人: what the own team has drawn. Everybody else: sheets after their feedback.</summary>
    public IReadOnlyList<SheetRow> Sheets { get; private set; } = [];
    public IEnumerable<SelfRow> Selves => Rounds.Select(r => r.Self).OfType<SelfRow>();

    [Needs(Act.ReadAssessments)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var own = Post.OrganizationId;
        var fills = user.May(Act.FillSelfScores);
        var (scores, wide, assigned, me) = (Scores, user.IsDistrictWide, user.Scope.Sheets.ToArray(), user.PersonId ?? 0);
        IReadOnlyCollection<int> assessed = scores ? user.Scope.Ids : [];
        var organizers = assessed.Append(own).Select(o => user.Tree.Committee(o)?.Id ?? o).Append(user.Tree.District!.Id).Distinct().ToArray();
        var rounds = await (
            from r in db.Rounds.Where(r => r.Year == Year && (wide || organizers.Contains(r.OrganizerId)) && (wide || (r.OrganizerId == own && !scores) || r.Stage > RoundStage.Draft))
            from f in db.Filings.Where(f => fills && f.Kind == FilingKind.SelfScore && f.Year == r.Year && f.Period == r.No && f.OrganizationId == own).DefaultIfEmpty()
            orderby r.No descending
            select new
            {
                r.Id, r.OrganizerId, r.Plan, r.Phase, r.Stage, Sheets = r.Sheets.Count, Submitted = r.Sheets.Count(s => s.Stage >= SheetStage.Provisional), Told = r.Sheets.Count(s => s.Stage >= SheetStage.Feedback),
                Self = f == null ? null : new { f.Id, f.Stage, f.Window.Opens, Due = f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil, f.FirstSubmittedAt },
            }).ToListAsync();
        Rounds = [.. rounds.Select(r => new RoundRow(r.Id, r.OrganizerId, r.Plan, r.Phase, r.Stage, r.Sheets, r.Submitted, r.Told,
            r.Self is not { } f ? null : new(f.Id, r.Plan.Name, f.Stage, f.Opens, f.Due, f.Locks, f.UnlockedUntil, f.FirstSubmittedAt)))];
        var sheets = await db.AllSheets().Where(s => s.Round.Year == Year && !wide && (scores ? assigned.Contains(s.Id) : s.Stage >= SheetStage.Feedback))
            .Select(s => new SheetRow(s.Id, s.OrganizationId, s.Round.Plan.Name, s.Stage, scores ? s.Lines.Count(l => l.ScoredAt != null) : 0, scores ? s.Lines.Count : 0, s.FinalTotal ?? s.TeamTotal, s.FeedbackOn, s.ObjectionUntil, s.Round.No, s.CheckedId != null,
                s.Team!.Members.Any(m => m.PersonId == me && m.IsLeader), s.Scorers.Where(c => c.PersonId == me).OrderBy(c => c.Category).Select(c => c.Category).ToList())).AsSingleQuery().ToListAsync();
        Sheets = [.. sheets.Where(s => user.Tree.Find(s.OrganizationId) is not null).OrderBy(s => scores && s.Stage > SheetStage.Scoring).ThenByDescending(s => s.RoundNo).ThenBy(s => user.Tree[s.OrganizationId].SortNo)];
    }

    public bool Reads(RoundRow round) => user.May(Act.ReadRounds, round.OrganizerId);

    /// <param name="Sheets">Organisations assessed, of which so many are submitted and so many have been told.</param>
    /// <param name="Self">What the own organisation owes for it; null where it is not assessed.</param>
    public sealed record RoundRow(int Id, int OrganizerId, RoundPlan Plan, AssessmentPhase Phase, RoundStage Stage, int Sheets, int Submitted, int Told, SelfRow? Self)
    {
        /// <summary>阶段, and while organisations go at their own pace what the last of them waits for.</summary>
        public string Progress => Stage is not RoundStage.OnSite || Sheets == 0 || Submitted < Sheets ? Stage.Text() : Told < Sheets ? "暂定，待反馈" : "已反馈，待定结果";
    }

    /// <param name="Total">百分制, hundredths; null before the team has submitted.</param>
    /// <param name="Classes">类编号 that the leader has given to the reader.</param>
    public sealed record SheetRow(int Id, int OrganizationId, string Round, SheetStage Stage, int Scored, int Lines, int? Total, DateOnly? FeedbackOn, DateOnly? ObjectionUntil, int RoundNo, bool IsSecondCheck, bool IsLed, IReadOnlyList<string> Classes)
    {
        /// <summary>What the reader does next on the sheet.</summary>
        public string Next => Stage is not SheetStage.Scoring ? "查看" : IsLed && Scored == Lines ? "核对提交" : "评分";
    }

    public sealed record SelfRow(int Id, string Round, FilingStage Stage, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil, DateTime? First)
    {
        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);

        public string State(DateOnly today) => SelfScore.State(Status(today));
    }
}
