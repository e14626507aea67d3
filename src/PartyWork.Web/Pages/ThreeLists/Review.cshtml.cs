using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>The three lists that wait for this level's review. Those that are opened are read one below the other, and only what has been opened can be accepted together.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The lists that were chosen to be read.</summary>
    public IReadOnlyList<OpenedLists> Opened { get; private set; } = [];
    public DateOnly Today => clock.Today;

    [Needs(Act.ReviewLists)]
    public async Task OnGetAsync(int[] open)
    {
        Rows = [.. (await db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Stage == FilingStage.Submitted && Children.Contains(f.OrganizationId))
            .Select(f => new Row(f.Id, f.OrganizationId, f.Year, f.StageSince, f.FirstSubmittedAt, f.ExtendedTo ?? f.Window.Due, EF.Property<int>(f, PartyWorkDb.Version),
                db.Problems.Count(p => p.OrganizationId == f.OrganizationId && p.Year == f.Year), db.WorkTasks.Count(t => t.OrganizationId == f.OrganizationId && t.Year == f.Year),
                db.DutyItems.Count(d => d.OrganizationId == f.OrganizationId && d.Year == f.Year)))
            .ToListAsync()).OrderBy(r => Node(r.OrganizationId).SortNo)];
        var chosen = Rows.Where(r => open.Contains(r.Id)).ToList();
        if (chosen.Count > 0)
        {
            var lists = await ListsAsync([.. chosen.Select(r => (r.OrganizationId, r.Year))]);
            Opened = [.. chosen.Select(r => new OpenedLists(r, lists[(r.OrganizationId, r.Year)]))];
        }
    }

    [Needs(Act.ReviewLists)]
    public async Task<IActionResult> OnPostAsync(int[] ids, Dictionary<int, int> versions)
    {
        Rule.Require(ids.Length > 0, "请先勾选要通过的清单。");
        var filings = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSplitQuery().Where(f => ids.Contains(f.Id) && f.Kind == FilingKind.ThreeLists).ToListAsync();
        if (filings.Count != ids.Distinct().Count())
        {
            return NotFound();
        }

        if (filings.Any(f => !user.May(Act.ReviewLists, f.OrganizationId)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var lists = await ListsAsync([.. filings.Select(f => (f.OrganizationId, f.Year))]);
        foreach (var filing in filings)
        {
            Rule.Require(versions.TryGetValue(filing.Id, out var seen), $"{Node(filing.OrganizationId).Name}的清单还没有打开看过，请打开核对后再通过。");
            db.Expect(filing, seen);
            filing.Accept(user.Actor, clock.Now);
            lists[(filing.OrganizationId, filing.Year)].File();
        }

        await db.SaveChangesAsync();
        Tell($"已通过并备案{filings.Count}份。");
        return Redirect("/lists/review");
    }

    public OrgNode Node(int id) => user.Tree[id];

    private int[] Children => [.. user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id)];

    private async Task<Dictionary<(int, int), Domain.ThreeLists.ThreeLists>> ListsAsync(IReadOnlyList<(int Organization, int Year)> asked)
    {
        var (organizations, years) = (asked.Select(a => a.Organization).ToArray(), asked.Select(a => a.Year).Distinct().ToArray());
        var problems = (await db.Problems.Include(p => p.Tasks).AsSingleQuery().Where(p => organizations.Contains(p.OrganizationId) && years.Contains(p.Year)).OrderBy(p => p.No).ToListAsync()).ToLookup(p => (p.OrganizationId, p.Year));
        var tasks = (await db.WorkTasks.Where(t => organizations.Contains(t.OrganizationId) && years.Contains(t.Year)).OrderBy(t => t.No).ToListAsync()).ToLookup(t => (t.OrganizationId, t.Year));
        var duties = (await db.DutyItems.Where(d => organizations.Contains(d.OrganizationId) && years.Contains(d.Year)).OrderBy(d => d.No).ToListAsync()).ToLookup(d => (d.OrganizationId, d.Year));
        return asked.ToDictionary(a => a, a => new Domain.ThreeLists.ThreeLists(a.Year, [.. problems[a]], [.. tasks[a]], [.. duties[a]]));
    }

    public sealed record Row(int Id, int OrganizationId, int Year, DateTime? Since, DateTime? First, DateOnly Due, int Version, int Problems, int Tasks, int Duties);

    public sealed record OpenedLists(Row Row, Domain.ThreeLists.ThreeLists Lists);
}
