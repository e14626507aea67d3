using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>指标更正: what was proposed, by whom, and what another person has decided.</summary>
public sealed class CorrectionsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public OrgTree Tree => user.Tree;

    [Needs(Act.ReadDictionary)]
    public async Task OnGetAsync()
    {
        P = Math.Max(1, P);
        var page = await db.FigureOverrides.OrderBy(o => o.State).ThenByDescending(o => o.Id).Skip((P - 1) * PageSize).Take(PageSize)
            .Select(o => new { Item = o, Version = EF.Property<int>(o, PartyWorkDb.Version), Total = db.FigureOverrides.Count() }).ToListAsync();
        Total = page.Count == 0 ? 0 : page[0].Total;
        Rows = [.. page.Where(p => FigureDictionary.Find(p.Item.Key) is not null).Select(p => new Row(p.Item, FigureDictionary.Find(p.Item.Key)!, p.Version))];
    }

    [Needs(Act.DecideOverride)]
    public Task<IActionResult> OnPostApproveAsync(int id, int version) => DecideAsync(id, version, o => o.Approve(user.Actor, clock.Today), "已核准，更正后的值生效。");

    [Needs(Act.DecideOverride)]
    public Task<IActionResult> OnPostRefuseAsync(int id, int version) => DecideAsync(id, version, o => o.Refuse(user.Actor, clock.Today), "未予核准，仍用计算值。");

    public bool MayDecide(FigureOverride item) => item.State is OverrideState.Proposed && item.ProposedById != user.PersonId && user.May(Act.DecideOverride, item.OrganizationId);

    private async Task<IActionResult> DecideAsync(int id, int version, Action<FigureOverride> decide, string told)
    {
        if (await db.FigureOverrides.SingleOrDefaultAsync(o => o.Id == id) is not { } item)
        {
            return NotFound();
        }

        if (!user.May(Act.DecideOverride, item.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        db.Expect(item, version);
        decide(item);
        await db.SaveChangesAsync();
        Tell(told);
        return Redirect("/figures/corrections");
    }

    public sealed record Row(FigureOverride Item, Figure Figure, int Version);
}
