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

/// <summary>
/// 分解下达: one form, one act. The chosen children, each with its share and nodes, and how the shares make up the whole. Once it is handed down the same
/// form gives shares to further children and changes those of which nothing has been reported.
/// </summary>
public sealed class DecomposeModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    private Dictionary<int, FilingStage> _stages = [];

    /// <summary>Children that may be given a share.</summary>
    [BindProperty]
    public List<ShareRow> Rows { get; set; } = [];

    /// <summary>Shares that may still be changed.</summary>
    [BindProperty]
    public List<ShareRow> Shares { get; set; } = [];

    [BindProperty]
    public TaskCombining Combining { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public WorkTask Task { get; private set; } = null!;

    /// <summary>The shares there are, in official order.</summary>
    public IReadOnlyList<WorkTask> Existing { get; private set; } = [];
    public bool IsHandedDown => Task.Combining is not null;

    /// <summary>Shared by words: it has no number.</summary>
    public bool IsInWords => Task.Measure is TaskMeasure.None;

    /// <summary>What is to be handed down, and what of it no share covers yet, in hundredths.</summary>
    public int Remaining => Decomposed.Remaining;
    public int Uncovered => Decomposed.Uncovered;

    public string? WhyNot => Decomposition.WhyNot(Task, Today);

    private Decomposition Decomposed => new(Task, Combining, Existing);

    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        (Combining, Version) = (Task.Combining ?? Decomposition.UsualFor(Task.Measure), VersionOf(Task));
        var free = Free.ToList();
        Rows = [.. free.Select(c => new ShareRow { OrganizationId = c.Id, Chosen = !IsHandedDown && free.Count <= MostChildren, Content = Task.Content })];
        Shares = [.. Existing.Where(s => WhyFixed(s) is null).Select(ShareRow.Of)];
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

        Shares = StillOpen();
        ModelState.Clear();
        if (Propose() > MostChildren)
        {
            ModelState.AddModelError("", $"{TooMany(Rows.Count(r => r.Chosen))}，请减少所选的下级后再均分，或者直接填写各自的目标值。");
        }

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
            var again = IsHandedDown;
            var shares = await SharesAsync();
            var reason = lease.Why = Reason?.Trim() ?? "";
            var (added, changes) = Decomposed.Run(shares, ChangedShares(), reason, Current.Actor, Today);
            Db.AddRange(added);
            Db.AddRange(changes);
            Db.Touch(Task);
            foreach (var change in changes)
            {
                Db.Touch(change.Task);
            }

            await Db.SaveChangesAsync();
            Tell(Done(no, again, shares, changes.Count));
            return Redirect($"/lists/shares/{Task.Id}");
        }, async () => await RefuseAsync(id, no) ?? Again());
    }

    /// <summary>Among how many children what is left can be split so that each gets something.</summary>
    public int MostChildren => Decomposed.MostChildren;

    public string TooMany(int children) => $"应下达的{Quantity.Print(Uncovered)}{Task.Unit}不够{children}个下级每个分到一份";

    /// <summary>Why a share cannot be changed here, to follow the child's name; null when it can.</summary>
    public string? WhyFixed(WorkTask share) => Decomposition.WhyFixed(share) ?? (Children.Any(c => c.Id == share.OrganizationId) ? null : $"已不是{Lists.Node.Name}的下级，不能在这里调整。");

    public OrgNode Node(int id) => Current.Tree[id];

    public string Begins(int id) => Decomposition.BeginsAtOnce(_stages[id]) ? "清单已报送，下达后即日执行" : "清单未报送，列入其草案";

    private IEnumerable<OrgNode> Children => Current.Tree.Children(Lists.OrganizationId).Where(c => _stages.ContainsKey(c.Id));

    /// <summary>Children without a share, or whose share was cancelled.</summary>
    private IEnumerable<OrgNode> Free => Children.Where(c => Existing.All(s => s.OrganizationId != c.Id || s.State is TaskState.Cancelled));

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

        var (task, shares) = await Db.TaskWithSharesAsync(Lists.OrganizationId, Lists.Year, no);
        if (task is null)
        {
            return NotFound();
        }

        Task = task;
        var below = Current.Tree.Children(Lists.OrganizationId).Where(c => c.ClosedOn is null).Select(c => c.Id).ToArray();
        _stages = await Db.Filings.Where(f => below.Contains(f.OrganizationId) && f.Kind == FilingKind.ThreeLists && f.Year == Lists.Year).ToDictionaryAsync(f => f.OrganizationId, f => f.Stage);
        Existing = [.. shares.OrderBy(s => Current.Tree[s.OrganizationId].SortNo).ThenBy(s => s.Id)];
        return Rows.All(r => _stages.ContainsKey(r.OrganizationId)) && Shares.All(r => shares.Any(s => s.OrganizationId == r.OrganizationId)) ? null : NotFound();
    }

    /// <summary>Writes a proposal into the rows that are ticked, unless some of them would get nothing.</summary>
    /// <returns>For how many it was asked.</returns>
    private int Propose()
    {
        var ticked = Rows.Where(r => r.Chosen).ToList();
        var asked = ticked.Count > 0 || !IsHandedDown ? ticked : Rows;
        var shares = WhyNot is null && asked.Count <= MostChildren ? Decomposed.Propose(asked.Count) : [];
        foreach (var (row, share) in asked.Zip(shares))
        {
            row.Show(share.Target, share.Nodes);
        }

        return ticked.Count;
    }

    private List<ShareChange> ChangedShares()
    {
        List<ShareChange> shares = [.. Shares.Select(r => (Row: r, Share: ShareOf(r), Node(r.OrganizationId).Name))
            .Select(r => new ShareChange(r.Share, r.Name, r.Row.Hundredths(r.Name), r.Row.Nodes(r.Name), IsInWords ? r.Row.Words : ""))];
        foreach (var share in shares.Where(s => s.Differs))
        {
            var why = WhyFixed(share.Task);
            Rule.Require(why is null, $"{share.Name}{why}");
        }

        return shares;
    }

    /// <summary>What was typed for shares that can still be changed: the form counts its rows through, and after a gap nothing more would be read.</summary>
    private List<ShareRow> StillOpen() => [.. Shares.Where(r => WhyFixed(ShareOf(r)) is null)];

    private WorkTask ShareOf(ShareRow row) => Existing.Last(s => s.OrganizationId == row.OrganizationId);

    /// <summary>The rows that are ticked; the share is led by the child's secretary, in his absence by the deputy or the clerk, and the child may choose another.</summary>
    private async Task<IReadOnlyList<Share>> SharesAsync()
    {
        var chosen = Rows.Where(r => r.Chosen).ToDictionary(r => r.OrganizationId);
        var ids = chosen.Keys.ToArray();
        var leads = (await Db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer))
            .Select(h => new { h.OrganizationId, h.Kind, h.Id, h.Person.Name }).ToListAsync()).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToLookup(h => h.OrganizationId, h => new Responsible(h.Name, h.Id));
        var last = await Db.WorkTasks.Where(t => ids.Contains(t.OrganizationId) && t.Year == Lists.Year).GroupBy(t => t.OrganizationId).Select(g => new { g.Key, No = g.Max(t => t.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        return [.. Children.Where(c => chosen.ContainsKey(c.Id)).Select(c => (Node: c, Row: chosen[c.Id])).Select(c => new Share(c.Node.Id, c.Node.Name, last.GetValueOrDefault(c.Node.Id) + 1,
            c.Row.Hundredths(c.Node.Name), c.Row.Nodes(c.Node.Name), leads[c.Node.Id].FirstOrDefault() ?? Responsible.Nobody, Decomposition.BeginsAtOnce(_stages[c.Node.Id])) { Content = IsInWords ? c.Row.Words : "" })];
    }

    private static string Done(int no, bool again, IReadOnlyList<Share> shares, int changed)
    {
        var atOnce = shares.Count(s => s.InForce);
        var begin = atOnce == shares.Count ? "，即日执行" : $"：{atOnce}个清单已报送，即日执行；{shares.Count - atOnce}个列入清单草案，随清单备案后执行";
        return !again ? $"任务{no}已分解下达给{shares.Count}个下级{begin}。"
            : string.Join("", new[] { shares.Count > 0 ? $"任务{no}又下达给{shares.Count}个下级{begin}。" : "", changed > 0 ? $"已调整{changed}个下级的目标和节点，对方重新签收。" : "" });
    }

    private PageResult Again()
    {
        Shares = StillOpen();
        if (IsOutdated)
        {
            Version = VersionOf(Task);
            ModelState.Remove(nameof(Version));
        }

        return Page();
    }

    private int VersionOf(WorkTask task) => (int)Db.Entry(task).Property(PartyWorkDb.Version).CurrentValue!;
}
