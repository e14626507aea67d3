using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Documents.AnnualReports;

/// <summary>A task that was to be done and is not.</summary>
public sealed record OpenTask(int OrganizationId, int ListsId, int No);

/// <summary>谋划对照: one item that last year's report planned for this one, and what came of it.</summary>
/// <param name="Target">As it is printed; of an item without a number 定性.</param>
/// <param name="Result">What the figure is, or how many of the tasks made of it are done.</param>
/// <param name="PointId">The key point that it became; null when that was deleted.</param>
/// <param name="Open">Of the tasks not done the first few.</param>
/// <param name="OpenCount">How many are not done.</param>
public sealed record PlanResult(int No, PlanBlock Block, string Goal, string Measures, string Target, string Result, PlanStanding Standing, int? PointId, int? PointNo, Figure? Figure, IReadOnlyList<OpenTask> Open, int OpenCount)
{
    /// <summary>What the standing goes by. Who reads a target beside a number of tasks must not take one for the measure of the other.</summary>
    public string Measure => Figure is null ? "按任务" : "按指标";
}

/// <summary>
/// Plan beside result: the way from the plan item to its key point, the clauses made of that, and the tasks whose source names the clause. An item with a
/// figure and a target is measured by the figure, any other by its tasks.
/// </summary>
public static class PlanResults
{
    private const int MostOpen = 5;

    public static async Task<IReadOnlyList<PlanResult>> ReadAsync(PartyWorkDb db, OrgTree tree, AnnualReport report)
    {
        var items = await db.NextPlanItems.Where(i => i.Year == report.Year - 1 && i.State == PlanItemState.Accepted)
            .LeftJoin(db.KeyPoints.Where(p => p.DerivedFromId != null), i => (int?)i.Id, p => p.DerivedFromId, (i, p) => new { Item = i, Point = p }).OrderBy(x => x.Item.No).AsNoTracking().ToListAsync();
        if (items.Count == 0)
        {
            return [];
        }

        var planned = items.Where(x => x.Point?.Objective.Target is not null).Select(x => FigureDictionary.Find(x.Item.FigureKey)).OfType<Figure>().Distinct().ToList();
        var (district, values) = (tree.District!.Id, await FigureEvaluation.EvaluateAsync(db, tree, planned, [tree.District!.Id], Period.To(report.Cutoff)));
        var tasks = await TasksAsync(db, report.Year, [.. items.Select(x => x.Point?.Id).OfType<int>()]);
        return [.. items.Select(x => x.Point is { Objective: { Target: { } target } objective } && FigureDictionary.Find(x.Item.FigureKey) is { } figure
            ? Of(x.Item, x.Point, objective.TargetText, values[figure.Key, district].PrintWithUnit(), PlanStandings.Of(values[figure.Key, district].Number, target / (decimal)Quantity.One, objective.DueOn <= report.Cutoff), figure, [], 0)
            : Of(x.Item, x.Point, [.. tasks[x.Point?.Id ?? 0]], report.Cutoff))];
    }

    /// <summary>Whatever is planned in words or by each organisation for itself has come true when all tasks made of it are done.</summary>
    private static PlanResult Of(NextPlanItem item, KeyPoint? point, IReadOnlyList<PointTask> tasks, DateOnly cutoff)
    {
        var open = tasks.Where(t => !t.IsDoneBy(cutoff)).ToList();
        var isDue = point?.Objective.DueOn <= cutoff && open.Any(t => t.Due is null || t.Due <= cutoff);
        var standing = PlanStandings.Of(tasks.Count == 0 ? null : tasks.Count - open.Count, tasks.Count, isDue);
        return Of(item, point, point?.Objective.TargetText ?? "—", tasks.Count == 0 ? "没有落为任务" : $"落成{tasks.Count}项任务，完成{tasks.Count - open.Count}项", standing, null, [.. open.Take(MostOpen).Select(t => new OpenTask(t.OrganizationId, t.ListsId, t.No))], open.Count);
    }

    private static PlanResult Of(NextPlanItem item, KeyPoint? point, string target, string result, PlanStanding standing, Figure? figure, IReadOnlyList<OpenTask> open, int openCount) =>
        new(item.No, item.Block, item.Goal, item.Measures, target, result, standing, point?.Id, point?.No, figure, open, openCount);

    /// <summary>The year's tasks by key point; a task's source names clauses of its own organisation's agreement.</summary>
    private static async Task<ILookup<int, PointTask>> TasksAsync(PartyWorkDb db, int year, int[] points)
    {
        var clauses = (await db.AgreementClauses.Where(c => c.Year == year)
            .Join(db.TemplateClauses.Where(t => t.KeyPointId != null && points.Contains(t.KeyPointId.Value)), c => c.TemplateClauseId, t => t.Id, (c, t) => new { Point = t.KeyPointId!.Value, c.OrganizationId, c.No }).ToListAsync())
            .ToLookup(c => (c.OrganizationId, c.No), c => c.Point);
        var tasks = clauses.Count == 0 ? [] : await db.WorkTasks.Where(t => t.Year == year && t.Source.Contains("责任书"))
            .OrderBy(t => t.OrganizationId).ThenBy(t => t.No)
            .Select(t => new PointTask(t.OrganizationId, db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == year).Select(f => f.Id).FirstOrDefault(), t.No, t.Source, t.State, t.ClaimedOn, t.ExtendedTo ?? t.DueOn)).ToListAsync();
        return (from t in tasks where ClauseTasks.Answers(t.State) from no in ChineseNumber.Clauses(t.Source).Distinct() from point in clauses[(t.OrganizationId, no)] select (point, t)).Distinct().ToLookup(x => x.point, x => x.t);
    }

    private sealed record PointTask(int OrganizationId, int ListsId, int No, string Source, TaskState State, DateOnly? ClaimedOn, DateOnly? Due)
    {
        /// <summary>As the figure of completed tasks has it: accepted by the superior, on the day on which it was claimed.</summary>
        public bool IsDoneBy(DateOnly day) => State is TaskState.Done && ClaimedOn <= day;
    }
}
