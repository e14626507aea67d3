using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>One task: written while the lists are drafted; afterwards its progress, and changes by request only.</summary>
public sealed class TaskModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public WorkTask? Task { get; private set; }
    public int No { get; private set; }
    public IReadOnlyList<Holder> Holders { get; private set; } = [];
    public IReadOnlyList<DescentNode> Descent { get; private set; } = [];

    /// <summary>What the task's figure says today; null for a task without one and in the draft.</summary>
    public MeasuredValue? Measured { get; private set; }

    /// <summary>How a quarter stands, in words. A number that nobody types is not final before the report is handed in; it does not wait to be reported.</summary>
    public string StandingOf(int quarter) => Task!.Progress.SingleOrDefault(p => p.Quarter == quarter) is { } reported ? reported.Choice.Text()
        : Task.Values.Any(v => v.Quarter == quarter && v.Value is not null) ? "由下级汇总"
        : Task is { State: TaskState.InProgress, MeasuredBy.Length: > 0 } && (Today.Year, Quarter.Of(Today)).CompareTo((Task.Year, quarter)) >= 0 ? "由指标取数，报送时定稿"
        : "未报";

    public IReadOnlyList<TaskChange> Changes => [.. (Task?.Changes ?? []).OrderByDescending(c => c.Id)];

    /// <summary>Whether this post may hand the task down to the children now.</summary>
    public bool CanDecompose => Task is not null && Lists.Node.Level is OrganizationLevel.Committee && Current.May(Act.DecomposeTask, Lists.OrganizationId) && Decomposition.WhyNot(Task, Today) is null;
    public int Version => Db.VersionOf(Task);

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (Task is { } t)
        {
            Input = new InputModel
            {
                Category = t.Category, Content = t.Content, Measure = t.Measure, Target = Typed.Print(t.Target), Unit = t.Unit,
                Node1 = Typed.Print(t.Nodes.First), Node2 = Typed.Print(t.Nodes.Second), Node3 = Typed.Print(t.Nodes.Third), Node4 = Typed.Print(t.Nodes.Fourth),
                DueOn = t.DueOn, LeadId = t.Lead.HoldingId, LeadText = t.Lead.Text, Cooperating = t.Cooperating, Source = t.Source, DemandKind = t.Demand.Kind, DemandReason = t.Demand.Reason, MeasuredBy = t.MeasuredBy, Version = Version,
            };
            Measured = t.State is TaskState.Draft ? null : (await TaskMeasures.ReadAsync(Db, Current.Tree, [t], 4, Today)).GetValueOrDefault(t.Id);
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

        if (!CanEdit($"T{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
        {
            var text = new TaskText(Input.Category?.Trim() ?? "", Input.Content.Trim(), Input.Measure, Input.Measure is TaskMeasure.None ? null : Typed.Number(Input.Target, "目标值"), Input.Unit?.Trim() ?? "",
                new QuarterNodes(Typed.Number(Input.Node1, "一季度节点"), Typed.Number(Input.Node2, "二季度节点"), Typed.Number(Input.Node3, "三季度节点"), Typed.Number(Input.Node4, "四季度节点")),
                Input.DueOn, Choose(Input.LeadId, Holders, Input.LeadText?.Trim() ?? ""), Input.Cooperating?.Trim() ?? "", Input.Source?.Trim() ?? "")
            {
                Demand = new EvidenceDemand(Input.DemandKind, Input.DemandReason?.Trim() ?? ""),
                MeasuredBy = Input.MeasuredBy ?? "",
            };
            Rule.Require(text.MeasuredBy.Length == 0 || TaskMeasures.Find(text.MeasuredBy) is not null, "所选的取数指标不能用来计量任务，请从下拉列表中选择。");
            if (Task is null)
            {
                var last = await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year).OrderByDescending(t => t.No).FirstOrDefaultAsync();
                if (last?.Text == text)
                {
                    return Saved(last.No); // the button was pressed twice
                }

                No = 1 + (last?.No ?? 0);
                Db.Add(new WorkTask(Lists.OrganizationId, Lists.Year, No, text));
            }
            else
            {
                Db.Expect(Task, Input.Version);
                Task.Write(text);
            }

            await Db.SaveChangesAsync();
            return Saved(No);
        }, () => AgainAsync(id, no));
    }

    [Needs(Act.RequestChange)]
    public async Task<IActionResult> OnPostChangeAsync(int id, int no, TaskChangeKind kind, DateOnly? newDue, string? newContent, string? newTarget, string? reason)
    {
        if (!await FindLineAsync(id, no) || Task is null)
        {
            return NotFound();
        }

        if (!Current.May(Act.RequestChange, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(Db, async () =>
        {
            Db.Add(new TaskChange(Task, kind, newDue, newContent?.Trim() ?? "", Typed.Number(newTarget, "调整后的目标值"), reason?.Trim() ?? "", Current.Actor, Today));
            Db.Touch(Task);
            lease.Why = reason ?? "";
            await Db.SaveChangesAsync();
            Tell("变更申请已报上级，批准前按原任务执行。");
            return Redirect($"/lists/{id}/tasks/{no}");
        }, async () => await FindLineAsync(id, no) ? Page() : NotFound());
    }

    private RedirectResult Saved(int no)
    {
        Tell($"任务{no}已保存。");
        return Redirect($"/lists/{Lists.Id}?tab=tasks#T{no}");
    }

    /// <summary>A line that was never filed may be taken out again.</summary>
    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int no, int version)
    {
        if (!await FindLineAsync(id, no) || Task is null)
        {
            return NotFound();
        }

        if (!CanEdit($"T{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Task.RequireDeletable();
        var duties = await Db.DutyItems.Where(d => d.Tasks.Any(t => t.Id == Task.Id)).Select(d => d.No).ToListAsync();
        Rule.Require(Task.Problems.Count == 0 && duties.Count == 0,
            $"任务{no}还对应着{string.Join("、", Task.Problems.Select(p => $"问题{p.No}").Concat(duties.Select(d => $"责任{d}")))}，请先在那里取消对应，再删除任务。");
        Db.Expect(Task, version);
        Db.Remove(Task);
        await Db.SaveChangesAsync();
        Tell($"任务{no}已删除。");
        return Redirect($"/lists/{id}?tab=tasks");
    }

    private async Task<IActionResult> AgainAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            Input.Version = Version;
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
        Task = await Db.WorkTasks.Include(t => t.Progress).Include(t => t.Problems.Where(p => p.OrganizationId == own)).Include(t => t.Changes).Include(t => t.Evidence.Where(u => u.OrganizationId == own)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(t => t.OrganizationId == own && t.Year == Lists.Year && t.No == no);
        if (Task is null && (no != 0 || !CanEdit("T0")))
        {
            return false;
        }

        if (CanEdit($"T{no}"))
        {
            Holders = await HoldersAsync();
        }

        Descent = Task is null ? [] : await DescentNode.OfTaskAsync(Db, Current, Task, Lists.Id);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "类别"), StringLength(WorkTask.CategoryMaxLength, ErrorMessage = "类别不超过{1}字。")]
        public string? Category { get; set; }

        [Display(Name = "任务内容"), Required(ErrorMessage = "请填写任务内容。"), StringLength(WorkTask.ContentMaxLength, ErrorMessage = "任务内容不超过{1}字。")]
        public string Content { get; set; } = "";

        [Display(Name = "计量")]
        public TaskMeasure Measure { get; set; } = TaskMeasure.Count;

        [Display(Name = "目标值")]
        public string? Target { get; set; }

        [Display(Name = "单位"), StringLength(WorkTask.UnitMaxLength, ErrorMessage = "单位不超过{1}字。")]
        public string? Unit { get; set; }

        [Display(Name = "一季度")]
        public string? Node1 { get; set; }

        [Display(Name = "二季度")]
        public string? Node2 { get; set; }

        [Display(Name = "三季度")]
        public string? Node3 { get; set; }

        [Display(Name = "四季度")]
        public string? Node4 { get; set; }

        [Display(Name = "完成时限")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "牵头责任人")]
        public int? LeadId { get; set; }

        public string? LeadText { get; set; }

        [Display(Name = "配合单位"), StringLength(WorkTask.TextMaxLength, ErrorMessage = "配合单位不超过{1}字。")]
        public string? Cooperating { get; set; }

        [Display(Name = "来源"), StringLength(WorkTask.TextMaxLength, ErrorMessage = "来源不超过{1}字。")]
        public string? Source { get; set; }

        [Display(Name = "取数指标（选填）")]
        public string? MeasuredBy { get; set; }

        [Display(Name = "需佐证")]
        public EvidenceKind? DemandKind { get; set; }

        [Display(Name = "需佐证的理由"), StringLength(EvidenceDemand.ReasonMaxLength, ErrorMessage = "需佐证的理由不超过{1}字。")]
        public string? DemandReason { get; set; }

        public int Version { get; set; }
    }
}
