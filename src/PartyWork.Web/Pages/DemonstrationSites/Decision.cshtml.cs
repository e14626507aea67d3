using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>年底决定 of a site that is cultivated, 年度复核 of one that is named: what the meeting decided, on the score that the checks yield.</summary>
public sealed class DecisionModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : SitePage(db, user, clock)
{
    [BindProperty]
    public SiteOutcome? Outcome { get; set; }

    [BindProperty]
    public SiteReason? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? MeetingNo { get; set; }

    [BindProperty, Display(Name = "决定日期")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "整改期限")]
    public DateOnly? RectifyBy { get; set; }

    public bool Rechecks => Site.Stage is SiteStage.Named or SiteStage.Warned;
    public bool IsOpen => Rechecks || Site.Stage is SiteStage.Cultivating or SiteStage.Confirmed;

    public IReadOnlyList<SiteOutcome> Offered => Rechecks ? [SiteOutcome.Kept, SiteOutcome.Warned, SiteOutcome.Delisted] : Site is { Stage: SiteStage.Cultivating, PlanApprovedOn: not null } ? [SiteOutcome.Named, SiteOutcome.Continued, SiteOutcome.Removed] : [SiteOutcome.Removed];

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () => Manages);

    /// <summary>A name is given on the year-end check alone, that of this year or, in the months after it, of the last.</summary>
    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostDecideAsync(int id) => DecideAsync(id, (outcome, words) =>
        Site.Decide(outcome, Standing.Last is { Phase: AssessmentPhase.End } last && last.Year >= Today.Year - 1 ? Score?.Total : null, Reason, words, MeetingNo?.Trim() ?? "", On ?? Today, Current.Actor, Today));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostRecheckAsync(int id) => DecideAsync(id, (outcome, words) =>
        Site.Recheck(outcome, Standing.Last?.Year == Today.Year ? Score?.Total : null, Reason, words, RectifyBy, MeetingNo?.Trim() ?? "", On ?? Today, Current.Actor, Today));

    private Task<IActionResult> DecideAsync(int id, Func<SiteOutcome, string, SiteDecision> decide) => DoAsync(id, () => Manages, async () =>
    {
        await ReadScoreAsync();
        var outcome = Outcome ?? throw new BrokenRuleException("请选择决定。");
        var decision = decide(outcome, lease.Why = Words?.Trim() ?? "");
        return $"已登记：{SiteStages.Word(decision.Outcome, Site.Programme.Wording)}。";
    });
}
