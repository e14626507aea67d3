using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿月报: written by the first secretary or the clerk, confirmed by the community's secretary; its numbers are there already.</summary>
public sealed class ReportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : MonthlyReportPage(db, user, clock)
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

    public bool Fills => May(Act.FillMonthlyReports);
    public bool Confirms => May(Act.ConfirmMonthlyReports);
    public bool Reviews => May(Act.ReviewMonthlyReports);
    public bool MovesDeadline => May(Act.MoveDeadline);
    public bool Editable => Fills && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the community's draft.</summary>
    public bool ShowsWords => Fills || Filing.FirstSubmittedAt is not null;

    [Needs(Act.ReadRectification)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () =>
    {
        if (ShowsWords)
        {
            (Days, Works, Requests, Cooperation) = ($"{Report.OnPost}", Report.Text(MonthlyReport.Works), Report.Text(MonthlyReport.Requests), Report.Text(MonthlyReport.Cooperation));
        }
    });

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostSaveAsync(int id) => WriteAsync(id, Act.FillMonthlyReports, "已暂存。", () => { });

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostPrepareAsync(int id) => WriteAsync(id, Act.FillMonthlyReports, "已报社区书记，等待确认。", () => Report.Prepare(Current.Actor, Now));

    [Needs(Act.FillMonthlyReports)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id) => WriteAsync(id, Act.FillMonthlyReports, "已按书记线下签字报送；书记登录后请补确认。",
        () => Report.SignOffline(Current.Actor, SignedOn ?? throw new BrokenRuleException("请填写书记签字日期。"), Now));

    [Needs(Act.ConfirmMonthlyReports)]
    public Task<IActionResult> OnPostConfirmAsync(int id) => WriteAsync(id, Act.ConfirmMonthlyReports, "整顿月报已确认并报送。", () => Report.Confirm(Current.Actor, Now));

    [Needs(Act.ConfirmMonthlyReports)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id) => ActAsync(id, Act.ConfirmMonthlyReports, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id) => ExtendAsync(id, Until, Reason);

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id) => UnlockAsync(id, Until, Reason);

    private Task<IActionResult> WriteAsync(int id, Act act, string done, Action then) => ActAsync(id, act, done, () =>
    {
        var days = Typed.Number(Days, MonthlyReport.Labels[MonthlyReport.Days]);
        Rule.Require(days is null || days % Quantity.One == 0, "在岗天数请填写整数。");
        Report.Write(days / Quantity.One, Clean(Works), Clean(Requests), Clean(Cooperation), Now);
        then();
    });

    private static string Clean(string? words) => words?.Trim().ReplaceLineEndings("\n") ?? "";
}
