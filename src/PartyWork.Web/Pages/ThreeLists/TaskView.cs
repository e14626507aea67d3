using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>A task as lists show it, with what its colour and its bar need; one SQL command for all.</summary>
public sealed record TaskView(
    int OrganizationId, int Year, int No, string Category, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes,
    DateOnly? DueOn, DateOnly? ExtendedTo, Responsible Lead, string Cooperating, string Source, TaskState State, List<TaskView.Quarterly> Progress)
{
    public DateOnly? Due => ExtendedTo ?? DueOn;

    public int? Actual => WorkTask.Actual(Progress.Select(p => (p.Quarter, p.Value)), Measure);

    public TaskLight Light(DateOnly today) =>
        WorkTask.LightOf(new LightFacts(State, Year, Measure, Nodes, Due, [.. Progress.Select(p => (p.Quarter, p.Choice, p.Value))]), today);

    public static Task<List<TaskView>> ReadAsync(IQueryable<WorkTask> tasks) => tasks.OrderBy(t => t.OrganizationId).ThenBy(t => t.No)
        .Select(t => new TaskView(t.OrganizationId, t.Year, t.No, t.Category, t.Content, t.Measure, t.Target, t.Unit, t.Nodes, t.DueOn, t.ExtendedTo, t.Lead, t.Cooperating, t.Source, t.State,
            t.Progress.Select(p => new Quarterly(p.Quarter, p.Choice, p.Value)).ToList())).ToListAsync();

    public sealed record Quarterly(int Quarter, ReportChoice Choice, int? Value);
}
