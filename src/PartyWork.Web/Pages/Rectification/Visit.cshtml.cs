using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One visit: mended or withdrawn here, with its history.</summary>
public sealed class VisitModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseItemPage(db, user, clock)
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

    public CaseVisit Visit { get; private set; } = null!;
    public IReadOnlyList<(int No, string Content)> Heard { get; private set; } = [];

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id, int visit)
    {
        if (!await FindAsync(id, visit))
        {
            return NotFound();
        }

        (Version, On, Visitor, Building, HouseholdNo, Households, Cards) = (Db.VersionOf(Visit), Visit.On, Visit.Visitor, Visit.Building, SeesHouseholds ? Visit.HouseholdNo : null, Visit.Households, Visit.Cards);
        return await ShowAsync();
    }

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostSaveAsync(int id, int visit) => ActAsync(id, visit, Act.RecordRectification, "走访已修改。", () =>
    {
        Rule.Require(On is not null && Households is not null, "请填写走访日期和走访户数。");
        Visit.Change(new(On!.Value, Visitor?.Trim() ?? "", Building ?? "", HouseholdNo ?? "", Households!.Value, Cards ?? 0), Today);
    });

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, int visit) => ActAsync(id, visit, Act.RecordRectification, "走访已撤回，不再计入任何数字；当时听到的意见仍要办理。", () => Visit.Withdraw(Reason ?? "", Current.Actor, Today));

    protected override object Record => Visit;

    protected override string Address => $"{Here}/visits/{Visit.Id}";

    protected override async Task<bool> FindAsync(int id, int record)
    {
        if (await Db.CaseVisits.Include(v => v.Case).SingleOrDefaultAsync(v => v.Id == record && v.CaseId == id) is not { } found)
        {
            return false;
        }

        (Visit, Case) = (found, found.Case);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Heard = [.. (await Db.ResidentOpinions.Where(o => o.VisitId == Visit.Id).OrderBy(o => o.No).Select(o => new { o.No, o.Content }).ToListAsync()).Select(o => (o.No, o.Content))];
        History = await AuditLog.HistoryOfAsync<CaseVisit>(Db, Visit.Id, Current.Tree);
        return Page();
    }
}
