using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>Who did what, the kept versions, and what differs between two of them.</summary>
public sealed class VersionsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>0 for the words of now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public IReadOnlyList<ReportVersion> Versions { get; private set; } = [];
    public IReadOnlyList<IReadOnlyList<TextDifference>> Changes { get; private set; } = [];

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await FindAsync(year, versions: true))
        {
            return NotFound();
        }

        Versions = [.. Report.Versions.OrderBy(v => v.No)];
        if (Versions.Count == 0)
        {
            return Page();
        }

        (From, To) = (From ?? Versions[^1].No, To ?? 0);
        var now = To == 0 ? await NowAsync() : Of(To.Value);
        if (Of(From.Value) is not { } before || now is null)
        {
            return NotFound();
        }

        var (old, places) = (before.ToDictionary(l => l.Place, l => l.Text), now.Select(l => l.Place).Concat(before.Select(l => l.Place)).Distinct());
        var current = now.ToDictionary(l => l.Place, l => l.Text);
        Changes = [.. places.Select(p => (Old: old.GetValueOrDefault(p, ""), New: current.GetValueOrDefault(p, ""))).Where(c => c.Old != c.New).Select(c => TextDifference.Between(c.Old, c.New))];
        return Page();
    }

    private IReadOnlyList<VersionLine>? Of(int no) => Versions.FirstOrDefault(v => v.No == no)?.Lines();

    private async Task<IReadOnlyList<VersionLine>> NowAsync()
    {
        await ReadAsync();
        return [.. Reading.Lines.Select(l => new VersionLine(l.Place, l.Level, l.Print(Reading.Values)))];
    }
}
