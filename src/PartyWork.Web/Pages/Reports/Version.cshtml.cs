using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>A frozen version, with what changed against the one before.</summary>
public sealed class VersionModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    public FilingVersion Frozen { get; private set; } = null!;
    public IReadOnlyDictionary<string, FrozenRow> Before { get; private set; } = new Dictionary<string, FrozenRow>();

    public string Number(FrozenRow row) =>
        Report.Lines.FirstOrDefault(l => l.Key == row.Key) is { } line ? Show.Number(row.Value, line.Measure, line.Unit) : Show.Number(row.Value, TaskMeasure.Count, "");

    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var versions = await Db.FilingVersions.Where(v => v.FilingId == id && (v.No == no || v.No == no - 1)).ToListAsync();
        if (versions.SingleOrDefault(v => v.No == no) is not { } frozen)
        {
            return NotFound();
        }

        Frozen = frozen;
        Before = versions.SingleOrDefault(v => v.No == no - 1)?.Rows().ToDictionary(r => r.Key) ?? [];
        return Page();
    }
}
