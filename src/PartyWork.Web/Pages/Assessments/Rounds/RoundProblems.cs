using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>What cost points at the year's end is proposed in next year's lists; of a mid-year check it is put right from now on.</summary>
public static class RoundProblems
{
    /// <summary>When the day turns, and with each letter and each decision: whose term has run out, and whose objections are all decided, has its result, and its losses are in the list.</summary>
    /// <param name="round">Tracked.</param>
    /// <returns>How many there are.</returns>
    public static async Task<int> SettleAsync(PartyWorkDb db, Round round, DateOnly today)
    {
        var id = round.Id;
        var over = await db.ScoreSheets.Include(s => s.Objections).Where(s => s.RoundId == id && s.Stage == SheetStage.Feedback && s.ObjectionUntil < today).AsSplitQuery().ToListAsync();
        int[] sheets = [.. over.Where(s => s.IsSettled(today)).Select(s => s.Id)], rubrics = [.. over.Select(s => s.RubricId).Distinct()];
        if (sheets.Length == 0)
        {
            return 0;
        }

        await db.Rubrics.WithAll().Where(r => rubrics.Contains(r.Id)).LoadAsync();
        await db.Set<SheetLine>().Where(l => sheets.Contains(l.SheetId)).LoadAsync();
        return await ListAsync(db, round, round.Settle(today));
    }

    /// <summary>Adds them to the context; the sheets have been read with their lines. Two commands.</summary>
    /// <param name="settled">Those that have become final now.</param>
    /// <returns>How many there are.</returns>
    public static async Task<int> ListAsync(PartyWorkDb db, Round round, IReadOnlyList<ScoreSheet> settled)
    {
        var (year, organizations) = (round.ListYear, settled.Select(s => s.OrganizationId).ToArray());
        var last = await db.Problems.Where(p => p.Year == year && organizations.Contains(p.OrganizationId)).GroupBy(p => p.OrganizationId).Select(g => new { g.Key, No = g.Max(p => p.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        var filed = (await db.FiledLists(year).Where(f => organizations.Contains(f.OrganizationId)).Select(f => f.OrganizationId).ToListAsync()).ToHashSet();
        var problems = settled.SelectMany(s => s.Problems(last.GetValueOrDefault(s.OrganizationId) + 1, filed.Contains(s.OrganizationId))).ToList();
        db.AddRange(problems);
        return problems.Count;
    }
}
