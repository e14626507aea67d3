using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>The year's reports within the scope: own four quarters, and those of the organisations below.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingListPage(user, clock)
{
    [BindProperty(SupportsGet = true)]
    public int? Period { get; set; }

    /// <summary>一次通过: accepted, and never sent back.</summary>
    [BindProperty(SupportsGet = true)]
    public bool FirstPass { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [Needs(Act.ReadReports)]
    public async Task OnGetAsync()
    {
        var rows = await SelectAsync();
        Total = rows.Count;
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize).Select(f => new Row(f, Current.Tree[f.OrganizationId], Current.Tree.CommitteeOn(f.OrganizationId, f.CutOff(Today)), f.Status(Today)))];
    }

    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await SelectAsync();
        var title = $"{Year}年{(Period is { } period ? Quarter.Text(period) : "季度")}报告报送情况";
        return File(FilingsExport.Write(title, rows, Current.Tree, Shown(Period is { } p ? Quarter.Text(p) : null), Clock.Now), SheetWriter.ContentType, $"季度报告-{Year}.xlsx");
    }

    /// <summary>季度简报 of the chosen quarter, else of the latest that has opened.</summary>
    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetBriefAsync()
    {
        Year = ChosenYear(Clock);
        var quarter = Period ?? (Year < Today.Year ? 4 : Math.Max(1, Quarter.Of(Today.AddDays(-Today.Day))));
        return File(await new QuarterBrief(db, Current.Tree, Year, quarter, Clock.Now).WriteAsync(), SheetWriter.ContentType, $"季度简报-{Year}年{Quarter.Text(quarter)}.xlsx");
    }

    private async Task<List<FilingView>> SelectAsync()
    {
        Year = ChosenYear(Clock);
        var filings = db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == Year && (Period == null || f.Period == Period));
        if (FirstPass)
        {
            filings = filings.Where(f => f.Stage == FilingStage.Accepted && f.Acts.All(a => a.Kind != FilingActKind.Return));
        }

        return [.. Filter(await FilingView.ReadAsync(filings)).OrderByDescending(f => f.Period).ThenBy(f => Current.Tree[f.OrganizationId].SortNo)];
    }

    protected override IEnumerable<(string Name, bool On, string Word)> More() => [(nameof(FirstPass), FirstPass, "一次通过")];

    public sealed record Row(FilingView Filing, OrgNode Node, OrgNode? Committee, FilingStatus Status);
}
