using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>What cost points at the year's end is proposed in next year's lists; of a mid-year check it is put right from now on.</summary>
public static class RoundProblems
{
    /// <summary>Adds them to the context; the sheets have been read with their lines. Two commands.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<int> ListAsync(PartyWorkDb db, Round round)
    {
        var (year, organizations) = (round.ListYear, round.Sheets.Select(s => s.OrganizationId).ToArray());
        var last = await db.Problems.Where(p => p.Year == year && organizations.Contains(p.OrganizationId)).GroupBy(p => p.OrganizationId).Select(g => new { g.Key, No = g.Max(p => p.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        var filed = (await db.FiledLists(year).Where(f => organizations.Contains(f.OrganizationId)).Select(f => f.OrganizationId).ToListAsync()).ToHashSet();
        var problems = round.Sheets.SelectMany(s => s.Problems(last.GetValueOrDefault(s.OrganizationId) + 1, filed.Contains(s.OrganizationId))).ToList();
        db.AddRange(problems);
        return problems.Count;
    }
}
