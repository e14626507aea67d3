using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

public sealed class WorkersInput
{
    private const string Number = "请填写人数，没有的填0。";

    [Display(Name = "统计日期"), Required(ErrorMessage = "请填写统计日期。"), DataType(DataType.Date)]
    public DateOnly? On { get; set; }

    [Display(Name = "书记"), Required(ErrorMessage = "书记：" + Number)]
    public int? Secretaries { get; set; }

    [Display(Name = "副书记"), Required(ErrorMessage = "副书记：" + Number)]
    public int? Deputies { get; set; }

    [Display(Name = "委员"), Required(ErrorMessage = "委员：" + Number)]
    public int? Members { get; set; }

    [Display(Name = "社区工作者"), Required(ErrorMessage = "社区工作者：" + Number)]
    public int? Workers { get; set; }

    [Display(Name = "助理社会工作师"), Required(ErrorMessage = "助理社会工作师：" + Number)]
    public int? Assistants { get; set; }

    [Display(Name = "社会工作师"), Required(ErrorMessage = "社会工作师：" + Number)]
    public int? SocialWorkers { get; set; }

    [Display(Name = "高级社会工作师"), Required(ErrorMessage = "高级社会工作师：" + Number)]
    public int? Seniors { get; set; }
}

/// <summary>A community counts its workers: once, and again when something has changed.</summary>
public sealed class WorkersEntryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public WorkersInput Input { get; set; } = new();

    public OrgNode Node { get; private set; } = null!;
    public DateOnly? Last { get; private set; }

    /// <summary>The Party organisation of a community, not a branch within one.</summary>
    public static bool Counts(OrgNode node) => node is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary };

    [Needs(Act.CountWorkers)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RefusalAsync(id) is { } refusal)
        {
            return refusal;
        }

        var last = await db.CommunityWorkers.AsNoTracking().Where(w => w.OrganizationId == id).OrderByDescending(w => w.On).FirstOrDefaultAsync();
        Input = new() { On = clock.Today, Secretaries = last?.Secretaries, Deputies = last?.Deputies, Members = last?.Members, Workers = last?.Workers, Assistants = last?.Assistants, SocialWorkers = last?.SocialWorkers, Seniors = last?.Seniors };
        return Page();
    }

    [Needs(Act.CountWorkers)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id) ?? (!ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        var on = Input.On!.Value;
        var count = await db.CommunityWorkers.SingleOrDefaultAsync(w => w.OrganizationId == id && w.On == on) ?? db.Add(new CommunityWorkers { OrganizationId = id, On = on }).Entity;
        (count.Secretaries, count.Deputies, count.Members, count.Workers) = (Input.Secretaries!.Value, Input.Deputies!.Value, Input.Members!.Value, Input.Workers!.Value);
        (count.Assistants, count.SocialWorkers, count.Seniors) = (Input.Assistants!.Value, Input.SocialWorkers!.Value, Input.Seniors!.Value);
        count.Check(clock.Today);
        await db.SaveChangesAsync();
        Tell($"已登记{Show.Words(on)}的社区工作者人数，共{count.Total}人。");
        return Redirect($"/organizations/{id}");
    }, () => Task.FromResult<IActionResult>(Page())));

    private async Task<IActionResult?> RefusalAsync(int id)
    {
        if (user.Tree.Find(id) is not { } node)
        {
            return NotFound();
        }

        Node = node;
        if (!user.May(Act.CountWorkers, id) || !Counts(node) || node.ClosedOn is not null)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Last = await db.CommunityWorkers.Where(w => w.OrganizationId == id).MaxAsync(w => (DateOnly?)w.On);
        return null;
    }
}
