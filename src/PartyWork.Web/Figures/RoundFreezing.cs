using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>结束自评: every organisation of a round is scored in one pass, with a command for each figure and not for each organisation.</summary>
public static class RoundFreezing
{
    /// <param name="round">Tracked; its sheets need not be read yet.</param>
    /// <param name="now">UTC, by the business clock.</param>
    public static async Task FreezeAsync(PartyWorkDb db, OrgTree tree, Round round, DateOnly today, DateTime now)
    {
        var (id, year, no) = (round.Id, round.Year, round.No);
        await db.Rubrics.WithAll().Where(r => db.ScoreSheets.Any(s => s.RoundId == id && s.RubricId == r.Id)).LoadAsync();
        await db.ScoreSheets.Where(s => s.RoundId == id).LoadAsync();
        var filings = await db.Filings.Include(f => f.Rows).Where(f => f.Kind == FilingKind.SelfScore && f.Year == year && f.Period == no).AsSingleQuery().ToDictionaryAsync(f => f.OrganizationId);
        var bases = new Dictionary<ScoreSheet, IReadOnlyDictionary<RubricCriterion, ScoreBasis>>();
        foreach (var group in round.Sheets.GroupBy(s => s.Rubric))
        {
            var circumstances = await Circumstances.OfAsync(db, [.. group.Select(s => s.OrganizationId)], year);
            var grounds = await RunningScores.GroundsAsync(db, tree, group.Key, circumstances, Term.Of(group.Key, year, round.Phase, today));
            foreach (var sheet in group)
            {
                bases[sheet] = grounds[sheet.OrganizationId].Bases;
            }
        }

        round.Freeze(s => bases[s], filings, ScoreMetrics.All, now);
    }
}
