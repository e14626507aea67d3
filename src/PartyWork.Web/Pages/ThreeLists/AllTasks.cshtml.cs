using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>All tasks within the scope: what the lights of the dashboard count, and the workbook of the same rows.</summary>
public sealed class AllTasksModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20, MaxRows = 2_000;

    private static readonly string[] Headers = ["党组织", "所属党（工）委", "序号", "类别", "任务内容", "目标值", "累计完成", "计量单位", "完成时限", "牵头责任人", "状态"];

    [BindProperty(SupportsGet = true)]
    public TaskLight? Light { get; set; }

    /// <summary>红灯和黄灯, the most urgent first.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Troubled { get; set; }

    /// <summary>已过完成时限.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<TaskView> Rows { get; private set; } = [];
    public IReadOnlyList<string> Categories { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);

    [Needs(Act.ReadLists)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        P = Math.Clamp(P, 1, MaxRows / PageSize);
        if (IsComputed)
        {
            var tasks = await SelectAsync();
            (Total, Rows) = (tasks.Count, [.. tasks.Skip((P - 1) * PageSize).Take(PageSize)]);
            return;
        }

        // Keys first: a district has thousands of tasks, a page twenty.
        var keys = await Query().Select(t => new { t.Id, t.OrganizationId, t.No, t.Category }).ToListAsync();
        Offer(keys.Select(k => k.Category));
        var kept = keys.Where(k => IsChosen(k.Category)).OrderBy(k => Sort(k.OrganizationId)).ThenBy(k => k.No).ToList();
        var ids = kept.Skip((P - 1) * PageSize).Take(PageSize).Select(k => k.Id).ToArray();
        (Total, Rows) = (kept.Count, [.. InOrder(await TaskView.ReadAsync(db, db.WorkTasks.Where(t => ids.Contains(t.Id))))]);
    }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        Year = ChosenYear(clock);
        var tasks = await SelectAsync();
        string[] chosen = [user.Tree.Find(Committee)?.Name ?? "", Light?.Text() ?? "", Troubled ? "滞后或逾期" : "", Overdue ? "已过完成时限" : "", Category ?? "", Words?.Trim() ?? ""];
        var scope = string.Join("、", chosen.Where(c => c.Length > 0));
        var layout = new SheetLayout("任务", $"{Year}年任务清单汇总", [.. Headers.Select(h => new SheetColumn(h))],
            [.. tasks.Take(MaxRows).Select(t => (IReadOnlyList<object?>)[
                user.Tree[t.OrganizationId].Name, user.Tree.Committee(t.OrganizationId)?.Name, t.No * Quantity.One, t.Category, t.Content, t.Target, t.Actual,
                t.Measure is TaskMeasure.Rate ? "%" : t.Unit, t.Due, t.Lead.Text, t.Light(Today).Text()])])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（{Math.Min(tasks.Count, MaxRows)}项）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"任务清单汇总-{Year}.xlsx");
    }

    public OrgNode Node(int id) => user.Tree[id];

    public OrgNode? CommitteeOf(int id) => user.Tree.Committee(id);

    /// <summary>Whether the colour has to be computed before rows can be chosen.</summary>
    private bool IsComputed => Troubled || Overdue || Light is TaskLight.Red or TaskLight.Stalled or TaskLight.Yellow or TaskLight.Green;

    private IQueryable<WorkTask> Query()
    {
        var today = Today;
        var tasks = db.WorkTasks.Where(t => t.Year == Year);
        tasks = Light switch
        {
            TaskLight.White => tasks.Where(t => t.State == TaskState.Draft),
            TaskLight.Blue => tasks.Where(t => t.State == TaskState.Done || t.State == TaskState.DoneClaimed),
            TaskLight.Grey => tasks.Where(t => t.State == TaskState.Cancelled || t.State == TaskState.CarriedOver),
            null when !Troubled && !Overdue => tasks,
            _ => tasks.Where(t => t.State == TaskState.InProgress),
        };
        if (Overdue)
        {
            tasks = tasks.Where(t => t.State == TaskState.InProgress && (t.ExtendedTo ?? t.DueOn) < today);
        }

        if (Committee is { } committee)
        {
            var below = user.Tree.Subtree(committee).ToArray();
            tasks = tasks.Where(t => below.Contains(t.OrganizationId));
        }

        if (Words?.Trim() is { Length: > 0 } words)
        {
            var found = user.Tree.Search(words).Select(n => n.Id).ToArray();
            tasks = tasks.Where(t => t.Content.Contains(words) || found.Contains(t.OrganizationId));
        }

        return tasks;
    }

    private async Task<IReadOnlyList<TaskView>> SelectAsync()
    {
        var tasks = await TaskView.ReadAsync(db, Query());
        Offer(tasks.Select(t => t.Category));
        var kept = tasks.Where(t => IsChosen(t.Category) && (Light is null || t.Light(Today) == Light) && (!Troubled || t.IsTroubled(Today)));
        return [.. Troubled || Overdue ? TaskView.ByUrgency(kept, Today).ThenBy(t => Sort(t.OrganizationId)).ThenBy(t => t.No) : InOrder(kept)];
    }

    private void Offer(IEnumerable<string> categories) => Categories = [.. categories.Where(c => c.Length > 0).GroupBy(c => c).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private bool IsChosen(string category) => string.IsNullOrEmpty(Category) || category == Category;

    private int Sort(int organizationId) => user.Tree.Find(organizationId)?.SortNo ?? int.MaxValue;

    private IEnumerable<TaskView> InOrder(IEnumerable<TaskView> tasks) => tasks.OrderBy(t => Sort(t.OrganizationId)).ThenBy(t => t.No);
}
