using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Coordination;

/// <summary>The departments that can be asked: those with a liaison today, in official order; one SQL command.</summary>
public sealed class Liaisons
{
    private readonly IReadOnlyDictionary<int, Liaison> _byDepartment;

    private Liaisons(OrgTree tree, IReadOnlyDictionary<int, Liaison> byDepartment) =>
        (_byDepartment, Departments) = (byDepartment, [.. tree.InOrder.Where(n => byDepartment.ContainsKey(n.Id))]);

    public IReadOnlyList<OrgNode> Departments { get; }

    public Liaison? Of(int? departmentId) => departmentId is { } id ? _byDepartment.GetValueOrDefault(id) : null;

    public static async Task<Liaisons> ReadAsync(PartyWorkDb db, OrgTree tree, DateOnly today) =>
        new(tree, (await db.PostHoldings.Where(h => h.Kind == PostKind.Liaison && h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Id)
            .Select(h => new { h.OrganizationId, h.Person.Name, Phone = h.Person.Phone == "" ? h.Organization.Phone : h.Person.Phone }).ToListAsync())
            .DistinctBy(h => h.OrganizationId).ToDictionary(h => h.OrganizationId, h => new Liaison(h.Name, h.Phone)));
}

public sealed record Liaison(string Name, string Phone);
