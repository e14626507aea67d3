using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>A task as lists show it, with what its colour and its bar need; one SQL command for all.</summary>
public sealed record TaskView(
    int Id, int ListsId, int OrganizationId, int Year, int No, string Category, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes,
    DateOnly? DueOn, DateOnly? ExtendedTo, Responsible Lead, string Cooperating, string Source, TaskState State,
    int? ParentId, DateOnly? ReceivedOn, TaskCombining? Combining, int OwnQuarters, ShareTotals? Totals, string MeasuredBy, List<TaskView.Quarterly> Progress)
{
    public DateOnly? Due => ExtendedTo ?? DueOn;

    public int? Actual => WorkTask.Actual(Values, Measure);

    /// <summary>What the task's figure says now; null for a task without one, and where it was not asked.</summary>
    public MeasuredValue? Measured { get; init; }

    /// <summary>累计完成: by the figure where it was asked, else as reported.</summary>
    public int? Reached => Measured is null ? Actual : Measured.Reached;

    private bool IsInForce => State is TaskState.InProgress or TaskState.DoneClaimed or TaskState.Done;

    private IEnumerable<(int Quarter, int? Value)> Values => WorkTask.ValuesOf(Progress.Select(p => (p.Quarter, p.Value)), Totals, OwnQuarters);

    public TaskLight Light(DateOnly today) =>
        WorkTask.LightOf(new LightFacts(State, Year, Measure, Nodes, Due, [.. Progress.Select(p => (p.Quarter, p.Choice, p.Value))], [.. Values], MeasuredBy.Length > 0), today);

    public bool IsOverdue(DateOnly today) => Light(today) is TaskLight.Red;

    /// <summary>Past its day first, the longest first; then what is behind at a node; then in official order.</summary>
    public static IOrderedQueryable<WorkTask> ByUrgency(PartyWorkDb db, IQueryable<WorkTask> tasks) => tasks
        .OrderBy(t => t.Light == TaskLight.Red ? 0 : t.Light == TaskLight.Stalled ? 1 : 2).ThenBy(t => t.ExtendedTo ?? t.DueOn)
        .ThenBy(t => db.Organizations.Where(o => o.Id == t.OrganizationId).Select(o => o.SortNo).First()).ThenBy(t => t.No);

    /// <summary>The same order for what has been read.</summary>
    public static IOrderedEnumerable<TaskView> ByUrgency(OrgTree tree, IEnumerable<TaskView> tasks, DateOnly today) => tasks
        .OrderBy(t => t.IsOverdue(today) ? 0 : t.Light(today) is TaskLight.Stalled ? 1 : 2).ThenBy(t => t.Due).ThenBy(t => tree[t.OrganizationId].SortNo).ThenBy(t => t.No);

    /// <summary>区委序列, within an organisation by 序号.</summary>
    public static IQueryable<WorkTask> InOfficialOrder(PartyWorkDb db, IQueryable<WorkTask> tasks) =>
        from o in db.Organizations join t in tasks on o.Id equals t.OrganizationId orderby o.SortNo, o.Id, t.No select t;

    public static IOrderedEnumerable<TaskView> InOfficialOrder(OrgTree tree, IEnumerable<TaskView> tasks) =>
        tasks.OrderBy(t => tree[t.OrganizationId].SortNo).ThenBy(t => t.OrganizationId).ThenBy(t => t.No);

    public static TaskView Of(WorkTask t, int listsId) => new(t.Id, listsId, t.OrganizationId, t.Year, t.No, t.Category, t.Content, t.Measure, t.Target, t.Unit, t.Nodes,
        t.DueOn, t.ExtendedTo, t.Lead, t.Cooperating, t.Source, t.State, t.ParentId, t.ReceivedOn, t.Combining, t.OwnQuarters, t.Totals, t.MeasuredBy, [.. t.Progress.Select(p => new Quarterly(p.Quarter, p.Choice, p.Value))]);

    public static Task<List<TaskView>> ReadAsync(PartyWorkDb db, IQueryable<WorkTask> tasks) => tasks
        .OrderBy(t => t.OrganizationId).ThenBy(t => t.No)
        .Select(t => new TaskView(t.Id, db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == t.Year).Select(f => f.Id).FirstOrDefault(),
            t.OrganizationId, t.Year, t.No, t.Category, t.Content, t.Measure, t.Target, t.Unit, t.Nodes, t.DueOn, t.ExtendedTo, t.Lead, t.Cooperating, t.Source, t.State,
            t.ParentId, t.ReceivedOn, t.Combining, t.OwnQuarters, t.Totals, t.MeasuredBy, t.Progress.Select(p => new Quarterly(p.Quarter, p.Choice, p.Value)).ToList())).ToListAsync();

    /// <summary>The same with what the figures say that measure some of them: today, of a year gone by on its last day.</summary>
    public static async Task<IReadOnlyList<TaskView>> MeasureAsync(PartyWorkDb db, OrgTree tree, IReadOnlyList<TaskView> tasks, DateOnly today) =>
        With(await TaskMeasures.ReadAsync(db, tree, tasks.Where(t => t.IsInForce).Select(t => new MeasuredTask(t.Id, t.OrganizationId, t.Year, t.MeasuredBy)), 4, today), tasks);

    public static IReadOnlyList<TaskView> With(IReadOnlyDictionary<int, MeasuredValue> measured, IEnumerable<TaskView> tasks) =>
        [.. tasks.Select(t => t.IsInForce && measured.TryGetValue(t.Id, out var value) ? t with { Measured = value } : t)];

    public sealed record Quarterly(int Quarter, ReportChoice Choice, int? Value);
}
