using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites.Belts;

/// <summary>One belt: its sites and route, whom they help along, what they do together, and where it stands.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : BeltPage(db, user, clock)
{
    [BindProperty]
    public BeltInput Input { get; set; } = new();

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Responsible { get; set; }

    [BindProperty, Display(Name = "时限")]
    public DateOnly? On { get; set; }

    public bool Writes => Manages && Belt.Stage is not BeltStage.Removed;
    public IEnumerable<LiveSite> Free => Live.Values.Where(s => !s.IsInBelt).OrderBy(s => Tree[s.OrganizationId].SortNo);

    /// <summary>Organisations that a belt's sites can help along.</summary>
    public IEnumerable<OrgNode> Others => Tree.InOrder.Where(n => n.ClosedOn is null && n.Level > Domain.Organizations.OrganizationLevel.Committee && Belt.Sites.All(s => s.OrganizationId != n.Id) && Belt.Radiated.All(r => r.OrganizationId != n.Id));

    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var page = await GetPageAsync(id);
        Input = Belt is null ? Input : new BeltInput { Name = Belt.Name, Theme = Belt.Theme, Responsible = Belt.Responsible, Route = Belt.Route };
        return page;
    }

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostSaveAsync(int id) => DoAsync(id, "已保存。", () => Belt.Write(Input.ToText()));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostJoinAsync(int id, int site) => DoAsync(id, "示范点已纳入。", async () =>
    {
        var other = await Db.DemonstrationBelts.Where(b => b.Id != id && b.Sites.Any(s => s.SiteId == site && s.IsCurrent)).Select(b => b.Name).FirstOrDefaultAsync();
        Belt.Join(await SiteAsync(site), other ?? "");
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostLeaveAsync(int id, int site) => DoAsync(id, "示范点已移出。", () =>
    {
        var member = MemberOf(site);
        Belt.Leave(member);
        Db.Remove(member);
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostLeadAsync(int id, int site) => DoAsync(id, "已指定牵头示范点。", async () => Belt.Lead(MemberOf(site), await SiteAsync(site)));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostRadiateAsync(int id, int organization, int site) => DoAsync(id, "已列为辐射党组织。", () =>
        Belt.Radiate(There(Tree.Find(organization)).Id, MemberOf(site), Tree[organization].ClosedOn is not null));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostDropAsync(int id, int organization) => DoAsync(id, "已移出辐射党组织。", () =>
    {
        var radiation = There(Belt.Radiated.FirstOrDefault(r => r.OrganizationId == organization));
        Belt.Drop(radiation);
        Db.Remove(radiation);
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostAgreeAsync(int id) => DoAsync(id, "共建事项已登记。", () => Belt.Agree((On ?? Today).Year, Words?.Trim() ?? "", Responsible?.Trim() ?? "", On ?? throw new BrokenRuleException("请填写共建事项的时限。")));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostFinishAsync(int id, int matter) => DoAsync(id, "共建事项已办结。", () => There(Belt.Matters.FirstOrDefault(m => m.Id == matter)).Finish(Words?.Trim() ?? "", On ?? Today, Today));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostBuildAsync(int id) => DoAsync(id, "已开始建设。", () => Belt.Build(On ?? Today, Today));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostListAsync(int id) => DoAsync(id, "已列入。", async () =>
    {
        Belt.List((await Db.LiveSitesAsync()).Keys.ToHashSet(), Words?.Trim() ?? "", On ?? Today, Today);
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostRemoveAsync(int id) => DoAsync(id, "示范区（带）已撤销。", () => Belt.Remove(lease.Why = Words?.Trim() ?? "", Today));

    private BeltSite MemberOf(int site) => There(Belt.Sites.FirstOrDefault(s => s.SiteId == site));

    private async Task<DemonstrationSite> SiteAsync(int site) => There(await Db.DemonstrationSites.SingleOrDefaultAsync(s => s.Id == site));
}
