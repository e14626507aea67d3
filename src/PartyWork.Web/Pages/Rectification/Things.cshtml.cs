using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>惠民实事 of a case, what is under way first.</summary>
public sealed class ThingsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["名称", "类别", "来源", "受益户数", "投入金额（元）", "开工日期", "办成日期", "确认的居民代表", "确认日期", "公示日期", "进展"];

    [BindProperty(SupportsGet = true)]
    public ThingState? State { get; set; }

    public IReadOnlyList<Row> All { get; private set; } = [];
    public IReadOnlyList<Row> Found => [.. All.Where(r => State is null || (r.State == State && r.WithdrawReason.Length == 0))];
    public IReadOnlyList<Row> Rows => [.. Found.Skip((P - 1) * PageSize).Take(PageSize)];
    public IEnumerable<Row> Kept => All.Where(r => r.WithdrawReason.Length == 0);

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        P = Math.Max(1, P);
        await ReadAsync();
        return Page();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await ReadAsync();
        return Exported("惠民实事", Headers, [.. Found.Where(r => r.WithdrawReason.Length == 0).Select(r => (IReadOnlyList<object?>)
        [
            r.Name, r.Category.Text(), r.IsPromised ? "方案承诺" : "整顿中追加", r.Households * 100, RegisterColumn.Yuan(r.AmountFen), r.BegunOn, r.DoneOn, r.ConfirmedBy, r.ConfirmedOn, r.PublishedOn, r.State.Text(),
        ])], State?.Text() ?? "");
    }

    private async Task ReadAsync() => All = [.. (await Db.PracticalThings.Where(t => t.CaseId == Case.Id)
        .Select(t => new Row(t.Id, t.Name, t.Category, t.IsPromised, t.Households, t.AmountFen, t.BegunOn, t.DoneOn, t.ConfirmedBy, t.ConfirmedOn, t.PublishedOn, t.WithdrawReason)).ToListAsync())
        .OrderBy(r => r.WithdrawReason.Length > 0).ThenBy(r => r.DoneOn is not null).ThenByDescending(r => r.DoneOn ?? r.BegunOn).ThenByDescending(r => r.Id)];

    public sealed record Row(int Id, string Name, ThingCategory Category, bool IsPromised, int Households, long AmountFen, DateOnly BegunOn, DateOnly? DoneOn, string ConfirmedBy, DateOnly? ConfirmedOn, DateOnly? PublishedOn, string WithdrawReason)
    {
        public ThingState State => PracticalThing.StateOf(DoneOn, ConfirmedOn, PublishedOn);
    }
}
