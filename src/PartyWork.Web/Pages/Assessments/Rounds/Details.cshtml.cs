using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>One round: where it stands, what comes next, how far its teams and objects are.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ObjectListPage(db, user, clock)
{
    private PlanForm? _typed;
    private Workdays? _workdays;

    /// <summary>While self-scores are filed: only those that have not filed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Missing { get; set; }

    public PlanForm Plan { get; private set; } = new();
    public IReadOnlyList<TeamProgress> Teams { get; private set; } = [];

    /// <summary>Self-scores by organisation: which filing, and when it was first filed.</summary>
    public IReadOnlyDictionary<int, SelfFiling> Filings { get; private set; } = new Dictionary<int, SelfFiling>();
    public int Filed => Filings.Values.Count(f => f.On is not null);

    /// <summary>Self-scoring can be ended: its day is over, or everybody has filed.</summary>
    public bool IsFiledOrDue => Today > Round.Plan.SelfDue || Filed == Filings.Count;
    public bool Grades => Current.May(Act.ReadGrading) && Round.Stage >= RoundStage.Closed && Round.Phase is AssessmentPhase.End;

    /// <summary>Objects that another published year-end round assesses as well: an organisation has one grade a year.</summary>
    public IReadOnlyList<AlsoAssessed> Twice { get; private set; } = [];
    public int Unsettled => All.Count(o => o.Stage < SheetStage.Feedback || o.OpenObjections > 0 || Today <= o.ObjectionUntil);

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    /// <summary>修改方案.</summary>
    [Needs(Act.ManageRounds)]
    public async Task<IActionResult> OnPostSaveAsync(int id, PlanForm plan)
    {
        _typed = plan;
        if (ModelState.IsValid)
        {
            return await DoAsync(id, () =>
            {
                Round.Write(IsOfDistrict ? plan.ToPlan() : plan.ToPlan() with { DocumentNo = Round.Plan.DocumentNo, PlanNo = Round.Plan.PlanNo }); // a committee's numbers stay the district's
                return Task.FromResult("方案已保存。");
            });
        }

        var shown = Version;
        var page = await GetAsync(id);
        Version = shown;
        return page;
    }

    /// <summary>发布方案: each object owes a self-score from now on.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostPublishAsync(int id) => DoAsync(id, async () =>
    {
        await LoadSheetsAsync();
        var gone = Round.Sheets.Select(s => Node(s.OrganizationId)).FirstOrDefault(n => n.ClosedOn is not null);
        Rule.Require(gone is null, $"“{gone?.Name}”已撤并，请移出考核对象后再发布。");
        var number = Round.Year;
        // Read before it is asked who stands elsewhere, and changed with the round: of two rounds of a year that are published at once the second has read too little.
        var year = await Db.WorkYears.SingleOrDefaultAsync(y => y.Year == number) ?? throw new BrokenRuleException($"{number}年度还没有设定，请先新建年度。");
        Db.Touch(year);
        Round.RequireAlone(await Db.AlsoAssessedAsync(Round, [.. Round.Sheets.Select(s => s.OrganizationId)]), Named);
        if (Round.Phase is AssessmentPhase.End)
        {
            var scheme = await Db.GradingSchemes.OfYearAsync(number) ?? throw new BrokenRuleException($"{number}年还没有总评办法，请先建立，再发布年底考核方案。");
            scheme.Freeze(Today);
        }

        Db.AddRange(Round.Publish(year, Round.Sheets.ToDictionary(s => s.OrganizationId, s => Node(s.OrganizationId).Level), Current.Actor, Today));
        if (!IsOfDistrict && Round.Teams.Count > 0)
        {
            await AssessorPool.AppointAsync(Db, Round, (await AssessorPool.OfAsync(Db, Today, Round.OrganizerId)).ToDictionary(p => p.PersonId), Today);
        }

        return $"方案已发布，{Round.Sheets.Count}个单位在{Show.Words(Round.Plan.SelfDue)}24:00前自评。";
    });

    /// <summary>结束自评: what the records yield is taken down.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostFreezeAsync(int id) => DoAsync(id, async () =>
    {
        await RoundFreezing.FreezeAsync(Db, Current.Tree, Round, Today, Clock.Now);
        return "自评已结束，系统分已定格，请抽签。";
    });

    /// <summary>考核进度, with how many organisations are at each step while they go at their own pace: on site, provisional, told, objected to, final.</summary>
    public IEnumerable<RoundStep> Steps
    {
        get
        {
            var (end, accepts, now) = (Round.Phase is AssessmentPhase.End, Round.Phase is AssessmentPhase.Acceptance, Round.Stage);
            foreach (var stage in Enum.GetValues<RoundStage>().Where(s => (end || s is not (RoundStage.Graded or RoundStage.Announced)) && (!accepts || s is not (RoundStage.SelfScoring or RoundStage.Drawing))))
            {
                if (stage is not RoundStage.OnSite)
                {
                    yield return new(stage.Text(), stage is RoundStage.Closed && now is RoundStage.OnSite ? All.Count(o => o.Stage is SheetStage.Final) : null, stage < now, stage == now);
                    continue;
                }

                (string Text, Func<RoundObject, bool> IsThere)[] parts =
                [
                    (stage.Text(), o => o.Stage < SheetStage.Provisional), ("暂定", o => o.Stage is SheetStage.Provisional), ("反馈", o => o.Stage is SheetStage.Feedback && o.OpenObjections == 0), ("申诉", o => o.Stage is SheetStage.Feedback && o.OpenObjections > 0),
                ];
                var first = parts.TakeWhile(p => !All.Any(p.IsThere)).Count();
                foreach (var (i, part) in parts.Index())
                {
                    yield return new(part.Text, now is RoundStage.OnSite ? All.Count(part.IsThere) : null, now > stage || (now == stage && i < first), now == stage && i == first);
                }
            }
        }
    }

    /// <summary>Until when the organisation is to be told; null where it is not submitted or has been told.</summary>
    public DateOnly? FeedbackDue(RoundObject row) => row is { Stage: SheetStage.Provisional, SubmittedAt: { } at } ? _workdays?.After(OfficeTime.DayOf(at), ScoreSheet.FeedbackWorkdays) : null;

    /// <summary>定结果.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostCloseAsync(int id) => DoAsync(id, async () =>
    {
        await Db.SheetsAsync(id, SheetStage.Waiting);
        await Db.Set<Objection>().Where(o => o.Sheet.RoundId == id).LoadAsync();
        var listed = await RoundProblems.ListAsync(Db, Round, Round.Close(Today));
        return $"{Round.Sheets.Count}个单位的结果已定，从现在起不能再改。扣分的{listed}条已列入各单位{Round.ListYear}年问题清单{(Round.Phase is AssessmentPhase.End ? "（拟列入）" : "")}。";
    });

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostArchiveAsync(int id) => DoAsync(id, () =>
    {
        Round.Archive();
        return Task.FromResult("本轮考核已归档。");
    });

    /// <summary>A draft that nobody has been told of is given up.</summary>
    [Needs(Act.ManageRounds)]
    public async Task<IActionResult> OnPostDeleteAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!MayManage)
        {
            return Refused;
        }

        Rule.Require(Round.Stage is RoundStage.Draft, "方案已发布，不能删除。");
        Db.Expect(Round, Version);
        await LoadSheetsAsync();
        await LoadRecusalsAsync();
        Db.RemoveRange(Round.Sheets.ToList());
        Db.RemoveRange(Round.Recusals.ToList());
        Db.RemoveRange(Round.Teams.SelectMany(t => t.Members).ToList());
        Db.RemoveRange(Round.Teams.ToList());
        Db.Remove(Round);
        await Db.SaveChangesAsync();
        Tell("草稿已删除。");
        return Redirect("/assessments");
    }

    protected override bool Keeps(RoundObject row) => !Missing || Filings.GetValueOrDefault(row.OrganizationId) is { On: null };

    protected override async Task ShowAsync()
    {
        if (Round.Stage is RoundStage.SelfScoring)
        {
            var (year, no) = (Round.Year, Round.No);
            Filings = await Db.Filings.Where(f => f.Kind == FilingKind.SelfScore && f.Year == year && f.Period == no).ToDictionaryAsync(f => f.OrganizationId, f => new SelfFiling(f.Id, f.FirstSubmittedAt));
        }

        await base.ShowAsync();
        if (All.Any(o => o.Stage is SheetStage.Provisional))
        {
            _workdays = await Db.WorkdaysAsync();
        }

        Teams = TeamProgress.Of(Round, All);
        Twice = Round.Stage is RoundStage.Draft or >= RoundStage.Closed ? await Db.AlsoAssessedAsync(Round, [.. All.Select(o => o.OrganizationId)]) : [];
        Plan = _typed ?? PlanForm.Of(Round.Plan);
    }
}

/// <summary>One step of a round's progress.</summary>
/// <param name="Count">How many organisations are at it; null where all go together.</param>
public sealed record RoundStep(string Text, int? Count, bool IsDone, bool IsNow);
