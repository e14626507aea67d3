using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>考核方案 as it is typed.</summary>
public sealed class PlanForm
{
    [Display(Name = "考核名称"), Required(ErrorMessage = "请填写考核名称。"), StringLength(Round.NameMaxLength, ErrorMessage = "考核名称不超过{1}字。")]
    public string Name { get; set; } = "";

    [Display(Name = "方案文号"), StringLength(Round.NumberMaxLength, ErrorMessage = "文号不超过{1}字。")]
    public string? DocumentNo { get; set; }

    [Display(Name = "年度督查检查考核计划文号"), StringLength(Round.NumberMaxLength, ErrorMessage = "文号不超过{1}字。")]
    public string? PlanNo { get; set; }

    [Display(Name = "自评截止日"), Required(ErrorMessage = "请选择自评截止日。")]
    public DateOnly? SelfDue { get; set; }

    [Display(Name = "现场考核开始日"), Required(ErrorMessage = "请选择现场考核开始日。")]
    public DateOnly? OnSiteFrom { get; set; }

    [Display(Name = "现场考核结束日"), Required(ErrorMessage = "请选择现场考核结束日。")]
    public DateOnly? OnSiteTo { get; set; }

    [Display(Name = "考核人员权限截止日"), Required(ErrorMessage = "请选择考核人员权限截止日。")]
    public DateOnly? AccessUntil { get; set; }

    [Display(Name = "每组至少考核单位数"), Range(1, 99, ErrorMessage = "每组考核单位数应在1至99之间。")]
    public int LeastLoad { get; set; } = RoundPlan.UsualLeastLoad;

    [Display(Name = "每组至多考核单位数"), Range(1, 99, ErrorMessage = "每组考核单位数应在1至99之间。")]
    public int MostLoad { get; set; } = RoundPlan.UsualMostLoad;

    public static PlanForm Of(RoundPlan plan) => new()
    {
        Name = plan.Name,
        DocumentNo = plan.DocumentNo,
        PlanNo = plan.PlanNo,
        SelfDue = plan.SelfDue,
        OnSiteFrom = plan.OnSiteFrom,
        OnSiteTo = plan.OnSiteTo,
        AccessUntil = plan.AccessUntil,
        LeastLoad = plan.LeastLoad,
        MostLoad = plan.MostLoad,
    };

    /// <summary>Of a form without missing fields.</summary>
    public RoundPlan ToPlan() => new(Name.Trim(), DocumentNo?.Trim() ?? "", PlanNo?.Trim() ?? "", SelfDue!.Value, OnSiteFrom!.Value, OnSiteTo!.Value, AccessUntil!.Value) { LeastLoad = LeastLoad, MostLoad = MostLoad };
}
