using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>区领导到点 by quarter, the newest first. No leader is ever shown as late.</summary>
public sealed class LeaderVisitsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["到点日期", "区领导", "到点事项", "协调结果"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? OfYear { get; set; }

    public IReadOnlyList<Visit> All { get; private set; } = [];
    public bool MayEnter => IsOpen && Current.May(Act.RecordLeaderVisits, Case.OrganizationId);
    public bool IsFiltered => Words?.Trim().Length > 0 || OfYear is not null;
    public IEnumerable<int> Years => Quarters.Select(q => q.Year).Distinct();

    public IReadOnlyList<Visit> Found => [.. All.Where(v => (string.IsNullOrWhiteSpace(Words) || v.Says(Words.Trim())) && (OfYear is null || v.On.Year == OfYear))];

    /// <summary>A line of the list: a visit, or of a quarter without one that it is not yet arranged; of a search only visits.</summary>
    public IReadOnlyList<Line> Lines =>
    [
        .. from q in Quarters
           where OfYear is null || q.Year == OfYear
           let visits = Found.Where(v => (v.On.Year, Quarter.Of(v.On)) == q).ToList()
           from line in visits.TrueForAll(v => v.WithdrawReason.Length > 0) && string.IsNullOrWhiteSpace(Words) ? [new Line(q.Year, q.No, null), .. visits.Select(v => new Line(q.Year, q.No, v))] : visits.Select(v => new Line(q.Year, q.No, v))
           select line,
    ];

    public IReadOnlyList<Line> Rows => [.. Lines.Skip((P - 1) * PageSize).Take(PageSize)];

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        P = Math.Max(1, P);
        return await ReadAsync(id) ? Page() : NotFound();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id) => !await ReadAsync(id) ? NotFound()
        : Exported("区领导到点", Headers, [.. Found.Where(v => v.WithdrawReason.Length == 0).Select(v => (IReadOnlyList<object?>)[v.On, v.Leader, v.Matter, v.Outcome])],
            string.Join("、", new[] { OfYear is { } year ? $"{year}年" : "", Words?.Trim() ?? "" }.Where(c => c.Length > 0)));

    /// <summary>Each from the listing to today or the end.</summary>
    private IEnumerable<(int Year, int No)> Quarters
    {
        get
        {
            for (var day = Case.EndedOn ?? Today; Case.ListedOn is { } from && Quarter.LastDay(day.Year, Quarter.Of(day)) >= from; day = Quarter.LastDay(day.Year, Quarter.Of(day)).AddDays(1).AddMonths(-3).AddDays(-1))
            {
                yield return (day.Year, Quarter.Of(day));
            }
        }
    }

    private async Task<bool> ReadAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return false;
        }

        All = await Db.LeaderVisits.Where(v => v.CaseId == Case.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.Id).Select(v => new Visit(v.Id, v.On, v.Leader, v.Matter, v.Outcome, v.WithdrawReason)).ToListAsync();
        return true;
    }

    public sealed record Visit(int Id, DateOnly On, string Leader, string Matter, string Outcome, string WithdrawReason)
    {
        public bool Says(string words) => Leader.Contains(words, StringComparison.Ordinal) || Matter.Contains(words, StringComparison.Ordinal) || Outcome.Contains(words, StringComparison.Ordinal);
    }

    public sealed record Line(int Year, int Quarter, Visit? Visit);
}
