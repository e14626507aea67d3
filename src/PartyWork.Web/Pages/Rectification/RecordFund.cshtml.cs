using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>手机登记一笔整顿资金.</summary>
public sealed class RecordFundModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    [BindProperty]
    public FundInput Input { get; set; } = new();

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        (Once, Input.ArrivedOn) = (Guid.NewGuid(), Today);
        return await RefusalAsync(id, Act.RecordRectification) ?? Page();
    }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id, Act.RecordRectification) is { } refusal ? refusal : !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
    {
        if (await Db.IsSavedAsync<RectificationFund>(Once))
        {
            Tell("这笔资金刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/record/fund");
        }

        var fund = new RectificationFund(Case, Input.Read(), Current.Actor, Today);
        Db.AddOnce(fund, Once);
        await Db.SaveChangesAsync();
        Tell($"已登记{fund.Giver}{Show.Yuan(fund.AmountFen)}{(fund.ArrivedOn is null ? "（未到账，不计入到位资金）" : "")}。可以登记下一笔。");
        return Redirect($"{Here}/record/fund");
    }, async () => await FindCaseAsync(id) ? Page() : NotFound());
}
