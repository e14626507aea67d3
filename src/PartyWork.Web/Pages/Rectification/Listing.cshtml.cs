using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>从摸排到列入: the committee looks, checks and proposes; the district lists by its meeting, or does not.</summary>
public sealed class ListingModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CasePage(db, user, clock)
{
    [BindProperty]
    public List<CaseReasons> Reasons { get; set; } = [];

    [BindProperty]
    public string? Causes { get; set; }

    [BindProperty]
    public CheckMethod? Method { get; set; }

    [BindProperty, Display(Name = "核查日期")]
    public DateOnly? On { get; set; }

    /// <summary>核查情况, 党（工）委意见 or 不列入的理由.</summary>
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty, Display(Name = "到会票数")]
    public int? Votes { get; set; }

    [BindProperty, Display(Name = "满意票数")]
    public int? Satisfied { get; set; }

    [BindProperty, Display(Name = "信访件数")]
    public int? Petitions { get; set; }

    [BindProperty, Display(Name = "居民人数")]
    public int? Residents { get; set; }

    [BindProperty, Display(Name = "户数")]
    public int? Households { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? MeetingNo { get; set; }

    [Needs(Act.ReadRectification)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostSaveAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        Case.Write(Reasons.Aggregate(CaseReasons.None, (all, r) => all | r), Causes?.Trim() ?? "", Case.Aim);
        return "已保存。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostCheckAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        Case.Check(Method ?? throw new BrokenRuleException("请选择核查方式。"), Words?.Trim() ?? "", Current.Actor, On ?? throw new BrokenRuleException("请填写核查日期。"), Today);
        return "核查情况已登记。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostBaselineAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        Rule.Require(Votes is not null && Satisfied is not null && Petitions is not null && Residents is not null && Households is not null, "请填写有效票、满意票、信访件次、居民人口和户数；没有信访的填0。");
        Case.SetBaseline(new(Votes!.Value, Satisfied!.Value, Petitions!.Value, Residents!.Value, Households!.Value, Source?.Trim() ?? ""));
        return "基线已登记。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostProposeAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        Case.Propose(Words?.Trim() ?? "", Current.Actor, Today);
        return "已提出拟列入建议，等待组织科提请研究。";
    });

    [Needs(Act.ManageRectification)]
    public Task<IActionResult> OnPostListAsync(int id) => StepAsync(id, Act.ManageRectification, () =>
    {
        Case.List(MeetingNo?.Trim() ?? "", On ?? throw new BrokenRuleException("请填写列入日期。"), Current.Actor, Today);
        return $"已列入{Case.Batch.Title}；请在{Case.RolesDueOn:M月d日}前配齐四支帮扶力量。";
    });

    [Needs(Act.ManageRectification)]
    public Task<IActionResult> OnPostDropAsync(int id) => StepAsync(id, Act.ManageRectification, () =>
    {
        Case.Drop(Words?.Trim() ?? "", Current.Actor, Today);
        return "已登记不列入。";
    });

    private Task<IActionResult> StepAsync(int id, Act act, Func<string> step) => DoAsync(id, act, () => Task.FromResult(step()), $"/rectification/{id}/listing");

    protected override Task ShowAsync()
    {
        if (Request.Method == "GET" || Causes is null)
        {
            (Reasons, Causes) = ([.. CaseShow.Each(Case.Reasons)], Case.Causes);
        }

        if (Case.Baseline is { } baseline && Source is null)
        {
            (Votes, Satisfied, Petitions, Residents, Households, Source) = (baseline.Votes, baseline.Satisfied, baseline.Petitions, baseline.Residents, baseline.Households, baseline.Source);
        }

        return Task.CompletedTask;
    }
}
