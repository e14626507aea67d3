using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>登记到点 by the liaison or the department, never by the leader.</summary>
public sealed class LeaderVisitEntryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    /// <summary>The visit that is being mended; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    [BindProperty, Display(Name = "到点日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Leader { get; set; }

    [BindProperty]
    public string? Matter { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public IReadOnlyList<string> Leaders { get; private set; } = [];

    [Needs(Act.RecordLeaderVisits)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RefusalAsync(id, Act.RecordLeaderVisits) is { } refusal)
        {
            return refusal;
        }

        var page = await AgainAsync(id);
        (On, Once, Leader) = (Today, Guid.NewGuid(), Leaders.Count == 1 ? Leaders[0] : null);
        if (Edit is { } edit)
        {
            if (await Db.LeaderVisits.SingleOrDefaultAsync(v => v.Id == edit && v.CaseId == id && v.WithdrawnOn == null) is not { } visit)
            {
                return NotFound();
            }

            (On, Leader, Matter, Outcome, Version) = (visit.On, visit.Leader, visit.Matter, visit.Outcome, Db.VersionOf(visit));
        }

        return page;
    }

    [Needs(Act.RecordLeaderVisits)]
    public async Task<IActionResult> OnPostSaveAsync(int id) => await RefusalAsync(id, Act.RecordLeaderVisits) is { } refusal ? refusal : !ModelState.IsValid ? await AgainAsync(id) : await TryAsync(Db, async () =>
    {
        if (Edit is null && await Db.IsSavedAsync<LeaderVisit>(Once))
        {
            Tell("这次到点刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/leader-visits");
        }

        Rule.Require(On is not null, "请填写到点日期。");
        var text = new LeaderVisitText(On!.Value, Leader?.Trim() ?? "", Matter?.Trim() ?? "", Outcome?.Trim() ?? "");
        if (Edit is { } edit)
        {
            var visit = await FoundAsync(id, edit);
            Db.Expect(visit, Version);
            visit.Change(text, Today);
        }
        else
        {
            Db.AddOnce(new LeaderVisit(Case, text, Current.Actor, Today), Once);
        }

        return await DoneAsync("区领导到点已登记。");
    }, () => AgainAsync(id));

    [Needs(Act.RecordLeaderVisits)]
    public async Task<IActionResult> OnPostWithdrawAsync(int id) => await RefusalAsync(id, Act.RecordLeaderVisits) is { } refusal ? refusal : await TryAsync(Db, async () =>
    {
        var visit = await FoundAsync(id, Edit ?? 0);
        Db.Expect(visit, Version);
        visit.Withdraw(Reason ?? "", Current.Actor, Today);
        return await DoneAsync("这次到点已撤回。");
    }, () => AgainAsync(id));

    private async Task<LeaderVisit> FoundAsync(int id, int visit) => await Db.LeaderVisits.SingleOrDefaultAsync(v => v.Id == visit && v.CaseId == id) ?? throw new BrokenRuleException("没有找到这次到点，请刷新后再试。");

    private async Task<IActionResult> DoneAsync(string told)
    {
        await Db.SaveChangesAsync();
        Tell(told);
        return Redirect($"{Here}/leader-visits");
    }

    private async Task<IActionResult> AgainAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        Leaders = await Db.CaseHelpers.Where(h => h.CaseId == Case.Id && h.Role == HelperRole.DistrictLeader && h.To == null).OrderBy(h => h.Id).Select(h => h.Name).ToListAsync();
        return Page();
    }
}
