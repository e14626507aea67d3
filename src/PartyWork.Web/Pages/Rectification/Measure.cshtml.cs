using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One more measure of a problem of the plan: a task of the community's list.</summary>
public sealed class MeasureModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : PlanPage(db, user, clock)
{
    [BindProperty, Display(Name = "措施"), Required(ErrorMessage = "请填写措施。"), StringLength(WorkTask.ContentMaxLength, ErrorMessage = "措施不超过{1}字。")]
    public string? Text { get; set; }

    [BindProperty, Display(Name = "责任人"), Required(ErrorMessage = "请选择责任人。")]
    public int? Lead { get; set; }

    [BindProperty, Display(Name = "时限"), Required(ErrorMessage = "请填写时限。")]
    public DateOnly? Due { get; set; }

    public CaseProblem? Row(int row) => Case.Problems.SingleOrDefault(p => p.Id == row);

    [Needs(Act.ProposeCases)]
    public async Task<IActionResult> OnGetAsync(int id) => await GetAsync(id) is var shown && shown is PageResult && !Proposes ? StatusCode(StatusCodes.Status403Forbidden) : shown;

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnPostAsync(int id, int row) => DoAsync(id, Act.ProposeCases, async () =>
    {
        Rule.Require(ModelState.IsValid, "请按提示填写后再保存。");
        var problem = Row(row) ?? throw new BrokenRuleException("该问题已不在方案中，请刷新后再办理。");
        Case.Measure(problem, await TaskAsync(Text!.Trim(), Due!.Value, await ChosenAsync(Lead, "责任人"), problem.Problem.No));
        return $"措施已列入问题{problem.Problem.No}和社区的任务清单。";
    }, $"/rectification/{id}/plan");
}
