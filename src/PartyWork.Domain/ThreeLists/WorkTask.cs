using System.ComponentModel;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Reports;

namespace PartyWork.Domain.ThreeLists;

public enum TaskState
{
    [Description("拟列入")] Draft = 1,
    [Description("推进中")] InProgress,
    [Description("待核实完成")] DoneClaimed,
    [Description("已完成")] Done,
    [Description("已取消")] Cancelled,
    [Description("结转下年")] CarriedOver,
}

public enum TaskMeasure
{
    [Description("数量")] Count = 1,
    [Description("比率")] Rate,
    [Description("定性")] None,
}

/// <summary>The computed colour, never chosen; the word stands beside the dot.</summary>
public enum TaskLight
{
    [Description("未开始")] White,
    [Description("正常")] Green,
    [Description("节点滞后")] Yellow,
    [Description("逾期")] Red,
    [Description("完成")] Blue,
    [Description("取消")] Grey,
}

/// <summary>季度节点 in hundredths: increments for counts, levels reached for rates; null where the quarter has none.</summary>
public sealed record QuarterNodes(int? First, int? Second, int? Third, int? Fourth)
{
    public int? this[int quarter] => quarter switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        4 => Fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(quarter)),
    };

    public bool Any => First is not null || Second is not null || Third is not null || Fourth is not null;

    /// <summary>What should be reached by the end of the quarter; null when no node has come yet.</summary>
    public int? UpTo(int quarter, TaskMeasure measure)
    {
        var nodes = Enumerable.Range(1, quarter).Select(q => this[q]).Where(n => n is not null).ToList();
        return nodes.Count == 0 ? null : measure is TaskMeasure.Rate ? nodes[^1] : nodes.Sum();
    }
}

/// <summary>任务清单的一行: something countable, one lead, a day.</summary>
public sealed class WorkTask : IBelongToOrganization, IAudited
{
    public const int ContentMaxLength = 300, CategoryMaxLength = 30, UnitMaxLength = 20, TextMaxLength = 200;

    /// <summary>A missed node is yellow for so many days, then red.</summary>
    public const int YellowDays = 15;

    private readonly List<TaskProgress> _progress = [];
    private readonly List<Problem> _problems = [];
    private readonly List<EvidenceUse> _evidence = [];

    public WorkTask(int organizationId, int year, int no, TaskText text)
    {
        (OrganizationId, Year, No, State) = (organizationId, year, no, TaskState.Draft);
        Write(text);
    }

