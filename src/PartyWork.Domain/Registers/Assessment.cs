using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>考核结果 of one organisation in one phase.</summary>
[Description("考核结果")]
public sealed class AssessedUnit : RegisterRecord
{
    [Description("阶段")] public AssessmentPhase Phase { get; set; }
    [Description("等次")] public AssessmentGrade? Grade { get; set; }
    [Description("公布文号")] public string DocumentNo { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "评定日期");
        Rule.Require(Grade is null || DocumentNo.Length > 0, "登记等次的，请填写公布文号；没有公布的等次不登记。");
    }
}

/// <summary>年中或年底.</summary>
public enum AssessmentPhase
{
    [Description("年中检查")] Mid,
    [Description("年底考核")] End,
}

/// <summary>等次.</summary>
public enum AssessmentGrade
{
    [Description("优秀")] Excellent,
    [Description("良好")] Good,
    [Description("一般")] Fair,
    [Description("较差")] Poor,
}
