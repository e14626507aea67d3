using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>A site as lists show it, and what it waits for.</summary>
public sealed record SiteRow(
    int Id, int OrganizationId, int CommitteeId, int Year, SiteDomain Domain, string Type, string Theme, SiteStage Stage, SiteWording Wording, DateOnly DeclaredOn, DateOnly? EndorsedOn, DateOnly? VisitedOn, int? VisitScore,
    DateOnly? NoticeFrom, DateOnly? NoticeUntil, DateOnly? ConfirmedOn, DateOnly? PlanSubmittedOn, DateOnly? PlanApprovedOn, DateOnly? NamedOn, DateOnly? EndedOn, int OpenObjections, int Done, int Measures, bool IsRechecked, DateOnly? RectifyBy)
{
    public string Word => SiteStages.Word(Stage, Wording);

    public bool IsLive => SiteStages.IsLive(Stage);

    /// <summary>Whether it came as far as that.</summary>
    public bool Reached(SiteStep step) => step switch
    {
        SiteStep.Declared => true,
        SiteStep.Endorsed => EndorsedOn is not null,
        SiteStep.Visited => VisitedOn is not null,
        SiteStep.InNotice => NoticeFrom is not null,
        SiteStep.Confirmed => ConfirmedOn is not null,
        _ => NamedOn is not null,
    };

    /// <summary>What comes next, and whether it is the department's turn.</summary>
    public (string Words, bool IsDepartments) Next(DateOnly today) => Stage switch
    {
        SiteStage.Declared => ("待党（工）委推荐", false),
        SiteStage.Endorsed => ("待审核资料", true),
        SiteStage.Reviewed => ("待实地查看", true),
        SiteStage.Visited => ("待列入拟确定名单", true),
        SiteStage.Shortlisted => ("待公示", true),
        SiteStage.InNotice => OpenObjections > 0 ? ($"{OpenObjections}件异议待核实", true) : today > NoticeUntil ? ("公示期满，待确定", true) : ($"公示至{NoticeUntil:M月d日}", false),
        SiteStage.Confirmed or SiteStage.Cultivating when PlanSubmittedOn is null => ("待报一点一策", false),
        SiteStage.Confirmed or SiteStage.Cultivating when PlanApprovedOn is null => ("一点一策待审定", true),
        SiteStage.Named when Year < today.Year && today.Month == DemonstrationSite.RecheckMonth && !IsRechecked => ("待年度复核", true),
        SiteStage.Warned => RectifyBy < today ? ("整改到期，待复核", true) : ($"整改至{RectifyBy:yyyy年M月d日}", false),
        _ => ("", false),
    };

    /// <summary>Those of the year's programme, and those of earlier ones that were live in it; one command.</summary>
    public static Task<List<SiteRow>> ReadAsync(PartyWorkDb db, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.DemonstrationSites.Where(s => s.Year == year || (s.Year < year && s.ConfirmedOn != null && (s.EndedOn == null || s.EndedOn >= from))).Select(s => new SiteRow(
            s.Id, s.OrganizationId, s.CommitteeId, s.Year, s.Domain, s.Type, s.Theme, s.Stage, s.Programme.Wording, s.DeclaredOn, s.EndorsedOn, s.VisitedOn, s.VisitScore,
            s.NoticeFrom, s.NoticeUntil, s.ConfirmedOn, s.PlanSubmittedOn, s.PlanApprovedOn, s.NamedOn, s.EndedOn, s.Objections.Count(o => o.DecidedOn == null),
            s.Measures.Count(m => m.Task.State == TaskState.Done), s.Measures.Count(m => m.Task.State != TaskState.Cancelled && m.Task.State != TaskState.HandedOver),
            s.Decisions.Any(d => d.On >= from && d.On <= to && (d.Outcome == SiteOutcome.Kept || d.Outcome == SiteOutcome.Warned)),
            s.Decisions.Where(d => d.Outcome == SiteOutcome.Warned).Max(d => d.RectifyBy))).ToListAsync();
    }
}
