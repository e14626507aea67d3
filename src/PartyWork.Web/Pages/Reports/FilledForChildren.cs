using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Reports;

/// <summary>Which children's reports a committee's clerk may fill: of those without a clerk of their own, and of those whose secretary has agreed.</summary>
public static class FilledForChildren
{
    public static IQueryable<Filing> Of(PartyWorkDb db, IReadOnlyCollection<int> children, DateOnly today) => db.Filings
        .Where(f => f.Kind == FilingKind.QuarterlyReport && children.Contains(f.OrganizationId)
            && (db.Organizations.Any(o => o.Id == f.OrganizationId && o.IsFilledByParent)
                || !db.PostHoldings.Any(h => h.OrganizationId == f.OrganizationId && h.Kind == PostKind.Officer && h.From <= today && (h.To == null || h.To >= today))));
}
