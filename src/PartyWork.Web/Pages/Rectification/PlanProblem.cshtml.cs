using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>A new problem of the plan with its first measure: both become rows of the community's lists.</summary>
public sealed class PlanProblemModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : PlanPage(db, user, clock)
{
    [BindProperty, Display(Name = "问题"), Required(ErrorMessage = "请填写问题。"), StringLength(Problem.StatementMaxLength, ErrorMessage = "问题不超过{1}字。")]
    public string? Statement { get; set; }

    [BindProperty, Display(Name = "对应的列入情形"), Required(ErrorMessage = "请选择对应的列入情形。")]
    public CaseReasons? Reason { get; set; }

    [BindProperty, Display(Name = "成因"), StringLength(Problem.TextMaxLength, ErrorMessage = "成因不超过{1}字。")]
    public string? Cause { get; set; }

    [BindProperty, Display(Name = "整改目标"), StringLength(Problem.TextMaxLength, ErrorMessage = "整改目标不超过{1}字。")]
    public string? Goal { get; set; }

    [BindProperty, Display(Name = "措施"), Required(ErrorMessage = "请填写措施。"), StringLength(WorkTask.ContentMaxLength, ErrorMessage = "措施不超过{1}字。")]
    public string? Measure { get; set; }

    [BindProperty, Display(Name = "责任人"), Required(ErrorMessage = "请选择责任人。")]
    public int? Owner { get; set; }

    [BindProperty, Display(Name = "时限"), Required(ErrorMessage = "请填写时限。")]
    public DateOnly? Due { get; set; }

    [BindProperty, Display(Name = "计划资金（元）")]
    public string? Funds { get; set; }

    [Needs(Act.ProposeCases)]
    public async Task<IActionResult> OnGetAsync(int id) => await GetAsync(id) is var shown && shown is PageResult && !Proposes ? StatusCode(StatusCodes.Status403Forbidden) : shown;

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostAsync(int id) => DoAsync(id, Act.ProposeCases, async () =>
    {
        Rule.Require(ModelState.IsValid, "请按提示填写后再保存。");
        var owner = await ChosenAsync(Owner, "责任人");
        var (community, year) = (Case.OrganizationId, Year);
        var last = await Db.Problems.Where(p => p.OrganizationId == community && p.Year == year).MaxAsync(p => (int?)p.No) ?? 0;
        var problem = new Problem(community, year, last + 1, new(ProblemSource.Residents, Statement!.Trim(), ProblemNature.Individual, Cause?.Trim() ?? "", Goal?.Trim() ?? "", Deadline.By(Due!.Value), owner, owner));
        problem.LinkTo([await TaskAsync(Measure!.Trim(), Due.Value, owner, problem.No)]);
        Db.Add(problem);
        Case.Include(problem, Reason!.Value, PlanModel.Fen(Funds));
        return $"问题{problem.No}和措施已列入方案，同时列入社区的问题清单和任务清单。";
    }, $"/rectification/{id}/plan");
}
