using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>变更记录 of one organisation: its data, names, affiliation, posts and who holds them. The reading filter decides who gets any.</summary>
public sealed class HistoryModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    private static readonly string[] Kinds = [nameof(Organization), nameof(Affiliation), nameof(FormerName), nameof(PostHolding), nameof(Handover), nameof(CommunityWorkers)];

    public OrgNode Node { get; private set; } = null!;
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    [Needs(Act.ReadOrganizations)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (user.Tree.Find(id) is not { } node || user.Scope.IsAssigned || !(user.Scope.Everything || user.Scope.Ids.Contains(id)))
        {
            return NotFound();
        }

        Node = node;
        var people = await db.PostHoldings.Where(h => h.OrganizationId == id).Select(h => new { h.Id, h.PersonId, h.Person.Name }).ToListAsync();
        var names = people.Select(p => ((nameof(PostHolding), Key(p.Id)), p.Name)).Concat(people.Select(p => ((nameof(Domain.Organizations.Person), Key(p.PersonId)), p.Name))).DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Name);
        var entries = await AuditLog.HistoryAsync(db, id, Kinds, [.. people.Select(p => Key(p.PersonId))], user.Tree);
        Entries = [.. entries.Select(e => e with { About = names.GetValueOrDefault((e.Kind, e.Key), "") })];
        return Page();
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
