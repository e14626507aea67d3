using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>A committee's clerk fills for many: the children's reports of one quarter on one page. Saving is never refused; the children's secretaries confirm.</summary>
public sealed class MatrixModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>1 to 4; without one, the quarter that was opened last.</summary>
    [BindProperty(SupportsGet = true, Name = "quarter")]
    public int? Asked { get; set; }

    /// <summary>The rows under their tasks instead of under their organisations.</summary>
    [BindProperty(SupportsGet = true)]
    public bool ByTask { get; set; }

    /// <summary>Also the rows that need not be answered.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public List<MatrixInput> Cells { get; set; } = [];

    [BindProperty, Display(Name = "已签字单位")]
    public int[] Signed { get; set; } = [];

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    public int Year { get; private set; }
    public int? Quarter { get; private set; }
    public IReadOnlyList<MatrixReport> Reports { get; private set; } = [];

    /// <summary>Set after handing over: what is still missing, by organisation.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Findings)> Missing { get; private set; } = [];
    public DateOnly Today => clock.Today;

    /// <summary>The rows to fill, under the heads that were chosen.</summary>
    public IEnumerable<IGrouping<string, MatrixRow>> Groups()
    {
        var typed = Cells.ToLookup(c => c.Filing, c => c.Row);
        var rows = Reports.SelectMany(r => r.Rows(typed[r.Filing.Id].DistinctBy(c => c.Key).ToDictionary(c => c.Key), All));
        return ByTask ? rows.OrderBy(r => r.Line.Content, StringComparer.Ordinal).GroupBy(r => r.Line.Content) : rows.GroupBy(r => r.Of.Node.Name);
    }

    [Needs(Act.FillForChildren)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Act.FillForChildren)]
    public Task<IActionResult> OnPostSaveAsync() => SaveAsync(() => Tell($"已暂存 {Show.Instant(clock.Now)[11..]}。"));

    /// <summary>Everything that is complete goes to its secretary; of the rest is told what is missing.</summary>
    [Needs(Act.FillForChildren)]
    public Task<IActionResult> OnPostPrepareAsync() => HandOverAsync("已报书记",
        r => r.Filing.Stage is FilingStage.Drafting || (r.Filing.Stage is FilingStage.Returned && !r.Filing.IsMended), r => r.Report.Prepare(user.Actor, clock.Now));

    [Needs(Act.FillForChildren)]
    public Task<IActionResult> OnPostSignOfflineAsync() => HandOverAsync("已按书记线下签字报送", r => Signed.Contains(r.Filing.Id), r =>
    {
        Rule.Require(SignedOn is not null, "请填写书记签字日期。");
        r.Report.SignOffline(user.Actor, SignedOn!.Value, clock.Now);
    });

    private async Task<IActionResult> HandOverAsync(string done, Func<MatrixReport, bool> which, Action<MatrixReport> act)
    {
        var saved = await SaveAsync(() => { });
        if (saved is not RedirectResult)
        {
            return saved;
        }

        var chosen = Reports.Where(r => r.WhyLocked is null && which(r)).ToList();
        var ready = chosen.Where(r => r.Report.Findings.Count == 0).ToList();
        return await TryAsync(db, async () =>
        {
            Rule.Require(chosen.Count > 0, "没有可以报送的单位：请先填写，或勾选已经签字的单位。");
            ready.ForEach(act);
            await db.SaveChangesAsync();
            Missing = [.. chosen.Except(ready).Select(r => (r.Node.Name, r.Report.Findings))];
            if (ready.Count > 0)
            {
                Tell($"{done}：{string.Join("、", ready.Select(r => r.Node.ShortName))}。");
            }

            return Missing.Count > 0 ? Page() : saved;
        }, AgainAsync);
    }

    private async Task<IActionResult> SaveAsync(Action done)
    {
        await LoadAsync();
        var foreign = Cells.Select(c => c.Filing).Concat(Signed).Except(Reports.Select(r => r.Filing.Id)).ToArray();
        if (foreign.Length > 0)
        {
            return await db.Filings.CountAsync(f => foreign.Contains(f.Id)) == foreign.Length ? StatusCode(StatusCodes.Status403Forbidden) : NotFound();
        }

        var typed = Cells.ToLookup(c => c.Filing, c => c.Row);
        var ids = typed.Select(t => t.Key).Concat(Signed).ToArray();
        await db.FilingActs.Where(a => ids.Contains(a.FilingId)).LoadAsync();
        await db.FilingVersions.Where(v => ids.Contains(v.FilingId)).LoadAsync();
        return await TryAsync(db, async () =>
        {
            var errors = Reports.SelectMany(r => r.Write([.. typed[r.Filing.Id]], user.Actor, clock.Now)).ToList();
            await db.SaveChangesAsync();
            if (errors.Count > 0)
            {
                errors.ForEach(e => ModelState.AddModelError("", e));
                Reports.ToList().ForEach(r => r.RefreshVersions(typed[r.Filing.Id]));
                return Page();
            }

            done();
            return Redirect(Address(ByTask, All));
        }, AgainAsync);
    }

    /// <summary>This page of the same quarter, looked at otherwise.</summary>
    public string Address(bool byTask, bool all) => $"/reports/matrix?year={Year}&quarter={Quarter}" + (byTask ? "&byTask=true" : "") + (all ? "&all=true" : "");

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }

    /// <summary>Reports, their rows and the tasks in three SQL commands.</summary>
    private async Task LoadAsync()
    {
        var (year, quarter, today) = (ChosenYear(clock), Asked, Today);
        var all = FilledForChildren.Of(db, [.. user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id)], today).Where(f => f.Window.Opens <= today);
        var filings = await all.Include(f => f.Window).Include(f => f.Rows).AsSplitQuery()
            .Where(f => quarter == null ? f.Window.Opens == all.Max(x => (DateOnly?)x.Window.Opens) : f.Year == year && f.Period == quarter).ToListAsync();
        (Year, Quarter) = filings.Count > 0 ? (filings[0].Year, filings[0].Period) : (year, quarter);
        var organizations = filings.Select(f => f.OrganizationId).ToArray();
        var tasks = (await db.WorkTasks.Include(t => t.Progress).Include(t => t.Evidence.Where(u => organizations.Contains(u.OrganizationId))).ThenInclude(u => u.Item).AsSingleQuery().Where(t => organizations.Contains(t.OrganizationId) && t.Year == Year).ToListAsync()).ToLookup(t => t.OrganizationId);
        var measured = await TaskMeasures.ReadAsync(db, user.Tree, tasks.SelectMany(t => t), Quarter ?? 4, today);
        Reports = [.. filings.Select(f => new MatrixReport(f, user.Tree[f.OrganizationId], new QuarterlyReport(f, [.. tasks[f.OrganizationId]], measured), db.VersionOf, today)).OrderBy(r => r.Node.SortNo)];
    }
}
