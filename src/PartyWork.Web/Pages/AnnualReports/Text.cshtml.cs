using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>The report as it was issued, for all who do the year's work: words only, the records stay with those who may read them.</summary>
public sealed class TextModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public string Title { get; private set; } = "";
    public string DocumentNo { get; private set; } = "";
    public DateOnly? IssuedOn { get; private set; }
    public DateOnly Cutoff { get; private set; }
    public IReadOnlyList<VersionLine> Lines { get; private set; } = [];

    [Needs(Act.ReadIssuedReports)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        var found = await db.AnnualReports.Where(r => r.Year == year && r.State >= ReportState.Issued)
            .Select(r => new { r.DocumentNo, r.IssuedOn, r.Cutoff, Version = r.Versions.OrderByDescending(v => v.No).First() }).SingleOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        (Title, DocumentNo, IssuedOn, Cutoff, Lines) = (ReportPage.TitleOf(user.Tree, year), found.DocumentNo, found.IssuedOn, found.Cutoff, found.Version.Lines());
        return Page();
    }
}
