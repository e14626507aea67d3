using System.ComponentModel;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Domain.Coordination;

public enum CoordinationState
{
    [Description("待处理")] Raised = 1,
    [Description("待区委处理")] Referred,
    [Description("待部门答复")] Sent,
    [Description("待评价")] Answered,
    [Description("已解决")] Solved,
    [Description("未解决")] Unsolved,
    [Description("不予办理")] Declined,
    [Description("已撤回")] Withdrawn,
}

public enum CoordinationActKind
{
    [Description("提出")] Raise = 1,
    [Description("修改")] Mend,
    [Description("撤回")] Withdraw,
    [Description("报区委")] Refer,
    [Description("交部门办理")] Send,
    [Description("不予办理")] Decline,
    [Description("答复")] Answer,
    [Description("申请延期")] AskExtension,
    [Description("申请转办")] AskPassOn,
    [Description("同意延期")] Extend,
    [Description("同意转办")] PassOn,
    [Description("不同意")] Refuse,
    [Description("评价：已解决")] RateSolved,
    [Description("评价：未解决")] RateUnsolved,
}

/// <summary>
/// 需协调事项: what a row of a submitted report asks of the levels above, until the asker says that it is solved.
/// Its text is the row's; nobody types it again. It lies with the superior, the district, a department, then the asker.
/// </summary>
public sealed class CoordinationItem : IReadByDepartment, IAudited
{
    public const int TextMaxLength = 300, AnswerMaxLength = 500;

    /// <summary>A department is never given less.</summary>
    public const int LeastWorkdays = 3;

    private readonly List<CoordinationAct> _acts = [];
    private readonly List<EvidenceUse> _evidence = [];

    internal CoordinationItem(Filing filing, int? workTaskId, string label, string request, Actor asker, DateTime now)
    {
        (OrganizationId, FilingId, Year, Period, WorkTaskId, Label, Request) = (filing.OrganizationId, filing.Id, filing.Year, filing.Period, workTaskId, label, request);
        (AskedBy, AskedAt) = (asker.Name, now);
        MoveTo(CoordinationState.Raised, CoordinationActKind.Raise, asker, now, request);
    }

    private CoordinationItem() { }

    public int Id { get; private set; }

    /// <summary>The organisation that asks.</summary>
    public int OrganizationId { get; private set; }

    /// <summary>The row that asks; its filing is <see cref="FilingId"/>.</summary>
    public int FilingRowId { get; private set; }
    public int FilingId { get; private set; }

    /// <summary>The task of a quarterly report's row; null where a monthly report of a rectification asks.</summary>
    public int? WorkTaskId { get; private set; }
    public int Year { get; private set; }
    public int Period { get; private set; }

    /// <summary>第四季度, or of a monthly report 11月.</summary>
    public string PeriodWords => PeriodOf(WorkTaskId is null, Period);

