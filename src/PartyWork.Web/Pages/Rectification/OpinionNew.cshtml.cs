using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>登记意见 that came by hotline, grid, letter box or meeting; what is heard at a door is written down with the visit.</summary>
public sealed class OpinionNewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    [BindProperty, Display(Name = "收集日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public OpinionSource? Source { get; set; }

    [BindProperty]
    public OpinionCategory? Category { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        (Once, On) = (Guid.NewGuid(), Today);
        return await RefusalAsync(id, Act.RecordRectification) ?? Page();
    }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id, Act.RecordRectification) is { } refusal ? refusal : !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
    {
        if (await Db.IsSavedAsync<ResidentOpinion>(Once))
        {
            Tell("这条意见刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/opinions/new");
        }

        Rule.Require(On is not null, "请填写收集日期。");
        var no = 1 + (await Db.ResidentOpinions.Where(o => o.CaseId == id).MaxAsync(o => (int?)o.No) ?? 0);
        Db.AddOnce(new ResidentOpinion(Case, no, new(On!.Value, Source ?? 0, Category ?? 0, Said?.Trim() ?? ""), Current.Actor, Today), Once);
        await Db.SaveChangesAsync();
        Tell($"已登记为第{no}号意见。可以登记下一条，或到意见办理中交办。");
        return Redirect($"{Here}/opinions/new");
    }, async () => await FindCaseAsync(id) ? Page() : NotFound());
}
