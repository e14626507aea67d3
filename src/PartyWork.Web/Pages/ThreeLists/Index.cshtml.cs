using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>Whose lists stand where, for everybody above them; whoever has only his own goes straight there.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingListPage(user, clock)
{
    [BindProperty(SupportsGet = true)]
    public OrganizationDomain? Domain { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>A branch has no lists of its own, this year or later.</summary>
    public bool NeverFiles => Current.Organization is { Level: OrganizationLevel.Branch };

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync()
    {
        var today = Today;
        var filings = await ReadAsync();
        if (filings.Count == 1 && filings[0].OrganizationId == Current.Post?.OrganizationId)
        {
            return Redirect($"/lists/{filings[0].Id}");
        }

        var rows = Select(filings);
        Total = rows.Count;
        var shown = rows.Skip((P - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.Select(r => r.Node.Id).ToArray();
        await db.FreshenLightsAsync();
        var counts = await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new
        {
            o.Id,
            Problems = db.Problems.Count(p => p.OrganizationId == o.Id && p.Year == Year),
            Closed = db.Problems.Count(p => p.OrganizationId == o.Id && p.Year == Year && p.State == ProblemState.Closed),
            Tasks = db.WorkTasks.Count(t => t.OrganizationId == o.Id && t.Year == Year),
            Done = db.WorkTasks.Count(t => t.OrganizationId == o.Id && t.Year == Year && (t.State == TaskState.Done || t.State == TaskState.DoneClaimed)),
            Overdue = db.WorkTasks.Count(t => t.OrganizationId == o.Id && t.Year == Year && t.Light == TaskLight.Red),
        }).ToDictionaryAsync(c => c.Id);
        Rows = [.. shown.Select(r => new Row(r.Filing.Id, r.Node, Current.Tree.CommitteeOn(r.Node.Id, r.Filing.CutOff(today)), r.Filing.Status(today), r.Filing.IsLate,
            counts[r.Node.Id].Problems, counts[r.Node.Id].Closed, counts[r.Node.Id].Tasks, counts[r.Node.Id].Done, counts[r.Node.Id].Overdue))];
        return Page();
    }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = Select(await ReadAsync());
        return File(FilingsExport.Write($"{Year}年三张清单报送情况", [.. rows.Select(r => r.Filing)], Current.Tree, Shown(Domain?.Text()), Clock.Now), SheetWriter.ContentType, $"三张清单报送情况-{Year}.xlsx");
    }

    private async Task<List<FilingView>> ReadAsync()
    {
        Year = ChosenYear(Clock);
        return await FilingView.ReadAsync(db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Year == Year));
    }

    private List<(OrgNode Node, FilingView Filing)> Select(IEnumerable<FilingView> filings) =>
        [.. Current.Tree.InOrder.Where(n => Domain is null || n.Domain == Domain).Join(Filter(filings), n => n.Id, f => f.OrganizationId, (n, f) => (n, f))];

    public sealed record Row(int Id, OrgNode Node, OrgNode? Committee, FilingStatus Status, bool Late, int Problems, int Closed, int Tasks, int Done, int Overdue);
}
