using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites.Belts;

/// <summary>One belt: its sites and route, whom they help along, what they do together, and where it stands.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public BeltInput Input { get; set; } = new();

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Responsible { get; set; }

    [BindProperty, Display(Name = "时限")]
    public DateOnly? On { get; set; }

    public DemonstrationBelt Belt { get; private set; } = null!;

    /// <summary>Live sites, by number: those of the belt, and those that could join it.</summary>
    public IReadOnlyDictionary<int, LiveSite> Live { get; private set; } = new Dictionary<int, LiveSite>();
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public bool Manages => user.May(Act.ManageSites, Belt.OrganizationId);
    public bool Writes => Manages && Belt.Stage is not BeltStage.Removed;
    public IEnumerable<LiveSite> Free => Live.Values.Where(s => !s.IsInBelt).OrderBy(s => Tree[s.OrganizationId].SortNo);

    /// <summary>Organisations that a belt's sites can help along.</summary>
    public IEnumerable<OrgNode> Others => Tree.InOrder.Where(n => n.ClosedOn is null && n.Level > Domain.Organizations.OrganizationLevel.Committee && Belt.Sites.All(s => s.OrganizationId != n.Id) && Belt.Radiated.All(r => r.OrganizationId != n.Id));

    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Version, Input) = (VersionNow, new BeltInput { Name = Belt.Name, Theme = Belt.Theme, Responsible = Belt.Responsible, Route = Belt.Route });
        return await ShowAsync();
    }

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostSaveAsync(int id) => DoAsync(id, "已保存。", () => Belt.Write(Input.ToText()));

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostJoinAsync(int id, int site) => DoAsync(id, "示范点已纳入。", async () =>
    {
        var other = await db.DemonstrationBelts.Where(b => b.Id != id && b.Sites.Any(s => s.SiteId == site && s.IsCurrent)).Select(b => b.Name).FirstOrDefaultAsync();
        Belt.Join(await SiteAsync(site), other ?? "");
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostLeaveAsync(int id, int site) => DoAsync(id, "示范点已移出。", () =>
    {
        var member = MemberOf(site);
        Belt.Leave(member);
        db.Remove(member);
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
        db.Remove(radiation);
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
        Belt.List((await db.LiveSitesAsync()).Keys.ToHashSet(), Words?.Trim() ?? "", On ?? Today, Today);
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostRemoveAsync(int id) => DoAsync(id, "示范区（带）已撤销。", () => Belt.Remove(lease.Why = Words?.Trim() ?? "", Today));

    private int VersionNow => (int)db.Entry(Belt).Property(PartyWorkDb.Version).CurrentValue!;

    private BeltSite MemberOf(int site) => There(Belt.Sites.FirstOrDefault(s => s.SiteId == site));

    private async Task<DemonstrationSite> SiteAsync(int site) => There(await db.DemonstrationSites.SingleOrDefaultAsync(s => s.Id == site));

    private static T There<T>(T? thing) where T : class
    {
        Rule.Require(thing is not null, "要办理的内容已不在，请刷新后重试。");
        return thing!;
    }

    private Task<IActionResult> DoAsync(int id, string done, Action what) => DoAsync(id, done, () =>
    {
        what();
        return Task.CompletedTask;
    });

    private async Task<IActionResult> DoAsync(int id, string done, Func<Task> what) => !await FindAsync(id) ? NotFound() : !Manages ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(db, async () =>
    {
        db.Expect(Belt, Version);
        db.Touch(Belt);
        await what();
        await db.SaveChangesAsync();
        Tell(done);
        return Redirect($"/demonstration-sites/belts/{id}");
    }, async () =>
    {
        await FindAsync(id);
        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = VersionNow;
        }

        return await ShowAsync();
    });

    private async Task<bool> FindAsync(int id)
    {
        var found = await db.FindBeltAsync(id);
        Belt = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Live = await db.LiveSitesAsync();
        return Page();
    }
}
