using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.DemonstrationSites;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>The programme as it is typed.</summary>
public sealed class ProgrammeForm
{
    [Display(Name = "方案名称")]
    public string? Name { get; set; }

    [Display(Name = "批准机关")]
    public ProgrammeApprover Approver { get; set; }

    [Display(Name = "依据文号")]
    public string? BasisDocument { get; set; }

    [Display(Name = "批准日期")]
    public DateOnly? ApprovedOn { get; set; }

    [Display(Name = "表述")]
    public SiteWording Wording { get; set; }

    [Display(Name = "授牌")]
    public bool HasPlaques { get; set; }

    [Display(Name = "社区")]
    public int Community { get; set; }

    [Display(Name = "机关")]
    public int Organ { get; set; }

    [Display(Name = "学校")]
    public int School { get; set; }

    [Display(Name = "两新")]
    public int TwoNew { get; set; }

    [Display(Name = "每个党（工）委推荐不超过")]
    public int PerCommittee { get; set; }

    [Display(Name = "两新党组织最低星级")]
    public int LeastStar { get; set; }

    [Display(Name = "公示天数")]
    public int NoticeDays { get; set; }

    [Display(Name = "命名所需得分")]
    public string? Mark { get; set; }

    [Display(Name = "申报开始日"), Required(ErrorMessage = "请填写申报开始日。")]
    public DateOnly? DeclareFrom { get; set; }

    [Display(Name = "申报截止日"), Required(ErrorMessage = "请填写申报截止日。")]
    public DateOnly? DeclareUntil { get; set; }

    [Display(Name = "创建类型（每行一种）")]
    public string? Types { get; set; }

    [Display(Name = "现场评分项目（每行一项，每项5分）")]
    public string? VisitItems { get; set; }

    public static ProgrammeForm Of(ProgrammeText t) => new()
    {
        Name = t.Name, Approver = t.Approver, BasisDocument = t.BasisDocument, ApprovedOn = t.ApprovedOn, Wording = t.Wording, HasPlaques = t.HasPlaques, Community = t.Numbers.Community, Organ = t.Numbers.Organ, School = t.Numbers.School, TwoNew = t.Numbers.TwoNew,
        PerCommittee = t.PerCommittee, LeastStar = t.LeastStar, NoticeDays = t.NoticeDays, Mark = Typed.Print(t.Mark), DeclareFrom = t.DeclareFrom, DeclareUntil = t.DeclareUntil, Types = t.Types, VisitItems = t.VisitItems,
    };

    public ProgrammeText ToText(int year) => new(Name?.Trim() ?? "", Approver, BasisDocument?.Trim() ?? "", ApprovedOn, Wording, HasPlaques, new(Community, Organ, School, TwoNew), PerCommittee, LeastStar, NoticeDays,
        Typed.Number(Mark, "命名所需得分") ?? 0, DeclareFrom ?? new(year, 3, 1), DeclareUntil ?? new(year, 3, 25), Types?.Trim().ReplaceLineEndings("\n") ?? "", VisitItems?.Trim().ReplaceLineEndings("\n") ?? "");
}
