using System.ComponentModel;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Rectification;

namespace PartyWork.Domain.ThreeLists;

public enum ProblemSource
{
    [Description("上年考核")] LastAssessment = 1,
    [Description("述职点评")] DebriefComment,
    [Description("巡察反馈")] DisciplineInspection,
    [Description("督查")] Inspection,
    [Description("民主(组织)生活会")] LifeMeeting,
    [Description("群众反映")] Residents,
    [Description("自查")] SelfCheck,
    [Description("其他")] Other,
    [Description("年中检查")] MidYearCheck,
}

public enum ProblemNature
{
    [Description("共性")] Common = 1,
    [Description("个性")] Individual,
}

public enum ProblemState
{
    [Description("拟列入")] Listed = 1,
    [Description("整改中")] Rectifying,
    [Description("申请销号")] CloseClaimed,
    [Description("已销号")] Closed,
    [Description("结转下年")] CarriedOver,
    [Description("移交承接组织")] HandedOver,
}

public enum DeadlineKind
{
    [Description("限期")] ByDay = 1,
    [Description("立行立改")] AtOnce,
    [Description("长期")] LongTerm,
}

/// <summary>整改时限 or 完成时限.</summary>
public sealed record Deadline(DeadlineKind Kind, DateOnly? On)
{
    public static readonly Deadline AtOnce = new(DeadlineKind.AtOnce, null), LongTerm = new(DeadlineKind.LongTerm, null);

    public static Deadline By(DateOnly day) => new(DeadlineKind.ByDay, day);

    public override string ToString() => Kind is DeadlineKind.ByDay ? $"{On:yyyy-MM-dd}" : Kind.Text();
}

/// <summary>问题清单的一行: what is wrong, to the point; closed only by somebody who did not file it.</summary>
public sealed class Problem : IBelongToOrganization, IAudited
{
    public const int StatementMaxLength = 300, TextMaxLength = 300;

    private readonly List<WorkTask> _tasks = [];
    private readonly List<EvidenceUse> _evidence = [];

    public Problem(int organizationId, int year, int no, ProblemText text)
    {
        (OrganizationId, Year, No, State) = (organizationId, year, no, ProblemState.Listed);
        Write(text);
    }

