using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>上年谋划对照: what last year's report planned for this year, item by item, beside what the records say of it.</summary>
public sealed class ResultsModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public int Year { get; private set; }
    public DateOnly Cutoff { get; private set; }
    public OrgTree Tree => user.Tree;
    public string ReportTitle => ReportPage.TitleOf(user.Tree, Year);
    public IReadOnlyList<PlanResult> Rows { get; private set; } = [];

    public int Count(PlanStanding standing) => Rows.Count(r => r.Standing == standing);

    public string FigureOf(PlanResult row) => $"/figures/{row.Figure!.Key}?organization={Tree.District!.Id}&From={Year}-01-01&Cutoff={Cutoff:yyyy-MM-dd}";

    public static string Tone(PlanStanding standing) => standing switch { PlanStanding.Met => "green", PlanStanding.Below => "red", _ => "white" };

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (await db.AnnualReports.AsNoTracking().SingleOrDefaultAsync(r => r.Year == year) is not { } report)
        {
            return NotFound();
        }

        (Year, Cutoff) = (year, report.Cutoff);
        Rows = await PlanResults.ReadAsync(db, user.Tree, report);
        return Page();
    }
}
