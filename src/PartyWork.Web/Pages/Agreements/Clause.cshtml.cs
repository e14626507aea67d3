using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One clause of a signed agreement: what it was before, and changing it with both parties' confirmation.</summary>
public sealed class ClauseModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : AgreementPage(db, user, clock)
{
    [BindProperty]
    public ObjectiveInput Input { get; set; } = new();

    [BindProperty, Display(Name = "修改理由"), StringLength(Agreement.ReasonMaxLength, ErrorMessage = "修改理由不超过{1}字。")]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public AgreementClause Clause { get; private set; } = null!;
    public IReadOnlyList<DescentNode> Descent { get; private set; } = [];
    public IReadOnlyList<ClauseAmendment> Amendments => [.. Clause.Amendments.OrderByDescending(a => a.Id)];
    public ClauseAmendment? Pending => Clause.Amendments.SingleOrDefault(a => a.State is AmendmentState.Proposed);
    public bool MayPropose => Agreement.Stage is AgreementStage.Effective && Pending is null && May(Act.AmendAgreements);
    public bool MayConfirm => Pending is { } pending && May(Act.SignAgreements) && !pending.IsConfirmedBy(Side);

    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindAsync(id) || !Choose(no))
        {
            return NotFound();
        }

        Input = ObjectiveInput.Of(Clause.Objective);
        return await ShowAsync();
    }

    /// <summary>Who may sign for his party confirms by proposing.</summary>
    [Needs(Act.AmendAgreements)]
    public async Task<IActionResult> OnPostProposeAsync(int id, int no, int version)
    {
        if (!ModelState.IsValid)
        {
            return !await FindAsync(id) || !Choose(no) ? NotFound() : !May(Act.AmendAgreements) ? StatusCode(StatusCodes.Status403Forbidden) : await ShowAsync();
        }

        return await DoAsync(id, no, version, Act.AmendAgreements, "修改已提出，双方书记确认后生效。", clause =>
        {
            var amendment = new ClauseAmendment(Agreement, clause, Input.ToObjective(), lease.Why = Reason?.Trim() ?? "", Current.Actor, Today);
            Db.Add(amendment);
            if (May(Act.SignAgreements))
            {
                amendment.Confirm(Side, Current.Actor, Today);
            }
        });
    }

    [Needs(Act.SignAgreements)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int no, int version) => DoAsync(id, no, version, Act.SignAgreements, "已确认。双方都确认后，条款按新的内容执行。", _ => Proposed().Confirm(Side, Current.Actor, Today));

    [Needs(Act.SignAgreements)]
    public Task<IActionResult> OnPostRefuseAsync(int id, int no, int version) => DoAsync(id, no, version, Act.SignAgreements, "已登记不同意，条款按原文执行。", _ => Proposed().Refuse(Current.Actor, lease.Why = Words?.Trim() ?? ""));

    private ClauseAmendment Proposed()
    {
        Rule.Require(Pending is not null, "这一条没有等待确认的修改，请刷新后查看。");
        return Pending!;
    }

    private Task<IActionResult> DoAsync(int id, int no, int version, Act act, string done, Action<AgreementClause> what)
    {
        ModelState.Clear(); // confirming and refusing say nothing about the fields of a proposal
        return ActAsync(id, version, act, () =>
        {
            Rule.Require(Choose(no), "该条款已不在责任书中，请刷新后查看。");
            what(Clause);
            return Task.CompletedTask;
        }, done, async () =>
        {
            if (!Choose(no))
            {
                return NotFound();
            }

            Input = act is Act.AmendAgreements ? Input : ObjectiveInput.Of(Clause.Objective);
            return await ShowAsync();
        }, $"/agreements/{id}/clauses/{no}");
    }

    private async Task<IActionResult> ShowAsync()
    {
        Descent = await DescentNode.OfClauseAsync(Db, Current, Agreement, Clause);
        return Page();
    }

    private bool Choose(int no)
    {
        Clause = Agreement.Clauses.SingleOrDefault(c => c.No == no)!;
        return Clause is not null;
    }
}
