using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿月报: written by the first secretary or the clerk, confirmed by the community's secretary; its numbers are there already.</summary>
public sealed class ReportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : MonthlyReportPage(db, user, clock)
{
    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Works { get; set; }

    [BindProperty]
    public string? Requests { get; set; }

    [BindProperty]
    public string? Cooperation { get; set; }

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool Fills => Current.May(Act.FillMonthlyReports, Filing.OrganizationId);
    public bool Confirms => Current.May(Act.ConfirmMonthlyReports, Filing.OrganizationId);
    public bool Reviews => Current.May(Act.ReviewMonthlyReports, Filing.OrganizationId);
    public bool MovesDeadline => Current.May(Act.MoveDeadline, Filing.OrganizationId);
    public bool Editable => Fills && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the community's draft.</summary>
    public bool ShowsWords => Fills || Filing.FirstSubmittedAt is not null;

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (ShowsWords)
        {
            (Days, Works, Requests, Cooperation) = ($"{Report.OnPost}", Report.Text(MonthlyReport.Works), Report.Text(MonthlyReport.Requests), Report.Text(MonthlyReport.Cooperation));
        }

        return Page();
    }

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version) => WriteAsync(id, version, Act.FillMonthlyReports, "已暂存。", () => { });

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostPrepareAsync(int id, int version) => WriteAsync(id, version, Act.FillMonthlyReports, "已报社区书记，等待确认。", () => Report.Prepare(Current.Actor, Now));

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id, int version) => WriteAsync(id, version, Act.FillMonthlyReports, "已按书记线下签字报送；书记登录后请补确认。",
        () => Report.SignOffline(Current.Actor, SignedOn ?? throw new BrokenRuleException("请填写书记签字日期。"), Now));

    [Needs(Act.ConfirmMonthlyReports)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int version) => WriteAsync(id, version, Act.ConfirmMonthlyReports, "整顿月报已确认并报送。", () => Report.Confirm(Current.Actor, Now));

    [Needs(Act.ConfirmMonthlyReports)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id, int version) => ActAsync(id, version, Act.ConfirmMonthlyReports, "已补确认线下签字。", () =>
    {
        Filing.ConfirmSignature(Current.Actor, Now);
        return Task.CompletedTask;
    });

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) => MoveAsync(id, version, "已批准延期。", reason => Filing.Extend(Current.Actor, Until ?? Today, reason, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) => MoveAsync(id, version, "已解锁，可在期限内补报。", reason => Filing.Unlock(Current.Actor, Until ?? Today, reason, Now));

    private Task<IActionResult> MoveAsync(int id, int version, string done, Action<string> move) => ActAsync(id, version, Act.MoveDeadline, done, () =>
    {
        lease.Why = Reason?.Trim() ?? "";
        move(lease.Why);
        return Task.CompletedTask;
    });

    private Task<IActionResult> WriteAsync(int id, int version, Act act, string done, Action then) => ActAsync(id, version, act, done, () =>
    {
        var days = Typed.Number(Days, MonthlyReport.Labels[MonthlyReport.Days]);
        Rule.Require(days is null || days % Quantity.One == 0, "在岗天数请填写整数。");
        Report.Write(days / Quantity.One, Clean(Works), Clean(Requests), Clean(Cooperation), Now);
        then();
        return Task.CompletedTask;
    });

    private static string Clean(string? words) => words?.Trim().ReplaceLineEndings("\n") ?? "";
}
