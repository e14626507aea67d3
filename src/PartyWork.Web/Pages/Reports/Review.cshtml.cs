using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>Everything that waits for this level's review. Those that are opened are read one below the other, and only what has been opened can be accepted together.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The reports that were chosen to be read.</summary>
    public IReadOnlyList<OpenedReport> Opened { get; private set; } = [];
    public bool ChoseNone { get; private set; }
    public DateOnly Today => clock.Today;

    [Needs(Act.ReviewReports)]
    public async Task OnGetAsync(int[] open, bool chosen)
    {
        ChoseNone = chosen && open.Length == 0;
        var waiting = db.Filings.AsNoTracking().Where(f => f.Kind == FilingKind.QuarterlyReport && f.Stage == FilingStage.Submitted && Children.Contains(f.OrganizationId));
        if (open.Length > 0)
        {
            var filings = await waiting.Where(f => open.Contains(f.Id)).Include(f => f.Window).Include(f => f.Rows.Where(r => open.Contains(r.FilingId))).AsSingleQuery()
                .Select(f => new { Filing = f, Version = EF.Property<int>(f, PartyWorkDb.Version) }).ToListAsync();
            var tasks = await TasksAsync(filings.Select(f => f.Filing));
            Opened = [.. filings.OrderBy(f => Node(f.Filing.OrganizationId).SortNo).ThenBy(f => f.Filing.Period).Select(f => new OpenedReport(f.Filing, f.Version, ReportOf(f.Filing, tasks)))];
        }

        Rows = Opened.Count > 0 ? [] : [.. (await waiting.Select(f => new Row(f.Id, f.OrganizationId, f.Year, f.Period, f.StageSince, f.FirstSubmittedAt, f.ExtendedTo ?? f.Window.Due, f.SignaturePending, f.Rows.Count,
                f.Rows.Where(r => r.Choice == (int)ReportChoice.Behind || r.Request != "" || r.ChoiceReason != "")
                    .Select(r => new Exceptional(r.Label, r.Choice, r.Words, r.Request, r.ChoiceReason)).ToList()))
            .ToListAsync()).OrderBy(r => Node(r.OrganizationId).SortNo)];
    }

    [Needs(Act.ReviewReports)]
    public async Task<IActionResult> OnPostAsync(int[] ids, Dictionary<int, int> versions)
    {
        Rule.Require(ids.Length > 0, "请先勾选要通过的报告。");
        var filings = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSplitQuery().Where(f => ids.Contains(f.Id) && f.Kind == FilingKind.QuarterlyReport).ToListAsync();
        if (filings.Count != ids.Distinct().Count())
        {
            return NotFound();
        }

        if (filings.Any(f => !user.May(Act.ReviewReports, f.OrganizationId)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var tasks = await TasksAsync(filings);
        foreach (var filing in filings)
        {
            Rule.Require(versions.TryGetValue(filing.Id, out var seen), $"{Node(filing.OrganizationId).Name}的报告还没有打开看过，请打开核对后再通过。");
            db.Expect(filing, seen);
            ReportOf(filing, tasks).Accept(user.Actor, clock.Now);
        }

        await db.SaveChangesAsync();
        Tell($"已通过{filings.Count}份。");
        return Redirect("/reports/review");
    }

    public OrgNode Node(int id) => user.Tree[id];

    private int[] Children => [.. user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id)];

    private Task<List<Domain.ThreeLists.WorkTask>> TasksAsync(IEnumerable<Filing> filings)
    {
        var organizations = filings.Select(f => f.OrganizationId).ToArray();
        var years = filings.Select(f => f.Year).Distinct().ToArray();
        return db.WorkTasks.Include(t => t.Progress).AsSingleQuery().Where(t => organizations.Contains(t.OrganizationId) && years.Contains(t.Year)).ToListAsync();
    }

    private static QuarterlyReport ReportOf(Filing filing, IEnumerable<Domain.ThreeLists.WorkTask> tasks)
    {
        var own = tasks.Where(t => t.OrganizationId == filing.OrganizationId && t.Year == filing.Year).ToList();
        return new(filing, own, TaskMeasures.Named(own, filing.Period));
    }

    public sealed record OpenedReport(Filing Filing, int Version, QuarterlyReport Report);

    public sealed record Exceptional(string Label, int? Choice, string Words, string Request, string ChoiceReason);

    public sealed record Row(int Id, int OrganizationId, int Year, int Period, DateTime? Since, DateTime? First, DateOnly Due, bool SignaturePending, int Count, List<Exceptional> Exceptions);
}
