using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>The year's reports within the scope: own four quarters, and those of the organisations below.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public FilingStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today => clock.Today;

    [Needs(Act.ReadReports)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var today = clock.Today;
        var filings = await db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == Year && (Period == null || f.Period == Period))
            .Select(f => new { f.Id, f.OrganizationId, f.Period, f.Stage, f.StageSince, f.FirstSubmittedAt, f.SignaturePending, f.Window.Opens, Due = f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil })
            .ToListAsync();
        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        var rows = filings.Where(f => user.Tree.Find(f.OrganizationId) is not null).Where(f => found?.Contains(f.OrganizationId) ?? true)
            .Select(f => new Row(f.Id, user.Tree[f.OrganizationId], user.Tree.Committee(f.OrganizationId), f.Period, Filing.StatusOf(f.Stage, f.Opens, f.Due, f.Locks, f.UnlockedUntil, today),
                Filing.WasLate(f.FirstSubmittedAt, f.Due), f.Due, f.FirstSubmittedAt, f.StageSince, f.SignaturePending))
            .Where(r => (Status is null || r.Status == Status) && (Level is null || r.Node.Level == Level) && (!Late || r.Late))
            .OrderByDescending(r => r.Period).ThenBy(r => r.Node.SortNo).ToList();
        Total = rows.Count;
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize)];
    }

    public sealed record Row(int Id, OrgNode Node, OrgNode? Committee, int Period, FilingStatus Status, bool Late, DateOnly Due, DateTime? First, DateTime? Since, bool SignaturePending);
}