    private Problem() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }

    /// <summary>序号 within organisation and year: the key of the Excel round trip.</summary>
    public int No { get; private set; }
    public ProblemSource Source { get; private set; }
    public string Statement { get; private set; } = "";
    public ProblemNature Nature { get; private set; }
    public string Cause { get; private set; } = "";
    public string Goal { get; private set; } = "";
    public Deadline Deadline { get; private set; } = Deadline.AtOnce;
    public Responsible Leader { get; private set; } = Responsible.Nobody;
    public Responsible Owner { get; private set; } = Responsible.Nobody;
    public ProblemState State { get; private set; }

    /// <summary>How often it came back after it had been closed.</summary>
    public int Relapses { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>销号依据, written by the one who claims it.</summary>
    public string CloseBasis { get; private set; } = "";

    /// <summary>What the residents who raised it were told, and when; required before closing a residents' problem.</summary>
    public string Feedback { get; private set; } = "";
    public int? ClaimedById { get; private set; }
    public string VerifiedBy { get; private set; } = "";

    /// <summary>The person who verified it, while it is closed.</summary>
    public int? VerifiedById { get; private set; }
    public int? CarriedFromId { get; private set; }

    /// <summary>上年考核 or 年中检查: the line of a score sheet on which points were lost for it.</summary>
    public int? SheetLineId { get; private set; }

    /// <summary>述职点评: what the superior said of last year's debrief.</summary>
    public int? DebriefCommentId { get; private set; }
    public IReadOnlyList<WorkTask> Tasks => _tasks;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    bool IAudited.IsRecorded => State is not ProblemState.Listed;

    public ProblemText Text => new(Source, Statement, Nature, Cause, Goal, Deadline, Leader, Owner);

    public void Write(ProblemText text)
    {
        Rule.Require(State is ProblemState.Listed, "清单已备案，问题表述不能直接修改。");
        Rule.Require(text.Statement.Length is > 0 and <= StatementMaxLength, $"问题{No}：请填写问题表述，具体到事，不超过{StatementMaxLength}字。");
        Rule.Require(text.Cause.Length <= TextMaxLength && text.Goal.Length <= TextMaxLength, $"问题{No}：成因和整改目标各不超过{TextMaxLength}字。");
        Rule.Require(text.Deadline is not { Kind: DeadlineKind.ByDay, On: null }, $"问题{No}：限期整改的，请填写整改时限。");
        Rule.Require(text.Deadline.On is null || text.Deadline.On.Value.Year == Year, $"问题{No}：整改时限应在{Year}年内；跨年的请选“长期”并写明本年目标。");
        (Source, Statement, Nature, Cause, Goal, Deadline, Leader, Owner) =
            (text.Source, text.Statement, text.Nature, text.Cause, text.Goal, text.Deadline, text.Leader, text.Owner);
    }

    public void LinkTo(IEnumerable<WorkTask> tasks)
    {
        Rule.Require(State is ProblemState.Listed, "清单已备案，对应任务不能直接修改。");
        _tasks.Clear();
        _tasks.AddRange(tasks);
    }

    /// <summary>备案: rectification begins.</summary>
    internal void File() => State = State is ProblemState.Listed ? ProblemState.Rectifying : State;

    /// <summary>考核或督查列入，还没有整改安排: it came into a filed list from above, without aim and without anybody who answers for it.</summary>
    public bool AwaitsArrangement => State is ProblemState.Rectifying && (SheetLineId is not null || (Source is ProblemSource.Inspection && Owner.Text.Length == 0));

    /// <summary>It came into a filed list from above, with the points it cost or from an inspection: what answers it is the 整改安排, and no task is missing.</summary>
    public bool IsAnsweredWithoutTask => State is not ProblemState.Listed && (SheetLineId is not null || Source is ProblemSource.Inspection);

    /// <summary>整改安排 of what an assessment or an inspection has brought into a filed list: what it was written without.</summary>
    public void Arrange(string goal, Deadline deadline, Responsible leader, Responsible owner)
    {
        Rule.Require(AwaitsArrangement, "只有考核反馈或督查后列入、正在整改的问题可以登记整改安排。");
        Rule.Require(goal.Length is > 0 and <= TextMaxLength, $"请填写整改目标和措施，不超过{TextMaxLength}字。");
        Rule.Require(leader.Text.Length > 0 && owner.Text.Length > 0, "请选择责任领导和责任人。");
        Rule.Require(deadline is not { Kind: DeadlineKind.ByDay, On: null }, "限期整改的，请填写整改时限。");
        Rule.Require(deadline.On is null || deadline.On.Value.Year == Year, $"整改时限应在{Year}年内；跨年的请选“长期”。");
        (Goal, Deadline, Leader, Owner) = (goal, deadline, leader, owner);
    }

    /// <summary>附佐证 to what will be claimed closed.</summary>
    public EvidenceUse Attach(EvidenceItem item, Actor by, DateTime at)
    {
        Rule.Require(State is ProblemState.Rectifying, $"问题{No}不在整改中，不能附佐证。");
        item.RequireKeptBy(OrganizationId);
        var use = new EvidenceUse(item, OrganizationId, _evidence, by, at) { Problem = this };
        _evidence.Add(use);
        return use;
    }

    /// <summary>What is still to be done before it can be claimed closed. A task that was carried over is not done.</summary>
    public IReadOnlyList<WorkTask> TasksLeft() => [.. _tasks.Where(t => !t.IsFinished || t.State is TaskState.CarriedOver).OrderBy(t => t.No)];

    /// <summary>申请销号 by the owner, once every task that answers it is done or cancelled.</summary>
    public void ClaimClosed(Actor owner, string basis, string feedback)
    {
        Rule.Require(State is ProblemState.Rectifying, "只有整改中的问题可以申请销号。");
        var open = TasksLeft();
        Rule.Require(open.Count == 0, "对应任务尚未全部完成，不能申请销号：" + string.Join("、", open.Select(t => $"任务{t.No}")) + "。");
        Rule.Require(basis.Length is > 0 and <= TextMaxLength, $"请填写销号依据，不超过{TextMaxLength}字。");
        Rule.Require(Source is not ProblemSource.Residents || feedback.Length > 0, "群众反映的问题，销号前请登记向群众反馈的情况。");
        Rule.Require(feedback.Length <= TextMaxLength, $"反馈情况不超过{TextMaxLength}字。");
        (State, ClaimedById, CloseBasis, Feedback) = (ProblemState.CloseClaimed, owner.PersonId, basis, feedback);
        _evidence.ForEach(u => u.Submit());
    }

    /// <summary>核实销号 by the superior, who is never the one who claimed it.</summary>
    public void Verify(Actor superior, DateOnly today)
    {
        RequireClaimed(superior);
        (State, ClosedOn, VerifiedBy, VerifiedById) = (ProblemState.Closed, today, superior.Name, superior.PersonId);
    }

    public void RefuseClosing(Actor superior, string reason)
    {
        RequireClaimed(superior);
        Rule.Require(reason.Length > 0, "请写明不予销号的原因。");
        (State, ClaimedById) = (ProblemState.Rectifying, null);
    }

    /// <summary>重新打开: a closed problem that came back.</summary>
    public void Reopen(string fact)
    {
        Rule.Require(State is ProblemState.Closed, "只有已销号的问题可以重新打开。");
        Rule.Require(fact.Length > 0, "请写明重新打开所依据的事实。");
        (State, ClosedOn, VerifiedBy, VerifiedById, ClaimedById, Relapses) = (ProblemState.Rectifying, null, "", null, null, Relapses + 1);
    }

    /// <summary>考核反馈: what cost points comes back in the words of the letter; of a year-end as a proposal in next year's list, of a mid-year check in this year's, to be put right within its days.</summary>
    /// <param name="isFiled">The list is filed already: what comes to it is being put right from now on.</param>
    internal static Problem Of(ScoreSheet sheet, SheetLine line, int no, bool isFiled)
    {
        var (year, due) = (sheet.Round.ListYear, sheet.FeedbackOn?.AddDays(ScoreSheet.RectificationDays));
        var statement = $"{sheet.Round.Plan.Name}{line.Code}“{sheet.CriterionOf(line).Standard}”扣{Quantity.Print(line.Loss)}分：{ScoreWords.InWriting(line.LostFact, withLosses: false)}";
        return new Problem(line.OrganizationId, year, no, new(year > sheet.Round.Year ? ProblemSource.LastAssessment : ProblemSource.MidYearCheck, statement.Length > StatementMaxLength ? statement[..StatementMaxLength] : statement,
            ProblemNature.Individual, "", "", due is { } day && day.Year == year ? Deadline.By(day) : Deadline.LongTerm, Responsible.Nobody, Responsible.Nobody))
        {
            SheetLineId = line.Id,
            State = isFiled ? ProblemState.Rectifying : ProblemState.Listed,
        };
    }

    /// <summary>述职点评: what was found wanting comes back as a proposal in next year's list, in the words of the comment.</summary>
    internal static Problem Of(Debrief debrief, DebriefComment comment, int no) =>
        new(comment.OrganizationId, debrief.Year + 1, no, new(ProblemSource.DebriefComment, comment.Text, ProblemNature.Individual, "", "", Deadline.LongTerm, Responsible.Nobody, Responsible.Nobody)) { DebriefCommentId = comment.Id };

    /// <summary>督查单: what was found on the spot comes into the list of its year, to be put right by the day on the note.</summary>
    /// <param name="isFiled">The list is filed already: what comes to it is being put right from now on.</param>
    internal static Problem Of(SupervisionNote note, string statement, int no, bool isFiled) =>
        new(note.OrganizationId, note.On.Year, no, new(ProblemSource.Inspection, statement, ProblemNature.Individual, "", "", note.DueOn is { } due && due.Year == note.On.Year ? Deadline.By(due) : Deadline.LongTerm, Responsible.Nobody, Responsible.Nobody))
        {
            State = isFiled ? ProblemState.Rectifying : ProblemState.Listed,
        };

    /// <summary>结转: it goes on as a proposal in next year's list.</summary>
    public Problem CarryOver(int no)
    {
        Rule.Require(State is ProblemState.Rectifying or ProblemState.CloseClaimed, "只有未销号的问题可以结转。");
        State = ProblemState.CarriedOver;
        return new Problem(OrganizationId, Year + 1, no, Text with { Deadline = Deadline.LongTerm }) { CarriedFromId = Id };
    }

    /// <summary>移交: it is rectified further by the successor; a claim that nobody has verified yet is to be made again there.</summary>
    /// <param name="asDraft">The successor has not filed its lists yet: what was only listed stays so.</param>
    internal Problem HandTo(int organizationId, int no, Responsible owner, bool asDraft)
    {
        var next = new Problem(organizationId, Year, no, Text with { Leader = owner, Owner = owner })
        {
            State = State is ProblemState.Listed && asDraft ? ProblemState.Listed : ProblemState.Rectifying,
            Relapses = Relapses,
            CarriedFromId = Id,
        };
        (State, ClaimedById) = (ProblemState.HandedOver, null);
        return next;
    }

    /// <summary>A post has a new holder: what is not closed yet has a new owner or leader.</summary>
    internal void ChangeResponsible(int holdingId, Responsible now) =>
        (Leader, Owner) = (Leader.HoldingId == holdingId ? now : Leader, Owner.HoldingId == holdingId ? now : Owner);

    /// <summary>整顿方案: one more task that answers it, whether its list has been filed or not.</summary>
    internal void LinkMeasure(WorkTask task) => _tasks.Add(task);

    internal void LinkHanded(IEnumerable<WorkTask> tasks) => _tasks.AddRange(tasks);

    private void RequireClaimed(Actor superior)
    {
        Rule.Require(State is ProblemState.CloseClaimed, "该问题没有待核实的销号申请。");
        Rule.Require(ClaimedById != superior.PersonId, "不能核实自己申请销号的问题，请由其他同志核实。");
    }
}

/// <summary>What the owner writes in one line of the problem list.</summary>
public sealed record ProblemText(
    ProblemSource Source, string Statement, ProblemNature Nature, string Cause, string Goal, Deadline Deadline, Responsible Leader, Responsible Owner);
