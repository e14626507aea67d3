using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>All tasks within the scope: what the lights of the dashboard count, and the workbook of the same rows.</summary>
public sealed class AllTasksModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, Kept kept) : WorkPage
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

    /// <summary>已完成: verified by the organisation above.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

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

    /// <summary>The day by whose affiliations the year's rows are counted.</summary>
    public DateOnly CutOff => OrgTree.CutOff(Year, Today);
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user, CutOff);

    [Needs(Act.ReadLists)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        P = Math.Clamp(P, 1, MaxRows / PageSize);
        await db.FreshenLightsAsync();

        // Counted by category, so that one command says how many there are and which categories can be asked for.
        var counts = await kept.ReadAsync((nameof(AllTasksModel), kept.Reader, Year, (Light, Troubled, Overdue, Done), Committee, Words?.Trim()),
            () => Query().GroupBy(t => t.Category).Select(g => new CategoryCount(g.Key, g.Count())).ToListAsync(), c => c.Count);
        Categories = [.. counts.Where(c => c.Category.Length > 0).OrderByDescending(c => c.Count).ThenBy(c => c.Category, StringComparer.Ordinal).Select(c => c.Category)];
        Total = counts.Where(c => string.IsNullOrEmpty(Category) || c.Category == Category).Sum(c => c.Count);
        Rows = await ReadAsync((P - 1) * PageSize, PageSize);
    }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        Year = ChosenYear(clock);
        await db.FreshenLightsAsync();
        var tasks = await ReadAsync(0, MaxRows);
        string[] chosen = [user.Tree.Find(Committee)?.Name ?? "", Light?.Text() ?? "", Troubled ? "滞后或逾期" : "", Overdue ? "已过完成时限" : "", Done ? "已核实完成" : "", Category ?? "", Words?.Trim() ?? ""];
        var scope = string.Join("、", chosen.Where(c => c.Length > 0));
        var layout = new SheetLayout("任务", $"{Year}年任务清单汇总", [.. Headers.Select(h => new SheetColumn(h))],
            [.. tasks.Select(t => (IReadOnlyList<object?>)[
                user.Tree[t.OrganizationId].Name, CommitteeOf(t.OrganizationId)?.Name, t.No * Quantity.One, t.Category, t.Content, t.Target, t.Reached,
                t.Measure is TaskMeasure.Rate ? "%" : t.Unit, t.Due, t.Lead.Text, t.Light(Today).Text()])])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（{tasks.Count}项）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"任务清单汇总-{Year}.xlsx");
    }

    public OrgNode Node(int id) => user.Tree[id];

    public OrgNode? CommitteeOf(int id) => user.Tree.CommitteeOn(id, CutOff);

    private bool IsUrgent => Troubled || Overdue;

    /// <summary>Everything that was asked for but the category, of which the page counts each.</summary>
    private IQueryable<WorkTask> Query()
    {
        var tasks = db.WorkTasks.Where(t => t.Year == Year);
        if (Light is { } light)
        {
            tasks = tasks.Where(t => t.Light == light);
        }

        if (Troubled)
        {
            tasks = tasks.Where(t => t.Light == TaskLight.Red || t.Light == TaskLight.Stalled || t.Light == TaskLight.Yellow);
        }

        if (Overdue)
        {
            tasks = tasks.Where(t => t.Light == TaskLight.Red);
        }

        if (Done)
        {
            tasks = tasks.Where(t => t.State == TaskState.Done);
        }

        if (Committee is { } committee)
        {
            var below = user.Tree.WithinOn(committee, CutOff).ToArray();
            tasks = tasks.Where(t => below.Contains(t.OrganizationId));
        }

        if (Words?.Trim() is { Length: > 0 } words)
        {
            var found = user.Tree.Search(words).Select(n => n.Id).ToArray();
            tasks = tasks.Where(t => t.Content.Contains(words) || found.Contains(t.OrganizationId));
        }

        return tasks;
    }

    /// <summary>The most urgent first where trouble was asked for, else in official order. The keys are chosen within an index before any task is read.</summary>
    private async Task<IReadOnlyList<TaskView>> ReadAsync(int skip, int take)
    {
        var tasks = string.IsNullOrEmpty(Category) ? Query() : Query().Where(t => t.Category == Category);
        var keys = (IsUrgent ? TaskView.ByUrgency(db, tasks) : TaskView.InOfficialOrder(db, tasks)).Skip(skip).Take(take).Select(t => t.Id);
        var read = await TaskView.MeasureAsync(db, user.Tree, await TaskView.ReadAsync(db, db.WorkTasks.Where(t => keys.Contains(t.Id))), Today);
        return [.. IsUrgent ? TaskView.ByUrgency(user.Tree, read, Today) : TaskView.InOfficialOrder(user.Tree, read)];
    }

    private sealed record CategoryCount(string Category, int Count);
}
