using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>Changing an organisation by hand; what somebody else changed meanwhile is shown beside the fields.</summary>
public sealed class EditModel(PartyWorkDb db, DbLease lease, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public OrganizationInput Input { get; set; } = new();

    public OrgNode Node { get; private set; } = null!;

    /// <summary>What is stored now, shown beside the fields when somebody else has changed it meanwhile.</summary>
    public OrganizationInput? Newer { get; private set; }
    public IReadOnlyList<SelectListItem> Territories { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Lines { get; private set; } = [];

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ReadAsync(id) is not { } stored)
        {
            return NotFound();
        }

        if (!user.May(Act.ManageOrganizations, id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Input = stored;
        return Form(id);
    }

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await db.Organizations.SingleOrDefaultAsync(o => o.Id == id) is not { } organization)
        {
            return NotFound();
        }

        if (!user.May(Act.ManageOrganizations, id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? Form(id) : await TryAsync(db, () => SaveAsync(organization), () => AgainAsync(id));
    }

    public string Name(int? id) => user.Tree.Find(id)?.Name ?? "—";

    private async Task<IActionResult> SaveAsync(Organization organization)
    {
        Rule.Require(Input.ElectedOn is not { } elected || elected <= clock.Today, "本届选举日期不能晚于今天。");
        Rule.Require(Input.TerritoryId is null || user.Tree.Find(Input.TerritoryId) is not null, "请从列表中选择属地。");
        Rule.Require(Input.AssessmentLineId is null || user.Tree.Find(Input.AssessmentLineId) is not null, "请从列表中选择考核归口。");
        organization.Reclassify(organization.Level, organization.Kind, organization.Domain, Input.Nature);
        organization.Describe(Input.MemberCount!.Value, Input.Phone?.Trim() ?? "", organization.Territory, Input.ElectedOn, organization.Remark);
        organization.LinkTerritory(Input.TerritoryId);
        organization.LinkAssessmentLine(Input.AssessmentLineId);
        db.Expect(organization, Input.Version);
        lease.Why = Input.Why!.Trim();
        await db.SaveChangesAsync();
        Tell($"“{organization.Name}”的信息已保存。");
        return Redirect($"/organizations/{organization.Id}");
    }

    /// <summary>Somebody else's change is shown beside the fields; saving again then means it.</summary>
    private async Task<IActionResult> AgainAsync(int id)
    {
        var stored = await ReadAsync(id);
        if (stored!.Version != Input.Version)
        {
            Newer = stored;
            Input.Version = stored.Version;
            ModelState.Remove("Input.Version");
        }

        return Form(id);
    }

    private async Task<OrganizationInput?> ReadAsync(int id) => await db.Organizations.Where(o => o.Id == id).Select(o => new OrganizationInput
    {
        Nature = o.Nature,
        MemberCount = o.MemberCount,
        ElectedOn = o.ElectedOn,
        Phone = o.Phone,
        TerritoryId = o.TerritoryId,
        AssessmentLineId = o.AssessmentLineId,
        Version = EF.Property<int>(o, PartyWorkDb.Version),
    }).SingleOrDefaultAsync();

    private PageResult Form(int id)
    {
        Node = user.Tree[id];
        Territories = OrganizationOptions.Of(user.Tree, n => n.Id != id && n.Domain is OrganizationDomain.Community or OrganizationDomain.Subdistrict or OrganizationDomain.Town && n.Level <= OrganizationLevel.Primary, Input.TerritoryId);
        Lines = OrganizationOptions.Of(user.Tree, n => n.Id != id && n.Level <= OrganizationLevel.Committee, Input.AssessmentLineId);
        return Page();
    }
}
