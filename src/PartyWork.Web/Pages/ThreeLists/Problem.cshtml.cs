using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>One problem: written while the lists are drafted, then its life until it is closed.</summary>
public sealed class ProblemModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Problem? Problem { get; private set; }
    public int No { get; private set; }
    public IReadOnlyList<Holder> Holders { get; private set; } = [];
    public IReadOnlyList<DescentNode> Descent { get; private set; } = [];
    public IReadOnlyList<(int No, string Content, bool Finished)> Tasks { get; private set; } = [];

    /// <summary>整改安排 of what an assessment or an inspection has brought into the filed list.</summary>
    public bool MayArrange => Problem is { AwaitsArrangement: true } && Current.May(Act.RequestChange, Lists.OrganizationId);

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        return ShowStored();
    }

    private PageResult ShowStored()
    {
        if (Problem is { } p)
        {
            Input = new InputModel
            {
                Source = p.Source, Statement = p.Statement, Nature = p.Nature, Cause = p.Cause, Goal = p.Goal, Kind = p.Deadline.Kind, On = p.Deadline.On,
                LeaderId = p.Leader.HoldingId, LeaderText = p.Leader.Text, OwnerId = p.Owner.HoldingId, OwnerText = p.Owner.Text,
                Tasks = [.. p.Tasks.Select(t => t.No)], Version = Db.VersionOf(p),
            };
        }

        return Page();
    }

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostSaveAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (!CanEdit($"P{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
        {
            var text = new ProblemText(Input.Source, Input.Statement.Trim(), Input.Nature, Input.Cause?.Trim() ?? "", Input.Goal?.Trim() ?? "",
                new Deadline(Input.Kind, Input.Kind is DeadlineKind.ByDay ? Input.On : null),
                Choose(Input.LeaderId, Holders, Input.LeaderText?.Trim() ?? ""), Choose(Input.OwnerId, Holders, Input.OwnerText?.Trim() ?? ""));
            var tasks = await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year && Input.Tasks.Contains(t.No)).ToListAsync();
            if (Problem is null)
            {
                var last = await Db.Problems.Where(p => p.OrganizationId == Lists.OrganizationId && p.Year == Lists.Year).OrderByDescending(p => p.No).FirstOrDefaultAsync();
                if (last?.Text == text)
                {
                    return Saved(last.No); // the button was pressed twice
                }

                No = 1 + (last?.No ?? 0);
                Problem = new Problem(Lists.OrganizationId, Lists.Year, No, text);
                Db.Add(Problem);
            }
            else
            {
                Db.Expect(Problem, Input.Version);
                Problem.Write(text);
            }

            Problem.LinkTo(tasks);
            await Db.SaveChangesAsync();
            return Saved(No);
        }, () => AgainAsync(id, no));
    }

    private RedirectResult Saved(int no)
    {
        Tell($"问题{no}已保存。");
        return Redirect($"/lists/{Lists.Id}?tab=problems#P{no}");
    }

    /// <summary>整改安排.</summary>
    [Needs(Act.RequestChange)]
    public async Task<IActionResult> OnPostArrangeAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no) || Problem is null)
        {
            return NotFound();
        }

        return !Current.May(Act.RequestChange, Lists.OrganizationId) ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(Db, async () =>
        {
            Db.Expect(Problem, Input.Version);
            Problem.Arrange(Input.Goal?.Trim() ?? "", new Deadline(Input.Kind, Input.Kind is DeadlineKind.ByDay ? Input.On : null),
                Choose(Input.LeaderId, Holders, Input.LeaderText?.Trim() ?? ""), Choose(Input.OwnerId, Holders, Input.OwnerText?.Trim() ?? ""));
            await Db.SaveChangesAsync();
            Tell($"问题{no}的整改安排已保存。");
            return Redirect($"/lists/{id}/problems/{no}");
        }, () => AgainAsync(id, no));
    }

    [Needs(Act.RequestChange)]
    public Task<IActionResult> OnPostClaimAsync(int id, int no, int version, string? basis, string? feedback) =>
        LiveAsync(id, no, version, Act.RequestChange, "已申请销号，等待上级核实。", basis, p => p.ClaimClosed(Current.Actor, basis?.Trim() ?? "", feedback?.Trim() ?? ""));

    [Needs(Act.DecideChange)]
    public Task<IActionResult> OnPostVerifyAsync(int id, int no, int version) =>
        LiveAsync(id, no, version, Act.DecideChange, "已核实销号。", null, p => p.Verify(Current.Actor, Today));

    [Needs(Act.DecideChange)]
    public Task<IActionResult> OnPostRefuseAsync(int id, int no, int version, string? reason) =>
        LiveAsync(id, no, version, Act.DecideChange, "已退回，继续整改。", reason, p => p.RefuseClosing(Current.Actor, reason?.Trim() ?? ""));

    [Needs(Act.ReopenProblem)]
    public Task<IActionResult> OnPostReopenAsync(int id, int no, int version, string? reason) =>
        LiveAsync(id, no, version, Act.ReopenProblem, "已重新打开，继续整改。", reason, p => p.Reopen(reason?.Trim() ?? ""));

    private async Task<IActionResult> LiveAsync(int id, int no, int version, Act act, string done, string? why, Action<Problem> what)
    {
        if (!await FindLineAsync(id, no) || Problem is null)
        {
            return NotFound();
        }

        if (!Current.May(act, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(Db, async () =>
        {
            lease.Why = why ?? "";
            Db.Expect(Problem, version);
            what(Problem);
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/lists/{id}/problems/{no}");
        }, async () => await FindLineAsync(id, no) ? ShowStored() : NotFound());
    }

    /// <summary>A line that was never filed may be taken out again.</summary>
    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int no, int version)
    {
        if (!await FindLineAsync(id, no) || Problem is null)
        {
            return NotFound();
        }

        if (!CanEdit($"P{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Problem.LinkTo([]);
        Db.Expect(Problem, version);
        Db.Remove(Problem);
        await Db.SaveChangesAsync();
        Tell($"问题{no}已删除。");
        return Redirect($"/lists/{id}?tab=problems");
    }

    private async Task<IActionResult> AgainAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            Input.Version = Problem is null ? 0 : Db.VersionOf(Problem);
            ModelState.Remove("Input.Version");
        }

        return Page();
    }

    private async Task<bool> FindLineAsync(int id, int no)
    {
        if (!await FindAsync(id))
        {
            return false;
        }

        No = no;
        var own = Lists.OrganizationId; // said of what is joined, too: else SQLite reads whole tables to join a few rows
        Problem = await Db.Problems.Include(p => p.Tasks.Where(t => t.OrganizationId == own)).Include(p => p.Evidence.Where(u => u.OrganizationId == own)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(p => p.OrganizationId == own && p.Year == Lists.Year && p.No == no);
        if (Problem is null && (no != 0 || !CanEdit("P0")))
        {
            return false;
        }

        if (CanEdit($"P{no}"))
        {
            Holders = await HoldersAsync();
            Tasks = [.. (await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year).OrderBy(t => t.No).Select(t => new { t.No, t.Content }).ToListAsync()).Select(t => (t.No, t.Content, false))];
        }
        else
        {
            Tasks = [.. (Problem?.Tasks ?? []).OrderBy(t => t.No).Select(t => (t.No, t.Content, t.IsFinished))];
        }

        if (MayArrange)
        {
            Holders = await HoldersAsync();
        }

        Descent = Problem is null ? [] : await DescentNode.OfProblemAsync(Db, Current, Problem, Lists.Id);

        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "问题来源")]
        public ProblemSource Source { get; set; } = ProblemSource.SelfCheck;

        [Display(Name = "问题表述"), Required(ErrorMessage = "请填写问题表述，具体到事。"), StringLength(Problem.StatementMaxLength, ErrorMessage = "问题表述不超过{1}字。")]
        public string Statement { get; set; } = "";

        [Display(Name = "性质")]
        public ProblemNature Nature { get; set; } = ProblemNature.Individual;

        [Display(Name = "成因"), StringLength(Problem.TextMaxLength, ErrorMessage = "成因不超过{1}字。")]
        public string? Cause { get; set; }

        [Display(Name = "整改目标"), StringLength(Problem.TextMaxLength, ErrorMessage = "整改目标不超过{1}字。")]
        public string? Goal { get; set; }

        [Display(Name = "整改时限")]
        public DeadlineKind Kind { get; set; } = DeadlineKind.ByDay;

        [Display(Name = "限期至")]
        public DateOnly? On { get; set; }

        [Display(Name = "责任领导")]
        public int? LeaderId { get; set; }

        public string? LeaderText { get; set; }

        [Display(Name = "责任人")]
        public int? OwnerId { get; set; }

        public string? OwnerText { get; set; }

        [Display(Name = "对应任务")]
        public int[] Tasks { get; set; } = [];

        public int Version { get; set; }
    }
}
