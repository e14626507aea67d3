using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One fund: its arrival, what was spent of it by voucher, mending and withdrawing.</summary>
public sealed class FundModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseItemPage(db, user, clock)
{
    [BindProperty]
    public FundInput Input { get; set; } = new();

    [BindProperty, Display(Name = "支出日期")]
    public DateOnly? SpentOn { get; set; }

    /// <summary>In yuan.</summary>
    [BindProperty]
    public string? Spent { get; set; }

    [BindProperty]
    public string? Use { get; set; }

    [BindProperty]
    public string? VoucherNo { get; set; }

    public RectificationFund Fund { get; private set; } = null!;

    protected override object Record => Fund;

    protected override string Address => $"{Here}/funds/{Fund.Id}";

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id, int fund)
    {
        if (!await FindAsync(id, fund))
        {
            return NotFound();
        }

        (Version, SpentOn) = (Db.VersionOf(Fund), Today);
        return await ShowAsync();
    }

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostSaveAsync(int id, int fund) => ActAsync(id, fund, Act.RecordRectification, "资金已修改。", () => Fund.Change(Input.Read(), Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostSpendAsync(int id, int fund) => ActAsync(id, fund, Act.RecordRectification, "支出已登记。", () =>
    {
        Rule.Require(SpentOn is not null, "请填写支出日期。");
        Fund.Spend(SpentOn!.Value, Typed.Fen(Spent, "支出金额（元）") ?? 0, Use?.Trim() ?? "", VoucherNo?.Trim() ?? "", Current.Actor, Today);
    });

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostTakeBackAsync(int id, int fund, int spending) => ActAsync(id, fund, Act.RecordRectification, "支出已撤回，金额回到余额。", () =>
    {
        var found = Fund.Spendings.SingleOrDefault(s => s.Id == spending);
        Rule.Require(found is not null, "请选择要撤回的支出。");
        found!.Withdraw(Reason ?? "", Current.Actor, Today);
    });

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, int fund) => ActAsync(id, fund, Act.RecordRectification, "资金已撤回，不再计入任何数字。", () => Fund.Withdraw(Reason ?? "", Current.Actor, Today));

    protected override async Task<bool> FindAsync(int id, int record)
    {
        if (await Db.RectificationFunds.Include(f => f.Case).Include(f => f.Spendings).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == record && f.CaseId == id) is not { } found)
        {
            return false;
        }

        (Fund, Case) = (found, found.Case);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (Input.Amount is null)
        {
            Input = FundInput.Of(Fund);
        }

        History = await AuditLog.HistoryAsync(Db, [(nameof(RectificationFund), Number(Fund.Id)), .. Fund.Spendings.Select(s => (nameof(FundSpending), Number(s.Id)))], Current.Tree);
        return Page();
    }

    private static string Number(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
