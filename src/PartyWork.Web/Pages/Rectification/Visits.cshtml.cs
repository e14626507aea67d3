using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>走访 of a case, newest first. Household numbers are shown to those who go there and to nobody else, and never leave in a file.</summary>
public sealed class VisitsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["走访日期", "走访人", "楼栋", "户数", "发放服务卡", "反映事项"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Withdrawn { get; set; }

    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        P = Math.Max(1, P);
        Total = await Found().CountAsync();
        Rows = await ReadAsync(Found().Skip((P - 1) * PageSize).Take(PageSize));
        return Page();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        var rows = await ReadAsync(Found());
        string[] chosen = [Words?.Trim() ?? "", From is { } from ? $"{from:yyyy-MM-dd}起" : "", To is { } to ? $"至{to:yyyy-MM-dd}" : "", Withdrawn ? "已撤回" : ""];
        return Exported("走访记录", Headers, [.. rows.Select(r => (IReadOnlyList<object?>)[r.On, r.Visitor, r.Building, r.Households * 100, r.Cards * 100, string.Join("；", r.Heard.Select(h => h.Content))])], string.Join("、", chosen.Where(c => c.Length > 0)));
    }

    private IQueryable<CaseVisit> Found()
    {
        var (words, id, withdrawn) = (Words?.Trim() ?? "", Case.Id, Withdrawn);
        var (from, to) = (From ?? DateOnly.MinValue, To ?? DateOnly.MaxValue);
        return Db.CaseVisits.Where(v => v.CaseId == id && (v.WithdrawnOn != null) == withdrawn && v.On >= from && v.On <= to
                && (words == "" || v.Visitor.Contains(words) || v.Building.Contains(words) || Db.ResidentOpinions.Any(o => o.VisitId == v.Id && o.Content.Contains(words))))
            .OrderByDescending(v => v.On).ThenByDescending(v => v.Id);
    }

    private Task<List<Row>> ReadAsync(IQueryable<CaseVisit> visits)
    {
        var sees = SeesHouseholds;
        return visits.Select(v => new Row(v.Id, v.On, v.Visitor, v.Building, sees ? v.HouseholdNo : v.HouseholdNo == "" ? "" : null, v.Households, v.Cards, v.WithdrawReason,
            Db.ResidentOpinions.Where(o => o.VisitId == v.Id).OrderBy(o => o.No).Select(o => new Heard(o.No, o.Content)).ToList())).AsSingleQuery().ToListAsync();
    }

    /// <param name="HouseholdNo">Null: there is one, and it is not the reader's to see.</param>
    public sealed record Row(int Id, DateOnly On, string Visitor, string Building, string? HouseholdNo, int Households, int Cards, string WithdrawReason, List<Heard> Heard);

    public sealed record Heard(int No, string Content);
}
