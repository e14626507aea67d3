using System.ComponentModel;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Filings;

public enum FilingKind
{
    [Description("三张清单")] ThreeLists = 1,
    [Description("季度报告")] QuarterlyReport = 2,
    [Description("数据征集")] DataRequest = 3,
    [Description("考核自评")] SelfScore = 4,
    [Description("整顿月报")] MonthlyReport = 5,
    [Description("示范点申报")] SiteDeclaration = 6,
}

/// <summary>Where the acts have brought it; what the clock adds (not open, overdue, locked) is <see cref="FilingStatus"/>.</summary>
public enum FilingStage
{
    [Description("未填")] NotStarted = 0,
    [Description("填写中")] Drafting = 1,
    [Description("待书记确认")] AwaitingSecretary = 2,
    [Description("待审核")] Submitted = 3,
    [Description("退回修改")] Returned = 4,
    [Description("已通过")] Accepted = 5,
    [Description("已终止")] Lapsed = 6,
}

/// <summary>What a person is shown: stage and clock together.</summary>
public enum FilingStatus
{
    [Description("未开放")] NotOpen,
    [Description("未填")] NotStarted,
    [Description("填写中")] Drafting,
    [Description("待书记确认")] AwaitingSecretary,
    [Description("待审核")] Submitted,
    [Description("退回修改")] Returned,
    [Description("已通过")] Accepted,
    [Description("逾期未报")] Overdue,
    [Description("已锁定")] Locked,
    [Description("已终止")] Lapsed,
}

public enum FilingActKind
{
    [Description("报书记")] Prepare = 1,
    [Description("书记确认并报送")] Confirm,
    [Description("登记书记已线下签字并报送")] SignOffline,
    [Description("书记补确认")] ConfirmSignature,
    [Description("退回")] Return,
    [Description("通过")] Accept,
    [Description("批准延期")] Extend,
    [Description("解锁")] Unlock,
    [Description("因撤并终止")] Lapse,
    [Description("上级代填")] FillOnBehalf,
    [Description("因征集撤回终止")] Withdraw,
    [Description("因整顿结束终止")] Close,
    [Description("因重新整顿恢复")] Resume,
}

/// <summary>
/// What one organisation owes for a period. Acts are stored; being overdue or locked follows from window and clock.
/// On time means confirmed, or signed offline, by 24:00 of the due day. Late stays late, and a slow reviewer never makes it late.
/// </summary>
public sealed class Filing : IBelongToOrganization, IAudited
{
    private readonly List<FilingRow> _rows = [];
    private readonly List<FilingAct> _acts = [];
    private readonly List<FilingVersion> _versions = [];

    public Filing(int organizationId, Window window)
    {
        (OrganizationId, Window, Kind, Year, Period) = (organizationId, window, window.Kind, window.Year, window.Period);
    }

    private Filing() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int WindowId { get; private set; }
    public Window Window { get; private set; } = null!;
    public FilingKind Kind { get; private set; }
    public int Year { get; private set; }
    public int Period { get; private set; }
    public FilingStage Stage { get; private set; }

    /// <summary>UTC instant since which it stands where it stands: the base of “已等待n天”.</summary>
    public DateTime? StageSince { get; private set; }

    /// <summary>干事报书记, UTC: shown beside the confirmation, so that nobody is blamed for another's delay.</summary>
    public DateTime? PreparedAt { get; private set; }

    /// <summary>UTC instant of the first submission; it alone decides whether the filing was on time.</summary>
    public DateTime? FirstSubmittedAt { get; private set; }
    public DateOnly? ExtendedTo { get; private set; }
    public DateOnly? UnlockedUntil { get; private set; }

    /// <summary>Due day of a return; never a reason to call an on-time filing late.</summary>
    public DateOnly? ReturnDueOn { get; private set; }

    /// <summary>The clerk registered the secretary's paper signature; flagged until the secretary confirms it.</summary>
    public bool SignaturePending { get; private set; }
    public IReadOnlyList<FilingRow> Rows => _rows;
    public IReadOnlyList<FilingAct> Acts => _acts;
    public IReadOnlyList<FilingVersion> Versions => _versions;

    public DateOnly DueOn => ExtendedTo ?? Window.Due;
    public bool IsLate => WasLate(FirstSubmittedAt, DueOn);

    /// <summary>What was sent back is mended and handed over again: it waits for the secretary, not for the clerk.</summary>
    public bool IsMended => WasMended(Stage, PreparedAt, StageSince);

    bool IAudited.IsRecorded => false; // its acts are recorded, one by one

    public static bool WasMended(FilingStage stage, DateTime? preparedAt, DateTime? stageSince) => stage is FilingStage.Returned && preparedAt > stageSince;

