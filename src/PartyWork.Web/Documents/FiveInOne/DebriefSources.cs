using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Ledger;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Documents.FiveInOne;

/// <summary>骨架: what the ledger, the pledges, last year's problems and the figures already tell, each sentence with the way to its records.</summary>
public sealed class DebriefSources(PartyWorkDb db, CurrentUser user, DateOnly today)
{
    private const int Shown = 2;

    private static readonly string[] Asked = ["tasks_due", "tasks_due_completed", "quarterly_reports_due", "quarterly_reports_on_time", "problems_found", "problems_closed"];

    public async Task<IReadOnlyList<DebriefSentence>> ReadAsync(int organizationId, int year)
    {
        var secretary = await db.PostHoldings.Where(h => h.OrganizationId == organizationId && h.Kind == PostKind.Secretary && h.From.Year <= year && (h.To == null || h.To.Value.Year >= year))
            .OrderByDescending(h => h.From).Select(h => (int?)h.Id).FirstOrDefaultAsync();
        var book = secretary is { } holding ? await LedgerBook.ReadAsync(db, user, holding, year) : null;
        return
        [
            .. await FiguresAsync(organizationId, year),
            .. book is null ? [] : LedgerBook.Sections(book.Lines).Where(s => s is { Lines.Count: > 0, Section: not LedgerSection.Debrief }).Select(s => Of(s.Section, s.Lines, $"/ledger/{secretary}/{year}")),
            .. Of(await db.FindPledgesAsync(organizationId, year)),
            .. Of((await db.TakenProblemsAsync(organizationId, year)).Problems),
        ];
    }

    private async Task<IEnumerable<DebriefSentence>> FiguresAsync(int organizationId, int year)
    {
        var period = Period.To(year < today.Year ? new(year, 12, 31) : today);
        var values = await FigureEvaluation.EvaluateAsync(db, user.Tree, [.. Asked.Select(k => FigureDictionary.Find(k)!)], [organizationId], period);
        string Say(string key) => values[key, organizationId].PrintWithUnit();
        string At(string key) => $"/figures/{key}?organization={organizationId}&From={period.From:yyyy-MM-dd}&Cutoff={period.Cutoff:yyyy-MM-dd}";
        return
        [
            new(DebriefPart.Duties, $"截至{period.Cutoff:M月d日}，本级及所属党组织到期任务{Say("tasks_due")}，完成{Say("tasks_due_completed")}。", At("tasks_due_completed")),
            new(DebriefPart.Duties, $"应报季度报告{Say("quarterly_reports_due")}，按时报送{Say("quarterly_reports_on_time")}。", At("quarterly_reports_on_time")),
            new(DebriefPart.Duties, $"问题清单列入问题{Say("problems_found")}，已销号{Say("problems_closed")}。", At("problems_closed")),
        ];
    }

    /// <summary>专题研究党建4次：……；……等。</summary>
    private static DebriefSentence Of(LedgerSection section, IReadOnlyList<LedgerLine> lines, string link) =>
        new(DebriefPart.Duties, $"{section.Text()}，全年记载{lines.Count}条：{string.Join('；', lines.Take(Shown).Select(l => l.Text.TrimEnd('。')))}{(lines.Count > Shown ? "等" : "")}。", $"{link}#s{(int)section}");

    private static IEnumerable<DebriefSentence> Of(PledgeSheet? sheet)
    {
        if (sheet is { PublishedOn: { } on })
        {
            yield return new(DebriefPart.Pledges, $"{on:M月d日}在{sheet.PublishedAt}公示承诺{sheet.Pledges.Count}项，经上级确认已兑现{sheet.Pledges.Count(p => p.Outcome is PledgeOutcome.Fulfilled)}项。", $"/five-in-one/{sheet.OrganizationId}/{sheet.Year}/pledges");
        }
    }

    private static IEnumerable<DebriefSentence> Of(IReadOnlyList<TakenProblem> problems)
    {
        if (problems.Count > 0)
        {
            yield return new(DebriefPart.Rectification, $"上年度考核和述职点评指出的问题列入本年问题清单{problems.Count}个，已销号{problems.Count(p => p.Problem.State is ProblemState.Closed)}个。", $"/lists/{problems[0].ListsId}?tab=problems");
        }
    }
}
