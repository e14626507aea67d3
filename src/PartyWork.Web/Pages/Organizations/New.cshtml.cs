using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>新建党组织 under a parent, last in its order; its level follows from the parent's.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public static readonly IReadOnlyList<OrganizationKind> Kinds = [.. Enum.GetValues<OrganizationKind>().Where(k => k is not OrganizationKind.DistrictCommittee)];
    public static readonly IReadOnlyList<OrganizationDomain> Domains = [.. Enum.GetValues<OrganizationDomain>().Where(d => d is not OrganizationDomain.District)];

    [BindProperty, Display(Name = "党组织名称"), Required(ErrorMessage = "请填写党组织名称。"), StringLength(Organization.NameMaxLength, ErrorMessage = "党组织名称不超过80字。")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "组织代码"), Required(ErrorMessage = "请填写组织代码。"), StringLength(Organization.CodeMaxLength, ErrorMessage = "组织代码不超过20位。")]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "上级党组织"), Required(ErrorMessage = "请选择上级党组织。")]
    public int? ParentId { get; set; }

    [BindProperty, Display(Name = "类别"), Required(ErrorMessage = "请选择类别。")]
    public OrganizationKind? Kind { get; set; }

    [BindProperty, Display(Name = "领域"), Required(ErrorMessage = "请选择领域。")]
    public OrganizationDomain? Domain { get; set; }

    [BindProperty, Display(Name = "组建方式")]
    public OrganizationNature Nature { get; set; }

    [BindProperty, Display(Name = "批准成立日期"), Required(ErrorMessage = "请填写批准成立日期。"), DataType(DataType.Date)]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "批准成立文号"), StringLength(Organization.DocumentMaxLength, ErrorMessage = "文号不超过60字。")]
    public string? Document { get; set; }

    [BindProperty, Display(Name = "党员数"), Required(ErrorMessage = "请填写党员数。"), Range(0, 1_000_000, ErrorMessage = "党员数应为0以上的整数。")]
    public int? MemberCount { get; set; }

    [BindProperty, Display(Name = "联系电话"), RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string? Phone { get; set; }

    [BindProperty, Display(Name = "属地或所在单位"), StringLength(Organization.TextMaxLength, ErrorMessage = "不超过200字。")]
    public string? Territory { get; set; }

    [BindProperty, Display(Name = "办理依据"), Required(ErrorMessage = "请填写办理依据。"), StringLength(200, ErrorMessage = "办理依据不超过200字。")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<string>? Consequences { get; private set; }
    public IReadOnlyList<SelectListItem> Parents => OrganizationOptions.Of(user.Tree, n => n.Level < OrganizationLevel.Branch);

    [Needs(Act.ManageOrganizations)]
    public void OnGet() => On = clock.Today;

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostPreviewAsync() => !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        var organization = await FoundAsync();
        Consequences =
        [
            $"{organization.Name}（{organization.Code}）：{organization.Kind.Text()}，{organization.Level.Text()}，领域为{organization.Domain.Text()}。",
            $"自{Show.Words(On!.Value)}起隶属“{user.Tree[ParentId!.Value].Name}”，排在其下级党组织的最后。",
            organization.Level is OrganizationLevel.Branch ? "党支部层级不单独报送三张清单和季报。" : "已经发布的期次，请在“年度与时间”中补发布；以后发布的期次自动包括。",
        ];
        return Page();
    }, ShowAsync);

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        var organization = await FoundAsync();
        db.Add(organization);
        db.Lease.Why = Document?.Trim() is { Length: > 0 } paper ? $"{Reason.Trim()}（{paper}）" : Reason.Trim();
        await db.SaveChangesAsync();
        Tell($"已新建“{organization.Name}”，请登记任职。");
        return Redirect($"/organizations/{organization.Id}");
    }, ShowAsync);

    private Task<IActionResult> ShowAsync() => Task.FromResult<IActionResult>(Page());

    private async Task<Organization> FoundAsync()
    {
        var code = Code.Trim();
        Rule.Require(Kinds.Contains(Kind!.Value) && Domains.Contains(Domain!.Value) && Parents.Any(p => p.Value == $"{ParentId}"), "请从列表中选择上级、类别和领域。");
        Rule.Require(On <= clock.Today && On > Organization.Earliest, "批准成立日期不能晚于今天。");
        Rule.Require(!user.Tree.InOrder.Any(n => n.Code.Equals(code, StringComparison.OrdinalIgnoreCase)), $"组织代码{code}已被使用。");
        var parent = await db.Organizations.SingleAsync(o => o.Id == ParentId);
        var organization = new Organization(code, Name.Trim(), Organization.LevelBelow(parent.Level), Kind!.Value, Domain!.Value);
        organization.Reclassify(organization.Level, Kind.Value, Domain.Value, Nature);
        organization.Describe(MemberCount!.Value, Phone?.Trim() ?? "", Territory?.Trim() ?? "", null, "");
        organization.PlaceAt(user.Tree.Subtree(parent.Id).Max(id => user.Tree[id].SortNo) + 1);
        organization.AffiliateTo(parent, On!.Value, Document?.Trim() ?? "");
        return organization;
    }
}
