using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>分解下达: what is asked of a task and its shares together.</summary>
public static class ShareReading
{
    /// <summary>
    /// A task with its shares, progress and changes, in one command. Past the subtree filter on purpose: the share of a child that belongs elsewhere by now
    /// still makes up the whole. Ask only for the lists that were found under the filter, for a post that may hand the task down.
    /// </summary>
    /// <returns>No task: there is none of that number.</returns>
    public static async Task<(WorkTask? Task, IReadOnlyList<WorkTask> Shares)> TaskWithSharesAsync(this PartyWorkDb db, int organizationId, int year, int no)
    {
        var found = await db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Include(t => t.Progress).Include(t => t.Changes).AsSingleQuery().Where(t => t.Year == year
            && ((t.OrganizationId == organizationId && t.No == no) || db.WorkTasks.Any(p => p.Id == t.ParentId && p.OrganizationId == organizationId && p.Year == year && p.No == no))).ToListAsync();
        var task = found.SingleOrDefault(t => t.OrganizationId == organizationId && t.No == no);
        return (task, [.. found.Where(t => task is not null && t.ParentId == task.Id)]);
    }
}
