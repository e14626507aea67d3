using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>离报告还差什么: the report as a progress list by paragraph; the dashboard loads it into itself.</summary>
public sealed class ProgressModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    public ReportProgress Progress { get; private set; } = null!;

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await FindAsync(year))
        {
            return NotFound();
        }

        await ReadAsync();
        Progress = ReportProgress.Of(Report, Reading);
        return Request.Headers.XRequestedWith == "fetch" ? Partial("_Progress", Progress) : Page();
    }
}

/// <summary>A paragraph and what it waits for.</summary>
/// <param name="All">How many different things are bound into it.</param>
public sealed record ProgressPart(string Place, string Name, int All, IReadOnlyList<ReportFigure> Missing);

/// <summary>How far a report is, paragraph by paragraph.</summary>
public sealed record ReportProgress(int Year, ReportState State, DateOnly Cutoff, IReadOnlyList<ProgressPart> Parts)
{
    /// <summary>发文字号; empty before it is issued.</summary>
    public string DocumentNo { get; init; } = "";
    public bool IsIssued => State is ReportState.Issued or ReportState.Archived;

    public static ReportProgress Of(AnnualReport report, ReportReading reading)
    {
        var (parts, heading) = (new List<ProgressPart>(), "引言");
        foreach (var line in reading.Lines)
        {
            heading = line.Level is ParagraphLevel.Second ? line.Text : heading;
            var keys = ReportText.Chips(line.Text).Distinct().ToList();
            if (line.Level is ParagraphLevel.Item or ParagraphLevel.Text && keys.Count > 0)
            {
                parts.Add(new(line.Place, NameOf(line, heading), keys.Count, [.. keys.Select(k => reading.Values[k]).Where(f => !f.IsThere)]));
            }
        }

        return new(report.Year, report.State, report.Cutoff, parts) { DocumentNo = report.DocumentNo };
    }

    /// <summary>压实党建责任 of an item that begins so, else the heading that it stands under.</summary>
    private static string NameOf(OutlineLine line, string heading) =>
        line.Level is ParagraphLevel.Item && line.Text.Split('。')[0] is { Length: <= 20 } head && !head.Contains('{', StringComparison.Ordinal) ? head : heading;
}
