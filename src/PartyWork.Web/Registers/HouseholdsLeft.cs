using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Registers;

/// <summary>How many households' rows still hold personal data, by community and assignment: numbers only, to everybody who answers for them.</summary>
public sealed class HouseholdsLeft(PartyWorkDb db, CurrentUser user)
{
    public async Task<IReadOnlyList<HouseholdRows>> ReadAsync()
    {
        var (all, ids) = (user.Scope.Everything, user.Scope.Ids.ToArray());
        var left = await db.HouseholdRows.Where(h => h.DisposedOn == null && (all || ids.Contains(h.OrganizationId)))
            .GroupBy(h => new { h.OrganizationId, h.AssignmentName }).Select(g => new { g.Key.OrganizationId, g.Key.AssignmentName, Records = g.Count() }).ToListAsync();
        var ends = left.Count == 0 ? [] : await EndsAsync([.. left.Select(l => l.AssignmentName).Distinct()]);
        var order = user.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        return [.. left.Select(l => new HouseholdRows(l.OrganizationId, l.AssignmentName, l.Records, ends.ContainsKey(l.AssignmentName), ends.GetValueOrDefault(l.AssignmentName)))
            .OrderBy(r => r.EndedOn ?? DateOnly.MaxValue).ThenBy(r => order[r.OrganizationId])];
    }

    /// <summary>When the assignments of these names ended; null while one goes on.</summary>
    public async Task<Dictionary<string, DateOnly?>> EndsAsync(string[] names) =>
        (await Ends(db).Where(a => names.Contains(a.Name)).Select(a => new { a.Name, a.EndedOn }).Distinct().ToListAsync()).ToDictionary(a => a.Name, a => a.EndedOn);

    /// <summary>The rows themselves, to be emptied and shown to nobody: past the filter that keeps them to who registered them, because that may have ended.</summary>
    public Task<List<SpecialHousehold>> ToDisposeAsync(int organization, string assignment) => !Disposes(user).Contains(organization) ? throw new InvalidOperationException("Asked for rows that are not this post's to dispose of.")
        : db.Set<SpecialHousehold>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(h => h.OrganizationId == organization && h.AssignmentName == assignment && h.DisposedOn == null).ToListAsync();

    /// <summary>Whose rows the active post disposes of: its own community's, and those of organisations that have ended and fall to it. It reads only the first.</summary>
    public static IReadOnlyList<int> Disposes(CurrentUser user) => user.Post is not { } post ? []
        : [.. Registers.SpecialHouseholds.MayKeep(user, post.OrganizationId) ? [post.OrganizationId] : Array.Empty<int>(),
            .. post.Kind is PostKind.Secretary or PostKind.Deputy or PostKind.Officer or PostKind.DistrictStaff ? user.Tree.LeftTo(post.OrganizationId).Select(n => n.Id) : []];

    /// <summary>Of each name the assignment that ends last: two of one name share the rows, which go when both are over. One without a day goes on, and comes after all.</summary>
    public static IQueryable<AssignmentEnd> Ends(PartyWorkDb db) => db.AssignmentEnds.Where(a => a.WithdrawnOn == null
        && !db.AssignmentEnds.Any(b => b.Name == a.Name && b.WithdrawnOn == null && ((b.EndedOn == null && a.EndedOn != null) || b.EndedOn > a.EndedOn)));

    /// <summary>The rows of these organisations whose assignment has ended, so that their data must go.</summary>
    public static IQueryable<HouseholdRow> Due(PartyWorkDb db, IReadOnlyList<int> organizations, DateOnly today) => db.HouseholdRows.Where(h => h.DisposedOn == null && organizations.Contains(h.OrganizationId)
        && Ends(db).Any(a => a.Name == h.AssignmentName && a.EndedOn <= today));
}

/// <param name="IsKnown">Whether an assignment of this name is registered.</param>
public sealed record HouseholdRows(int OrganizationId, string Assignment, int Records, bool IsKnown, DateOnly? EndedOn)
{
    public DateOnly? DueOn => EndedOn is { } ended ? DisposalCertificate.DueOn(ended) : null;
}
