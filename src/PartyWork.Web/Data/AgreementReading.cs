using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>What is asked of agreements in more than one place.</summary>
public static class AgreementReading
{
    /// <summary>
    /// 需补签 by this party: effective, while nobody who may sign for it today has signed it or an addendum. The person counts, not the post: who is
    /// elected again need not sign again. A vacant post is not asked.
    /// </summary>
    public static IQueryable<Agreement> NeedingAddendum(this PartyWorkDb db, Party party, DateOnly today)
    {
        var effective = db.Agreements.Where(a => a.Stage == AgreementStage.Effective);
        var signers = db.PostHoldings.Where(h => h.From <= today && (h.To == null || h.To >= today));
        return party is Party.Lower
            ? effective.Where(a => signers.Any(h => h.OrganizationId == a.OrganizationId && h.Kind == PostKind.Secretary)
                && !signers.Any(h => h.OrganizationId == a.OrganizationId && h.Kind == PostKind.Secretary
                    && (h.PersonId == a.LowerSignature.PersonId || a.Addenda.Any(d => !d.IsUpper && d.PersonId == h.PersonId))))
            : effective.Where(a => signers.Any(h => h.OrganizationId == a.UpperId && (h.Kind == PostKind.Secretary || h.Kind == PostKind.DistrictLeader))
                && !signers.Any(h => h.OrganizationId == a.UpperId && (h.Kind == PostKind.Secretary || h.Kind == PostKind.DistrictLeader)
                    && (h.PersonId == a.UpperSignature.PersonId || a.Addenda.Any(d => d.IsUpper && d.PersonId == h.PersonId))));
    }

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
