using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>分解下达: one form, one act. The chosen children, each with its share and nodes, and how the shares make up the whole.</summary>
public sealed class DecomposeModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
{
    private Dictionary<int, FilingStage> _stages = [];

    [BindProperty]
    public List<Row> Rows { get; set; } = [];

    [BindProperty]
    public TaskCombining Combining { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public WorkTask Task { get; private set; } = null!;

    /// <summary>What is to be handed down, in hundredths.</summary>
    public int Remaining => new Decomposition(Task, Combining).Remaining;

    public string? WhyNot => Decomposition.WhyNot(Task, Today);

    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        (Combining, Version) = (Decomposition.UsualFor(Task.Measure), VersionOf(Task));
        Rows = [.. Children.Select(c => new Row { OrganizationId = c.Id, Chosen = true })];
        Propose();
        return Page();
    }

    /// <summary>按所选均分: proposes anew for the children that are ticked, changes nothing.</summary>
    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnPostSplitAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        Propose();
        ModelState.Clear();
        return Page();
    }

    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnPostRunAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        return await TryAsync(Db, async () =>
        {
            Db.Expect(Task, Version);
            var shares = await SharesAsync();
            Db.AddRange(new Decomposition(Task, Combining).Run(shares, Current.Actor, Today));
            await Db.SaveChangesAsync();
            var atOnce = shares.Count(s => s.InForce);
            Tell($"任务{no}已分解下达给{shares.Count}个下级" + (atOnce == shares.Count ? "，即日执行。" : $"：{atOnce}个清单已报送，即日执行；{shares.Count - atOnce}个列入清单草案，随清单备案后执行。"));
            return Redirect($"/lists/shares/{Task.Id}");
        }, async () => await RefuseAsync(id, no) ?? Outdated());
    }

    public OrgNode Node(int id) => Current.Tree[id];

    public string Begins(int id) => Decomposition.BeginsAtOnce(_stages[id]) ? "清单已报送，下达后即日执行" : "清单未报送，列入其草案";

    private IEnumerable<OrgNode> Children => Current.Tree.Children(Lists.OrganizationId).Where(c => _stages.ContainsKey(c.Id));

    private async Task<IActionResult?> RefuseAsync(int id, int no)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.DecomposeTask, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var task = await Db.WorkTasks.Include(t => t.Progress).SingleOrDefaultAsync(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year && t.No == no);
        if (task is null)
        {
            return NotFound();
        }

        Task = task;
        var below = Current.Tree.Children(Lists.OrganizationId).Where(c => c.ClosedOn is null).Select(c => c.Id).ToArray();
        _stages = await Db.Filings.Where(f => below.Contains(f.OrganizationId) && f.Kind == FilingKind.ThreeLists && f.Year == Lists.Year).ToDictionaryAsync(f => f.OrganizationId, f => f.Stage);
        return Rows.All(r => _stages.ContainsKey(r.OrganizationId)) ? null : NotFound();
    }

    private void Propose()
    {
        var chosen = Rows.Where(r => r.Chosen).ToList();
        var shares = WhyNot is null ? new Decomposition(Task, Combining).Propose(chosen.Count) : [];
        foreach (var (row, share) in chosen.Zip(shares))
        {
            (row.Target, row.Node1, row.Node2, row.Node3, row.Node4) = (Print(share.Target), Print(share.Nodes.First), Print(share.Nodes.Second), Print(share.Nodes.Third), Print(share.Nodes.Fourth));
        }
    }

    /// <summary>The rows that are ticked; the share is led by the child's secretary, in his absence by the deputy or the clerk, and the child may choose another.</summary>
    private async Task<IReadOnlyList<Share>> SharesAsync()
    {
        var chosen = Rows.Where(r => r.Chosen).ToDictionary(r => r.OrganizationId);
        var ids = chosen.Keys.ToArray();
        var leads = (await Db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer))
            .Select(h => new { h.OrganizationId, h.Kind, h.Id, h.Person.Name }).ToListAsync()).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToLookup(h => h.OrganizationId, h => new Responsible(h.Name, h.Id));
        var last = await Db.WorkTasks.Where(t => ids.Contains(t.OrganizationId) && t.Year == Lists.Year).GroupBy(t => t.OrganizationId).Select(g => new { g.Key, No = g.Max(t => t.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        return [.. Children.Where(c => chosen.ContainsKey(c.Id)).Select(c => (Node: c, Row: chosen[c.Id])).Select(c => new Share(c.Node.Id, c.Node.Name, last.GetValueOrDefault(c.Node.Id) + 1,
            Number(c.Row.Target, $"{c.Node.Name}目标值"),
            new QuarterNodes(Number(c.Row.Node1, $"{c.Node.Name}一季度节点"), Number(c.Row.Node2, $"{c.Node.Name}二季度节点"), Number(c.Row.Node3, $"{c.Node.Name}三季度节点"), Number(c.Row.Node4, $"{c.Node.Name}四季度节点")),
            leads[c.Node.Id].FirstOrDefault() ?? Responsible.Nobody, Decomposition.BeginsAtOnce(_stages[c.Node.Id])))];
    }

    private PageResult Outdated()
    {
        if (IsOutdated)
        {
            Version = VersionOf(Task);
            ModelState.Remove(nameof(Version));
        }

        return Page();
    }

    private int VersionOf(WorkTask task) => (int)Db.Entry(task).Property(PartyWorkDb.Version).CurrentValue!;

    private static string? Print(int? hundredths) => hundredths is { } n ? Quantity.Print(n) : null;

    /// <summary>One child as typed.</summary>
    public sealed class Row
    {
        public int OrganizationId { get; set; }
        public bool Chosen { get; set; }
        public string? Target { get; set; }
        public string? Node1 { get; set; }
        public string? Node2 { get; set; }
        public string? Node3 { get; set; }
        public string? Node4 { get; set; }
    }
}
