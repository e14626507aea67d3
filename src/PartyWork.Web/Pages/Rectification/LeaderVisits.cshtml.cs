using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>区领导到点 by quarter, entered by the liaison or the department. No leader is ever shown as late.</summary>
public sealed class LeaderVisitsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["到点日期", "区领导", "到点事项", "协调结果"];

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

    public IReadOnlyList<Row> All { get; private set; } = [];
    public IReadOnlyList<string> Leaders { get; private set; } = [];
    public bool MayEnter => IsOpen && Current.May(Act.RecordLeaderVisits, Case.OrganizationId);

    /// <summary>Each quarter from the listing to today, the newest first, with its visits.</summary>
    public IEnumerable<(int Year, int Quarter, IReadOnlyList<Row> Visits)> Quarters
    {
        get
        {
            if (Case.ListedOn is not { } from)
            {
                yield break;
            }

            for (var day = Case.EndedOn ?? Today; QuarterOf(day) is var (year, quarter) && new DateOnly(year, (quarter * 3) - 2, 1).AddMonths(3) > from; day = new DateOnly(year, (quarter * 3) - 2, 1).AddDays(-1))
            {
                yield return (year, quarter, [.. All.Where(r => QuarterOf(r.On) == (year, quarter))]);
            }
        }
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await ReadAsync();
        (On, Once, Leader) = (Today, Guid.NewGuid(), Leaders.Count == 1 ? Leaders[0] : null);
        if (Edit is not null)
        {
            if (All.SingleOrDefault(r => r.Id == Edit && r.WithdrawReason.Length == 0) is not { } row)
            {
                return NotFound();
            }

            (On, Leader, Matter, Outcome, Version) = (row.On, row.Leader, row.Matter, row.Outcome, row.Version);
        }

        return Page();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await ReadAsync();
        return Exported("区领导到点", Headers, [.. All.Where(r => r.WithdrawReason.Length == 0).Select(r => (IReadOnlyList<object?>)[r.On, r.Leader, r.Matter, r.Outcome])]);
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

        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        All = await Db.LeaderVisits.Where(v => v.CaseId == Case.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.Id)
            .Select(v => new Row(v.Id, v.On, v.Leader, v.Matter, v.Outcome, v.EnteredBy, v.WithdrawReason, EF.Property<int>(v, PartyWorkDb.Version))).ToListAsync();
        Leaders = await Db.CaseHelpers.Where(h => h.CaseId == Case.Id && h.Role == HelperRole.DistrictLeader && h.To == null).OrderBy(h => h.Id).Select(h => h.Name).ToListAsync();
    }

    private static (int Year, int Quarter) QuarterOf(DateOnly day) => (day.Year, (day.Month + 2) / 3);

    public sealed record Row(int Id, DateOnly On, string Leader, string Matter, string Outcome, string EnteredBy, string WithdrawReason, int Version);
}
