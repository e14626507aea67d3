using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Reports;

/// <summary>季度报告: the filing that says how far each task is. Its rows are the facts; a task's progress is a view of them.</summary>
/// <param name="tasks">The year's tasks of the organisation, with progress and, before it is handed over, with their evidence.</param>
/// <param name="measured">Task → what its figure says. A measured task that is not in it reads 未记录: it is never typed.</param>
public sealed class QuarterlyReport(Filing filing, IReadOnlyList<WorkTask> tasks, IReadOnlyDictionary<int, MeasuredValue>? measured = null) : FiledForm(filing)
{
    /// <summary>The tasks that this quarter asks for, in order.</summary>
    public IReadOnlyList<ReportLine> Lines =>
        [.. tasks.Where(t => t.IsInForce)
            .Where(t => t.State is not TaskState.Done || Filing.Rows.Any(r => r.Key == $"T{t.Id}"))
            .OrderBy(t => t.No).Select(Line)];

    /// <summary>What is still missing, each beside the task that it is missing of.</summary>
    public IReadOnlyList<(ReportLine Line, string Sentence)> Missing => [.. Lines.SelectMany(l => l.Check(Row(l)).Select(sentence => (l, sentence)))];

    public IReadOnlyList<string> Findings => [.. Missing.Select(m => m.Sentence)];

    public FilingRow? Row(ReportLine line) => Filing.Rows.SingleOrDefault(r => r.Key == line.Key);

    /// <summary>What stands with the task's line of this quarter.</summary>
    public IReadOnlyList<EvidenceUse> Evidence(ReportLine line) =>
        [.. tasks.Single(t => t.Id == line.TaskId).Evidence.Where(u => u.Quarter == Filing.Period)];

    /// <summary>Accepting the report also verifies the tasks it claims to be done: the verifier is never the filer.</summary>
    public void Accept(Actor reviewer, DateTime now)
    {
        Filing.Accept(reviewer, now);
        foreach (var (task, row) in Reported().Where(r => (ReportChoice?)r.Row.Choice is ReportChoice.Done && r.Row.Answer is Answer.Value))
        {
            task.AcceptDone();
        }
    }

    /// <summary>由下级汇总, 由指标取数: what is handed over carries the sum or figure of this moment, never a typed one.</summary>
    protected override void Complete(DateTime now)
    {
        var findings = Findings;
        Rule.Require(findings.Count == 0, "还不能报送：" + string.Join("", findings));
        foreach (var line in Lines.Where(l => l.IsComputed))
        {
            if (Row(line) is { Answer: Answer.Value } row)
            {
                row.Take(line.ValueOf(row));
            }
        }
    }

    protected override void Conclude()
    {
        foreach (var line in Lines.Where(l => Filing.Stage is not FilingStage.Returned || Row(l)?.ReturnReason is not null))
        {
            if (line.Concluded(Row(line)) is { } concluded)
            {
                Filing.TakeDown(line.Key, line.Label).Fill(Answer.Value, (int)concluded, line.ValueOf(null),
                    $"由指标“{line.Measured!.Figure}”自动取数，截至{line.Measured.Cutoff:yyyy年M月d日}累计{line.Print(line.Measured.Reached)}。");
            }
        }
    }

    protected override void HandedOver(Actor by, DateTime now)
    {
        foreach (var (task, row) in Reported().Where(r => r.Task.IsInForce))
        {
            row.RaiseRequest(Filing, task.Id, row.Label, by, now);
            task.SubmitEvidence(Filing.Period);
            if (row.Answer is Answer.Value)
            {
                task.Report(Filing.Period, (ReportChoice)row.Choice!.Value, row.Value, OfficeTime.DayOf(now));
            }
            else
            {
                task.Withdraw(Filing.Period);
            }
        }
    }

    private IEnumerable<(WorkTask Task, FilingRow Row)> Reported() =>
        tasks.Join(Filing.Rows, t => $"T{t.Id}", r => r.Key, (t, r) => (t, r));

    private ReportLine Line(WorkTask task)
    {
        var last = task.Progress.Where(p => p.Quarter < Filing.Period).OrderBy(p => p.Quarter).LastOrDefault();
        return new ReportLine(task.Id, task.No, task.Content, task.Measure, task.Target, task.Unit, task.Nodes, task.EffectiveDue,
            task.State, task.Year, Filing.Period, Filing.Period == 1 ? null : task.ActualUpTo(Filing.Period - 1), last?.Value, last?.Choice,
            Filing.Period > task.OwnQuarters ? task.Totals?[Filing.Period] : null)
        {
            Measured = task.MeasuredBy.Length == 0 ? null : measured?.GetValueOrDefault(task.Id) ?? new(task.MeasuredBy, task.MeasuredBy, null, Quarter.LastDay(task.Year, Filing.Period)),
            Demand = task.HasWhatItDemands ? EvidenceDemand.None : task.Demand,
        };
    }
}
