using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Registers;

/// <summary>
/// How many households' rows still hold personal data, by community and assignment. It reads past two filters: the levels above are told numbers
/// of rows that they may not read, and communities the end of an assignment that is registered above them.
/// </summary>
public sealed class HouseholdsLeft(PartyWorkDb db, CurrentUser user)
{
    public async Task<IReadOnlyList<HouseholdRows>> ReadAsync()
    {
        var (all, ids) = (user.Scope.Everything, user.Scope.Ids.ToArray());
        var left = await db.Set<SpecialHousehold>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(h => h.DisposedOn == null && (all || ids.Contains(h.OrganizationId)))
            .GroupBy(h => new { h.OrganizationId, h.AssignmentName }).Select(g => new { g.Key.OrganizationId, g.Key.AssignmentName, Records = g.Count() }).ToListAsync();
        var ends = left.Count == 0 ? [] : await EndsAsync([.. left.Select(l => l.AssignmentName).Distinct()]);
        var order = user.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        return [.. left.Select(l => new HouseholdRows(l.OrganizationId, l.AssignmentName, l.Records, ends.ContainsKey(l.AssignmentName), ends.GetValueOrDefault(l.AssignmentName)))
            .OrderBy(r => r.EndedOn ?? DateOnly.MaxValue).ThenBy(r => order[r.OrganizationId])];
    }

    /// <summary>When the assignments of these names ended; null while one goes on.</summary>
    public async Task<Dictionary<string, DateOnly?>> EndsAsync(string[] names) => (await db.Set<SpecialAssignment>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(a => a.WithdrawnOn == null && names.Contains(a.Name)).Select(a => new { a.Name, a.EndedOn }).ToListAsync())
        .GroupBy(a => a.Name).ToDictionary(g => g.Key, g => g.Any(a => a.EndedOn is null) ? null : g.Max(a => a.EndedOn));
}

/// <param name="IsKnown">Whether an assignment of this name is registered.</param>
public sealed record HouseholdRows(int OrganizationId, string Assignment, int Records, bool IsKnown, DateOnly? EndedOn)
{
    public DateOnly? DueOn => EndedOn is { } ended ? DisposalCertificate.DueOn(ended) : null;
}