    public static bool WasLate(DateTime? firstSubmittedAt, DateOnly dueOn) =>
        firstSubmittedAt is { } at && OfficeTime.DayOf(at) > dueOn;

    /// <summary>Stage and clock together, from values that a list can be projected to.</summary>
    public static FilingStatus StatusOf(FilingStage stage, DateOnly opens, DateOnly due, DateOnly locks, DateOnly? unlockedUntil, DateOnly today) => stage switch
    {
        FilingStage.Submitted => FilingStatus.Submitted,
        FilingStage.Accepted => FilingStatus.Accepted,
        FilingStage.Returned => FilingStatus.Returned,
        FilingStage.Lapsed => FilingStatus.Lapsed,
        _ when today < opens => FilingStatus.NotOpen,
        _ when today > Later(locks, due) && today > (unlockedUntil ?? DateOnly.MinValue) => FilingStatus.Locked,
        _ when today > due => FilingStatus.Overdue,
        FilingStage.AwaitingSecretary => FilingStatus.AwaitingSecretary,
        FilingStage.Drafting => FilingStatus.Drafting,
        _ => FilingStatus.NotStarted,
    };

    public FilingStatus Status(DateOnly today) => StatusOf(Stage, Window.Opens, DueOn, Window.Locks, UnlockedUntil, today);

    /// <summary>Why nothing can be changed now, with the way out; null when it can be.</summary>
    public string? WhyLocked(DateOnly today) => WhyLockedFor(Status(today), Window.Opens, DueOn, Window.Locks);

    public static string? WhyLockedFor(FilingStatus status, DateOnly opens, DateOnly due, DateOnly locks) => status switch
    {
        FilingStatus.NotOpen => $"尚未开放：{opens:M月d日}起可以填写。",
        FilingStatus.Locked => $"已于{Later(locks, due):M月d日}锁定：如需补报，请联系上级党组织解锁。",
        FilingStatus.Submitted => "已报送，等待上级审核：需要修改请联系上级党组织退回。",
        FilingStatus.Accepted => "上级已审核通过：以后的变化请填入下一期。",
        FilingStatus.Lapsed => "已终止：该党组织已撤并、征集已撤回，或者整顿已经结束，不再报送。",
        _ => null,
    };

    /// <summary>Whether this row can be changed now: after a return only the rows that were sent back.</summary>
    public bool IsEditable(string key, DateOnly today) => WhyLocked(today) is null
        && (Stage is not FilingStage.Returned || _rows.Any(r => r.Key == key && r.ReturnReason is not null));

    /// <summary>The row for <paramref name="key"/>, ready to be changed; saving is never refused for what is still missing.</summary>
    public FilingRow Edit(string key, string label, DateTime now)
    {
        RequireEditable(now);
        var row = _rows.SingleOrDefault(r => r.Key == key);
        Rule.Require(Stage is not FilingStage.Returned || row?.ReturnReason is not null, "本次只退回了部分内容，其余各项已审定，不能修改。");
        if (row is null)
        {
            row = new FilingRow(OrganizationId, key);
            _rows.Add(row);
        }

        row.Ask(label);

        if (Stage is FilingStage.NotStarted or FilingStage.AwaitingSecretary)
        {
            MoveTo(FilingStage.Drafting, now);
        }

        return row;
    }

    /// <summary>The row for <paramref name="key"/> as the form itself answers it while it is handed over: nobody edits, and the filing stays where it is.</summary>
    internal FilingRow TakeDown(string key, string label)
    {
        var row = _rows.SingleOrDefault(r => r.Key == key);
        if (row is null)
        {
            row = new FilingRow(OrganizationId, key);
            _rows.Add(row);
        }

        row.Ask(label);
        return row;
    }

    /// <summary>Leaves out the rows whose line was deleted; after a return only rows that were sent back. Earlier versions keep them.</summary>
    internal void KeepOnly(IReadOnlyCollection<string> keys, DateTime now)
    {
        RequireEditable(now);
        _rows.RemoveAll(r => !keys.Contains(r.Key) && (Stage is not FilingStage.Returned || r.ReturnReason is not null));
    }

    /// <summary>上级代填: on record once for each person until it is submitted, and whoever fills for others leaves the review to somebody else.</summary>
    public void FillOnBehalf(Actor superior, DateTime now)
    {
        RequireEditable(now);
        var submitted = _acts.Where(a => a.Kind is FilingActKind.Confirm or FilingActKind.SignOffline).Max(a => (DateTime?)a.At);
        if (!_acts.Any(a => a.Kind is FilingActKind.FillOnBehalf && a.PersonId == superior.PersonId && !(a.At <= submitted)))
        {
            Record(FilingActKind.FillOnBehalf, superior, now, "");
        }
    }

