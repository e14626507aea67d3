using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>A round is begun: year, phase and plan; by a committee under the district's. Whom it assesses is chosen next.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private const int DaysToFile = 15, DaysOnSite = 10, DaysAfter = 15;

    [BindProperty, Display(Name = "年度")]
    public int Year { get; set; }

    [BindProperty, Display(Name = "考核阶段")]
    public AssessmentPhase Phase { get; set; }

    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    /// <summary>How many rounds there were when the page was shown, so that pressing twice does not make two.</summary>
    [BindProperty, Display(Name = "对象")]
    public int For { get; set; }

    private int Own => user.Post!.OrganizationId;

    /// <summary>A committee's round takes its numbers from the district's.</summary>
    public bool IsOfCommittee => user.Tree[Own].Level is OrganizationLevel.Committee;

    /// <summary>Below the committees nobody assesses.</summary>
    public bool MayBegin => user.Tree[Own].Level is OrganizationLevel.District or OrganizationLevel.Committee;

    public IReadOnlyList<int> Years { get; private set; } = [];

    [Needs(Act.ManageRounds)]
    public async Task OnGetAsync(AssessmentPhase? phase)
    {
        await ShowAsync();
        (Year, Phase, For) = (clock.Today.Year, phase ?? (clock.Today.Month <= 8 ? AssessmentPhase.Mid : AssessmentPhase.End), await db.Rounds.CountAsync());
        var due = Phase is AssessmentPhase.Acceptance ? clock.Today : clock.Today.AddDays(DaysToFile);
        Plan = PlanForm.Of(new($"{Year}年{(Phase is AssessmentPhase.Acceptance ? "后进社区" : "基层党建")}{Phase.Text()}", "", "", due, due.AddDays(3), due.AddDays(3 + DaysOnSite), due.AddDays(3 + DaysOnSite + DaysAfter)));
    }

    [Needs(Act.ManageRounds)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
    {
        var rounds = await db.Rounds.Select(r => new { r.Id, r.Year, r.No }).ToListAsync();
        if (rounds.Count != For && rounds.Count > 0 && rounds.MaxBy(r => r.Id) is { } last && await db.Rounds.AnyAsync(r => r.Id == last.Id && r.Year == Year && r.Phase == Phase && r.Plan.Name == Plan.Name.Trim()))
        {
            return Redirect($"/assessments/rounds/{last.Id}");
        }

        Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == Year), $"{Year}年度还没有设定，请先新建年度。");
        Rule.Require(MayBegin, "考核由区委组织部或党（工）委组织。");
        Rule.Require(Phase is not AssessmentPhase.Acceptance || !IsOfCommittee, "整顿验收由区委组织部组织。");
        var no = 1 + rounds.Where(r => r.Year == Year).Select(r => r.No).DefaultIfEmpty().Max();
        var round = IsOfCommittee ? Round.Under(await DistrictRoundAsync(), Own, no, Plan.ToPlan()) : new Round(Own, Year, Phase, no, Plan.ToPlan());
        db.Add(round);
        await db.SaveChangesAsync();
        Tell("考核方案已建立，请列入考核对象。");
        return Redirect($"/assessments/rounds/{round.Id}/objects");
    }, AgainAsync);

    private async Task<Round> DistrictRoundAsync()
    {
        var district = user.Tree.District!.Id;
        return await db.Rounds.Where(r => r.Year == Year && r.Phase == Phase && r.OrganizerId == district && r.PublishedOn != null).OrderBy(r => r.No).FirstOrDefaultAsync()
            ?? throw new BrokenRuleException($"区委组织部还没有发布{Year}年{Phase.Text()}方案，党（工）委不能发起考核。");
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Years = await db.WorkYears.Where(y => y.State != Domain.Calendar.WorkYearState.Closed).OrderByDescending(y => y.Year).Select(y => y.Year).ToListAsync();
}
