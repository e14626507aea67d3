using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>一社区一策: its aim and its problems, all rows of the community's lists; approved by the district, and in the end 初验 by the committee.</summary>
public sealed class PlanModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : PlanPage(db, user, clock)
{
    [BindProperty]
    public string? Aim { get; set; }

    [BindProperty]
    public int? ProblemId { get; set; }

    [BindProperty]
    public CaseReasons? Reason { get; set; }

    /// <summary>计划资金（元）.</summary>
    [BindProperty]
    public string? Funds { get; set; }

    [BindProperty]
    public int RowId { get; set; }

    /// <summary>不能办理的说明, or 初验意见.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Problems of the community's lists that are not in the plan.</summary>
    public IReadOnlyList<(int Id, int No, string Statement)> Others { get; private set; } = [];
    public bool Writes => Proposes && Case.Stage.IsUnderWay();

    [Needs(Act.ReadRectification)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostAimAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        Case.Write(Case.Reasons, Case.Causes, Aim?.Trim() ?? "");
        return "整顿目标已保存。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostIncludeAsync(int id) => DoAsync(id, Act.ProposeCases, async () =>
    {
        var (community, chosen) = (Case.OrganizationId, ProblemId);
        var problem = await Db.Problems.Include(p => p.Tasks).SingleOrDefaultAsync(p => p.Id == chosen && p.OrganizationId == community) ?? throw new BrokenRuleException("请选择问题。");
        Case.Include(problem, Reason ?? CaseReasons.None, Fen(Funds));
        return $"问题{problem.No}已列入方案。";
    }, $"/rectification/{id}/plan");

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostExcludeAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        var row = Row();
        Case.Exclude(row);
        Db.Remove(row);
        return $"问题{row.Problem.No}已移出方案，仍在社区的问题清单里。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostExplainAsync(int id) => StepAsync(id, Act.ProposeCases, () =>
    {
        var row = Row();
        Case.Explain(row, Words?.Trim() ?? "", Current.Actor, Today);
        return $"问题{row.Problem.No}已登记不能办理的说明。";
    });

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostPreAcceptAsync(int id) => DoAsync(id, Act.ProposeCases, () =>
    {
        Case.PreAccept(Words?.Trim() ?? "", Current.Actor, Today);
        return Task.FromResult("已登记初验，可以申请验收。");
    });

    [Needs(Act.ManageRectification)]
    public Task<IActionResult> OnPostApproveAsync(int id) => DoAsync(id, Act.ManageRectification, async () =>
    {
        Case.ApprovePlan(Current.Actor, Today);
        await Db.OweMonthlyReportsAsync(Case, Current.Actor, Clock.Now);
        return $"方案已批准，{Case.Problems.Sum(p => p.Problem.Tasks.Count)}项措施列入社区任务清单；自本月起按月报送整顿月报。";
    });

    private Task<IActionResult> StepAsync(int id, Act act, Func<string> step) => DoAsync(id, act, () => Task.FromResult(step()), $"/rectification/{id}/plan");

    private CaseProblem Row() => Case.Problems.SingleOrDefault(p => p.Id == RowId) ?? throw new BrokenRuleException("请刷新后再办理。");

    /// <summary>Yuan as typed, in fen.</summary>
    internal static long? Fen(string? yuan) => Typed.Fen(yuan, "计划资金");

    protected override async Task ShowAsync()
    {
        Aim ??= Case.Aim;
        var (community, year, known) = (Case.OrganizationId, Year, Case.Problems.Select(p => p.ProblemId).ToArray());
        Others = !Writes ? [] : [.. (await Db.Problems.Where(p => p.OrganizationId == community && p.Year == year && (p.State == ProblemState.Listed || p.State == ProblemState.Rectifying) && !known.Contains(p.Id))
            .OrderBy(p => p.No).Select(p => new { p.Id, p.No, p.Statement }).ToListAsync()).Select(p => (p.Id, p.No, p.Statement))];
    }
}
