using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>A task handed down, between the two sides: above sees every share with its report, a child what it was given and its own share.</summary>
public sealed class SharesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int Quarter { get; set; }

    public Head Task { get; private set; } = null!;
    public OrgNode Owner { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Every act of handing down and every change of a share by its superior, the latest first; a child sees its own.</summary>
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public DateOnly Today => clock.Today;

    /// <summary>Whether the reader stands on the side that handed it down.</summary>
    public bool SeesAll => user.May(Act.ReadLists, Owner.Id);

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        // The task above is out of a child's scope; that it was given a share is why it may read what it is a share of.
        var head = await db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(t => t.Id == id && t.Combining != null).Select(t => new Head(t.Id,
            db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == t.Year).Select(f => f.Id).FirstOrDefault(),
            t.OrganizationId, t.Year, t.No, t.Content, t.Measure, t.Target, t.Unit, t.Nodes, t.Combining!.Value, t.HandedDownOn, t.HandedDownBy, t.OwnQuarters, t.Totals!)).SingleOrDefaultAsync();
        if (head is null || user.Tree.Find(head.OrganizationId) is not { } owner)
        {
            return NotFound();
        }

        (Task, Owner) = (head, owner);
        Quarter = Quarter is >= 1 and <= 4 ? Quarter : Domain.Reports.Quarter.Of(Today.Year == head.Year ? Today : new DateOnly(head.Year, 12, 31));
        var tasks = await TaskView.ReadAsync(db, db.WorkTasks.Where(t => t.ParentId == id));
        var quarter = Quarter;
        var given = await db.WorkTasks.Where(t => t.ParentId == id).Select(t => new
        {
            t.Id, t.OrganizationId, t.HandedDownOn, t.HandedDownBy,
            Changes = t.Changes.Where(c => c.Kind == TaskChangeKind.Reapportionment).ToList(),
            Report = db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.QuarterlyReport && f.Year == head.Year && f.Period == quarter)
                .Select(f => new Sent(f.Id, f.Stage, f.Window.Opens, f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil)).FirstOrDefault(),
        }).AsNoTracking().AsSingleQuery().ToListAsync();
        var reports = given.ToDictionary(g => g.Id, g => g.Report);
        Steps = [.. given.SelectMany(g => g.Changes.OrderByDescending(c => c.Id).Select(c => new Step(c.DecidedOn!.Value, c.DecidedBy, user.Tree[g.OrganizationId], c)).Append(new Step(g.HandedDownOn!.Value, g.HandedDownBy, user.Tree[g.OrganizationId], null)))
            .OrderByDescending(s => s.On).ThenBy(s => s.Node.SortNo)];
        Rows = [.. tasks.Select(t => new Row(user.Tree[t.OrganizationId], t, reports.GetValueOrDefault(t.Id))).OrderBy(r => r.Node.SortNo)];
        return Rows.Count > 0 || SeesAll ? Page() : NotFound();
    }

    public sealed record Head(int Id, int ListsId, int OrganizationId, int Year, int No, string Content, TaskMeasure Measure, int? Target, string Unit, QuarterNodes Nodes,
        TaskCombining Combining, DateOnly? On, string By, int OwnQuarters, ShareTotals Totals);

    public sealed record Sent(int Id, FilingStage Stage, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil)
    {
        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);
    }

    /// <param name="Change">Null for the handing down itself.</param>
    public sealed record Step(DateOnly On, string By, OrgNode Node, TaskChange? Change);

    /// <param name="Report">The child's report of the quarter; null when none is owed yet.</param>
    public sealed record Row(OrgNode Node, TaskView Task, Sent? Report)
    {
        /// <summary>What the quarter's report says, while it is handed in.</summary>
        public TaskView.Quarterly? Said(int quarter) => Report?.Stage is FilingStage.Submitted or FilingStage.Accepted ? Task.Progress.SingleOrDefault(p => p.Quarter == quarter) : null;
    }
}
