using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>手机登记走访: one household after the other, with what was heard and the cards that were left; the building stays for the next door.</summary>
public sealed class RecordModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    [BindProperty, Display(Name = "走访日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Visitor { get; set; }

    [BindProperty]
    public string? Building { get; set; }

    [BindProperty]
    public string? HouseholdNo { get; set; }

    [BindProperty, Display(Name = "户数")]
    public int? Households { get; set; }

    [BindProperty, Display(Name = "发放服务卡")]
    public int? Cards { get; set; }

    /// <summary>反映事项; blank where nothing was raised.</summary>
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public OpinionCategory? Category { get; set; }

    /// <summary>What the user has entered today: households and opinions.</summary>
    public (int Households, int Cards) Entered { get; private set; }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RefusalAsync(id, Act.RecordRectification) is { } refusal)
        {
            return refusal;
        }

        await LoadAsync();
        (Once, On, Households, Cards) = (Guid.NewGuid(), Today, 1, 1);
        return Page();
    }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id, Act.RecordRectification) is { } refusal ? refusal : !ModelState.IsValid ? await AgainAsync(id) : await TryAsync(Db, async () =>
    {
        if (await Db.IsSavedAsync<CaseVisit>(Once))
        {
            Tell("这一户刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/record");
        }

        Rule.Require(On is not null && Households is not null, "请填写走访日期和走访户数。");
        var visit = new CaseVisit(Case, new(On!.Value, Visitor?.Trim() ?? "", Building ?? "", HouseholdNo ?? "", Households!.Value, Cards ?? 0), Current.Actor, Today);
        var told = $"已登记{visit.Building}{visit.HouseholdNo}";
        if (Said?.Trim() is { Length: > 0 } heard)
        {
            Rule.Require(Category is not null, "请选择意见的类别。");
            var no = 1 + (await Db.ResidentOpinions.Where(o => o.CaseId == id).MaxAsync(o => (int?)o.No) ?? 0);
            Db.Add(visit.Hear(no, new(default, OpinionSource.Visit, Category!.Value, heard), Current.Actor, Today));
            told += $"，意见编为第{no}号";
        }

        if (visit is { Households: 1, HouseholdNo.Length: > 0 } && await Db.CaseVisits.AnyAsync(v => v.CaseId == id && v.On == visit.On && v.Building == visit.Building && v.HouseholdNo == visit.HouseholdNo && v.WithdrawnOn == null))
        {
            told += "（当天已登记过这一户，户数只计一户）";
        }

        Db.AddOnce(visit, Once);
        await Db.SaveChangesAsync();
        Tell(told + "。请登记下一户。");
        return Redirect($"{Here}/record");
    }, () => AgainAsync(id));

    private async Task<IActionResult> AgainAsync(int id)
    {
        if (await RefusalAsync(id, Act.RecordRectification) is { } refusal)
        {
            return refusal;
        }

        await LoadAsync();
        return Page();
    }

    /// <summary>The building and the visitor of the user's last visit, and what the user has entered today.</summary>
    private async Task LoadAsync()
    {
        var (me, today) = (CaseRecord.Named(Current.Actor), Today);
        var mine = Db.CaseVisits.Where(v => v.CaseId == Case.Id && v.EnteredBy == me && v.WithdrawnOn == null);
        var last = await mine.OrderByDescending(v => v.Id).Select(v => new
        {
            v.Building, v.Visitor, Households = mine.Where(m => m.EnteredOn == today).Sum(m => m.Households), Cards = mine.Where(m => m.EnteredOn == today).Sum(m => m.Cards),
        }).FirstOrDefaultAsync();
        (Building, Visitor) = (Building ?? last?.Building, Visitor ?? last?.Visitor ?? Current.Name);
        Entered = (last?.Households ?? 0, last?.Cards ?? 0);
    }
}
