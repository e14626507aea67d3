using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿方案 of a batch as it is typed.</summary>
public sealed class SchemeInput
{
    [Display(Name = "方案名称"), Required(ErrorMessage = "请填写方案名称。"), StringLength(RectificationBatch.NameMaxLength, ErrorMessage = "方案名称不超过{1}字。")]
    public string? Name { get; set; }

    [Display(Name = "文号"), Required(ErrorMessage = "请填写文号。"), StringLength(RectificationBatch.NumberMaxLength, ErrorMessage = "文号不超过{1}字。")]
    public string? DocumentNo { get; set; }

    [Display(Name = "整顿工作法"), Required(ErrorMessage = "请填写整顿工作法。"), StringLength(RectificationBatch.MethodMaxLength, ErrorMessage = "整顿工作法不超过{1}字。")]
    public string? Method { get; set; }

    [Display(Name = "联系区领导（名）"), Required(ErrorMessage = "请填写联系区领导数。")]
    public int? Leaders { get; set; }

    [Display(Name = "第一书记（名）"), Required(ErrorMessage = "请填写第一书记数。")]
    public int? FirstSecretaries { get; set; }

    [Display(Name = "工作组（个）"), Required(ErrorMessage = "请填写工作组数。")]
    public int? WorkTeams { get; set; }

    [Display(Name = "帮扶单位（个）"), Required(ErrorMessage = "请填写帮扶单位数。")]
    public int? SupportUnits { get; set; }

    [Display(Name = "每个工作组人数"), Required(ErrorMessage = "请填写工作组人数。")]
    public int? TeamMembers { get; set; }

    [Display(Name = "区领导每季度到点次数"), Required(ErrorMessage = "请填写区领导每季度到点次数。")]
    public int? LeaderVisits { get; set; }

    [Display(Name = "第一书记每月在岗天数"), Required(ErrorMessage = "请填写第一书记每月在岗天数。")]
    public int? OnPostDays { get; set; }

    [Display(Name = "整顿期（月）"), Required(ErrorMessage = "请填写整顿期。")]
    public int? Months { get; set; }

    [Display(Name = "验收不合格几次封顶"), Required(ErrorMessage = "请填写一年内验收不合格几次，社区和党（工）委考核等次封顶。")]
    public int? Failures { get; set; } = BatchScheme.UsualFailures;

    [Display(Name = "列入名额")]
    public int? Quota { get; set; }

    public static SchemeInput Of(BatchScheme s) => new()
    {
        Name = s.Name, DocumentNo = s.DocumentNo, Method = s.Method, Leaders = s.Leaders, FirstSecretaries = s.FirstSecretaries, WorkTeams = s.WorkTeams, SupportUnits = s.SupportUnits,
        TeamMembers = s.LeastTeamMembers, LeaderVisits = s.LeastLeaderVisits, OnPostDays = s.LeastOnPostDays, Months = s.LeastMonths, Failures = s.CappingFailures, Quota = s.Quota,
    };

    public BatchScheme Read() => new(Name!.Trim(), DocumentNo!.Trim(), Method!.Trim(), Leaders!.Value, FirstSecretaries!.Value, WorkTeams!.Value, SupportUnits!.Value, Quota)
    {
        LeastTeamMembers = TeamMembers!.Value, LeastLeaderVisits = LeaderVisits!.Value, LeastOnPostDays = OnPostDays!.Value, LeastMonths = Months!.Value, CappingFailures = Failures!.Value,
    };
}
