using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>考核评分表 as it is signed on the spot: blanks where nothing is scored yet, and the same sums as on the screen.</summary>
public sealed class PrintModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SheetPage(db, user, clock)
{
    [Needs(Act.ScoreSheets)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? Page() : NotFound();
}
