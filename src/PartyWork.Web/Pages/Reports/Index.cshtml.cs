using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
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
        Year = ChosenYear(Clock);
        var filings = db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == Year && (Period == null || f.Period == Period));
        if (FirstPass)
        {
            filings = filings.Where(f => f.Stage == FilingStage.Accepted && f.Acts.All(a => a.Kind != FilingActKind.Return));
        }

        var rows = Filter(await FilingView.ReadAsync(filings)).Select(f => new Row(f, Current.Tree[f.OrganizationId], Current.Tree.Committee(f.OrganizationId), f.Status(Today)))
            .OrderByDescending(r => r.Filing.Period).ThenBy(r => r.Node.SortNo).ToList();
        Total = rows.Count;
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize)];
    }

    protected override IEnumerable<(string Name, bool On, string Word)> More() => [(nameof(FirstPass), FirstPass, "一次通过")];

    public sealed record Row(FilingView Filing, OrgNode Node, OrgNode? Committee, FilingStatus Status);
}
