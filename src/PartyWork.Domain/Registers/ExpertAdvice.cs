using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>专家建言: what an expert advised, to whom it went and whether it was taken up.</summary>
[Description("专家建言")]
public sealed class ExpertAdvice : RegisterRecord
{
    [Description("题目")] public string Topic { get; set; } = "";
    [Description("形式")] public AdviceForm Form { get; set; }
    [Description("专家")] public string Expert { get; set; } = "";
    [Description("专家单位")] public string Unit { get; set; } = "";
    [Description("主要建议")] public string Summary { get; set; } = "";
    [Description("报送单位")] public string SubmittedTo { get; set; } = "";
    [Description("采纳日期")] public DateOnly? AdoptedOn { get; set; }
    [Description("采纳情况")] public string Adoption { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "建言日期");
        Rule.Require(AdoptedOn is null || (AdoptedOn >= On && AdoptedOn <= today), "采纳日期应在建言日期与今天之间。");
        Rule.Require(AdoptedOn is null || SubmittedTo.Length > 0, "已采纳的，请填写报送单位，写明由谁采纳。");
    }
}

/// <summary>形式 of advice.</summary>
public enum AdviceForm
{
    [Description("论坛讲座")] Lecture,
    [Description("课题调研")] Research,
    [Description("论文")] Paper,
}
