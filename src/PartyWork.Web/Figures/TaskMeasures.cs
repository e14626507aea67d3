using PartyWork.Domain;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>取数指标: tasks whose actual is a figure of the dictionary, so that what is in the registers is not typed once more.</summary>
public static class TaskMeasures
{
    /// <summary>The largest that four quarters still add up in whole hundredths.</summary>
    private const decimal Largest = 5_000_000;

    /// <summary>Numbers of one organisation that records add up to. A rate, a name, a parameter and what a batch or a plan counts measure no task of a year; nor does a yes or no, which has no unit.</summary>
    public static IReadOnlyList<Figure> Choice { get; } =
        [.. FigureDictionary.All.Where(f => f is { Facts: not null, Unit.Length: > 0, Time: FigureTime.Flow or FigureTime.Stock, Fold: FigureFold.Count or FigureFold.Sum or FigureFold.Distinct })];

    /// <summary>What the figures of these tasks of one year say: from 1 January to the quarter's last day, or to today. No command when none has a figure, else two.</summary>
    public static Task<IReadOnlyDictionary<int, MeasuredValue>> ReadAsync(PartyWorkDb db, OrgTree tree, IEnumerable<WorkTask> tasks, int quarter, DateOnly today) =>
        ReadAsync(db, tree, tasks.Select(t => new MeasuredTask(t.Id, t.OrganizationId, t.Year, t.MeasuredBy)), quarter, today);

    public static async Task<IReadOnlyDictionary<int, MeasuredValue>> ReadAsync(PartyWorkDb db, OrgTree tree, IEnumerable<MeasuredTask> tasks, int quarter, DateOnly today)
    {
        var measured = tasks.Where(t => t.MeasuredBy.Length > 0).Select(t => (Task: t, Figure: Find(t.MeasuredBy))).Where(t => t.Figure is not null).ToList();
        if (measured.Count == 0)
        {
            return new Dictionary<int, MeasuredValue>();
        }

        var period = PeriodOf(measured[0].Task.Year, quarter, today);
        var values = await FigureEvaluation.EvaluateAsync(db, tree, [.. measured.Select(t => t.Figure!).Distinct()], [.. measured.Select(t => t.Task.OrganizationId).Distinct()], period);
        return measured.ToDictionary(t => t.Task.Id, t => new MeasuredValue(t.Figure!.Key, t.Figure.Name, Hundredths(values[t.Figure.Key, t.Task.OrganizationId]), period.Cutoff));
    }

    /// <summary>The same without values, for reports that are handed in: their numbers stand in their rows, and what the records say since is a link away.</summary>
    public static IReadOnlyDictionary<int, MeasuredValue> Named(IEnumerable<WorkTask> tasks, int quarter) => tasks.Where(t => t.MeasuredBy.Length > 0)
        .ToDictionary(t => t.Id, t => new MeasuredValue(t.MeasuredBy, Find(t.MeasuredBy)?.Name ?? t.MeasuredBy, null, Quarter.LastDay(t.Year, quarter)));

    public static Figure? Find(string key) => Choice.FirstOrDefault(f => f.Key == key);

    private static Period PeriodOf(int year, int quarter, DateOnly today)
    {
        var last = Quarter.LastDay(year, quarter);
        return Period.To(today < last && today.Year == year ? today : last);
    }

    private static int? Hundredths(FigureValue value) => value is { NotRecorded: false, Number: { } number }
        ? (int)Math.Round(Math.Min(number, Largest) * Quantity.One, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A task as its figure needs it.</summary>
/// <param name="MeasuredBy">取数指标, or empty.</param>
public sealed record MeasuredTask(int Id, int OrganizationId, int Year, string MeasuredBy);
