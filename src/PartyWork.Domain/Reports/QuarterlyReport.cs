using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Reports;

/// <summary>季度报告: the filing that says how far each task is. Its rows are the facts; a task's progress is a view of them.</summary>
/// <param name="tasks">The year's tasks of the organisation, with progress and, before it is handed over, with their evidence.</param>
/// <param name="measured">Task → what its figure says. A measured task that is not in it reads 未记录: it is never typed.</param>
public sealed class QuarterlyReport(Filing filing, IReadOnlyList<WorkTask> tasks, IReadOnlyDictionary<int, MeasuredValue>? measured = null)
{
    /// <summary>The tasks that this quarter asks for, in order.</summary>
    public IReadOnlyList<ReportLine> Lines =>
        [.. tasks.Where(t => t.IsInForce)
            .Where(t => t.State is not TaskState.Done || filing.Rows.Any(r => r.Key == $"T{t.Id}"))
            .OrderBy(t => t.No).Select(Line)];

    /// <summary>What is still missing, each beside the task that it is missing of.</summary>
    public IReadOnlyList<(ReportLine Line, string Sentence)> Missing => [.. Lines.SelectMany(l => l.Check(Row(l)).Select(sentence => (l, sentence)))];

    public IReadOnlyList<string> Findings => [.. Missing.Select(m => m.Sentence)];

    public FilingRow? Row(ReportLine line) => filing.Rows.SingleOrDefault(r => r.Key == line.Key);

    /// <summary>What stands with the task's line of this quarter.</summary>
    public IReadOnlyList<EvidenceUse> Evidence(ReportLine line) =>
        [.. tasks.Single(t => t.Id == line.TaskId).Evidence.Where(u => u.Quarter == filing.Period)];

    /// <summary>报书记 by the clerk, once nothing is missing.</summary>
    public void Prepare(Actor clerk, DateTime now)
    {
        RequireComplete();
        TakeNumbers();
        filing.Prepare(clerk, now);
    }

    public void Confirm(Actor secretary, DateTime now)
    {
        RequireComplete();
        TakeNumbers();
        filing.Confirm(secretary, now);
        Carry(secretary, now);
    }

    public void SignOffline(Actor clerk, DateOnly signedOn, DateTime now)
    {
        RequireComplete();
        TakeNumbers();
        filing.SignOffline(clerk, signedOn, now);
        Carry(clerk, now);
    }

    /// <summary>Accepting the report also verifies the tasks it claims to be done: the verifier is never the filer.</summary>
    public void Accept(Actor reviewer, DateTime now)
    {
        filing.Accept(reviewer, now);
        foreach (var (task, row) in Reported().Where(r => (ReportChoice?)r.Row.Choice is ReportChoice.Done && r.Row.Answer is Answer.Value))
        {
            task.AcceptDone();
        }
    }

    /// <summary>由下级汇总, 由指标取数: what is handed over carries the sum or figure of this moment, never a typed one.</summary>
    private void TakeNumbers()
    {
        foreach (var line in Lines.Where(l => l.IsComputed))
        {
            if (Row(line) is { Answer: Answer.Value } row)
            {
                row.Take(line.ValueOf(row));
            }
        }
    }

    private void Carry(Actor actor, DateTime now)
    {
        foreach (var (task, row) in Reported().Where(r => r.Task.IsInForce))
        {
            row.RaiseRequest(filing, task.Id, actor, now);
            task.SubmitEvidence(filing.Period);
            if (row.Answer is Answer.Value)
            {
                task.Report(filing.Period, (ReportChoice)row.Choice!.Value, row.Value, OfficeTime.DayOf(now));
            }
            else
            {
                task.Withdraw(filing.Period);
            }
        }
    }

    private IEnumerable<(WorkTask Task, FilingRow Row)> Reported() =>
        tasks.Join(filing.Rows, t => $"T{t.Id}", r => r.Key, (t, r) => (t, r));

    private ReportLine Line(WorkTask task)
    {
        var last = task.Progress.Where(p => p.Quarter < filing.Period).OrderBy(p => p.Quarter).LastOrDefault();
        return new ReportLine(task.Id, task.No, task.Content, task.Measure, task.Target, task.Unit, task.Nodes, task.EffectiveDue,
            task.State, task.Year, filing.Period, filing.Period == 1 ? null : task.ActualUpTo(filing.Period - 1), last?.Value, last?.Choice,
            filing.Period > task.OwnQuarters ? task.Totals?[filing.Period] : null)
        {
            Measured = task.MeasuredBy.Length == 0 ? null : measured?.GetValueOrDefault(task.Id) ?? new(task.MeasuredBy, task.MeasuredBy, null, Quarter.LastDay(task.Year, filing.Period)),
            Demand = task.HasWhatItDemands ? EvidenceDemand.None : task.Demand,
        };
    }

    private void RequireComplete()
    {
        var findings = Findings;
        Rule.Require(findings.Count == 0, "还不能报送：" + string.Join("", findings));
    }
}
