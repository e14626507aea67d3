using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>整顿前后 of one case: what it was listed with, and what it came to at its latest acceptance that has a result, or stands at today.</summary>
/// <param name="Votes">验收时的群众测评; null before there is one.</param>
/// <param name="Petitions">近12个月信访件次: as told at the acceptance, before that as counted by the month; null where neither is there.</param>
/// <param name="ProblemsClosed">Closed or explained.</param>
/// <param name="Totals">What was recorded.</param>
public sealed record CaseComparison(
    int CaseId, int OrganizationId, CaseStage Stage, CaseReasons Reasons, DateOnly ListedOn, DateOnly? EndedOn, CaseBaseline Baseline, ResidentVotes? Votes, int? Petitions, AcceptanceOutcome? Outcome, string DocumentNo, int? Score,
    int Problems, int ProblemsClosed, CaseTotals Totals)
{
    public ResidentVotes Before => new(Baseline.Satisfied, Baseline.Votes);

    /// <summary>Listed cases of a batch; two commands.</summary>
    public static async Task<IReadOnlyList<CaseComparison>> OfAsync(PartyWorkDb db, int batch, DateOnly today)
    {
        var rows = await db.RectificationCases.Where(c => c.ListedOn != null && c.BatchId == batch).Select(c => new
        {
            c.Id, c.OrganizationId, c.Stage, c.Reasons, ListedOn = c.ListedOn!.Value, c.EndedOn, c.Baseline,
            Last = db.Acceptances.Where(a => a.CaseId == c.Id && a.Outcome != null).OrderByDescending(a => a.No).Select(a => new { a.Satisfied, a.ValidVotes, a.Outcome, a.DocumentNo, a.Score }).FirstOrDefault(),
            Petitions = db.PetitionsOfCases(today).Where(p => p.CaseId == c.Id).Select(p => p.Told ?? p.Counted).FirstOrDefault(),
            Problems = c.Problems.Count, Closed = c.Problems.Count(p => p.ExplainedOn != null || p.Problem.State == ProblemState.Closed),
        }).ToListAsync();
        var totals = rows.Count == 0 ? new Dictionary<int, CaseTotals>() : await db.TotalsAsync([.. rows.Select(r => r.Id)]);
        return [.. rows.Select(r => new CaseComparison(r.Id, r.OrganizationId, r.Stage, r.Reasons, r.ListedOn, r.EndedOn, r.Baseline!, r.Last?.ValidVotes is { } valid ? new(r.Last.Satisfied!.Value, valid) : null, r.Petitions,
            r.Last?.Outcome, r.Last?.DocumentNo ?? "", r.Last?.Score, r.Problems, r.Closed, totals.GetValueOrDefault(r.Id, CaseTotals.None)))];
    }
}
