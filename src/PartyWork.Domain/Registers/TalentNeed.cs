using System.ComponentModel;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 人才需求. Each step has its day; how far it has come follows from the days. An answer is due 15 workdays after it was accepted, and again
/// after it was opened anew.
/// </summary>
[Description("人才需求")]
public sealed class TalentNeed : RegisterRecord, ICountsWorkdays
{
    /// <summary>办理时限, in workdays.</summary>
    public const int ReplyWorkdays = 15;

    [Description("提出人")] public string TalentName { get; set; } = "";
    [Description("所在单位")] public string Employer { get; set; } = "";
    [Description("联系方式")] public string Contact { get; set; } = "";
    [Description("类别")] public TalentNeedKind Kind { get; set; }
    [Description("需求内容")] public string Content { get; set; } = "";
    [Description("办理状态")] public TalentNeedState State { get; private set; }
    [Description("受理日期")] public DateOnly? AcceptedOn { get; set; }
    [Description("不予受理日期")] public DateOnly? DeclinedOn { get; set; }
    [Description("不予受理理由")] public string DeclineReason { get; set; } = "";
    [Description("主办部门")] public int? DepartmentOrganizationId { get; set; }
    [Description("交办日期")] public DateOnly? AssignedOn { get; set; }
    [Description("开始办理日期")] public DateOnly? StartedOn { get; set; }
    [Description("答复期限")] public DateOnly? DueOn { get; private set; }
    [Description("答复日期")] public DateOnly? RepliedOn { get; set; }
    [Description("办理结果")] public string Result { get; set; } = "";
    [Description("重新办理日期")] public DateOnly? ReopenedOn { get; set; }
    [Description("办结日期")] public DateOnly? ClosedOn { get; set; }
    [Description("满意情况")] public TalentSatisfaction? Satisfaction { get; set; }

    /// <summary>A new answer after it was opened anew.</summary>
    private bool IsReplied => RepliedOn is not null && (ReopenedOn is null || RepliedOn > ReopenedOn);

    public void Count(Workdays workdays) => DueOn = (ReopenedOn ?? AcceptedOn) is { } day ? workdays.After(day, ReplyWorkdays) : null;

    public override void Check(DateOnly today)
    {
        RequirePast(today, "提出日期");
        Rule.Require(AcceptedOn is null || DeclinedOn is null, "受理日期和不予受理日期只填一个。");
        Rule.Require(DeclinedOn is null || DeclineReason.Length > 0, "不予受理的，请写明理由，答复提出人。");
        Rule.Require(AssignedOn is null || DepartmentOrganizationId is not null, "已交办的，请填写主办部门。");
        Rule.Require(RepliedOn is null || Result.Length > 0, "已答复的，请写明办理结果。");
        Rule.Require(ClosedOn is null || IsReplied, "答复以后才能办结；重新办理的，要有新的答复日期。");
        Rule.Require(ClosedOn is null || Satisfaction is not null, "办结的，请登记提出人是否满意。");
        RequireOrder(today, ("提出日期", On), ("受理日期", AcceptedOn), ("交办日期", AssignedOn), ("开始办理日期", StartedOn), ("答复日期", RepliedOn), ("办结日期", ClosedOn));
        Rule.Require(AcceptedOn is not null || ReopenedOn is null, "重新办理的，应当先受理。");
        RequireOrder(today, ("提出日期", On), ("受理日期", AcceptedOn), ("重新办理日期", ReopenedOn));
        RequireOrder(today, ("提出日期", On), ("不予受理日期", DeclinedOn));
        State = DeclinedOn is not null ? TalentNeedState.Declined
            : ClosedOn is not null ? TalentNeedState.Closed
            : ReopenedOn is not null && !IsReplied ? TalentNeedState.Reopened
            : RepliedOn is not null ? TalentNeedState.Replied
            : StartedOn is not null ? TalentNeedState.Processing
            : AssignedOn is not null ? TalentNeedState.Assigned
            : AcceptedOn is not null ? TalentNeedState.Accepted
            : TalentNeedState.Submitted;
    }

    /// <summary>A step is taken after the one before it, which may not be missing.</summary>
    private static void RequireOrder(DateOnly today, params (string Name, DateOnly? Day)[] steps)
    {
        foreach (var (before, after) in steps.Zip(steps.Skip(1)))
        {
            Rule.Require(after.Day is null || before.Day is not null || before.Name == "开始办理日期", $"填了{after.Name}，请先填{before.Name}。");
            Rule.Require(after.Day is null || after.Day <= today, $"{after.Name}（{after.Day:yyyy-MM-dd}）还没有到。");
            Rule.Require(after.Day is null || before.Day is null || after.Day >= before.Day, $"{after.Name}不能早于{before.Name}。");
        }
    }
}

/// <summary>类别 of a need.</summary>
public enum TalentNeedKind
{
    [Description("科研经费")] Research,
    [Description("子女入学")] School,
    [Description("住房")] Housing,
    [Description("医疗")] Health,
    [Description("项目")] Project,
    [Description("其他")] Other,
}

/// <summary>How far a need has come.</summary>
public enum TalentNeedState
{
    [Description("已提交")] Submitted,
    [Description("已受理")] Accepted,
    [Description("不予受理")] Declined,
    [Description("已交办")] Assigned,
    [Description("办理中")] Processing,
    [Description("已答复")] Replied,
    [Description("已办结")] Closed,
    [Description("重新办理")] Reopened,
}

/// <summary>What who asked said of the result.</summary>
public enum TalentSatisfaction
{
    [Description("满意")] Satisfied,
    [Description("基本满意")] Fair,
    [Description("不满意")] Dissatisfied,
}
