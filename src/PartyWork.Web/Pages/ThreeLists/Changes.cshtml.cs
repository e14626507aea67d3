using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>Changes of filed tasks that wait for this level's decision.</summary>
public sealed class ChangesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    /// <summary>What was asked for in one act is decided in one.</summary>
    public IReadOnlyList<(OrgNode Node, IReadOnlyList<TaskChange> Changes)> Requests { get; private set; } = [];

    [Needs(Act.DecideChange)]
    public async Task OnGetAsync()
    {
        var children = user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id).ToArray();
        var changes = await db.TaskChanges.Include(c => c.Task).AsNoTracking().Where(c => c.State == TaskChangeState.Requested && children.Contains(c.OrganizationId)).OrderBy(c => c.Id).ToListAsync();
        Requests = [.. changes.GroupBy(c => (c.OrganizationId, c.Kind, c.NewDue, c.Reason, c.RequestedById, c.RequestedOn, Alone: c.Kind is TaskChangeKind.Extension ? 0 : c.Id))
            .Select(g => (user.Tree[g.Key.OrganizationId], (IReadOnlyList<TaskChange>)[.. g.OrderBy(c => c.Task.No)]))];
    }

    [Needs(Act.DecideChange)]
    public Task<IActionResult> OnPostApproveAsync(int[] changeId) => DecideAsync(changeId, "已批准，任务按变更后执行。", "", c => c.Approve(user.Actor, clock.Today));

    [Needs(Act.DecideChange)]
    public Task<IActionResult> OnPostRefuseAsync(int[] changeId, string? words) => DecideAsync(changeId, "已退回申请，任务按原内容执行。", words ?? "", c => c.Refuse(user.Actor, clock.Today, words?.Trim() ?? ""));

    private async Task<IActionResult> DecideAsync(int[] changeId, string done, string why, Action<TaskChange> decide)
    {
        var changes = await db.TaskChanges.Include(c => c.Task).Where(c => changeId.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        if (changes.Count == 0 || changes.Count != changeId.Distinct().Count())
        {
            return NotFound();
        }

        if (changes.Any(c => !user.May(Act.DecideChange, c.OrganizationId)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        lease.Why = why;
        changes.ForEach(decide);
        await db.SaveChangesAsync();
        Tell(done);
        return Redirect("/lists/changes");
    }
}
