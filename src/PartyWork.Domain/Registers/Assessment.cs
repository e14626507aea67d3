using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>考核批次: a round of the year, as the scheme sets it.</summary>
[Description("考核批次")]
public sealed class AssessmentRound : RegisterRecord
{
    [Description("名称")] public string Name { get; set; } = "";
    [Description("阶段")] public AssessmentPhase Phase { get; set; }
    [Description("方案文号")] public string DocumentNo { get; set; } = "";
    [Description("现场考核结束日期")] public DateOnly? LastDay { get; set; }

    public override void Check(DateOnly today) => Rule.Require(LastDay is null || LastDay >= On, "现场考核结束日期不能早于开始日期。");
}

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

/// <summary>考核细则条目数: how many classes, items and criteria one published rubric has.</summary>
[Description("考核细则条目数")]
public sealed class RubricCount : RegisterRecord
{
    [Description("细则名称")] public string Name { get; set; } = "";
    [Description("类数")] public int Categories { get; set; }
    [Description("项数")] public int Items { get; set; }
    [Description("条数")] public int Criteria { get; set; }

    public override void Check(DateOnly today)
    {
        RequirePast(today, "印发日期");
        Rule.Require(Categories > 0 && Items >= Categories && Criteria >= Items, "类、项、条逐级细分：项不少于类，条不少于项。");
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
