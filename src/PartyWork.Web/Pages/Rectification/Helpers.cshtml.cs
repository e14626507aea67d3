using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>
/// 帮扶力量: who helps in the four roles. A helper who fills in things himself is given a post at the community, which ends with the help; for a district leader, who is only
/// named, the liaison is.
/// </summary>
public sealed class HelpersModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CasePage(db, user, clock)
{
    [BindProperty]
    public HelperRole? Role { get; set; }

    [BindProperty, StringLength(CaseHelper.NameMaxLength, ErrorMessage = "姓名不超过{1}字。")]
    public string? Name { get; set; }

    [BindProperty, StringLength(CaseHelper.UnitMaxLength, ErrorMessage = "单位不超过{1}字。")]
    public string? Unit { get; set; }

    [BindProperty, StringLength(CaseHelper.PostMaxLength, ErrorMessage = "职务不超过{1}字。")]
    public string? Title { get; set; }

    [BindProperty, RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string? Phone { get; set; }

    [BindProperty, Display(Name = "选派日期")]
    public DateOnly? From { get; set; }

    /// <summary>The helper enters things himself.</summary>
    [BindProperty]
    public bool Enters { get; set; } = true;

    /// <summary>区领导联络员, who enters what the leader does.</summary>
    [BindProperty, StringLength(Person.NameMaxLength, ErrorMessage = "联络员姓名不超过{1}字。")]
    public string? Liaison { get; set; }

    [BindProperty]
    public int HelperId { get; set; }

    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    public IReadOnlyList<string> Missing => Case.Stage.IsUnderWay() ? Case.RolesMissing : [];

    protected override IQueryable<RectificationCase> Cases => base.Cases.Include(c => c.Helpers).ThenInclude(h => h.Holding);

    [Needs(Act.ReadRectification)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRectification)]
    public Task<IActionResult> OnPostAppointAsync(int id) => DoAsync(id, Act.ManageRectification, async () =>
    {
        Rule.Require(ModelState.IsValid, "请按提示更正后再登记。");
        var role = Role ?? throw new BrokenRuleException("请选择帮扶角色。");
        var from = From ?? throw new BrokenRuleException("请填写选派日期。");
        var (name, phone) = (Name?.Trim() ?? "", Phone?.Trim() ?? "");
        var enters = role is HelperRole.DistrictLeader ? Liaison?.Trim() ?? "" : Enters ? name : "";
        var helper = Case.Appoint(role, new(name, Unit?.Trim() ?? "", Title?.Trim() ?? "", phone), from, enters.Length > 0 ? await PostAsync(enters, phone, role.Post(), from) : null);
        return $"已登记{helper.Name}为{role.Text()}{(helper.Holding is null ? "" : $"；{enters}在本社区任{role.Post().Text()}，整顿结束时自动离任")}。";
    }, $"/rectification/{id}/helpers");

    [Needs(Act.ManageRectification)]
    public Task<IActionResult> OnPostReleaseAsync(int id) => DoAsync(id, Act.ManageRectification, () =>
    {
        var helper = Case.Helpers.SingleOrDefault(h => h.Id == HelperId) ?? throw new BrokenRuleException("请刷新后再办理。");
        Case.Release(helper, On ?? throw new BrokenRuleException("请填写结束日期。"), Today);
        return Task.FromResult($"{helper.Name}的帮扶自{Show.Day(helper.To)}结束。");
    }, $"/rectification/{id}/helpers");

    /// <summary>The post that lets a helper in: one that is held already, else a new one of a known person or of somebody new.</summary>
    private async Task<PostHolding> PostAsync(string name, string phone, PostKind kind, DateOnly from)
    {
        Rule.Require(phone.Length > 0, "需要登录填报的，请填写电话：姓名和电话用来识别人员。");
        var (id, current) = (Case.OrganizationId, await Db.Persons.Include(p => p.Holdings).FirstOrDefaultAsync(p => p.Name == name && p.Phone == phone));
        Rule.Require(current is null || current.Id != Current.PersonId, "不能为本人登记任职，请由组织部其他同志办理。");
        var organization = await Db.Organizations.SingleAsync(o => o.Id == id);
        if (current?.Holdings.FirstOrDefault(h => h.OrganizationId == id && h.Kind == kind && h.To is null) is { } held)
        {
            return held;
        }

        var holding = new PostHolding(current ?? new Person(name, phone), organization, kind, organization.Name + kind.Text(), from);
        Db.Add(holding);
        return holding;
    }
}
