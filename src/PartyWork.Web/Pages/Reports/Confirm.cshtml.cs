using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>The secretary's page on the phone: what is reported, what is behind, one press.</summary>
public sealed class ConfirmModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [Needs(Act.ConfirmReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !Confirms ? StatusCode(StatusCodes.Status403Forbidden) : Filing.WhyLocked(Today) is null ? Page() : Redirect($"/reports/{id}");
    }

    [Needs(Act.ConfirmReports)]
    public async Task<IActionResult> OnPostAsync(int id, int version)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Confirms)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await LoadActsAsync();
        Db.Expect(Filing, version);
        Report.Confirm(Current.Actor, Now);
        await Db.SaveChangesAsync();
        Tell($"已确认并报送上级（{Show.Instant(Now)}）。");
        return Redirect($"/reports/{id}");
    }
}
