using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>现任或近三年任职: nobody of a team scores where he works or worked, nor what is above or below it. Posts at the district and at the organiser itself are no reason, for they are above everybody.</summary>
public static class WorkplaceRecusals
{
    public const string Reason = "现任或近三年任职";

    private const int Years = 3;

    /// <summary>Adds those that are not there yet; the round's sheets and recusals are loaded. One command.</summary>
    /// <param name="teams">The round's own where none are named.</param>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddAsync(PartyWorkDb db, OrgTree tree, Round round, DateOnly today, IReadOnlyList<AssessmentTeam>? teams = null)
    {
        var organizer = round.OrganizerId;
        var people = (teams ?? round.Teams).SelectMany(t => t.Members).Select(m => m.PersonId).ToList();
        var since = today.AddYears(-Years);
        var held = await db.PostHoldings.Where(h => people.Contains(h.PersonId) && h.From <= today && (h.To == null || h.To >= since) && h.Organization.Level != OrganizationLevel.District && h.OrganizationId != organizer)
            .Select(h => new { h.PersonId, h.OrganizationId }).Distinct().ToListAsync();
        var added = 0;
        foreach (var sheet in round.Sheets)
        {
            foreach (var person in held.Where(h => IsRelated(tree, h.OrganizationId, sheet.OrganizationId)).Select(h => h.PersonId).Distinct().Where(p => !round.Recuses(p, sheet.OrganizationId)))
            {
                round.Recuse(person, sheet.OrganizationId, Reason);
                added++;
            }
        }

        return added;
    }

    private static bool IsRelated(OrgTree tree, int one, int other) => one == other || tree.IsAbove(one, other) || tree.IsAbove(other, one);
}
