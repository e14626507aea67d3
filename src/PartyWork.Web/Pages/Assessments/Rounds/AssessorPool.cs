using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>考核人员库: somebody who holds the post of an assessor or a team leader on the day, and where he works.</summary>
/// <param name="MayLead">担任“考核组组长”职务; in a committee's round its secretary and deputies as well.</param>
/// <param name="IsLeader">担任“考核组组长”职务 today.</param>
/// <param name="IsAssessor">担任“考核组成员”职务 today.</param>
/// <param name="Workplaces">Posts below the district, for who chooses to see who will have to keep away.</param>
public sealed record PoolMember(int PersonId, string Name, bool MayLead, bool IsLeader, bool IsAssessor, IReadOnlyList<int> Workplaces);

public static class AssessorPool
{
    /// <summary>Leaders first, then by the order in which they were entered; one command. A committee's round is scored by its own people besides.</summary>
    /// <param name="committee">The committee that runs the round; null of the district's.</param>
    public static async Task<IReadOnlyList<PoolMember>> OfAsync(PartyWorkDb db, DateOnly today, int? committee = null)
    {
        PostKind[] own = [PostKind.Secretary, PostKind.Deputy, PostKind.Officer, PostKind.Member];
        var people = await db.Persons
            .Where(p => p.Holdings.Any(h => (h.Kind == PostKind.Assessor || h.Kind == PostKind.TeamLeader || (h.OrganizationId == committee && own.Contains(h.Kind))) && h.From <= today && (h.To == null || h.To >= today)))
            .Select(p => new { p.Id, p.Name, Posts = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => new { h.Kind, h.OrganizationId, h.Organization.Level }).ToList() })
            .AsSingleQuery().ToListAsync();
        return [.. people.Select(p => new PoolMember(p.Id, p.Name, p.Posts.Exists(h => h.Kind is PostKind.TeamLeader || (h.OrganizationId == committee && h.Kind is PostKind.Secretary or PostKind.Deputy)), p.Posts.Exists(h => h.Kind is PostKind.TeamLeader), p.Posts.Exists(h => h.Kind is PostKind.Assessor), [.. p.Posts.Where(h => h.Level is not OrganizationLevel.District).Select(h => h.OrganizationId).Distinct()]))
            .OrderByDescending(p => p.MayLead).ThenBy(p => p.PersonId)];
    }

    /// <summary>A committee's own people hold the post of an assessor as long as the round is open to assessors: once the plan is published, for until then its days may still move.</summary>
    public static async Task AppointAsync(PartyWorkDb db, Round round, IReadOnlyDictionary<int, PoolMember> pool, DateOnly today)
    {
        var lacking = round.Teams.SelectMany(t => t.Members).Where(m => pool.GetValueOrDefault(m.PersonId) is { IsLeader: false } person && (m.IsLeader || !person.IsAssessor)).ToDictionary(m => m.PersonId, m => m.IsLeader);
        if (lacking.Count == 0)
        {
            return;
        }

        var (ids, of) = (lacking.Keys.ToArray(), round.OrganizerId);
        var organizer = await db.Organizations.SingleAsync(o => o.Id == of);
        foreach (var person in await db.Persons.Include(p => p.Holdings).Where(p => ids.Contains(p.Id)).ToListAsync())
        {
            var post = new PostHolding(person, organizer, lacking[person.Id] ? PostKind.TeamLeader : PostKind.Assessor, lacking[person.Id] ? "考核组组长" : "考核组成员", today);
            post.End(round.Plan.AccessUntil);
            db.Add(post);
        }
    }
}
