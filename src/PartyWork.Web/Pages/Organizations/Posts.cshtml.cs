using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

public sealed class AppointInput
{
    [Display(Name = "岗位"), Required(ErrorMessage = "请选择岗位。")]
    public PostKind? Kind { get; set; }

    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名不超过50字。")]
    public string Name { get; set; } = "";

    [Display(Name = "电话"), Required(ErrorMessage = "请填写电话。"), RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string Phone { get; set; } = "";

    [Display(Name = "职务全称"), StringLength(PostHolding.TitleMaxLength, ErrorMessage = "职务全称不超过60字。")]
    public string? Title { get; set; }

    [Display(Name = "任职日期"), Required(ErrorMessage = "请填写任职日期。"), DataType(DataType.Date)]
    public DateOnly? From { get; set; }

    [Display(Name = "依据或说明"), StringLength(200, ErrorMessage = "依据或说明不超过200字。")]
    public string? Why { get; set; }
}

public sealed class EndInput
{
    public int HoldingId { get; set; }
    public int Version { get; set; }

    [Display(Name = "离任日期"), Required(ErrorMessage = "请填写离任日期。")]
    public DateOnly? On { get; set; }

    [StringLength(200, ErrorMessage = "依据或说明不超过200字。")]
    public string? Why { get; set; }
}

/// <summary>任职管理: appointing and ending posts of one organisation.</summary>
public sealed class PostsModel(PartyWorkDb db, DbLease lease, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const string PhonePattern = @"\s*[0-9][0-9\-]{4,28}[0-9]\s*", PhoneError = "电话只能由数字和连字符组成，至少6位。";

    public static readonly IReadOnlyList<PostKind> Appointable = [PostKind.Secretary, PostKind.Deputy, PostKind.Officer, PostKind.Member, PostKind.FirstSecretary];

    /// <summary>Posts of this organisation: at the district its leaders, the department's sections and inspectors; at a department its liaison and the talent office, and where it looks after a domain that post too.</summary>
    public IReadOnlyList<PostKind> Kinds =>
    [
        .. Appointable,
        .. Node.Level is OrganizationLevel.District ? [PostKind.DistrictLeader, PostKind.DistrictStaff, PostKind.Inspector] : Array.Empty<PostKind>(),
        .. Node.IsDepartment ? [PostKind.Liaison, PostKind.TalentOffice] : Array.Empty<PostKind>(),
        .. user.Tree.Charges.Values.Contains(Node.Id) ? [PostKind.SocialWorkDepartment] : Array.Empty<PostKind>(),
    ];

    public AppointInput Appoint { get; set; } = new();
    public EndInput End { get; set; } = new();
    public OrgNode Node { get; private set; } = null!;
    public IReadOnlyList<HolderRow> Holders { get; private set; } = [];
    public DateOnly Today => clock.Today;

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetAsync(int id) => Refusal(id) ?? await ShowAsync(id);

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAppointAsync(int id, AppointInput appoint)
    {
        Appoint = appoint;
        return Refusal(id) ?? (!ModelState.IsValid ? await ShowAsync(id) : await TryAsync(db, () => AppointAsync(id), () => ShowAsync(id)));
    }

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostEndAsync(int id, EndInput end)
    {
        End = end;
        return Refusal(id) ?? (!ModelState.IsValid ? await ShowAsync(id) : await TryAsync(db, () => EndAsync(id), () => ShowAsync(id)));
    }

    private async Task<IActionResult> AppointAsync(int id)
    {
        var (kind, name, phone, from) = (Appoint.Kind!.Value, Appoint.Name.Trim(), Appoint.Phone.Trim(), Appoint.From!.Value);
        Rule.Require(Kinds.Contains(kind), "请从列表中选择岗位。");
        var organization = await db.Organizations.SingleAsync(o => o.Id == id);
        Rule.Require(organization.ClosedOn is null, "该党组织已撤销，不能再任职。");
        var today = clock.Today;
        var same = await db.PostHoldings.Where(h => h.OrganizationId == id && h.Kind == kind && (h.To == null || h.To >= today))
            .Select(h => new { h.Person.Name, h.Person.Phone, h.To }).ToListAsync();
        Rule.Require(!same.Any(h => h.Name == name && h.Phone == phone), $"{name}已任{kind.Text()}，无需重复登记。");
        Rule.Require(kind is not PostKind.Secretary || same.All(h => h.To < from), $"现任书记为{same.FirstOrDefault()?.Name}，请先登记其离任。");
        var person = await db.Persons.Include(p => p.Holdings).FirstOrDefaultAsync(p => p.Name == name && p.Phone == phone);
        Rule.Require(person is null || person.Id != user.PersonId, "不能为本人登记任职，请由组织部其他同志办理。");
        var known = person is not null;
        var title = Appoint.Title?.Trim() is { Length: > 0 } given ? given : organization.Name + kind.Text();
        db.Add(new PostHolding(person ?? new Person(name, phone), organization, kind, title, from));
        lease.Why = Appoint.Why?.Trim() ?? "";
        await db.SaveChangesAsync();
        Tell($"已登记{name}任{title}{(known ? "；姓名和电话与已有人员一致，登记为同一人" : "")}。");
        return Redirect($"/organizations/{id}/posts");
    }

    private async Task<IActionResult> EndAsync(int id)
    {
        var holding = await db.PostHoldings.Include(h => h.Person).SingleOrDefaultAsync(h => h.Id == End.HoldingId && h.OrganizationId == id);
        if (holding is null || !Kinds.Contains(holding.Kind))
        {
            return NotFound();
        }

        var on = End.On!.Value;
        Rule.Require(holding.PersonId != user.PersonId, "不能为本人登记离任，请由组织部其他同志办理。"); // so that somebody who may appoint others always stays
        Rule.Require(on <= clock.Today, "离任日期不能晚于今天，请在离任当日或之后登记。");
        holding.End(on);
        db.Expect(holding, End.Version);
        lease.Why = End.Why?.Trim() ?? "";
        await db.SaveChangesAsync();
        Tell($"已登记{holding.Person.Name}自{Pages.Show.Day(on)}起离任{holding.Title}。");
        return Redirect($"/organizations/{id}/posts");
    }

    private StatusCodeResult? Refusal(int id)
    {
        if (user.Tree.Find(id) is not { } node)
        {
            return NotFound();
        }

        Node = node;
        return user.May(Act.ManageOrganizations, id) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IActionResult> ShowAsync(int id)
    {
        var (kinds, today) = (Kinds, clock.Today);
        Holders = await db.PostHoldings.Where(h => h.OrganizationId == id && kinds.Contains(h.Kind) && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).ThenBy(h => h.From)
            .Select(h => new HolderRow(h.Id, EF.Property<int>(h, PartyWorkDb.Version), h.PersonId, h.Person.Name, h.Person.Phone, h.Kind, h.Title, h.From, h.To)).ToListAsync();
        return Page();
    }
}
