using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>What the district has laid down for everybody below it, who cannot read the district's other records.</summary>
public static class DistrictRules
{
    /// <summary>组织生活频次规定 in force on any day of the year. Past the subtree filter on purpose: a rule is made to be known.</summary>
    public static async Task<IReadOnlyList<MeetingRule>> MeetingsAsync(PartyWorkDb db, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Set<MeetingRule>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AsNoTracking()
            .Where(r => r.WithdrawnOn == null && r.On <= last && (r.EndedOn == null || r.EndedOn > first)).ToListAsync();
    }

    /// <summary>The 专项工作 that are registered, whoever leads them.</summary>
    public static Task<List<string>> AssignmentsAsync(PartyWorkDb db) => db.AssignmentEnds.Where(a => a.WithdrawnOn == null).OrderByDescending(a => a.EndedOn == null).ThenByDescending(a => a.EndedOn).Select(a => a.Name).ToListAsync();

    /// <summary>Gives records what they are checked by and cannot know themselves: the calendar, what the district has laid down. Each is read only where a record asks for it.</summary>
    public static async Task GiveAsync(PartyWorkDb db, IReadOnlyCollection<RegisterRecord> records)
    {
        if (records.Any(r => r is ICountsWorkdays))
        {
            var workdays = await db.WorkdaysAsync();
            records.OfType<ICountsWorkdays>().ToList().ForEach(r => r.Count(workdays));
        }

        if (records.Any(r => r is IServesAssignment))
        {
            var names = await AssignmentsAsync(db);
            records.OfType<IServesAssignment>().ToList().ForEach(r => r.Know(names));
        }

        if (records.Any(r => r is IFollowsDecisionRules))
        {
            // Past the subtree filter for the same reason.
            var rules = await db.Set<DecisionRule>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AsNoTracking().Where(r => r.WithdrawnOn == null).ToListAsync();
            records.OfType<IFollowsDecisionRules>().ToList().ForEach(r => r.Follow(rules));
        }
    }
}
