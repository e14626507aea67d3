using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites.Belts;

/// <summary>示范区（带）: all that the reader has a part in.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public BeltInput Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public OrgTree Tree => user.Tree;
    public bool Manages => user.May(Act.ManageSites);

    /// <summary>Who can lead a belt.</summary>
    public IEnumerable<OrgNode> Leads => user.Tree.InOrder.Where(n => n.ClosedOn is null && n.Level is OrganizationLevel.Committee);

    [Needs(Act.ReadSites)]
    public Task OnGetAsync() => ReadAsync();

    [Needs(Act.ManageSites)]
    public async Task<IActionResult> OnPostAsync() => await TryAsync(db, async () =>
    {
        Rule.Require(Leads.Any(n => n.Id == Input.Organization), "请选择牵头党（工）委。");
        var belt = new DemonstrationBelt(Input.Organization!.Value, Input.ToText(), clock.Today);
        db.Add(belt);
        await db.SaveChangesAsync();
        Tell("示范区（带）已建立，请纳入示范点。");
        return Redirect($"/demonstration-sites/belts/{belt.Id}");
    }, async () =>
    {
        await ReadAsync();
        return Page();
    });

    private async Task ReadAsync() => Rows = [.. (await db.DemonstrationBelts.Select(b => new Row(b.Id, b.OrganizationId, b.Name, b.Theme, b.Stage, b.ListedOn, b.Sites.Count, b.Radiated.Count, b.Matters.Count, b.Matters.Count(m => m.DoneOn != null))).ToListAsync())
        .OrderBy(r => user.Tree[r.OrganizationId].SortNo).ThenBy(r => r.Id)];

    public sealed record Row(int Id, int OrganizationId, string Name, string Theme, BeltStage Stage, DateOnly? ListedOn, int Sites, int Radiated, int Matters, int Done);
}

/// <summary>A belt as it is typed.</summary>
public sealed class BeltInput
{
    [Display(Name = "党组织")]
    public int? Organization { get; set; }

    public string? Name { get; set; }
    public string? Theme { get; set; }
    public string? Responsible { get; set; }
    public string? Route { get; set; }

    public BeltText ToText() => new(Name?.Trim() ?? "", Theme?.Trim() ?? "", Responsible?.Trim() ?? "", Route?.Trim().ReplaceLineEndings("\n") ?? "");
}
