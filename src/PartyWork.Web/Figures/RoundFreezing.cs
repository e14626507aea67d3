using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
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
        var (year, no) = (round.Year, round.No);
        var bases = await BasesAsync(db, tree, round, today);
        var filings = await db.Filings.Include(f => f.Rows).Where(f => f.Kind == FilingKind.SelfScore && f.Year == year && f.Period == no).AsSplitQuery().ToDictionaryAsync(f => f.OrganizationId);
        round.Freeze(s => bases[s], filings, ScoreMetrics.All, now);
    }

    /// <summary>开始验收: the same without self-scores; each community's open application learns on which sheet it is scored.</summary>
    /// <param name="round">Tracked, with its teams and recusals.</param>
    /// <param name="now">UTC, by the business clock.</param>
    public static async Task BeginAsync(PartyWorkDb db, OrgTree tree, Round round, Actor by, DateOnly today, DateTime now)
    {
        var bases = await BasesAsync(db, tree, round, today);
        var organizations = round.Sheets.Select(s => s.OrganizationId).ToArray();
        var open = await db.Acceptances.Where(a => a.Outcome == null && organizations.Contains(a.OrganizationId)).ToDictionaryAsync(a => a.OrganizationId);
        foreach (var sheet in round.Sheets)
        {
            (open.GetValueOrDefault(sheet.OrganizationId) ?? throw new BrokenRuleException($"{tree[sheet.OrganizationId].Name}没有申请验收，请移出考核对象。")).ScoreOn(sheet);
        }

        round.Begin(s => bases[s], ScoreMetrics.All, id => tree[id].Name, by, now);
    }

    private static async Task<IReadOnlyDictionary<ScoreSheet, IReadOnlyDictionary<RubricCriterion, ScoreBasis>>> BasesAsync(PartyWorkDb db, OrgTree tree, Round round, DateOnly today)
    {
        var (id, year) = (round.Id, round.Year);
        await db.Rubrics.WithAll().Where(r => db.ScoreSheets.Any(s => s.RoundId == id && s.RubricId == r.Id)).LoadAsync();
        await db.ScoreSheets.Where(s => s.RoundId == id).LoadAsync();
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

        return bases;
    }
}
