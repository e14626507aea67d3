using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Documents.ThreeLists;

/// <summary>三张清单 of one organisation as its workbook says them. In every row null means blank or no such column: leave unchanged.</summary>
/// <param name="Year">From the title.</param>
/// <param name="Findings">What was not understood; that cell is null in its row.</param>
/// <param name="Skipped">Lines that are no data: notes, signatures, sheets of another purpose.</param>
public sealed record ListsFile(
    string? OrganizationName, int? Year, IReadOnlyList<ProblemRow> Problems, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<DutyRow> Duties,
    IReadOnlyList<CellFinding> Findings, IReadOnlyList<SkippedRow> Skipped);

/// <param name="Row">Row number in the sheet.</param>
/// <param name="Tasks">序号 of the tasks that answer the problem.</param>
public sealed record ProblemRow(
    int Row, int? No, ProblemSource? Source, string? Statement, ProblemNature? Nature, string? Cause, string? Goal, Deadline? Deadline,
    string? Leader, string? Owner, IReadOnlyList<int>? Tasks);

/// <param name="Target">In hundredths; null for a task without a number (定性).</param>
/// <param name="Nodes">The four quarters together: null when all are blank.</param>
public sealed record TaskRow(
    int Row, int? No, string? Category, string? Content, TaskMeasure? Measure, int? Target, string? Unit, QuarterNodes? Nodes, DateOnly? DueOn,
    string? Lead, string? Cooperating, string? Source);

/// <param name="No">Running number of the lines: the sheet has none of its own.</param>
public sealed record DutyRow(
    int Row, int No, string? PostTitle, string? Holder, string? Character, string? Content, IReadOnlyList<int>? Tasks, string? Frequency, string? Deadline);

public sealed record SkippedRow(string Sheet, int Row, string Text);
