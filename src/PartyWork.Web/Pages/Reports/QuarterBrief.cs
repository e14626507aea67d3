using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Pages.Coordination;
using PartyWork.Web.Pages.ThreeLists;

namespace PartyWork.Web.Pages.Reports;

/// <summary>季度简报: one workbook of what the reader's scope has done in a quarter. Four sheets, all views of what was reported.</summary>
public sealed class QuarterBrief(PartyWorkDb db, OrgTree tree, int year, int quarter, DateTime now)
{
    private readonly DateOnly _today = OfficeTime.DayOf(now);

    public async Task<byte[]> WriteAsync() => SheetWriter.Write(await FilingsAsync(), await TasksAsync(), await ProblemsAsync(), await CoordinationAsync());

    private string Title(string what) => $"{year}年{Quarter.Text(quarter)}{what}";

    private SheetLayout Sheet(string name, string title, string[] headers, IReadOnlyList<IReadOnlyList<object?>> rows) =>
        new(name, title, [.. headers.Select(h => new SheetColumn(h))], rows) { SecondLine = [$"共{rows.Count}行", $"数据截至：{Show.Instant(now)}（非涉密，仅供内部工作使用）"] };

    /// <summary>By committee, each with all below it, in official order.</summary>
    private async Task<SheetLayout> FilingsAsync()
    {
        var filings = await FilingView.ReadAsync(db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == year && f.Period == quarter));
        var byCommittee = filings.ToLookup(f => tree.CommitteeOn(f.OrganizationId, f.CutOff(_today))?.Id);
        var committees = tree.InOrder.Where(n => n.Level is OrganizationLevel.Committee && byCommittee[n.Id].Any()).Select(n => Row(n.Name, byCommittee[n.Id].ToList())).ToList();
        return Sheet("报送情况", Title("季度报告报送情况"), ["党（工）委", "应报", "已报", "按时", "补报", "未报", "其中逾期", "已通过", "退回修改", "按时率"], [.. committees, Row("合计", filings)]);

        IReadOnlyList<object?> Row(string name, List<FilingView> some) =>
        [
            name, Count(some, _ => true), Count(some, f => f.IsFiled), Count(some, f => f.IsFiled && !f.IsLate), Count(some, f => f.IsLate), Count(some, f => !f.IsFiled), Count(some, f => f.IsOverdue(_today)),
            Count(some, f => f.Stage is FilingStage.Accepted), Count(some, f => f.Stage is FilingStage.Returned), Show.Percent(some.Count(f => f.IsFiled && !f.IsLate), some.Count),
        ];

        static int Count(List<FilingView> some, Func<FilingView, bool> holds) => some.Count(holds) * Quantity.One;
    }

    /// <summary>Red and yellow as they stand today, whichever quarter is asked for, with the cause and the next step of the last report up to then that called them behind.</summary>
    private async Task<SheetLayout> TasksAsync()
    {
        await db.FreshenLightsAsync();
        var troubled = db.WorkTasks.Where(t => t.Year == year && (t.Light == TaskLight.Red || t.Light == TaskLight.Stalled || t.Light == TaskLight.Yellow));
        var tasks = TaskView.ByUrgency(tree, (await TaskView.MeasureAsync(db, tree, await TaskView.ReadAsync(db, troubled), _today)).Where(t => tree.Find(t.OrganizationId) is not null), _today).ToList();
        var reasons = (await db.FilingRows.Where(r => r.IsFrozen && r.Choice == (int)ReportChoice.Behind && db.Filings.Any(f => f.Id == r.FilingId && f.Kind == FilingKind.QuarterlyReport && f.Year == year && f.Period <= quarter))
            .OrderBy(r => r.FilingId).Select(r => new { r.Key, r.Words, r.Cause, r.NextStep }).ToListAsync()).ToLookup(r => r.Key);
        return Sheet("滞后任务", $"{year}年滞后和逾期任务（{Show.Words(_today)}的情况）", ["党组织", "所属党（工）委", "序号", "任务内容", "目标值", "累计完成", "计量单位", "完成时限", "牵头责任人", "状态", "目前进展", "滞后原因", "下步措施"],
            [.. tasks.Select(t => (Task: t, Reason: reasons[$"T{t.Id}"].LastOrDefault())).Select(t => (IReadOnlyList<object?>)
            [
                tree[t.Task.OrganizationId].Name, tree.CommitteeOn(t.Task.OrganizationId, OrgTree.CutOff(year, _today))?.Name, t.Task.No * Quantity.One, t.Task.Content, t.Task.Target, t.Task.Reached,
                t.Task.Measure is TaskMeasure.Rate ? "%" : t.Task.Unit, t.Task.Due, t.Task.Lead.Text, t.Task.Light(_today).Text(), t.Reason?.Words, t.Reason?.Cause, t.Reason?.NextStep,
            ])]);
    }

    private async Task<SheetLayout> ProblemsAsync()
    {
        var (first, last) = (Quarter.LastDay(year, quarter).AddDays(1).AddMonths(-3), Quarter.LastDay(year, quarter));
        var problems = (await db.Problems.Where(p => p.Year == year && p.State == ProblemState.Closed && p.ClosedOn >= first && p.ClosedOn <= last)
            .Select(p => new { p.OrganizationId, p.No, p.Source, p.Statement, p.ClosedOn, p.CloseBasis, p.VerifiedBy }).ToListAsync())
            .Where(p => tree.Find(p.OrganizationId) is not null).OrderBy(p => tree[p.OrganizationId].SortNo).ThenBy(p => p.No);
        return Sheet("销号问题", Title("销号问题"), ["党组织", "所属党（工）委", "序号", "来源", "问题表述", "销号日期", "销号依据", "核实人"], [.. problems.Select(p => (IReadOnlyList<object?>)
            [tree[p.OrganizationId].Name, tree.CommitteeOn(p.OrganizationId, OrgTree.CutOff(year, _today))?.Name, p.No * Quantity.One, p.Source.Text(), p.Statement, p.ClosedOn, p.CloseBasis, p.VerifiedBy])]);
    }

    /// <summary>What this quarter's reports asked, and what earlier ones asked that is still open.</summary>
    private async Task<SheetLayout> CoordinationAsync()
    {
        var items = (await CoordinationView.ReadAsync(db.CoordinationItems.Where(i => i.Year == year)))
            .Where(v => tree.Find(v.OrganizationId) is not null && (v.Quarter == quarter || (v.Quarter < quarter && v.IsOpen))).OrderBy(v => tree[v.OrganizationId].SortNo).ThenBy(v => v.Id);
        return Sheet("协调事项", Title("协调事项"), Coordination.IndexModel.Headers, [.. items.Select(v => Coordination.IndexModel.Cells(v, tree, _today, OrgTree.CutOff(year, _today)))]);
    }
}
