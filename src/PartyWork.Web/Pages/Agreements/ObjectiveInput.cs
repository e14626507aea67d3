using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>A 工作目标 as it is typed, for key points, template clauses, own items and amendments alike.</summary>
public sealed class ObjectiveInput
{
    [Display(Name = "类别"), Required(ErrorMessage = "请填写类别。"), StringLength(WorkTask.CategoryMaxLength, ErrorMessage = "类别不超过{1}字。")]
    public string Category { get; set; } = "";

    [Display(Name = "内容"), Required(ErrorMessage = "请填写内容。"), StringLength(WorkTask.ContentMaxLength, ErrorMessage = "内容不超过{1}字。")]
    public string Content { get; set; } = "";

    [Display(Name = "计量")]
    public TaskMeasure Measure { get; set; } = TaskMeasure.Count;

    [Display(Name = "目标值")]
    public string? Target { get; set; }

    [Display(Name = "单位"), StringLength(WorkTask.UnitMaxLength, ErrorMessage = "单位不超过{1}字。")]
    public string? Unit { get; set; }

    [Display(Name = "完成时限"), Required(ErrorMessage = "请填写完成时限。")]
    public DateOnly? DueOn { get; set; }

    public static readonly string[] Categories = ["政治建设", "组织建设", "党员教育", "区域化党建", "两新", "后进整顿", "服务群众", "人才", "经费", "专项"];

    /// <summary>The posts that can lead a clause.</summary>
    public static IEnumerable<SelectListItem> LeadPosts => Options.Of<DutyPosts>().Where(o => o.Value is not (nameof(DutyPosts.None) or nameof(DutyPosts.DistrictLeader)));

    public static ObjectiveInput Of(Objective objective) => new()
    {
        Category = objective.Category, Content = objective.Content, Measure = objective.Measure, Target = Typed.Print(objective.Target), Unit = objective.Unit, DueOn = objective.DueOn,
    };

    public Objective ToObjective() =>
        new(Category.Trim(), Content.Trim(), Measure, Measure is TaskMeasure.None ? null : Typed.Number(Target, "目标值"), Unit?.Trim() ?? "", DueOn ?? default);
}