    /// <summary>报书记: the clerk hands it over; pressed twice it is handed over once. Complete or not is checked by the kind before.</summary>
    public void Prepare(Actor clerk, DateTime now)
    {
        RequireEditable(now);
        if (Stage is FilingStage.AwaitingSecretary)
        {
            return;
        }

        PreparedAt = now;
        if (Stage is not FilingStage.Returned)
        {
            MoveTo(FilingStage.AwaitingSecretary, now);
        }

        Record(FilingActKind.Prepare, clerk, now, "");
    }

    /// <summary>The secretary confirms, and with that it is submitted.</summary>
    public void Confirm(Actor secretary, DateTime now)
    {
        RequireEditable(now);
        Submit(FilingActKind.Confirm, secretary, now, "");
        SignaturePending = false;
    }

    /// <summary>书记已线下签字: the clerk submits on the secretary's paper signature; counts as on time, stays flagged.</summary>
    public void SignOffline(Actor clerk, DateOnly signedOn, DateTime now)
    {
        RequireEditable(now);
        Rule.Require(signedOn <= OfficeTime.DayOf(now), "签字日期不能晚于今天。");
        Rule.Require(signedOn >= Window.Opens, $"签字日期不能早于开放日（{Window.Opens:M月d日}）。");
        Submit(FilingActKind.SignOffline, clerk, now, $"书记签字日期：{signedOn:yyyy-MM-dd}");
        SignaturePending = true;
    }

    /// <summary>The secretary stands by the signature that the clerk registered.</summary>
    public void ConfirmSignature(Actor secretary, DateTime now)
    {
        Rule.Require(SignaturePending, "没有待补确认的线下签字。");
        SignaturePending = false;
        Record(FilingActKind.ConfirmSignature, secretary, now, "");
    }

    /// <summary>退回 with a reason on each row that is sent back; only these can then be changed.</summary>
    /// <param name="reasons">Row key → reason; at least one.</param>
    /// <param name="dueOn">At least two workdays from today; a return never turns an on-time filing late.</param>
    public void Return(Actor reviewer, IReadOnlyDictionary<string, string> reasons, DateOnly dueOn, Workdays workdays, DateTime now)
    {
        RequireReviewable(reviewer);
        Rule.Require(reasons.Count > 0, "请至少选择一项并写明退回原因。");
        var earliest = workdays.After(OfficeTime.DayOf(now), 2);
        Rule.Require(dueOn >= earliest, $"退回修改至少留两个工作日，最早为{earliest:M月d日}。");
        Rule.Require(reasons.Keys.All(key => _rows.Any(r => r.Key == key)), "退回的内容已不在本次报送中，请刷新后重试。");
        var returned = _rows.Where(r => reasons.ContainsKey(r.Key)).ToList();
        returned.ForEach(r => r.RequireReason(reasons[r.Key]));
        returned.ForEach(r => r.SendBack(reasons[r.Key]));

        ReturnDueOn = dueOn;
        MoveTo(FilingStage.Returned, now);
        Record(FilingActKind.Return, reviewer, now, string.Join("；", returned.Select(r => $"“{r.Label}”：{reasons[r.Key]}")));
    }

    public void Accept(Actor reviewer, DateTime now)
    {
        RequireReviewable(reviewer);
        MoveTo(FilingStage.Accepted, now);
        Record(FilingActKind.Accept, reviewer, now, "");
    }

    /// <summary>An extension approved before the due day keeps the filing on time.</summary>
    public void Extend(Actor superior, DateOnly to, string reason, DateTime now)
    {
        RequireReason(reason);
        Rule.Require(Stage is not FilingStage.Lapsed, "已终止：该党组织已撤并、征集已撤回，或者整顿已经结束，不再报送。");
        Rule.Require(FirstSubmittedAt is null, "已经报送，不需要延期。");
        Rule.Require(OfficeTime.DayOf(now) <= DueOn, "截止日已过，不能再延期；可以解锁补报。");
        Rule.Require(to > DueOn, $"延期后的截止日应晚于{DueOn:M月d日}。");
        ExtendedTo = to;
        Record(FilingActKind.Extend, superior, now, $"延期至{to:yyyy-MM-dd}：{reason}");
    }

    /// <summary>解锁: what is then filed counts as 补报, never as on time.</summary>
    public void Unlock(Actor superior, DateOnly until, string reason, DateTime now)
    {
        RequireReason(reason);
        Rule.Require(Status(OfficeTime.DayOf(now)) is FilingStatus.Locked, "该项没有锁定，不需要解锁。");
        Rule.Require(until >= OfficeTime.DayOf(now), "解锁截止日不能早于今天。");
        UnlockedUntil = until;
        Record(FilingActKind.Unlock, superior, now, $"解锁至{until:yyyy-MM-dd}：{reason}");
    }

