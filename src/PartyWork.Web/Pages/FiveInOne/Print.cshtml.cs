using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>述职报告 on A4, as it is read at the meeting and signed.</summary>
public sealed class PrintModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : DebriefPage(db, user, clock)
{
    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id, int year)
    {
        if (!Find(id, year))
        {
            return NotFound();
        }

        await LoadAsync();
        return Debrief is null or { IsFile: true } ? Redirect(Home) : Page(); // there is only a paper, or nothing yet
    }
}