    private WorkTask() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }

    /// <summary>序号 within organisation and year: the key of the Excel round trip.</summary>
    public int No { get; private set; }
    public string Category { get; private set; } = "";
    public string Content { get; private set; } = "";
    public TaskMeasure Measure { get; private set; }

    /// <summary>目标值 in hundredths; for rates in hundredths of a percent point. Null for a task without a number.</summary>
    public int? Target { get; private set; }
    public string Unit { get; private set; } = "";
    public QuarterNodes Nodes { get; private set; } = new(null, null, null, null);
    public DateOnly? DueOn { get; private set; }
    public Responsible Lead { get; private set; } = Responsible.Nobody;
    public string Cooperating { get; private set; } = "";

    /// <summary>来源 as written: 问题4；责任书第三条.</summary>
    public string Source { get; private set; } = "";
    public EvidenceDemand Demand { get; private set; } = EvidenceDemand.None;
    public TaskState State { get; private set; }
    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>The day on which completion was claimed; the task counts from then, not from the acceptance.</summary>
    public DateOnly? ClaimedOn { get; private set; }
    public int? CarriedFromId { get; private set; }

    /// <summary>The colour as last reckoned, kept so that lists can choose and figures count by it; <see cref="LightOn"/> is what it is worked out from.</summary>
    public TaskLight Light { get; private set; }

    /// <summary>The last day on which <see cref="Light"/> holds if nothing is reported; null when the clock alone will never change it.</summary>
    public DateOnly? LightUntil { get; private set; }
    public IReadOnlyList<TaskProgress> Progress => _progress;
    public IReadOnlyList<Problem> Problems => _problems;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    bool IAudited.IsRecorded => State is not TaskState.Draft;

    public DateOnly? EffectiveDue => ExtendedTo ?? DueOn;

    /// <summary>Done, claimed done, cancelled or carried over: nothing more is owed this year.</summary>
    public bool IsFinished => State is TaskState.Done or TaskState.DoneClaimed or TaskState.Cancelled or TaskState.CarriedOver;

    /// <summary>Filed, and neither cancelled nor carried over: reports may speak of it.</summary>
    public bool IsInForce => State is not (TaskState.Draft or TaskState.Cancelled or TaskState.CarriedOver);

    public TaskText Text => new(Category, Content, Measure, Target, Unit, Nodes, DueOn, Lead, Cooperating, Source) { Demand = Demand };

    /// <summary>Nothing is asked for, or something of the kind asked for stands with the task or one of its quarters; evidence must be loaded.</summary>
    public bool HasWhatItDemands => Demand.Kind is null || _evidence.Any(u => u.Item.Kind == Demand.Kind && !u.Item.IsWithdrawn);

    public void Write(TaskText text)
    {
        Rule.Require(State is TaskState.Draft, "清单已备案，任务变更请提出申请，由上级批准。");
        Check(text);
        (Category, Content, Measure, Target, Unit, Nodes, DueOn, Lead, Cooperating, Source, Demand) =
            (text.Category, text.Content, text.Measure, text.Target, text.Unit, text.Nodes, text.DueOn, text.Lead, text.Cooperating, text.Source, text.Demand);
    }

    /// <summary>附佐证 to the task, or to its line of a quarter.</summary>
    /// <param name="quarter">1–4, or 0 for the task as a whole.</param>
    public EvidenceUse Attach(EvidenceItem item, int quarter, Actor by, DateTime at)
    {
        Rule.Require(IsInForce, $"任务{No}不在执行中，不能附佐证。");
        var use = new EvidenceUse(item, OrganizationId, _evidence.Where(u => u.Quarter == quarter), by, at) { Task = this, Quarter = quarter };
        _evidence.Add(use);
        return use;
    }

    /// <summary>The report went up: what stands with its quarter stays there.</summary>
    internal void SubmitEvidence(int quarter)
    {
        foreach (var use in _evidence.Where(u => u.Quarter == quarter))
        {
            use.Submit();
        }
    }

    /// <summary>What a report says about a quarter; a later report of the same quarter replaces it.</summary>
    public void Report(int quarter, ReportChoice choice, int? value, DateOnly on)
    {
        Rule.Require(IsInForce, $"任务{No}不在执行中，不能填报进展。");
        var progress = _progress.SingleOrDefault(p => p.Quarter == quarter);
        if (progress is null)
        {
            progress = new TaskProgress(OrganizationId, quarter);
            _progress.Add(progress);
        }

        progress.Set(choice, value, on);
        if (choice is ReportChoice.Done && State is TaskState.InProgress)
        {
            (State, ClaimedOn) = (TaskState.DoneClaimed, on);
        }
        else if (choice is not ReportChoice.Done && State is TaskState.DoneClaimed)
        {
            (State, ClaimedOn) = (TaskState.InProgress, null);
        }
    }

    /// <summary>The mended report has nothing to say about the quarter: what it said before no longer holds.</summary>
    public void Withdraw(int quarter)
    {
        if (_progress.RemoveAll(p => p.Quarter == quarter) > 0 && State is TaskState.DoneClaimed && _progress.All(p => p.Choice is not ReportChoice.Done))
        {
            (State, ClaimedOn) = (TaskState.InProgress, null);
        }
    }

    /// <summary>The superior accepted the report that claims it; the filer never does.</summary>
    public void AcceptDone()
    {
        if (State is TaskState.DoneClaimed)
        {
            State = TaskState.Done;
        }
    }

    /// <summary>What has been reached up to and including the quarter, in hundredths; null when nothing was ever reported.</summary>
    public int? ActualUpTo(int quarter) => Actual(_progress.Where(p => p.Quarter <= quarter).Select(p => (p.Quarter, p.Value)), Measure);

    public static int? Actual(IEnumerable<(int Quarter, int? Value)> progress, TaskMeasure measure)
    {
        var values = progress.Where(p => p.Value is not null).OrderBy(p => p.Quarter).Select(p => p.Value!.Value).ToList();
        return values.Count == 0 ? null : measure is TaskMeasure.Rate ? values[^1] : values.Sum();
    }

    public TaskLight LightOn(DateOnly today) => LightOf(new(State, Year, Measure, Nodes, EffectiveDue, [.. _progress.Select(p => (p.Quarter, p.Choice, p.Value))]), today);

    /// <summary>
    /// Blue done, grey cancelled, red past its day or a node missed for more than 15 days, yellow a node missed for up to 15 days.
    /// A quarter that nobody has reported yet is missed only 15 days after its end, when every window has closed.
    /// What a later quarter caught up is missed no more, with numbers or without.
    /// </summary>
    public static TaskLight LightOf(LightFacts task, DateOnly today)
    {
        switch (task.State)
        {
            case TaskState.Draft: return TaskLight.White;
            case TaskState.Done or TaskState.DoneClaimed: return TaskLight.Blue;
            case TaskState.Cancelled or TaskState.CarriedOver: return TaskLight.Grey;
        }

        if (today > task.Due)
        {
            return TaskLight.Red;
        }

        for (var quarter = 4; quarter >= 1; quarter--)
        {
            var missedFor = today.DayNumber - Quarter.LastDay(task.Year, quarter).DayNumber;
            var reported = task.Progress.Any(p => p.Quarter == quarter);
            if (missedFor <= 0 || task.Nodes[quarter] is null || (!reported && missedFor <= YellowDays))
            {
                continue;
            }

            var behind = task.Measure is TaskMeasure.None
                ? !task.Progress.Any(p => p.Quarter >= quarter && p.Choice is not ReportChoice.Behind)
                : (Actual(task.Progress.Where(p => p.Quarter <= 4).Select(p => (p.Quarter, p.Value)), task.Measure) ?? 0) < task.Nodes.UpTo(quarter, task.Measure);
            return !behind ? TaskLight.Green : missedFor <= YellowDays ? TaskLight.Yellow : TaskLight.Red;
        }

        return task.Progress.OrderBy(p => p.Quarter).LastOrDefault() is { Choice: ReportChoice.Behind } ? TaskLight.Yellow : TaskLight.Green;
    }

    /// <summary>The last day on which the colour of that day still holds if nothing more is reported; null when it will hold for good.</summary>
    public static DateOnly? LightHolds(LightFacts task, DateOnly today)
    {
        var light = LightOf(task, today);
        var ends = Enumerable.Range(1, 4).Select(quarter => Quarter.LastDay(task.Year, quarter)).ToList();
        return ends.Concat(ends.Select(end => end.AddDays(YellowDays))).Append(task.Due ?? DateOnly.MinValue)
            .Where(day => day >= today && LightOf(task, day.AddDays(1)) != light).Select(day => (DateOnly?)day).Min();
    }

    internal void File() => State = State is TaskState.Draft ? TaskState.InProgress : State;

    internal void Extend(DateOnly to) => ExtendedTo = to;

    internal void Cancel() => State = TaskState.Cancelled;

    internal void Amend(string content, int? target) => (Content, Target) = (content, target);

    /// <summary>结转: it goes on as a proposal in next year's list.</summary>
    public WorkTask CarryOver(int no)
    {
        Rule.Require(State is TaskState.InProgress, "只有未完成的任务可以结转。");
        State = TaskState.CarriedOver;
        var next = new WorkTask(OrganizationId, Year + 1, no, Text with { Nodes = new(null, null, null, null), DueOn = null, Lead = Lead })
        {
            CarriedFromId = Id,
        };
        return next;
    }

    private void Check(TaskText text)
    {
        Rule.Require(text.Content.Length is > 0 and <= ContentMaxLength, $"任务{No}：请填写任务内容，不超过{ContentMaxLength}字。");
        Rule.Require(text.Category.Length <= CategoryMaxLength, $"任务{No}：类别不超过{CategoryMaxLength}字。");
        Rule.Require(text.Unit.Length <= UnitMaxLength, $"任务{No}：单位不超过{UnitMaxLength}字。");
        Rule.Require(text.Cooperating.Length <= TextMaxLength && text.Source.Length <= TextMaxLength, $"任务{No}：配合单位和来源各不超过{TextMaxLength}字。");
        Rule.Require(text.Measure is TaskMeasure.None == text.Target is null, $"任务{No}：请填写目标值；没有数量要求的选“定性”。");
        Rule.Require(text.DueOn is null || text.DueOn.Value.Year == Year, $"任务{No}：完成时限应在{Year}年内。");
        Rule.Require(text.Demand.Kind is null == text.Demand.Reason.Length is 0, $"任务{No}：需要佐证的，请同时选择种类并写明理由；不需要的都留空。");
        Rule.Require(text.Demand.Reason.Length <= EvidenceDemand.ReasonMaxLength, $"任务{No}：需佐证的理由不超过{EvidenceDemand.ReasonMaxLength}字。");
    }
}

