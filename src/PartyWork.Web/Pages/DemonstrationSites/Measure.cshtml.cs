using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>措施进展 of an organisation that has no lists of its own to report in; the department says whether it is done.</summary>
public sealed class MeasureModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : SitePage(db, user, clock)
{
    [FromRoute]
    public int No { get; set; }

    [BindProperty]
    public ReportChoice? Choice { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SiteMeasure? Measure => Site.Measures.SingleOrDefault(m => m.No == No);

    /// <summary>The lists of the measure's year, in whose quarterly reports it is told; null where there are none.</summary>
    public int? Lists => Standing.Lists.Find(l => l.Year == Measure?.Task.Year)?.Id;
    public bool Reports => Declares && Lists is null && Measure?.Task.State is TaskState.InProgress or TaskState.DoneClaimed;
    public bool Judges => Manages && Lists is null && Measure?.Task.State is TaskState.DoneClaimed;

    [Needs(Act.ReadSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostReportAsync(int id) => DoAsync(id, () => Declares, () =>
    {
        There(Measure).Report(Lists is not null, Choice ?? 0, Typed.Number(Value, "完成数"), Words?.Trim() ?? "", Current.Actor, Today);
        return "进展已报送。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostAcceptAsync(int id) => DoAsync(id, () => Manages, () =>
    {
        There(Measure).Accept();
        return "已认定完成。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostReturnAsync(int id) => DoAsync(id, () => Manages, () =>
    {
        There(Measure).Return(lease.Why = Reason?.Trim() ?? "");
        return "已退回。";
    });
}
