using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Agreements;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Pages.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One agreement: its text, its tasks, who has signed, and what can be done next.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : AgreementPage(db, user, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public AgreementStatus Status { get; private set; }

    /// <summary>While the upper party's own agreement is not effective, signing wants a reason.</summary>
    public bool IsUpperEffective { get; private set; } = true;
    public bool LowerNeedsAddendum { get; private set; }
    public bool UpperNeedsAddendum { get; private set; }
    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public IReadOnlyList<ClauseAmendment> Pending => [.. Clauses.SelectMany(c => c.Amendments).Where(a => a.State is AmendmentState.Proposed)];

    /// <summary>Clauses whose tasks are all done.</summary>
    public int Completed => Clauses.Count(c => ClauseTasks.AreDone(TasksOf(c).Select(t => t.State)));
    public bool MaySignNow => May(Act.SignAgreements) && (Side is Party.Lower ? Agreement.Stage is AgreementStage.Ready : Agreement.Stage is AgreementStage.SignedByLower);

    public IReadOnlyList<TaskView> TasksOf(AgreementClause clause) => [.. Tasks.Where(t => ChineseNumber.Clauses(t.Source).Contains(clause.No))];

    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetWordAsync(int id) =>
        await FindAsync(id) ? File(AgreementDocument.Write(Agreement, Number, Upper.Name, Lower.Name), WordDocument.ContentType, $"{Title}.docx") : NotFound();

    [Needs(Act.FillAgreements)]
    public Task<IActionResult> OnPostPrepareAsync(int id, int version) => DoAsync(id, version, Act.FillAgreements, "已核对定稿，等待书记签字。", agreement => agreement.Prepare());

    [Needs(Act.SignAgreements)]
    public Task<IActionResult> OnPostSignAsync(int id, int version) => ActAsync(id, version, Act.SignAgreements, async () =>
    {
        var isUpperEffective = await IsUpperEffectiveAsync();
        var reason = lease.Why = Reason?.Trim() ?? "";
        if (Side is Party.Lower)
        {
            Agreement.SignLower(Current.Actor, Today, isUpperEffective, reason);
        }
        else
        {
            Agreement.SignUpper(Current.Actor, Today, isUpperEffective, reason);
        }
    }, "已签字。", ShowAsync);

    [Needs(Act.ManageAgreements)]
    public Task<IActionResult> OnPostReturnAsync(int id, int version) => DoAsync(id, version, Act.ManageAgreements, "已退回下级修改。", agreement => agreement.Return(lease.Why = Reason?.Trim() ?? ""));

    [Needs(Act.SignAgreements)]
    public Task<IActionResult> OnPostAddendumAsync(int id, int version) => DoAsync(id, version, Act.SignAgreements, "已补签，责任书各条款继续有效。", agreement => agreement.SignAddendum(Side, Current.Actor, Today));

    [Needs(Act.ManageAgreements)]
    public Task<IActionResult> OnPostEvaluateAsync(int id, int version) => ActAsync(id, version, Act.ManageAgreements, async () => Agreement.Evaluate(Words?.Trim() ?? "", Today, await Db.IsYearClosedAsync(Agreement.Year)), "已登记年终评定。", ShowAsync);

    private Task<IActionResult> DoAsync(int id, int version, Act act, string done, Action<Agreement> what) => ActAsync(id, version, act, () =>
    {
        what(Agreement);
        return Task.CompletedTask;
    }, done, ShowAsync);

    private async Task<IActionResult> ShowAsync()
    {
        var (id, year, organization, today) = (Agreement.Id, Agreement.Year, Agreement.OrganizationId, Today);
        if (Agreement.Stage < AgreementStage.Effective)
        {
            IsUpperEffective = await IsUpperEffectiveAsync();
            Status = Agreement.StatusOf(Agreement.Stage, false, false);
            return Page();
        }

        var (lower, upper) = (Db.NeedingAddendum(Party.Lower, today), Db.NeedingAddendum(Party.Upper, today));
        var facts = await Db.WorkYears.Where(y => y.Year == year)
            .Select(y => new { IsClosed = y.State == WorkYearState.Closed, Lower = lower.Any(a => a.Id == id), Upper = upper.Any(a => a.Id == id) }).SingleAsync();
        (LowerNeedsAddendum, UpperNeedsAddendum) = (facts.Lower, facts.Upper);
        Status = Agreement.StatusOf(Agreement.Stage, facts.Lower || facts.Upper, facts.IsClosed);
        Tasks = await TaskView.ReadAsync(Db, Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year));
        return Page();
    }
}
