using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>Every change of the year's lists since they were filed: who, when, old, new, why.</summary>
public sealed class HistoryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
{
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (organization, year) = (Lists.OrganizationId, Lists.Year);
        var things = await Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year).Select(t => new { Kind = nameof(WorkTask), t.Id })
            .Concat(Db.Problems.Where(p => p.OrganizationId == organization && p.Year == year).Select(p => new { Kind = nameof(Problem), p.Id }))
            .Concat(Db.DutyItems.Where(d => d.OrganizationId == organization && d.Year == year).Select(d => new { Kind = nameof(DutyItem), d.Id }))
            .Concat(Db.TaskChanges.Where(c => c.OrganizationId == organization && c.Task.Year == year).Select(c => new { Kind = nameof(TaskChange), c.Id }))
            .ToListAsync();
        Entries = await AuditLog.HistoryAsync(Db, things.Select(t => (t.Kind, t.Id.ToString(CultureInfo.InvariantCulture))), Current.Tree);
        return Page();
    }
}
