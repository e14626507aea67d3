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
    [Description("移交承接组织")] HandedOver,
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
    [Description("未备案")] White,
    [Description("正常")] Green,
    [Description("节点滞后")] Yellow,
    [Description("逾期")] Red,
    [Description("完成")] Blue,
    [Description("取消、结转")] Grey,

    /// <summary>Red as well: a node missed for long, the due day still to come.</summary>
    [Description("严重滞后")] Stalled,
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

    /// <summary>一季度1，三季度2: the quarters that have one.</summary>
    public string InWords(TaskMeasure measure) => string.Join('，', Enumerable.Range(1, 4).Where(q => this[q] is not null)
        .Select(q => $"{"一二三四"[q - 1]}季度{(measure is TaskMeasure.None ? "" : Quantity.Print(this[q]!.Value))}{(measure is TaskMeasure.Rate ? "%" : "")}"));

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
    public const int ContentMaxLength = 300, CategoryMaxLength = 30, UnitMaxLength = 20, TextMaxLength = 200, MeasuredByMaxLength = 40;

    /// <summary>A missed node is yellow for so many days, then 严重滞后.</summary>
    public const int YellowDays = 15;

    private readonly List<TaskProgress> _progress = [];
    private readonly List<Problem> _problems = [];
    private readonly List<EvidenceUse> _evidence = [];
    private readonly List<TaskChange> _changes = [];

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

    /// <summary>取数指标: the key of the figure that says how far it is, from 1 January on; empty when the clerk reports it. The one source of its actual: it is not handed down besides.</summary>
    public string MeasuredBy { get; private set; } = "";

    /// <summary>条款号 of the organisation's agreement that the source names: the link from clause to task is written there and nowhere else.</summary>
    public IReadOnlyList<int> ClauseNos => ChineseNumber.Clauses(Source);
    public TaskState State { get; private set; }
    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>The day on which completion was claimed; the task counts from then, not from the acceptance.</summary>
    public DateOnly? ClaimedOn { get; private set; }
    public int? CarriedFromId { get; private set; }

    /// <summary>The superior's task of which this one is a share; null for one's own.</summary>
    public int? ParentId { get; private set; }

    /// <summary>签收: the share has been seen by the one who owes it.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    public string ReceivedBy { get; private set; } = "";

    /// <summary>How the shares make up this task's actual; null while it is not handed down.</summary>
    public TaskCombining? Combining { get; private set; }

    /// <summary>分解下达: of the task and of each of its shares the day of the act, with the person.</summary>
    public DateOnly? HandedDownOn { get; private set; }
    public string HandedDownBy { get; private set; } = "";

    /// <summary>The last quarter with a number of its own, from before it was handed down; 0 when there was none.</summary>
    public int OwnQuarters { get; private set; }

    /// <summary>What the shares have reached, quarter by quarter: a summary, computed anew whenever a report of theirs moves on.</summary>
    public ShareTotals? Totals { get; private set; }

    /// <summary>The colour as last reckoned, kept so that lists can choose and figures count by it; <see cref="LightOn"/> is what it is worked out from.</summary>
    public TaskLight Light { get; private set; }

    /// <summary>The last day on which <see cref="Light"/> holds if nothing is reported; null when the clock alone will never change it.</summary>
    public DateOnly? LightUntil { get; private set; }
    public IReadOnlyList<TaskProgress> Progress => _progress;
    public IReadOnlyList<Problem> Problems => _problems;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;
    public IReadOnlyList<TaskChange> Changes => _changes;

    bool IAudited.IsRecorded => State is not TaskState.Draft;

    public DateOnly? EffectiveDue => ExtendedTo ?? DueOn;

    /// <summary>Done, claimed done, cancelled, carried or handed over: nothing more is owed this year.</summary>
    public bool IsFinished => State is TaskState.Done or TaskState.DoneClaimed or TaskState.Cancelled or TaskState.CarriedOver or TaskState.HandedOver;

    /// <summary>Filed, and neither cancelled nor carried or handed over: reports may speak of it.</summary>
    public bool IsInForce => State is not (TaskState.Draft or TaskState.Cancelled or TaskState.CarriedOver or TaskState.HandedOver);

    public TaskText Text => new(Category, Content, Measure, Target, Unit, Nodes, DueOn, Lead, Cooperating, Source) { Demand = Demand, MeasuredBy = MeasuredBy };

    /// <summary>Nothing is asked for, or something of the kind asked for stands with the task or one of its quarters; evidence must be loaded.</summary>
    public bool HasWhatItDemands => Demand.Kind is null || _evidence.Any(u => u.Item.Kind == Demand.Kind && !u.Item.IsWithdrawn);

    public void Write(TaskText text)
    {
        Rule.Require(State is TaskState.Draft, "清单已备案，任务变更请提出申请，由上级批准。");
        Rule.Require(ParentId is null || text == Text with { Category = text.Category, Lead = text.Lead, Cooperating = text.Cooperating },
            $"任务{No}由上级分解下达，只能修改类别、牵头责任人和配合单位；目标、节点和时限确需调整的，请在备案后申请变更。");
        Check(text);
        (Category, Content, Measure, Target, Unit, Nodes, DueOn, Lead, Cooperating, Source, Demand, MeasuredBy) =
            (text.Category, text.Content, text.Measure, text.Target, text.Unit, text.Nodes, text.DueOn, text.Lead, text.Cooperating, text.Source, text.Demand, text.MeasuredBy);
    }

    /// <summary>附佐证 to the task, or to its line of a quarter.</summary>
    /// <param name="quarter">1–4, or 0 for the task as a whole.</param>
    public EvidenceUse Attach(EvidenceItem item, int quarter, Actor by, DateTime at)
    {
        Rule.Require(IsInForce, $"任务{No}不在执行中，不能附佐证。");
        item.RequireKeptBy(OrganizationId);
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

    /// <summary>A line that was never filed may be taken out again, unless the superior put it there.</summary>
    public void RequireDeletable() =>
        Rule.Require(ParentId is null, $"任务{No}由上级分解下达，不能删除；有不同意见请与上级党组织联系。");

    /// <summary>签收 by whoever fills the lists; pressed twice it is one act.</summary>
    public void Receive(Actor owner, DateOnly today)
    {
        Rule.Require(ParentId is not null, $"任务{No}不是上级分解下达的任务，不需要签收。");
        if (ReceivedOn is null)
        {
            (ReceivedOn, ReceivedBy) = (today, owner.Name);
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
    public int? ActualUpTo(int quarter) => Actual(Values.Where(v => v.Quarter <= quarter), Measure);

    /// <summary>By quarter: as reported; of a task handed down, as its shares were accepted.</summary>
    public IEnumerable<(int Quarter, int? Value)> Values => ValuesOf(_progress.Select(p => (p.Quarter, p.Value)), Totals, OwnQuarters);

    public static IEnumerable<(int Quarter, int? Value)> ValuesOf(IEnumerable<(int Quarter, int? Value)> progress, ShareTotals? totals, int ownQuarters) => totals is null
        ? progress
        : progress.Where(p => p.Quarter <= ownQuarters).Concat(Enumerable.Range(1, 4).Where(q => q > ownQuarters).Select(q => (q, totals[q].Accepted)));

    public static int? Actual(IEnumerable<(int Quarter, int? Value)> progress, TaskMeasure measure)
    {
        var values = progress.Where(p => p.Value is not null).OrderBy(p => p.Quarter).Select(p => p.Value!.Value).ToList();
        return values.Count == 0 ? null : measure is TaskMeasure.Rate ? values[^1] : values.Sum();
    }

    public TaskLight LightOn(DateOnly today) => LightOf(new(State, Year, Measure, Nodes, EffectiveDue, [.. _progress.Select(p => (p.Quarter, p.Choice, p.Value))], [.. Values], MeasuredBy.Length > 0), today);

    /// <summary>
    /// Blue done, grey cancelled, red past its day (逾期) or a node missed for more than 15 days (严重滞后), yellow a node missed for up to 15 days.
    /// A quarter that nobody has reported yet is missed only 15 days after its end, when every window has closed.
    /// What a later quarter caught up is missed no more, with numbers or without.
    /// A task that a figure measures has nobody who reports it: it is late only by a number that a report has taken down, never because none has.
    /// </summary>
    public static TaskLight LightOf(LightFacts task, DateOnly today)
    {
        switch (task.State)
        {
            case TaskState.Draft: return TaskLight.White;
            case TaskState.Done or TaskState.DoneClaimed: return TaskLight.Blue;
            case TaskState.Cancelled or TaskState.CarriedOver or TaskState.HandedOver: return TaskLight.Grey;
        }

        if (today > task.Due && (!task.IsMeasured || task.Progress.Any(p => p.Quarter >= Quarter.Of(task.Due.Value))))
        {
            return TaskLight.Red;
        }

        for (var quarter = 4; quarter >= 1; quarter--)
        {
            var missedFor = today.DayNumber - Quarter.LastDay(task.Year, quarter).DayNumber;
            var reported = task.Progress.Any(p => p.Quarter == quarter);
            if (missedFor <= 0 || task.Nodes[quarter] is null || (!reported && (task.IsMeasured || missedFor <= YellowDays)))
            {
                continue;
            }

            var behind = task.Measure is TaskMeasure.None
                ? !task.Progress.Any(p => p.Quarter >= quarter && p.Choice is not ReportChoice.Behind)
                : (Actual(task.Values, task.Measure) ?? 0) < task.Nodes.UpTo(quarter, task.Measure);
            return !behind ? TaskLight.Green : missedFor <= YellowDays ? TaskLight.Yellow : TaskLight.Stalled;
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

    /// <summary>分解下达: from now on its actual is what the shares reach.</summary>
    internal void HandDown(TaskCombining combining, int ownQuarters, Actor actor, DateOnly today) =>
        (Combining, OwnQuarters, HandedDownOn, HandedDownBy, Totals) = (combining, ownQuarters, today, actor.Name, ShareTotals.None);

    /// <summary>A share of this task in a child's list: in force at once, or part of its draft.</summary>
    internal WorkTask ShareFor(int organizationId, int no, TaskText text, bool inForce, Actor actor, DateOnly today) =>
        new(organizationId, Year, no, text)
        {
            ParentId = Id, HandedDownOn = today, HandedDownBy = actor.Name, State = inForce ? TaskState.InProgress : TaskState.Draft,
        };

    /// <summary>The superior wants another share: the child sees it and receives it anew.</summary>
    internal void TakeShare(TaskText text)
    {
        Check(text);
        (Content, Measure, Target, Unit, Nodes) = (text.Content, text.Measure, text.Target, text.Unit, text.Nodes);
        (ReceivedOn, ReceivedBy) = (null, "");
    }

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

    /// <summary>移交: it goes on in the successor's list of the same year with what has been reached so far.</summary>
    /// <param name="asDraft">The successor has not filed its lists yet: what was a draft stays one.</param>
    /// <param name="asShare">A share stays a share of the superior's task; the successor receives it anew.</param>
    internal WorkTask HandTo(int organizationId, int no, Responsible lead, bool asDraft, bool asShare)
    {
        // What the ended organisation has recorded stays its own: the successor's figure would begin without it, so the rest is reported by hand.
        var next = new WorkTask(organizationId, Year, no, Text with { Lead = lead, MeasuredBy = "" })
        {
            State = State is TaskState.Draft && asDraft ? TaskState.Draft : TaskState.InProgress,
            ExtendedTo = ExtendedTo,
            CarriedFromId = Id,
            ParentId = asShare ? ParentId : null,
            HandedDownOn = asShare && ParentId is not null ? HandedDownOn : null,
            HandedDownBy = asShare && ParentId is not null ? HandedDownBy : "",
        };
        foreach (var quarter in _progress)
        {
            var same = new TaskProgress(organizationId, quarter.Quarter);
            same.Set(quarter.Choice, quarter.Value, quarter.On);
            next._progress.Add(same);
        }

        State = TaskState.HandedOver;
        return next;
    }

    /// <summary>It goes on from that task in the same year's lists of another organisation.</summary>
    internal bool TakesOver(WorkTask other) => CarriedFromId == other.Id && ParentId is not null && ParentId == other.ParentId && OrganizationId != other.OrganizationId;

    /// <summary>The post has a new holder: what is still open has a new lead.</summary>
    internal void ChangeLead(Responsible lead) => Lead = lead;

    private void Check(TaskText text)
    {
        Rule.Require(text.Content.Length is > 0 and <= ContentMaxLength, $"任务{No}：请填写任务内容，不超过{ContentMaxLength}字。");
        Rule.Require(text.Category.Length <= CategoryMaxLength, $"任务{No}：类别不超过{CategoryMaxLength}字。");
        Rule.Require(text.Unit.Length <= UnitMaxLength, $"任务{No}：单位不超过{UnitMaxLength}字。");
        Rule.Require(text.Cooperating.Length <= TextMaxLength && text.Source.Length <= TextMaxLength, $"任务{No}：配合单位和来源各不超过{TextMaxLength}字。");
        Rule.Require(text.Measure is TaskMeasure.None == text.Target is null, $"任务{No}：请填写目标值；没有数量要求的选“定性”。");
        Rule.Require(text.DueOn is null || text.DueOn.Value.Year == Year, $"任务{No}：完成时限应在{Year}年内。");
        Rule.Require(text.Demand.Kind is null == text.Demand.Reason.Length is 0, $"任务{No}：需要佐证的，请同时选择种类并写明理由；不需要的都留空。");
        Rule.Require(text.MeasuredBy.Length == 0 || text.Measure is TaskMeasure.Count, $"任务{No}：只有计量为“{TaskMeasure.Count.Text()}”的任务可以由指标自动取数；其他任务请不选取数指标。");
        Rule.Require(text.Demand.Reason.Length <= EvidenceDemand.ReasonMaxLength, $"任务{No}：需佐证的理由不超过{EvidenceDemand.ReasonMaxLength}字。");
    }
}

/// <summary>What the owner writes in one line of the task list.</summary>
public sealed record TaskText(
    string Category, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes, DateOnly? DueOn,
    Responsible Lead, string Cooperating, string Source)
{
    public EvidenceDemand Demand { get; init; } = EvidenceDemand.None;

    /// <summary>取数指标: the key of the figure that says how far the task is; empty when the clerk reports it.</summary>
    public string MeasuredBy { get; init; } = "";
}

/// <summary>What the colour of a task depends on, so that a list can compute it without loading the task.</summary>
/// <param name="Values">The numbers by quarter; of a task handed down those of its shares.</param>
/// <param name="IsMeasured">Its number is a figure's.</param>
public sealed record LightFacts(
    TaskState State, int Year, TaskMeasure Measure, QuarterNodes Nodes, DateOnly? Due, IReadOnlyList<(int Quarter, ReportChoice Choice, int? Value)> Progress,
    IReadOnlyList<(int Quarter, int? Value)> Values, bool IsMeasured = false);

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
