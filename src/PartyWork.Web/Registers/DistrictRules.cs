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
}
