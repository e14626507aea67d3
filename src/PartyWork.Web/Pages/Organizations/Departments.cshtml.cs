using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>归口部门: which department looks after which domain, a setting of the district.</summary>
public sealed class DepartmentsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Domain → the organisation of the department; null for none.</summary>
    [BindProperty(Name = nameof(Charges))]
    public Dictionary<OrganizationDomain, int?> Charges { get; set; } = [];

    [BindProperty, Display(Name = "调整依据"), Required(ErrorMessage = "请填写调整依据。"), StringLength(200, ErrorMessage = "调整依据不超过200字。")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetAsync()
    {
        Charges = user.Tree.Charges.ToDictionary(c => c.Key, c => (int?)c.Value);
        return await ShowAsync();
    }

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? await ShowAsync() : await TryAsync(db, async () =>
    {
        var stored = await db.DomainCharges.ToListAsync();
        foreach (var (domain, chosen) in Charges)
        {
            Rule.Require(chosen is null || Departments(null).Any(o => o.Value == $"{chosen}"), "请从列表中选择归口部门。");
            var charge = stored.SingleOrDefault(c => c.Domain == domain);
            if (chosen is null && charge is not null)
            {
                db.Remove(charge);
            }
            else if (chosen is { } department && charge is null)
            {
                db.Add(new DomainCharge(domain, department));
            }
            else if (chosen is { } other)
            {
                charge!.GiveTo(other);
            }
        }

        db.Lease.Why = Reason.Trim();
        await db.SaveChangesAsync();
        Tell("归口部门已保存，从下一次操作起生效。");
        return RedirectToPage();
    }, ShowAsync);

    public IEnumerable<SelectListItem> Departments(int? chosen)
    {
        var items = OrganizationOptions.Of(user.Tree, n => n.IsDepartment, chosen);
        items.ForEach(i => i.Selected = i.Value == $"{chosen}");
        return items;
    }

    private async Task<IActionResult> ShowAsync()
    {
        var (ids, today) = (Charges.Values.OfType<int>().Distinct().ToArray(), clock.Today);
        var holders = (await db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.Kind == PostKind.SocialWorkDepartment && h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Id).Select(h => new { h.OrganizationId, h.Person.Name }).ToListAsync()).ToLookup(h => h.OrganizationId, h => h.Name);
        Rows = [.. DomainCharge.Domains.Select(d => (Domain: d, Chosen: Charges.GetValueOrDefault(d)))
            .Select(c => new Row(c.Domain, user.Tree.InOrder.Count(n => n.Domain == c.Domain && n.ClosedOn is null), c.Chosen, [.. c.Chosen is { } id ? holders[id] : []]))];
        return Page();
    }

    public sealed record Row(OrganizationDomain Domain, int Organizations, int? Chosen, IReadOnlyList<string> Holders);
}
