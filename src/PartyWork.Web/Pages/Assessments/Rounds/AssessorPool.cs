using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>考核人员库: somebody who holds the post of an assessor or a team leader on the day, and where he works.</summary>
/// <param name="MayLead">担任“考核组组长”职务.</param>
/// <param name="Workplaces">Posts below the district, for who chooses to see who will have to keep away.</param>
public sealed record PoolMember(int PersonId, string Name, bool MayLead, IReadOnlyList<int> Workplaces);

public static class AssessorPool
{
    /// <summary>Leaders first, then by the order in which they were entered; one command.</summary>
    public static async Task<IReadOnlyList<PoolMember>> OfAsync(PartyWorkDb db, DateOnly today)
    {
        var people = await db.Persons
            .Where(p => p.Holdings.Any(h => (h.Kind == PostKind.Assessor || h.Kind == PostKind.TeamLeader) && h.From <= today && (h.To == null || h.To >= today)))
            .Select(p => new { p.Id, p.Name, Posts = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => new { h.Kind, h.OrganizationId, h.Organization.Level }).ToList() })
            .AsSingleQuery().ToListAsync();
        return [.. people.Select(p => new PoolMember(p.Id, p.Name, p.Posts.Any(h => h.Kind is PostKind.TeamLeader), [.. p.Posts.Where(h => h.Level is not OrganizationLevel.District).Select(h => h.OrganizationId).Distinct()]))
            .OrderByDescending(p => p.MayLead).ThenBy(p => p.PersonId)];
    }
}
