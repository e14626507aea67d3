using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification.Acceptances;

/// <summary>回头看 half a year after 销号: it holds, or the community has fallen back and the case is taken up again.</summary>
public sealed class LookBackModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AcceptancePage(db, user, clock)
{
    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "情况")]
    public string? Words { get; set; }

    [Needs(Act.AcceptCases)]
    public async Task<IActionResult> OnGetAsync(int id) => await GetAsync(id) is var page && Acceptance is not null && !Manages ? StatusCode(StatusCodes.Status403Forbidden) : page;

    [Needs(Act.AcceptCases)]
    public Task<IActionResult> OnPostHoldsAsync(int id) => DoAsync(id, () =>
    {
        Acceptance.LookBack(Words?.Trim() ?? "", Current.Actor, On ?? Today, Today);
        return Task.FromResult("回头看已登记为合格。");
    });

    [Needs(Act.AcceptCases)]
    public Task<IActionResult> OnPostRelapseAsync(int id) => DoAsync(id, () =>
    {
        Acceptance.Relapse(Words?.Trim() ?? "", Current.Actor, On ?? Today, Today);
        return Task.FromResult("已登记反弹，原整顿重新打开：请重新选派帮扶力量、编制方案。");
    });

    protected override void Show() => On ??= Today;
}