/// <summary>What the owner writes in one line of the task list.</summary>
public sealed record TaskText(
    string Category, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes, DateOnly? DueOn,
    Responsible Lead, string Cooperating, string Source)
{
    public EvidenceDemand Demand { get; init; } = EvidenceDemand.None;
}

/// <summary>What the colour of a task depends on, so that a list can compute it without loading the task.</summary>
public sealed record LightFacts(
    TaskState State, int Year, TaskMeasure Measure, QuarterNodes Nodes, DateOnly? Due, IReadOnlyList<(int Quarter, ReportChoice Choice, int? Value)> Progress);

/// <summary>A task's quarter as last reported: a view of the report's row, kept in the same transaction.</summary>
public sealed class TaskProgress : IBelongToOrganization
{
    internal TaskProgress(int organizationId, int quarter) => (OrganizationId, Quarter) = (organizationId, quarter);

    private TaskProgress() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int WorkTaskId { get; private set; }
    public int Quarter { get; private set; }
    public ReportChoice Choice { get; private set; }

    /// <summary>Hundredths reached in the quarter (counts) or by its end (rates).</summary>
    public int? Value { get; private set; }
    public DateOnly On { get; private set; }

    internal void Set(ReportChoice choice, int? value, DateOnly on) => (Choice, Value, On) = (choice, value, on);
}
