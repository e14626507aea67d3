using System.ComponentModel;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.FiveInOne;

public enum PledgeOutcome
{
    [Description("践诺中")] Open = 1,
    [Description("待确认")] Claimed,
    [Description("已兑现")] Fulfilled,
    [Description("未兑现")] Unfulfilled,
}

/// <summary>承诺事项: one thing that is promised, and what will show that it was kept.</summary>
public sealed class Pledge : IBelongToOrganization, IAudited
{
    public const int TextMaxLength = 300, MarkMaxLength = 100, WordsMaxLength = 200;

    internal Pledge(PledgeSheet sheet, int no) => (Sheet, OrganizationId, No, Outcome) = (sheet, sheet.OrganizationId, no, PledgeOutcome.Open);

    private Pledge() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int SheetId { get; private set; }
    public PledgeSheet Sheet { get; private set; } = null!;
    public int No { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>兑现标志: what shows that it was kept.</summary>
    public string Mark { get; private set; } = "";
    public DateOnly? DueOn { get; private set; }

    /// <summary>The task of the lists that is promised; its progress is read there.</summary>
    public int? WorkTaskId { get; private set; }
    public PledgeOutcome Outcome { get; private set; }

    /// <summary>兑现情况, told by the organisation.</summary>
    public string Words { get; private set; } = "";
    public int? ClaimedById { get; private set; }
    public DateOnly? ClaimedOn { get; private set; }

    /// <summary>未兑现的原因.</summary>
    public string Reason { get; private set; } = "";
    public string SettledBy { get; private set; } = "";
    public DateOnly? SettledOn { get; private set; }

    bool IAudited.IsRecorded => Sheet.Stage is not PledgeStage.Drafting;

    internal void Write(PledgeText typed)
    {
        // The words of a task are kept as they were promised, whatever becomes of the task.
        var text = typed.Task is { } task ? typed with { Text = task.Content, DueOn = task.DueOn, Mark = task.Target is { } target ? $"目标值{Quantity.Print(target)}{(task.Measure is TaskMeasure.Rate ? "%" : task.Unit)}" : "按任务清单完成" } : typed;
        Rule.Require(text.Text.Length is > 0 and <= TextMaxLength, $"第{No}项：请填写承诺事项，不超过{TextMaxLength}字。");
        Rule.Require(text.Mark.Length <= MarkMaxLength, $"第{No}项：兑现标志不超过{MarkMaxLength}字。");
        Rule.Require(typed.Task is null || (typed.Task.OrganizationId == OrganizationId && typed.Task.Year == Sheet.Year), $"第{No}项：只能选用本单位本年度的任务。");
        (Text, Mark, DueOn, WorkTaskId) = (text.Text, text.Mark, text.DueOn, typed.Task?.Id);
    }

    internal void RequireComplete()
    {
        Rule.Require(Mark.Length > 0, $"第{No}项：请写明看什么算兑现，能数的写出数。");
        Rule.Require(DueOn?.Year == Sheet.Year, $"第{No}项：请填写{Sheet.Year}年内的兑现时限。");
    }

    internal void Claim(string words, Actor by, DateOnly today)
    {
        Rule.Require(Outcome is PledgeOutcome.Open or PledgeOutcome.Claimed, $"第{No}项已经确认，不能再申报。");
        Rule.Require(words.Length is > 0 and <= WordsMaxLength, $"第{No}项：请写明兑现情况，不超过{WordsMaxLength}字。");
        (Outcome, Words, ClaimedById, ClaimedOn) = (PledgeOutcome.Claimed, words, by.PersonId, today);
    }

    internal void Settle(bool isKept, string reason, Actor superior, DateOnly today)
    {
        Rule.Require(Outcome is PledgeOutcome.Open or PledgeOutcome.Claimed, $"第{No}项已经确认过。");
        Rule.Require(ClaimedById != superior.PersonId, "不能确认自己申报的兑现情况，请由其他同志确认。");
        Rule.Require(!isKept || Outcome is PledgeOutcome.Claimed, $"第{No}项还没有申报兑现情况，不能确认已兑现。");
        Rule.Require(isKept || reason.Length is > 0 and <= WordsMaxLength, $"第{No}项：未兑现的，请写明原因，不超过{WordsMaxLength}字。");
        (Outcome, Reason, SettledBy, SettledOn) = (isKept ? PledgeOutcome.Fulfilled : PledgeOutcome.Unfulfilled, isKept ? "" : reason, superior.Name, today);
    }
}
