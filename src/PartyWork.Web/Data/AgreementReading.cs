using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>What is asked of agreements in more than one place.</summary>
public static class AgreementReading
{
    /// <summary>需补签: effective, while today's secretary has signed neither it nor an addendum. The person counts, not the post: who is elected again need not sign again.</summary>
    public static IQueryable<Agreement> NeedingAddendum(this PartyWorkDb db, DateOnly today) => db.Agreements.Where(a => a.Stage == AgreementStage.Effective
        && db.PostHoldings.Any(h => h.OrganizationId == a.OrganizationId && h.Kind == PostKind.Secretary && h.From <= today && (h.To == null || h.To >= today)
            && h.PersonId != a.LowerSignature.PersonId && !a.Addenda.Any(d => d.PersonId == h.PersonId)));

    /// <summary>The clauses that bind an organisation in a year: those of its agreement once it is effective.</summary>
    public static IQueryable<AgreementClause> ClausesInForce(this PartyWorkDb db, int organizationId, int year) =>
        db.AgreementClauses.Where(c => c.OrganizationId == organizationId && c.Year == year && db.Agreements.Any(a => a.Id == c.AgreementId && a.Stage >= AgreementStage.Effective));

    /// <summary>
    /// Of these upper parties, whose own agreement of the year is effective. Past the subtree filter on purpose: a lower party may know that much of
    /// its superior before it signs, and nothing else.
    /// </summary>
    public static async Task<IReadOnlySet<int>> WithEffectiveAgreementAsync(this PartyWorkDb db, int year, IReadOnlyCollection<int> organizationIds) =>
        (await db.Agreements.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(a => a.Year == year && a.Stage >= AgreementStage.Effective && organizationIds.Contains(a.OrganizationId)).Select(a => a.OrganizationId).ToListAsync()).ToHashSet();
}
