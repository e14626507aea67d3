using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>年度总结: this year's and earlier ones; what is not issued yet is only the district's.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayWrite => user.May(Act.WriteAnnualReport);
    public bool SeesOpen => user.May(Act.ReadAnnualReport);

    [Needs(Act.ReadIssuedReports)]
    public async Task OnGetAsync()
    {
        Year = clock.Today.Year;
        Rows = await db.AnnualReports.Where(r => SeesOpen || r.State >= ReportState.Issued).OrderByDescending(r => r.Year).Select(r => new Row(r.Year, r.State, r.Cutoff, r.DocumentNo, r.IssuedOn)).ToListAsync();
    }

    [Needs(Act.WriteAnnualReport)]
    public async Task<IActionResult> OnPostBeginAsync(int year)
    {
        Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == year), $"请先新建{year}年度，再编写总结。");
        if (!await db.AnnualReports.AnyAsync(r => r.Year == year))
        {
            var end = new DateOnly(year, 12, 31);
            db.Add(new AnnualReport(year, clock.Today < end ? clock.Today : end));
            await db.SaveChangesAsync();
            Tell($"{year}年总结已建立，可以先看还缺哪些数，再生成初稿。");
        }

        return Redirect($"/annual-report/{year}");
    }

    public static string Tone(ReportState state) => state switch
    {
        ReportState.Issued or ReportState.Archived => "blue",
        ReportState.Reviewed or ReportState.Approved => "green",
        ReportState.FiguresLocked => "yellow",
        _ => "white",
    };

    public sealed record Row(int Year, ReportState State, DateOnly Cutoff, string DocumentNo, DateOnly? IssuedOn);
}
