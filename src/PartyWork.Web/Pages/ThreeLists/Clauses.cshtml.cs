using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>条款落为任务: each clause of the effective agreement that has no task yet proposes one, in one act.</summary>
public sealed class ClausesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
{
    private int _lastNo;

    public int? AgreementId { get; private set; }
    public IReadOnlyList<(int No, TaskText Text)> Proposed { get; private set; } = [];

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnGetAsync(int id) => await RefusalAsync(id) ?? Page();

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await RefusalAsync(id) is { } refusal)
        {
            return refusal;
        }

        Rule.Require(Proposed.Count > 0, "责任书的每一条都已有任务。");
        Db.AddRange(Proposed.Select((p, i) => new WorkTask(Lists.OrganizationId, Lists.Year, _lastNo + 1 + i, p.Text)));
        await Db.SaveChangesAsync();
        Tell($"已增加{Proposed.Count}项任务，请核对季度节点和牵头责任人。");
        return Redirect($"/lists/{id}?tab=tasks#T{_lastNo + 1}");
    }

    private async Task<IActionResult?> RefusalAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!CanEdit(""))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var (organization, year) = (Lists.OrganizationId, Lists.Year);
        var clauses = await Db.ClausesInForce(organization, year).AsNoTracking().OrderBy(c => c.No).ToListAsync();
        var tasks = await Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year).Select(t => new { t.No, t.Source }).ToListAsync();
        var covered = tasks.SelectMany(t => ChineseNumber.Clauses(t.Source)).ToHashSet();
        var holders = (await HoldersAsync()).Where(h => h.OrganizationId == organization).ToList();
        (AgreementId, _lastNo) = (clauses.FirstOrDefault()?.AgreementId, tasks.Select(t => t.No).DefaultIfEmpty().Max());
        Proposed = [.. clauses.Where(c => !covered.Contains(c.No)).Select(c => (c.No, c.ProposeTask(LeadOf(c.LeadPost))))];
        return null;

        Responsible LeadOf(DutyPosts post) => holders.FirstOrDefault(h => h.Kind == ResponsibilityPost.KindOf(post)) is { } holder ? new Responsible(holder.Name, holder.Id) : Responsible.Nobody;
    }
}
