using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>One site as a story: declared, chosen, confirmed, cultivated, checked, decided on, with days and persons.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SitePage(db, user, clock)
{
    /// <summary>申报资格 while it waits for its committee; afterwards the day of the recommendation stands for it.</summary>
    public IReadOnlyList<EligibilityFinding> Eligibility { get; private set; } = [];

    public bool Endorses => Site.Stage is SiteStage.Declared && Current.May(Act.EndorseSites, Site.OrganizationId) && Current.Post?.OrganizationId == Site.CommitteeId;

    /// <summary>What the reader can do next, with the page where it is done; null when it is not his turn.</summary>
    public (string Words, string Link, string Button)? Next => Site.Stage switch
    {
        SiteStage.Declared when Endorses => ("申报已由书记确认，请核对资格和申报表，推荐或者退回。", $"/demonstration-sites/declarations/{Site.FilingId}", "去推荐"),
        >= SiteStage.Endorsed and <= SiteStage.InNotice when Manages => ($"现在：{StageWord}。", Back + "/selection", "办理审核、查看、公示和确定"),
        SiteStage.Confirmed or SiteStage.Cultivating when Site.IsPlanOpen && Declares => ($"请编制一点一策{(Site.Stage is SiteStage.Confirmed ? $"，{Show.Words(Site.PlanDueOn!.Value)}前报组织部，{Show.Remaining(Site.PlanDueOn!.Value, Today)}" : "，报组织部审定")}。", Back + "/plan", "编制一点一策"),
        SiteStage.Confirmed or SiteStage.Cultivating when Site is { PlanSubmittedOn: not null, PlanApprovedOn: null } && Manages => ("一点一策已报送，请审定。", Back + "/plan", "审定一点一策"),
        SiteStage.Cultivating or SiteStage.Confirmed when Manages && Site.PlanApprovedOn is not null => ("年底考核后作年底决定；出现应当移出情形的，随时登记。", Back + "/decision", "登记决定"),
        SiteStage.Named or SiteStage.Warned when Manages => ("每年复核一次；出现应当警示、摘牌情形的，随时登记。", Back + "/decision", "登记复核"),
        _ => null,
    };

    /// <summary>The strip of steps: word, day, whether it has been reached.</summary>
    public IReadOnlyList<(string Word, DateOnly? On)> Steps =>
    [
        ("申报", Site.DeclaredOn), ("推荐", Site.EndorsedOn), ("资料审核", Site.ReviewedOn), ("实地查看", Site.VisitedOn), ("公示", Site.NoticeFrom), (SiteStages.Word(SiteStage.Confirmed, Site.Programme.Wording).Replace("已", "", StringComparison.Ordinal), Site.ConfirmedOn),
        ("一点一策", Site.PlanApprovedOn), (SiteStages.Word(SiteOutcome.Named, Site.Programme.Wording), Site.NamedOn),
    ];

    [Needs(Act.ReadSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    protected override async Task ShowAsync()
    {
        if (Site.Stage is SiteStage.Declared)
        {
            Eligibility = SiteEligibility.Check(Site.Programme, Site.Domain, (await Db.DeclarantAsync(Site.Programme, Site.OrganizationId, Site.CommitteeId, Site.Domain, Today)).Facts, Site.OrganizationId);
        }
    }
}
