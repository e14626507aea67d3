using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>Which cases wait for whom: the to-dos count them within their one command.</summary>
public static class CaseWaits
{
    /// <summary>摸排 or checked: the committee is to check and to propose.</summary>
    public static IQueryable<RectificationCase> ToPropose(this IQueryable<RectificationCase> cases) => cases.Where(c => c.Stage == CaseStage.Candidate || c.Stage == CaseStage.Checked);

    /// <summary>Listed, and no plan is written yet.</summary>
    public static IQueryable<RectificationCase> ToPlan(this IQueryable<RectificationCase> cases) => cases.Where(c => (c.Stage == CaseStage.Listed || c.Stage == CaseStage.Relapsed) && !c.Problems.Any());

    /// <summary>Everything in the plan is closed or explained.</summary>
    public static IQueryable<RectificationCase> ToPreAccept(this IQueryable<RectificationCase> cases) => cases.Where(c => (c.Stage == CaseStage.Rectifying || c.Stage == CaseStage.Consolidating || c.Stage == CaseStage.Extended)
        && c.Problems.Any() && c.Problems.All(p => p.ExplainedOn != null || p.Problem.State == ProblemState.Closed));

    /// <summary>A plan is written and waits for its approval.</summary>
    public static IQueryable<RectificationCase> ToApprove(this IQueryable<RectificationCase> cases) => cases.Where(c => (c.Stage == CaseStage.Listed || c.Stage == CaseStage.Relapsed) && c.Problems.Any());

    /// <summary>One of the four roles is not filled by the numbers of the scheme.</summary>
    public static IQueryable<RectificationCase> Unhelped(this IQueryable<RectificationCase> cases) => cases.Where(c => (c.Stage == CaseStage.Listed || c.Stage == CaseStage.Rectifying || c.Stage == CaseStage.Consolidating || c.Stage == CaseStage.Extended || c.Stage == CaseStage.Relapsed)
        && (c.Helpers.Count(h => h.To == null && h.Role == HelperRole.DistrictLeader) < c.Batch.Scheme.Leaders || c.Helpers.Count(h => h.To == null && h.Role == HelperRole.FirstSecretary) < c.Batch.Scheme.FirstSecretaries
            || c.Helpers.Count(h => h.To == null && h.Role == HelperRole.WorkTeam) < c.Batch.Scheme.WorkTeams * c.Batch.Scheme.LeastTeamMembers
            || c.Helpers.Where(h => h.To == null && h.Role == HelperRole.SupportUnit).Select(h => h.Unit).Distinct().Count() < c.Batch.Scheme.SupportUnits));
}
