using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>退回: a reason on each row that is sent back; the others stand.</summary>
public sealed class ReturnModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty, Display(Name = "改好期限")]
    public DateOnly? DueOn { get; set; }

    /// <summary>What was answered, each beside what was asked.</summary>
    public IEnumerable<(ReportLine Line, FilingRow Row)> Rows => Report.Lines.Where(l => Report.Row(l) is not null).Select(l => (l, Report.Row(l)!));

    [Needs(Act.ReviewReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAnsweredAsync(id))
        {
            return NotFound();
        }

        DueOn = (await Db.WorkdaysAsync()).After(Today, 3);
        return Show();
    }

    [Needs(Act.ReviewReports)]
    public async Task<IActionResult> OnPostAsync(int id, int version)
    {
        if (!await FindAnsweredAsync(id))
        {
            return NotFound();
        }

        if (!Reviews)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await LoadActsAsync();
        return !ModelState.IsValid ? Show() : await TryAsync(Db, async () =>
        {
            Db.Expect(Filing, version);
            var reasons = Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!.Trim());
            Node.RequireStanding();
            Filing.Return(Current.Actor, reasons, DueOn ?? Today, await Db.WorkdaysAsync(), Now);
            await Db.SaveChangesAsync();
            Tell($"已退回{reasons.Count}项，其余各项已审定。");
            return Redirect($"/reports/{id}");
        }, async () => await FindAnsweredAsync(id) ? Show() : NotFound());
    }

    private IActionResult Show() => Reviews ? Page() : StatusCode(StatusCodes.Status403Forbidden);
}