    /// <summary>The task, as it read when the row was submitted: the department cannot look it up.</summary>
    public string Label { get; private set; } = "";
    public string Request { get; private set; } = "";
    public string AskedBy { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public CoordinationState State { get; private set; }

    /// <summary>UTC instant since which it stands where it stands: the base of “已等待n天”.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>承办部门; null while it is with the Party's own levels.</summary>
    public int? DepartmentId { get; private set; }

    /// <summary>答复期限: 24:00 of this day.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The day of the department's answer in the present round; null until then, and after reopening.</summary>
    public DateOnly? RepliedOn { get; private set; }
    public string Answer { get; private set; } = "";
    public string AnsweredBy { get; private set; } = "";

    /// <summary>议定事项 and its day: what was agreed and by when.</summary>
    public string Agreed { get; private set; } = "";
    public DateOnly? AgreedBy { get; private set; }

    /// <summary>申请延期至; null without such a request.</summary>
    public DateOnly? WantedDue { get; private set; }

    /// <summary>申请转办至; null without such a request.</summary>
    public int? WantedDepartmentId { get; private set; }
    public string WantedWhy { get; private set; } = "";

    /// <summary>重新办理: at most once.</summary>
    public bool IsReopened { get; private set; }
    public IReadOnlyList<CoordinationAct> Acts => _acts;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    bool IAudited.IsRecorded => false; // its acts are recorded, one by one

    public bool IsWanting => WantedDue is not null || WantedDepartmentId is not null;

    /// <summary>Neither concluded nor taken back.</summary>
    public bool IsOpen => State < CoordinationState.Solved;

    public bool IsOpenToSuperior => State is CoordinationState.Raised or CoordinationState.Referred;

    public static string PeriodOf(bool isMonthly, int period) => isMonthly ? $"{period}月" : Quarter.Text(period);

    public bool IsOverdue(DateOnly today) => IsOverdueAt(State, DueOn, today);

    public static bool IsOverdueAt(CoordinationState state, DateOnly? dueOn, DateOnly today) => state is CoordinationState.Sent && dueOn < today;

    /// <summary>The row was returned and submitted again: what nobody has taken in hand yet follows it.</summary>
    internal void Mend(string label, string request, Actor asker, DateTime now)
    {
        if (State is not (CoordinationState.Raised or CoordinationState.Withdrawn) || (request == Request && State is CoordinationState.Raised))
        {
            return;
        }

        if (request.Length == 0)
        {
            if (State is CoordinationState.Raised)
            {
                MoveTo(CoordinationState.Withdrawn, CoordinationActKind.Withdraw, asker, now, "");
            }

            return;
        }

        (Label, Request) = (label, request);
        MoveTo(CoordinationState.Raised, CoordinationActKind.Mend, asker, now, request);
    }

    /// <summary>报区委: the committee cannot settle it for its child.</summary>
    public void Refer(Actor committee, string words, DateTime now)
    {
        Rule.Require(State is CoordinationState.Raised, "只有待处理的事项可以报区委，请刷新后查看。");
        RequireShort(words);
        MoveTo(CoordinationState.Referred, CoordinationActKind.Refer, committee, now, words);
    }

    /// <summary>交部门办理, with the day by which the department answers.</summary>
    public void Send(Actor staff, int departmentId, DateOnly dueOn, string words, Workdays workdays, DateTime now)
    {
        RequireOpenToSuperior();
        RequireShort(words);
        var earliest = workdays.After(OfficeTime.DayOf(now), LeastWorkdays);
        Rule.Require(dueOn >= earliest, $"至少给部门{LeastWorkdays}个工作日，答复期限最早为{earliest:M月d日}。");
        (DepartmentId, DueOn, RepliedOn) = (departmentId, dueOn, null);
        MoveTo(CoordinationState.Sent, CoordinationActKind.Send, staff, now, With($"答复期限：{dueOn:yyyy-MM-dd}", words));
    }

    public void Decline(Actor superior, string reason, DateTime now)
    {
        RequireOpenToSuperior();
        RequireReason(reason, "请写明不予办理的理由");
        Answer = reason;
        AnsweredBy = superior.Name;
        MoveTo(CoordinationState.Declined, CoordinationActKind.Decline, superior, now, reason);
    }

    /// <summary>The superior settles it without a department.</summary>
    public void Settle(Actor superior, string answer, string agreed, DateOnly? agreedBy, DateTime now)
    {
        RequireOpenToSuperior();
        Conclude(superior, answer, agreed, agreedBy, now);
    }

    /// <summary>答复 by the department's liaison.</summary>
    public void Reply(Actor liaison, string answer, string agreed, DateOnly? agreedBy, DateTime now)
    {
        Rule.Require(State is CoordinationState.Sent, "该事项已经答复，或不在部门办理中，请刷新后查看。");
        Conclude(liaison, answer, agreed, agreedBy, now);
        RepliedOn = OfficeTime.DayOf(now);
    }

    /// <summary>申请延期, before the day is over.</summary>
    public void AskExtension(Actor liaison, DateOnly to, string reason, DateTime now)
    {
        RequireWithDepartment();
        Rule.Require(OfficeTime.DayOf(now) <= DueOn, $"答复期限（{DueOn:M月d日}）已过，不能再申请延期，请尽快答复。");
        Rule.Require(to > DueOn, $"延期后的期限应晚于{DueOn:M月d日}。");
        RequireReason(reason, "请写明申请延期的理由");
        (WantedDue, WantedWhy) = (to, reason);
        Record(CoordinationActKind.AskExtension, liaison, now, With($"延期至：{to:yyyy-MM-dd}", reason));
    }

    /// <summary>申请转办: the matter is another department's.</summary>
    /// <param name="departmentName">As the record names it.</param>
    public void AskPassOn(Actor liaison, int departmentId, string departmentName, string reason, DateTime now)
    {
        RequireWithDepartment();
        Rule.Require(departmentId != DepartmentId, "请选择其他部门。");
        RequireReason(reason, "请写明申请转办的理由");
        (WantedDepartmentId, WantedWhy) = (departmentId, reason);
        Record(CoordinationActKind.AskPassOn, liaison, now, With($"转至：{departmentName}", reason));
    }

    /// <summary>The district agrees to what the department wants: the later day, or the other department, which has its full time from today.</summary>
    public void Agree(Actor staff, Workdays workdays, int replyWorkdays, DateTime now)
    {
        Rule.Require(IsWanting, "没有待决定的申请，请刷新后查看。");
        if (WantedDue is { } due)
        {
            DueOn = due;
            StopWanting();
            Record(CoordinationActKind.Extend, staff, now, $"答复期限：{due:yyyy-MM-dd}");
            return;
        }

        var why = WantedWhy;
        (DepartmentId, DueOn) = (WantedDepartmentId, workdays.After(OfficeTime.DayOf(now), replyWorkdays));
        StopWanting();
        MoveTo(CoordinationState.Sent, CoordinationActKind.PassOn, staff, now, With($"答复期限：{DueOn:yyyy-MM-dd}", why));
    }

    public void Refuse(Actor staff, string reason, DateTime now)
    {
        Rule.Require(IsWanting, "没有待决定的申请，请刷新后查看。");
        RequireReason(reason, "请写明不同意的理由");
        StopWanting();
        Record(CoordinationActKind.Refuse, staff, now, reason);
    }

    /// <summary>
    /// The asker says whether it is solved. 未解决 for the first time opens it once more, with full time for the department, or before the district
    /// where no department was asked; for the second time it ends so.
    /// </summary>
    public void Rate(Actor asker, bool solved, string words, Workdays workdays, int replyWorkdays, DateTime now)
    {
        Rule.Require(State is CoordinationState.Answered, "该事项没有待评价的答复，请刷新后查看。");
        RequireShort(words);
        if (solved)
        {
            MoveTo(CoordinationState.Solved, CoordinationActKind.RateSolved, asker, now, words);
            return;
        }

        Rule.Require(words.Length > 0, "评价“未解决”，请写明还差什么。");
        if (IsReopened)
        {
            MoveTo(CoordinationState.Unsolved, CoordinationActKind.RateUnsolved, asker, now, words);
            return;
        }

        (IsReopened, RepliedOn) = (true, null);
        DueOn = DepartmentId is null ? null : workdays.After(OfficeTime.DayOf(now), replyWorkdays);
        MoveTo(DepartmentId is null ? CoordinationState.Referred : CoordinationState.Sent, CoordinationActKind.RateUnsolved, asker, now, words);
    }

    /// <summary>附佐证 to the question by the asker, to the answer by who answers; the other side reads it at once.</summary>
    public EvidenceUse Attach(EvidenceItem item, Actor by, DateTime at)
    {
        Rule.Require(IsOpen, $"该事项{State.Text()}，不能再附佐证。");
        var use = new EvidenceUse(item, OrganizationId, EvidenceOf(item.OrganizationId == OrganizationId), by, at) { Coordination = this };
        use.Submit();
        _evidence.Add(use);
        return use;
    }

    /// <summary>What the asker has attached to the question, or others to the answer.</summary>
    public IEnumerable<EvidenceUse> EvidenceOf(bool question) => _evidence.Where(u => u.Item.OrganizationId == OrganizationId == question);

    private void Conclude(Actor actor, string answer, string agreed, DateOnly? agreedBy, DateTime now)
    {
        Rule.Require(answer.Length is > 0 and <= AnswerMaxLength, $"请填写答复意见，不超过{AnswerMaxLength}字。");
        Rule.Require(agreed.Length <= TextMaxLength, $"议定事项不超过{TextMaxLength}字。");
        Rule.Require(agreed.Length > 0 || agreedBy is null, "填写了完成日期，请写明议定事项。");
        Rule.Require(agreed.Length == 0 || agreedBy is not null, "请填写议定事项的完成日期。");
        Rule.Require(agreedBy is null || agreedBy >= OfficeTime.DayOf(now), "议定事项的完成日期不能早于今天；已经办成的写在答复意见中。");
        (Answer, AnsweredBy, Agreed, AgreedBy) = (answer, actor.Name, agreed, agreedBy);
        StopWanting();
        MoveTo(CoordinationState.Answered, CoordinationActKind.Answer, actor, now, agreed.Length == 0 ? answer : $"{answer}\n议定：{agreed}（{agreedBy:yyyy-MM-dd}前）");
    }

    private void RequireOpenToSuperior() => Rule.Require(IsOpenToSuperior, "该事项已经交办、答复或办结，请刷新后查看。");

    private void RequireWithDepartment()
    {
        Rule.Require(State is CoordinationState.Sent, "该事项不在部门办理中，请刷新后查看。");
        Rule.Require(!IsWanting, "已有一项申请等待组织科决定。");
    }

    private static void RequireShort(string words) => Rule.Require(words.Length <= TextMaxLength, $"说明不超过{TextMaxLength}字。");

    private static void RequireReason(string reason, string ask) => Rule.Require(reason.Length is > 0 and <= TextMaxLength, $"{ask}，不超过{TextMaxLength}字。");

    private void StopWanting() => (WantedDue, WantedDepartmentId, WantedWhy) = (null, null, "");

    private void MoveTo(CoordinationState state, CoordinationActKind kind, Actor actor, DateTime now, string words)
    {
        (State, StateSince) = (state, now);
        Record(kind, actor, now, words);
    }

    private void Record(CoordinationActKind kind, Actor actor, DateTime now, string words) =>
        _acts.Add(new CoordinationAct(OrganizationId, DepartmentId, kind, actor, now, words));

    private static string With(string fact, string words) => words.Length == 0 ? fact : $"{fact}；{words}";
}

/// <summary>One act: who, when, in which post. A department reads those since it was given the item.</summary>
public sealed class CoordinationAct : IReadByDepartment, IAudited
{
    internal CoordinationAct(int organizationId, int? departmentId, CoordinationActKind kind, Actor actor, DateTime at, string words) =>
        (OrganizationId, DepartmentId, Kind, PersonId, Name, Post, At, Words) = (organizationId, departmentId, kind, actor.PersonId, actor.Name, actor.Post, at, words);

    private CoordinationAct() { }

    public int Id { get; private set; }
    public int CoordinationItemId { get; private set; }
    public int OrganizationId { get; private set; }

    /// <summary>The department that had it at the time.</summary>
    public int? DepartmentId { get; private set; }
    public CoordinationActKind Kind { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Post { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }
    public string Words { get; private set; } = "";
}
