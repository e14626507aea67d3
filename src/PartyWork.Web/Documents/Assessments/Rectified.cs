using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>整改: what has become of a lost point as the problem of a list, with its tasks. Nothing of it is typed for the ledger.</summary>
/// <param name="Measures">任务 that answer it.</param>
/// <param name="Progress">Where each of them stands by the last report.</param>
/// <param name="Basis">销号依据, the organisation's own check.</param>
/// <param name="Address">Of the problem.</param>
public sealed record Rectified(string Goal, string Measures, string Leader, string Owner, Deadline Deadline, string Progress, ProblemState State, string Basis, string VerifiedBy, DateOnly? ClosedOn, int Evidence, string Address)
{
    /// <summary>By the line on which the points were lost; one command, and none before a result is final, for until then nothing has become a problem.</summary>
    public static async Task<IReadOnlyDictionary<int, Rectified>> OfAsync(PartyWorkDb db, IEnumerable<ScoreSheet> of)
    {
        var sheets = of.Where(s => s.Stage is SheetStage.Final).Select(s => s.Id).ToArray();
        if (sheets.Length == 0)
        {
            return new Dictionary<int, Rectified>();
        }

        var rows = await db.Problems.Where(p => db.Set<SheetLine>().Any(l => l.Id == p.SheetLineId && EF.Parameter(sheets).Contains(l.SheetId))).Select(p => new
        {
            Line = p.SheetLineId!.Value, p.No, p.Goal, Leader = p.Leader.Text, Owner = p.Owner.Text, p.Deadline, p.State, p.CloseBasis, p.VerifiedBy, p.ClosedOn, Evidence = p.Evidence.Count,
            Lists = db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Year == p.Year && f.OrganizationId == p.OrganizationId).Select(f => f.Id).FirstOrDefault(),
            Tasks = p.Tasks.Select(t => new { t.No, t.Content, Last = t.Progress.OrderByDescending(x => x.Quarter).Select(x => new { x.Quarter, x.Choice }).FirstOrDefault() }).ToList(),
        }).AsSingleQuery().ToListAsync();
        return rows.ToDictionary(r => r.Line, r => new Rectified(
            r.Goal, string.Join("；", r.Tasks.OrderBy(t => t.No).Select(t => t.Content)), r.Leader, r.Owner, r.Deadline,
            string.Join("；", r.Tasks.OrderBy(t => t.No).Where(t => t.Last is not null).Select(t => $"任务{t.No}第{t.Last!.Quarter}季度{t.Last.Choice.Text()}")),
            r.State, r.CloseBasis, r.VerifiedBy, r.ClosedOn, r.Evidence, $"/lists/{r.Lists}/problems/{r.No}"));
    }
}
