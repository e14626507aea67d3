using System.ComponentModel;
using System.Globalization;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Reports;

/// <summary>The one choice per row of a quarterly report.</summary>
public enum ReportChoice
{
    [Description("正常推进")] Normal = 1,
    [Description("已完成")] Done = 2,
    [Description("滞后")] Behind = 3,
}

/// <summary>由指标自动取数: what a figure says the task has reached since 1 January, on the quarter's last day or today.</summary>
/// <param name="Key">Of the figure.</param>
/// <param name="Figure">Its name, as the reader knows it.</param>
/// <param name="Reached">Hundredths; null for 未记录, which is not 0.</param>
public sealed record MeasuredValue(string Key, string Figure, int? Reached, DateOnly Cutoff);

/// <summary>One task as a quarter's report asks for it, with what was reached before.</summary>
/// <param name="Prior">Reached up to the quarter before, in hundredths; null when nothing was reported.</param>
/// <param name="Total">What the shares of a task handed down reached in the quarter; null for a task that is answered here.</param>
/// <param name="LastValue">What the last quarter's report said for that quarter alone.</param>
public sealed record ReportLine(
    int TaskId, int No, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes, DateOnly? Due,
    TaskState State, int Year, int Quarter, int? Prior, int? LastValue, ReportChoice? LastChoice, ShareTotal? Total = null)
{
    /// <summary>滞后原因, to choose from.</summary>
    public static readonly IReadOnlyList<string> Causes = ["人员调整", "资金未到位", "多部门协调", "施工条件所限", "群众意见不一", "上级安排变动", "其他"];

    /// <summary>A value so many times the last one is asked about, not refused.</summary>
    public const int JumpFactor = 3;

    /// <summary>100%.</summary>
    private const int WholeRate = 100 * Quantity.One;

    /// <summary>What is counted by the piece.</summary>
    private const string WholeUnits = "次户人名个场";

    /// <summary>The evidence that the task asks for and does not have yet; only 已完成 waits for it.</summary>
    public EvidenceDemand Demand { get; init; } = EvidenceDemand.None;

    /// <summary>What the task's figure says; null for a task that has none.</summary>
    public MeasuredValue? Measured { get; init; }

    /// <summary>The number comes from the children's shares or from a figure, and nobody types it.</summary>
    public bool IsComputed => Total is not null || Measured is not null;

    public string Key => $"T{TaskId}";

    /// <summary>The task that a row's key names; 0, which is no task's, where it names none.</summary>
    public static int TaskOf(string key) => key is ['T', .. var id] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var task) ? task : 0;

    public string Label => $"任务{No} {Content}";
    public int? Node => Nodes[Quarter];

    /// <summary>Must be answered: a node falls in the quarter, the due day has come, or it was behind; the rest may be left as nothing new.</summary>
    public bool IsRequired => State is TaskState.InProgress or TaskState.DoneClaimed
        && (Node is not null || LastChoice is ReportChoice.Behind || Due <= Reports.Quarter.LastDay(Year, Quarter) || Quarter == 4);

    /// <summary>As the office writes a quantity of this task: 12件, 95%; empty where there is none.</summary>
    public string Print(int? hundredths) => hundredths is { } n ? Quantity.Print(n) + (Measure is TaskMeasure.Rate ? "%" : Unit) : "";

    /// <summary>What 按节点完成 enters: the quarter's node, or for a quarter without one nothing.</summary>
    public int? NodeValue => Measure is TaskMeasure.None || IsComputed ? null : Node;

    /// <summary>The quarter's number: typed; of a task handed down the shares' sum of now, of a measured one what its figure adds to the quarters before. Once handed in it is the number of that day.</summary>
    public int? ValueOf(FilingRow? row) => !IsComputed || row is { IsFrozen: true, ReturnReason: null } ? row?.Value : Total is null ? Added : Total.Accepted;

    /// <summary>What the figure says beyond the quarters before; below 0 when records that had been reported were withdrawn since.</summary>
    private int? Added => Measured?.Reached - (Prior ?? 0);

    public int? ReachedWith(int? value) => value is null ? Prior : Measure is TaskMeasure.Rate ? value : (Prior ?? 0) + value;

    /// <summary>Of a task that is handed down in words: how many children have finished.</summary>
    public int FinishedWith(int? value) => ((Prior ?? 0) + (value ?? 0)) / Quantity.One;

    /// <summary>Handed down in words, and not all children have finished: to call it done wants a reason.</summary>
    public bool IsUnfinishedBelow(FilingRow? row) => Measure is TaskMeasure.None && Total is not null && FinishedWith(ValueOf(row)) < Total.Children;

    /// <summary>The status that the numbers speak for; null where there are none.</summary>
    public ReportChoice? Propose(int? value)
    {
        if (Measure is TaskMeasure.None && Total is not null)
        {
            return FinishedWith(value) >= Total.Children && Total.Children > 0 ? ReportChoice.Done : null;
        }

        if (Measure is TaskMeasure.None || value is null)
        {
            return null;
        }

        var reached = ReachedWith(value);
        return reached >= Target ? ReportChoice.Done
            : reached >= (Nodes.UpTo(Quarter, Measure) ?? 0) ? ReportChoice.Normal
            : ReportChoice.Behind;
    }

    /// <summary>
    /// What the figure says of a line that nobody has answered: it is not owed by anybody. Null where a person must speak: of a delay, of what is not recorded,
    /// and of evidence that is still missing.
    /// </summary>
    internal ReportChoice? Concluded(FilingRow? row) =>
        row is { Answer: not Answer.Unanswered } || Added is null ? null
        : Propose(ValueOf(row)) switch { ReportChoice.Normal => ReportChoice.Normal, ReportChoice.Done when Demand.Kind is null => ReportChoice.Done, _ => null };

    /// <summary>A corrected number takes along the choice that the old number spoke for; a choice of the clerk's own, or with a reason, stays.</summary>
    public int? ChoiceAfter(FilingRow? stored, int? value, int? chosen, string reason) =>
        stored is { Answer: Answer.Value, Choice: { } old } && old == chosen && reason.Length == 0 && value != stored.Value && (int?)Propose(stored.Value) == old && Propose(value) is { } follows ? (int)follows : chosen;

    /// <summary>What is still missing before this row can be submitted; empty when it is complete.</summary>
    public IEnumerable<string> Check(FilingRow? row)
    {
        if (row is null || row.Answer is Answer.Unanswered)
        {
            if (IsRequired && Concluded(row) is null)
            {
                yield return Added is not null && Propose(ValueOf(row)) is { } needed
                    ? $"任务{No}由指标“{Measured!.Figure}”自动取数，按数字为“{needed.Text()}”：请选“{needed.Text()}”并写明情况。"
                    : $"任务{No}还没有选择本季情况。";
            }

            yield break;
        }

        if (row.Answer is Answer.Nil)
        {
            if (Total?.Accepted > 0)
            {
                yield return $"任务{No}由下级汇总，本季已有{Quantity.Print(Total.Accepted.Value)}{(Measure is TaskMeasure.Rate ? "%" : Unit)}，不能选“本季无此项”。";
            }
            else if (Added > 0)
            {
                yield return $"任务{No}由指标“{Measured!.Figure}”自动取数，本季已有{Print(Added)}，不能选“本季无此项”。";
            }
            else if (IsRequired && Node is not null && row.Words.Length == 0)
            {
                yield return $"任务{No}本季有节点（{Quantity.Print(Node.Value)}{(Measure is TaskMeasure.Rate ? "%" : Unit)}），选“本季无此项”请说明原因。";
            }

            yield break;
        }

        var choice = (ReportChoice?)row.Choice;
        if (choice is null)
        {
            yield return $"任务{No}还没有选择本季情况。";
            yield break;
        }

        if (Measured is { } measured && ValueOf(row) is null && row.Words.Length == 0)
        {
            yield return $"任务{No}由指标“{measured.Figure}”自动取数，现为未记录（不等于0）：请先在登记簿补记，或用一句话写明情况。";
        }

        if (Measure is not TaskMeasure.None && Node is not null && !IsComputed && row.Value is null)
        {
            yield return $"任务{No}请填写本季实际完成数；没有完成的填0。";
        }

        if (Propose(ValueOf(row)) is { } proposed && proposed != choice && row.ChoiceReason.Length == 0)
        {
            yield return $"任务{No}按数字应为“{proposed.Text()}”：请改选“{proposed.Text()}”，或说明为什么仍报“{choice.Value.Text()}”。";
        }

        if (choice is ReportChoice.Done && IsUnfinishedBelow(row) && row.ChoiceReason.Length == 0)
        {
            yield return $"任务{No}分解给{Total!.Children}个下级，已完成并审核通过的{FinishedWith(ValueOf(row))}个，选“已完成”请说明理由。";
        }

        if (choice is ReportChoice.Done or ReportChoice.Behind && row.Words.Length == 0 && (Measured is null || ValueOf(row) is not null))
        {
            yield return choice is ReportChoice.Done ? $"任务{No}选“已完成”，请用一句话写明完成情况。" : $"任务{No}选“滞后”，请写明目前进展。";
        }

        if (choice is ReportChoice.Done && Demand.Kind is { } kind)
        {
            yield return $"任务{No}选“已完成”需附{kind.Text()}佐证（{Demand.Reason}），请先附上。";
        }

        if (choice is ReportChoice.Behind && (row.Cause.Length == 0 || row.NextStep.Length == 0))
        {
            yield return $"任务{No}选“滞后”，请选择滞后原因并填写下步措施。";
        }
    }

    /// <summary>Worth a second look, but no reason to hold the report.</summary>
    public IEnumerable<string> Advise(FilingRow? row)
    {
        if (row?.Value is not { } value)
        {
            yield break;
        }

        if (LastValue is > 0 and var last && value > last * JumpFactor)
        {
            yield return $"任务{No}本季{Print(value)}，超过上季（{Print(last)}）的{JumpFactor}倍，请核对。";
        }

        if (Measure is TaskMeasure.Rate && value > WholeRate)
        {
            yield return $"任务{No}本季{Print(value)}，超过100%，请核对。";
        }

        if (Measure is TaskMeasure.Count && Unit.Length == 1 && WholeUnits.Contains(Unit, StringComparison.Ordinal) && value % Quantity.One != 0)
        {
            yield return $"任务{No}本季{Print(value)}，按“{Unit}”计的数一般没有小数，请核对。";
        }
    }
}
