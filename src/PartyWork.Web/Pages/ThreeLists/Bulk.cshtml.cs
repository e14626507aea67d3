using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>批量处理: in a draft the day, the lead and the category of several tasks; once filed one request for extension for several. All rows or none.</summary>
public sealed class BulkModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    [BindProperty]
    public List<int> No { get; set; } = [];

    /// <summary>序号 → the version the form was shown.</summary>
    [BindProperty]
    public Dictionary<int, int> Versions { get; set; } = [];

    [BindProperty, Display(Name = "完成时限")]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public int? LeadId { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty, Display(Name = "延期至")]
    public DateOnly? NewDue { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<WorkTask> Tasks { get; private set; } = [];
    public IReadOnlyList<Holder> Holders { get; private set; } = [];

    /// <summary>Rows are still written; otherwise changes are asked for.</summary>
    public bool IsDraft => Tasks.Any(IsEditable);

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnGetAsync(int id) => await RefuseAsync(id, Act.FillLists) ?? Page();

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostEditAsync(int id) => await RefuseAsync(id, Act.FillLists) ?? await ChangeAsync(id, Act.FillLists, chosen =>
    {
        var category = Category?.Trim() ?? "";
        Rule.Require(DueOn is not null || LeadId is not null || category.Length > 0, "请至少填写一项要修改的内容：完成时限、牵头责任人或类别。");
        TaskBatch.Do(chosen, task =>
        {
            Rule.Require(IsEditable(task), $"任务{task.No}现在不能修改。");
            task.Write(task.Text with
            {
                DueOn = DueOn ?? task.DueOn,
                Lead = LeadId is null ? task.Lead : Choose(LeadId, Holders, task.Lead.Text),
                Category = category.Length > 0 ? category : task.Category,
            });
        });
        return $"已修改{chosen.Count}项任务。";
    });

    [Needs(Act.RequestChange)]
    public async Task<IActionResult> OnPostExtendAsync(int id) => await RefuseAsync(id, Act.RequestChange) ?? await ChangeAsync(id, Act.RequestChange, chosen =>
    {
        lease.Why = Reason?.Trim() ?? "";
        TaskBatch.Do(chosen, task => Db.Add(new TaskChange(task, TaskChangeKind.Extension, NewDue, "", null, lease.Why, Current.Actor, Today)));
        return $"已为{chosen.Count}项任务申请延期，批准前按原时限执行。";
    });

    public bool IsEditable(WorkTask task) => task.State is TaskState.Draft && CanEdit($"T{task.No}");

    /// <summary>Why a row cannot be ticked; null when it can be.</summary>
    public string? WhyNot(WorkTask task) =>
        IsDraft ? (IsEditable(task) ? null : "不能修改")
        : task.State is not TaskState.InProgress ? task.State.Text()
        : task.EffectiveDue < Today ? "已过完成时限"
        : task.Changes.Any(c => c.State is TaskChangeState.Requested) ? "变更待批准"
        : null;

    public int VersionOf(WorkTask task) => Db.VersionOf(task);

    private async Task<IActionResult> ChangeAsync(int id, Act act, Func<IReadOnlyList<WorkTask>, string> change) => await TryAsync(Db, async () =>
    {
        var chosen = Tasks.Where(t => No.Contains(t.No)).ToList();
        var done = change(chosen);
        foreach (var task in chosen)
        {
            Db.Touch(task);
            Db.Expect(task, Versions.GetValueOrDefault(task.No));
        }

        await Db.SaveChangesAsync();
        Tell(done);
        return Redirect($"/lists/{id}?tab=tasks");
    }, async () =>
    {
        var refused = await RefuseAsync(id, act);
        if (IsOutdated)
        {
            Versions = [];
            ModelState.Keys.Where(k => k.StartsWith(nameof(Versions), StringComparison.Ordinal)).ToList().ForEach(k => ModelState.Remove(k));
        }

        return refused ?? Page();
    });

    private async Task<IActionResult?> RefuseAsync(int id, Act act)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(act, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Tasks = await Db.WorkTasks.Include(t => t.Changes).AsSingleQuery().Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year).OrderBy(t => t.No).ToListAsync();
        Holders = IsDraft ? await HoldersAsync() : [];
        return null;
    }
}
