using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>组织措施: a step of management that a person took, with the reason. It is never suggested by a count.</summary>
[Description("组织措施")]
public sealed class OrganizationalMeasure : RegisterRecord
{
    [Description("措施")] public MeasureKind Kind { get; set; }
    [Description("对象")] public string Subject { get; set; } = "";
    [Description("实施人")] public string TakenBy { get; set; } = "";
    [Description("事由")] public string Matter { get; set; } = "";
    [Description("整改时限")] public DateOnly? Deadline { get; set; }

    public override void Check(DateOnly today)
    {
        RequirePast(today, "实施日期");
        Rule.Require(Kind is not MeasureKind.RectifyByDay || Deadline is not null, "限期整改的，请填写整改时限。");
        Rule.Require(Deadline is null || Deadline > On, "整改时限应晚于实施日期。");
    }
}

/// <summary>组织措施 of the superior.</summary>
public enum MeasureKind
{
    [Description("提醒")] Remind,
    [Description("约谈")] Talk,
    [Description("限期整改")] RectifyByDay,
}

/// <summary>问责决定: registered with its document after the competent body has taken it; nothing here proposes one.</summary>
[Description("问责决定")]
public sealed class AccountabilityDecision : RegisterRecord
{
    [Description("问责方式")] public AccountabilityKind Kind { get; set; }
    [Description("对象")] public string Subject { get; set; } = "";
    [Description("决定机关")] public string DecidedBy { get; set; } = "";

    /// <summary>Of a 通报批评: what it takes off the year's total depends on who issued it.</summary>
    [Description("级别")] public DecisionLevel? Level { get; set; }
    [Description("依据（文号）")] public string DocumentNo { get; set; } = "";
    [Description("事由")] public string Matter { get; set; } = "";
    [Description("整改要求")] public string Requirement { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "决定日期");
        Rule.Require(DocumentNo.Length > 0, "请填写问责决定的文号；没有文号的不登记。");
        Rule.Require(Kind is not AccountabilityKind.Circular || Level is not null, "通报批评的，请填写决定机关的级别。");
    }
}

/// <summary>问责方式, in the order of their weight. Discipline is another body's and is not registered here.</summary>
public enum AccountabilityKind
{
    [Description("提醒")] Remind,
    [Description("约谈")] Talk,
    [Description("书面检查")] WrittenSelfCriticism,
    [Description("通报批评")] Circular,
    [Description("取消评优")] Disqualification,
    [Description("组织调整建议")] AdjustmentProposal,
}

/// <summary>级别 of the body that decided.</summary>
public enum DecisionLevel
{
    [Description("区级")] District,
    [Description("市级")] City,
    [Description("省级")] Province,
}

/// <summary>向党员述职: the other half of 双述双评. What the secretary reports to the superior he reports to the members as well, who judge it by 述职测评.</summary>
[Description("向党员述职")]
public sealed class MembersDebrief : RegisterRecord
{
    [Description("述职人")] public string Speaker { get; set; } = "";
    [Description("应到党员（人）")] public int Entitled { get; set; }
    [Description("实到党员（人）")] public int Present { get; set; }
    [Description("地点")] public string Place { get; set; } = "";
    [Description("党员意见和建议")] public string Opinions { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "述职日期");
        Rule.Require(On.Month is 12 or <= 3, "向党员述职在12月至次年3月之间进行，请核对日期。");
        Rule.Require(Present is > 0 && Entitled >= Present, "实到党员应多于0人，不多于应到人数。");
        Rule.Require(Present * 2 > Entitled, $"应到{Entitled}人，实到{Present}人，不超过半数；请择日再开。");
    }
}