    /// <summary>终止: the organisation ended before this was due, or before what came back was mended. What was overdue stays overdue.</summary>
    /// <param name="lastDay">The organisation's last day.</param>
    public bool Lapse(Actor actor, DateOnly lastDay, DateTime now)
    {
        var owes = Stage is FilingStage.NotStarted or FilingStage.Drafting or FilingStage.AwaitingSecretary && DueOn > lastDay;
        if (!owes && Stage is not FilingStage.Returned)
        {
            return false;
        }

        MoveTo(FilingStage.Lapsed, now);
        Record(FilingActKind.Lapse, actor, now, $"自{lastDay.AddDays(1):yyyy年M月d日}起不再报送");
        return true;
    }

    /// <summary>撤回: it is no longer asked for. What has been accepted stays.</summary>
    /// <returns>Whether anything was still owed or waiting for review.</returns>
    public bool Withdraw(Actor asker, string reason, DateTime now)
    {
        if (Stage is FilingStage.Accepted or FilingStage.Lapsed)
        {
            return false;
        }

        MoveTo(FilingStage.Lapsed, now);
        Record(FilingActKind.Withdraw, asker, now, reason);
        return true;
    }

    /// <summary>整顿结束: nobody asks for it any more, unless it has been handed in.</summary>
    /// <returns>Whether it was still owed.</returns>
    public bool Close(Actor actor, string reason, DateTime now)
    {
        if (Stage is FilingStage.Submitted or FilingStage.Accepted or FilingStage.Lapsed)
        {
            return false;
        }

        MoveTo(FilingStage.Lapsed, now);
        Record(FilingActKind.Close, actor, now, reason);
        return true;
    }

    /// <summary>重新整顿: what had been closed is owed again.</summary>
    public void Resume(Actor actor, DateTime now)
    {
        Rule.Require(Stage is FilingStage.Lapsed && FirstSubmittedAt is null, "只有终止前没有报送的，可以恢复报送。");
        MoveTo(FilingStage.NotStarted, now);
        Record(FilingActKind.Resume, actor, now, "");
    }

    /// <summary>The window has been moved to the extension or past it: the later day holds for everybody.</summary>
    public void FollowWindow()
    {
        if (ExtendedTo <= Window.Due)
        {
            ExtendedTo = null;
        }
    }

    private void Submit(FilingActKind kind, Actor actor, DateTime now, string words)
    {
        FirstSubmittedAt ??= now;
        ReturnDueOn = null;
        foreach (var row in _rows)
        {
            row.Freeze();
        }

        MoveTo(FilingStage.Submitted, now);
        Record(kind, actor, now, words);
        _versions.Add(new FilingVersion(OrganizationId, _versions.Count + 1, now, actor.Name, _rows));
    }

    private void MoveTo(FilingStage stage, DateTime now) => (Stage, StageSince) = (stage, now);

    private void Record(FilingActKind kind, Actor actor, DateTime now, string words) => _acts.Add(new FilingAct(OrganizationId, kind, actor, now, words));

    private void RequireEditable(DateTime now)
    {
        var why = WhyLocked(OfficeTime.DayOf(now));
        Rule.Require(why is null, why ?? "");
    }

    private void RequireReviewable(Actor reviewer)
    {
        Rule.Require(Stage is FilingStage.Submitted, "该项当前不在待审核状态，请刷新后查看。");
        Rule.Require(_acts.Where(a => a.Kind is FilingActKind.FillOnBehalf or FilingActKind.Prepare or FilingActKind.Confirm or FilingActKind.SignOffline or FilingActKind.ConfirmSignature)
            .All(a => a.PersonId != reviewer.PersonId), "不能审核自己填报或确认的内容，请由其他同志审核。");
    }

    private static void RequireReason(string reason) =>
        Rule.Require(reason.Length is > 0 and <= FilingAct.WordsMaxLength, "请填写理由，不超过500字。");

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>One act on a filing: who, when, in which post.</summary>
public sealed class FilingAct : IBelongToOrganization, IAudited
{
    public const int WordsMaxLength = 500;

    internal FilingAct(int organizationId, FilingActKind kind, Actor actor, DateTime at, string words) =>
        (OrganizationId, Kind, PersonId, Name, Post, At, Words) = (organizationId, kind, actor.PersonId, actor.Name, actor.Post, at, words);

    private FilingAct() { }

    public int Id { get; private set; }
    public int FilingId { get; private set; }
    public int OrganizationId { get; private set; }
    public FilingActKind Kind { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Post { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }
    public string Words { get; private set; } = "";
}
