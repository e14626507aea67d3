using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>
/// 整顿情况: one community's rectification read like a story: why, towards what, what still stands between it and 销号, who helps, the plan, month by month, what was done. Nothing is entered here.
/// </summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public CaseView Case { get; private set; } = null!;
    public RecentView Recent { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<AcceptanceView> Acceptances => Case.Acceptances;

    private AcceptanceView? Latest => Acceptances.Count > 0 ? Acceptances[0] : null;

    /// <summary>整顿前后; null before it is listed.</summary>
    public ComparisonView? Comparison => Case.ListedOn is not { } listed || Case.Baseline is not { } baseline ? null : new(
        [
            new(Case.Id, Case.OrganizationId, Case.Stage, Case.Reasons, listed, Case.EndedOn, baseline, Acceptances.FirstOrDefault(a => a.ValidVotes is not null) is { } judged ? new(judged.Satisfied!.Value, judged.ValidVotes!.Value) : null,
                Case.Petitions, Acceptances.FirstOrDefault(a => a.Outcome is not null)?.Outcome, "", null, Case.Problems.Count, Case.Settled, Case.Totals),
        ], _ => Node.Name, _ => Node.ShortName);
    public OrgNode Node => user.Tree[Case.OrganizationId];
    public DateOnly Today => clock.Today;
    public string Here => $"/rectification/{Case.Id}";
    public bool Manages => user.May(Act.ManageRectification, Case.OrganizationId);
    public bool Proposes => user.May(Act.ProposeCases, Case.OrganizationId);
    public bool Records => user.May(Act.RecordRectification, Case.OrganizationId) && Case.Stage.IsUnderWay();
    public bool Fills => user.May(Act.FillMonthlyReports, Case.OrganizationId);

    /// <summary>What is to be done next, in a sentence, and for whoever may do it the way there.</summary>
    public (string Sentence, string? Button, string Link) Next => Case.Stage switch
    {
        CaseStage.Candidate => Way("摸排以后进行核查，再提出是否列入的建议。", Proposes, "去核查", "listing"),
        CaseStage.Checked => Way("已核查，等待党（工）委提出拟列入建议，并登记满意率和信访基线。", Proposes, "提出建议", "listing"),
        CaseStage.Proposed => Way($"党（工）委建议列入，等待研究决定{(Case.Baseline is null ? "；基线还没有登记" : "")}。", Manages || Proposes, Manages ? "办理列入" : "登记基线", "listing"),
        CaseStage.Dropped => ("经核查研究，不列入本批整顿。", null, ""),
        CaseStage.Listed or CaseStage.Relapsed when Case.RolesMissing.Count > 0 && Manages => ($"四支帮扶力量还没有配齐：{string.Join("；", Case.RolesMissing)}。", "选派帮扶力量", $"{Here}/helpers"),
        CaseStage.Listed or CaseStage.Relapsed => Way("编制一社区一策，由组织科批准后开始整顿。", Manages || Proposes, Manages ? "审阅方案" : "编制方案", "plan"),
        CaseStage.Rectifying or CaseStage.Consolidating or CaseStage.Extended when Case.Problems.Count > 0 && Case.Settled == Case.Problems.Count => Way("方案所列问题已全部销号或说明，等待党（工）委初验。", Proposes, "办理初验", "plan#pre-accept"),
        CaseStage.Rectifying or CaseStage.Consolidating or CaseStage.Extended => Way($"按方案整顿，还有{Case.Problems.Count - Case.Settled}个问题没有销号。", Proposes, "查看方案", "plan"),
        CaseStage.PreAccepted => Way("党（工）委已初验，等待书记申请验收。", user.May(Act.ApplyForAcceptance, Case.OrganizationId), "申请验收", "apply"),
        CaseStage.Applied => ("已申请验收，等待验收组验收。", Latest is null ? null : "查看验收", $"/rectification/acceptances/{Latest?.Id}"),
        CaseStage.Accepted => ($"已验收销号，{Case.EndedOn?.AddMonths(RectificationCase.LookBackMonths):yyyy年M月d日}起回头看。", Latest is not null && user.May(Act.AcceptCases, Case.OrganizationId) ? "登记回头看" : null, $"/rectification/acceptances/{Latest?.Id}/look-back"),
        _ => ("回头看合格，整顿结束。", null, ""),
    };

    /// <summary>The report that is to be written now; null for who does not write it.</summary>
    public CaseView.Month? ToReport => !Fills ? null : Case.Months.FirstOrDefault(m => m.Status(Today) is FilingStatus.NotStarted or FilingStatus.Drafting or FilingStatus.Overdue or FilingStatus.Returned or FilingStatus.AwaitingSecretary);

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var found = await CaseView.ReadAsync(db, id, clock.Today);
        if (found is null || user.Tree.Find(found.OrganizationId) is null || !user.May(Act.ReadRectification, found.OrganizationId))
        {
            return NotFound();
        }

        (Case, Recent) = (found, await RecentView.ReadAsync(db, id));
        return Page();
    }

    private (string, string?, string) Way(string sentence, bool may, string button, string to) => (sentence, may ? button : null, $"{Here}/{to}");
}
