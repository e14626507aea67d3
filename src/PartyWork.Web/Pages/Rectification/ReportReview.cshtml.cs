using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>审核 of a monthly report by the committee: with passing it says where the community is going; or it sends lines back with reasons.</summary>
public sealed class ReportReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : MonthlyReportPage(db, user, clock)
{
    [BindProperty]
    public TravelDirection? Direction { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty, Display(Name = "改好期限")]
    public DateOnly? DueOn { get; set; }

    /// <summary>What can be sent back: what somebody wrote.</summary>
    public IReadOnlyList<(string Key, string Label)> Rows =>
        [.. Filing.Rows.Where(r => r.Key is not (MonthlyReport.Households or MonthlyReport.Closed)).OrderBy(r => MonthlyReport.Labels.Keys.ToList().IndexOf(r.Key)).Select(r => (r.Key, r.Label))];

    [Needs(Act.ReviewMonthlyReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var workdays = await Db.WorkdaysAsync();
        return await GetAsync(id, () => DueOn = workdays.After(Today, 3), Act.ReviewMonthlyReports);
    }

    [Needs(Act.ReviewMonthlyReports)]
    public Task<IActionResult> OnPostAcceptAsync(int id) => ActAsync(id, Act.ReviewMonthlyReports, "已审核通过，走向已登记。", async () =>
    {
        Report.Accept(Case, Direction ?? throw new BrokenRuleException("请选择本月走向。"), Why?.Trim() ?? "", Current.Actor, Now);
        await Db.OweMonthlyReportsAsync(Case, Current.Actor, Now);
    });

    [Needs(Act.ReviewMonthlyReports)]
    public Task<IActionResult> OnPostReturnAsync(int id) => ActAsync(id, Act.ReviewMonthlyReports, "已退回。", async () =>
    {
        Node.RequireStanding();
        var reasons = Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!.Trim());
        Db.Lease.Why = string.Join("；", reasons.Values);
        Filing.Return(Current.Actor, reasons, DueOn ?? Today, await Db.WorkdaysAsync(), Now);
    });
}
