using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>What can be changed about an organisation by hand; its code never changes, its name and its place have acts of their own.</summary>
public sealed class OrganizationInput
{
    [Display(Name = "组建方式")]
    public OrganizationNature Nature { get; set; }

    [Display(Name = "党员数"), Required(ErrorMessage = "请填写党员数。"), Range(0, 1_000_000, ErrorMessage = "党员数应为0以上的整数。")]
    public int? MemberCount { get; set; }

    [Display(Name = "本届选举日期"), DataType(DataType.Date)]
    public DateOnly? ElectedOn { get; set; }

    [Display(Name = "联系电话"), RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string? Phone { get; set; }

    [Display(Name = "属地")]
    public int? TerritoryId { get; set; }

    [Display(Name = "考核归口")]
    public int? AssessmentLineId { get; set; }

    [Display(Name = "变更原因"), Required(ErrorMessage = "请填写变更原因。"), StringLength(200, ErrorMessage = "变更原因不超过200字。")]
    public string? Why { get; set; }

    public int Version { get; set; }
}
