using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>申诉理由: nothing else is a reason.</summary>
public enum ObjectionGround
{
    [Description("事实认定")] Fact = 1,
    [Description("计分计算")] Calculation,
    [Description("程序回避")] Procedure,
}

/// <summary>复核结果.</summary>
public enum ObjectionOutcome
{
    [Description("维持")] Kept = 1,
    [Description("调整分值")] Adjusted,
}

/// <summary>申诉 of an organisation against one line of its sheet, and what the review decided. The decision is final.</summary>
public sealed class Objection : IBelongToOrganization, IAudited
{
    public const int ReasonMaxLength = 300, NameMaxLength = 30;

    internal Objection(int organizationId, string code, ObjectionGround ground, string reason, Actor secretary, DateTime now)
    {
        Rule.Require(Enum.IsDefined(ground), "请选择申诉理由：事实认定、计分计算或程序回避。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明申诉的具体情况，不超过{ReasonMaxLength}字。");
        (OrganizationId, Code, Ground, Reason, FiledBy, FiledAt) = (organizationId, code, ground, reason, secretary.Name, now);
    }

    private Objection() { }

    public int Id { get; private set; }
    public int SheetId { get; private set; }
    public ScoreSheet Sheet { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>条编号.</summary>
    public string Code { get; private set; } = "";
    public ObjectionGround Ground { get; private set; }
    public string Reason { get; private set; } = "";
    public string FiledBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime FiledAt { get; private set; }
    public ObjectionOutcome? Outcome { get; private set; }
    public string FirstReviewer { get; private set; } = "";
    public string SecondReviewer { get; private set; } = "";

    /// <summary>复核意见.</summary>
    public string Opinion { get; private set; } = "";
    public string DecidedBy { get; private set; } = "";

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? DecidedAt { get; private set; }

    internal void Decide(ObjectionOutcome outcome, string firstReviewer, string secondReviewer, string opinion, Actor by, DateTime now)
    {
        Rule.Require(DecidedAt is null, "已经作出复核决定，不能再改。");
        Rule.Require(Enum.IsDefined(outcome), "请选择复核结果：维持或调整分值。");
        Rule.Require(firstReviewer.Length is > 0 and <= NameMaxLength && secondReviewer.Length is > 0 and <= NameMaxLength && firstReviewer != secondReviewer, "复核由两人以上进行，请填写两名不同复核人的姓名。");
        Rule.Require(opinion.Length is > 0 and <= ReasonMaxLength, $"请填写复核意见，不超过{ReasonMaxLength}字。");
        (Outcome, FirstReviewer, SecondReviewer, Opinion, DecidedBy, DecidedAt) = (outcome, firstReviewer, secondReviewer, opinion, by.Name, now);
    }
}
