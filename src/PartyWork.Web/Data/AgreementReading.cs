using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

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

    /// <summary>Archived: nothing of the year is written any more.</summary>
    public static Task<bool> IsYearClosedAsync(this PartyWorkDb db, int year) => db.WorkYears.AnyAsync(y => y.Year == year && y.State == WorkYearState.Closed);

    /// <summary>The clauses that bind an organisation in a year: those of its agreement once it is effective.</summary>
    public static IQueryable<AgreementClause> ClausesInForce(this PartyWorkDb db, int organizationId, int year) =>
        db.AgreementClauses.Where(c => c.OrganizationId == organizationId && c.Year == year && db.Agreements.Any(a => a.Id == c.AgreementId && a.Stage >= AgreementStage.Effective));

    /// <summary>Each of these clauses with where it comes from; one row without a clause where there is none, so that what a page reads beside it in the same command is not lost.</summary>
    public static IQueryable<ClauseOrigin?> OriginsOf(this PartyWorkDb db, IQueryable<AgreementClause> clauses) =>
        from stamp in db.TreeStamps
        from c in clauses.DefaultIfEmpty()
        select c == null ? null : new ClauseOrigin(c.No, c.OrganizationId, c.AgreementId, db.Agreements.Where(g => g.Id == c.AgreementId).Select(g => g.EffectiveOn).FirstOrDefault(),
            db.Agreements.Where(g => g.Id == c.AgreementId && g.EffectiveOn != null).Select(g => g.UpperSignature.Name).FirstOrDefault() ?? "",
            db.TemplateClauses.Where(t => t.Id == c.TemplateClauseId).Select(t => t.KeyPointId).FirstOrDefault(),
            db.KeyPoints.Where(p => db.TemplateClauses.Any(t => t.Id == c.TemplateClauseId && t.KeyPointId == p.Id)).Select(p => p.No).FirstOrDefault());

    /// <summary>
    /// The clause that the superior's task answers of which a child holds a share; null when it answers none. Past the subtree filter on purpose: the child
    /// was given the share because of it. Who may not see that agreement is shown no more of it than its day and the key point, which everybody may read.
    /// </summary>
    public static async Task<ClauseOrigin?> ClauseAboveAsync(this PartyWorkDb db, int parentTaskId)
    {
        var clauses = db.AgreementClauses.Where(c => db.WorkTasks.Any(t => t.Id == parentTaskId && t.OrganizationId == c.OrganizationId && t.Year == c.Year));
        var found = await db.OriginsOf(clauses).Select(c => new { Source = db.WorkTasks.Where(t => t.Id == parentTaskId).Select(t => t.Source).FirstOrDefault(), Clause = c })
            .IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        return found.Where(f => f.Clause is not null && ChineseNumber.Clauses(f.Source ?? "").Contains(f.Clause.No)).Select(f => f.Clause).MinBy(c => c!.No);
    }

    /// <summary>
    /// Of these upper parties, whose own agreement of the year is effective. Past the subtree filter on purpose: a lower party may know that much of
    /// its superior before it signs, and nothing else.
    /// </summary>
    public static async Task<IReadOnlySet<int>> WithEffectiveAgreementAsync(this PartyWorkDb db, int year, IReadOnlyCollection<int> organizationIds) =>
        (await db.Agreements.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(a => a.Year == year && a.Stage >= AgreementStage.Effective && organizationIds.Contains(a.OrganizationId)).Select(a => a.OrganizationId).ToListAsync()).ToHashSet();
}

/// <summary>Where a task comes from: the clause, when and by whom its agreement was made effective, and the key point that the clause was made of.</summary>
/// <param name="Signer">甲方签字人; empty before the agreement is effective.</param>
public sealed record ClauseOrigin(int No, int OrganizationId, int AgreementId, DateOnly? EffectiveOn, string Signer, int? KeyPointId, int KeyPointNo);
