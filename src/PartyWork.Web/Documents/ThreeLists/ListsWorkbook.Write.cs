using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Documents.ThreeLists;

public static partial class ListsWorkbook
{
    /// <summary>Writes the workbook that <see cref="Read"/> reads back as the same rows.</summary>
    public static byte[] Write(
        string organizationName, int year, IReadOnlyList<ProblemRow> problems, IReadOnlyList<TaskRow> tasks, IReadOnlyList<DutyRow> duties)
    {
        return SheetWriter.Write(
            new SheetLayout(ProblemSheet, Title(ProblemSheet), ProblemColumns, [.. problems.Select(Cells)])
            {
                SecondLine = [$"填报单位：{organizationName}", "填报日期：        年    月    日"],
                Notes = ["注：1.问题表述要具体到事；2.“长期”问题须有本年度目标。"],
            },
            new SheetLayout(TaskSheet, Title(TaskSheet), TaskColumns, [.. tasks.Select(Cells)])
            {
                Notes = ["填表人：                联系电话：                书记（签字）："],
            },
            new SheetLayout(DutySheet, Title(DutySheet), DutyColumns, [.. duties.Select(Cells)]));

        string Title(string list) => $"{organizationName}{year}年度党建工作{list}";
    }

    private static object?[] Cells(ProblemRow row) =>
    [
        Number(row.No), row.Source?.Text(), row.Statement, row.Nature?.Text(), row.Cause, row.Goal,
        row.Deadline is { On: { } day } ? day : row.Deadline?.ToString(), row.Leader, row.Owner, References(row.Tasks),
    ];

    private static object?[] Cells(TaskRow row)
    {
        return
        [
            Number(row.No), row.Category, row.Content, row.Measure is TaskMeasure.None ? Qualitative : Amount(row.Target), row.Unit,
            Amount(row.Nodes?.First), Amount(row.Nodes?.Second), Amount(row.Nodes?.Third), Amount(row.Nodes?.Fourth),
            row.DueOn, row.Lead, row.Cooperating, row.Source,
        ];

        object? Amount(int? hundredths) => row.Measure is TaskMeasure.Rate && hundredths is { } rate ? Quantity.Print(rate) + "%" : hundredths;
    }

    private static object?[] Cells(DutyRow row) =>
        [row.PostTitle, row.Holder, row.Character, row.Content, References(row.Tasks), row.Frequency, row.Deadline];

    private static object? Number(int? no) => no * Quantity.One;

    private static string? References(IReadOnlyList<int>? tasks) => tasks is null ? null : string.Join("、", tasks.Select(t => $"{TaskWord}{t}"));
}
