using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>What handing down stands on: the task, its shares, the children that may be given one or have theirs changed, and who leads there.</summary>
public abstract class DecomposePage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
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

    protected Decomposition Decomposed => new(Task, Combining, Existing);

    /// <summary>Among how many children what is left can be split so that each gets something.</summary>
    public int MostChildren => Decomposed.MostChildren;

    public string TooMany(int children) => $"应下达的{Quantity.Print(Uncovered)}{Task.Unit}不够{children}个下级每个分到一份";

    /// <summary>Why a share cannot be changed here, to follow the child's name; null when it can.</summary>
    public string? WhyFixed(WorkTask share) => Decomposition.WhyFixed(share) ?? (Children.Any(c => c.Id == share.OrganizationId) ? null : $"已不是{Lists.Node.Name}的下级，不能在这里调整。");

    public OrgNode Node(int id) => Current.Tree[id];

    public string Begins(int id) => Decomposition.BeginsAtOnce(_stages[id]) ? "清单已报送，下达后即日执行" : "清单未报送，列入其草案";

    private IEnumerable<OrgNode> Children => Current.Tree.Children(Lists.OrganizationId).Where(c => _stages.ContainsKey(c.Id));

    /// <summary>Children without a share, or whose share was cancelled.</summary>
    protected IEnumerable<OrgNode> Free => Children.Where(c => Existing.All(s => s.OrganizationId != c.Id || s.State is TaskState.Cancelled));

    protected async Task<IActionResult?> RefuseAsync(int id, int no)
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

    /// <summary>The rows that are ticked; the share is led by the child's secretary, in his absence by the deputy or the clerk, and the child may choose another.</summary>
    protected async Task<IReadOnlyList<Share>> SharesAsync()
    {
        var chosen = Rows.Where(r => r.Chosen).ToDictionary(r => r.OrganizationId);
        var ids = chosen.Keys.ToArray();
        var leads = (await Db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer))
            .Select(h => new { h.OrganizationId, h.Kind, h.Id, h.Person.Name }).ToListAsync()).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToLookup(h => h.OrganizationId, h => new Responsible(h.Name, h.Id));
        var last = await Db.WorkTasks.Where(t => ids.Contains(t.OrganizationId) && t.Year == Lists.Year).GroupBy(t => t.OrganizationId).Select(g => new { g.Key, No = g.Max(t => t.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        return [.. Children.Where(c => chosen.ContainsKey(c.Id)).Select(c => (Node: c, Row: chosen[c.Id])).Select(c => new Share(c.Node.Id, c.Node.Name, last.GetValueOrDefault(c.Node.Id) + 1,
            c.Row.Hundredths(c.Node.Name), c.Row.Nodes(c.Node.Name), leads[c.Node.Id].FirstOrDefault() ?? Responsible.Nobody, Decomposition.BeginsAtOnce(_stages[c.Node.Id])) { Content = IsInWords ? c.Row.Words : "" })];
    }

    protected WorkTask ShareOf(ShareRow row) => Existing.Last(s => s.OrganizationId == row.OrganizationId);
}
