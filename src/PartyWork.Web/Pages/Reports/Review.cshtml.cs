using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>Everything that waits for this level's review, with what is out of the ordinary; accepted one by one or together.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today => clock.Today;

    [Needs(Act.ReviewReports)]
    public async Task OnGetAsync() => Rows = [.. (await db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Stage == FilingStage.Submitted && Children.Contains(f.OrganizationId))
        .Select(f => new Row(f.Id, f.OrganizationId, f.Year, f.Period, f.StageSince, f.FirstSubmittedAt, f.ExtendedTo ?? f.Window.Due, f.SignaturePending, f.Rows.Count,
            f.Rows.Where(r => r.Choice == (int)ReportChoice.Behind || r.Request != "" || r.ChoiceReason != "")
                .Select(r => new Exceptional(r.Label, r.Choice, r.Words, r.Request, r.ChoiceReason)).ToList()))
        .ToListAsync()).OrderBy(r => user.Tree[r.OrganizationId].SortNo)];

    [Needs(Act.ReviewReports)]
    public async Task<IActionResult> OnPostAsync(int[] ids)
    {
        Rule.Require(ids.Length > 0, "请先勾选要通过的报告。");
        var filings = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSplitQuery().Where(f => ids.Contains(f.Id)).ToListAsync();
        if (filings.Count != ids.Distinct().Count())
        {
            return NotFound();
        }

        if (filings.Any(f => !user.May(Act.ReviewReports, f.OrganizationId)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var organizations = filings.Select(f => f.OrganizationId).ToArray();
        var years = filings.Select(f => f.Year).Distinct().ToArray();
        var tasks = await db.WorkTasks.Include(t => t.Progress).Where(t => organizations.Contains(t.OrganizationId) && years.Contains(t.Year)).ToListAsync();
        foreach (var filing in filings)
        {
            new QuarterlyReport(filing, [.. tasks.Where(t => t.OrganizationId == filing.OrganizationId && t.Year == filing.Year)]).Accept(user.Actor, clock.Now);
        }

        await db.SaveChangesAsync();
        Tell($"已通过{filings.Count}份。");
        return Redirect("/reports/review");
    }

    public OrgNode Node(int id) => user.Tree[id];

    private int[] Children => [.. user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id)];

    public sealed record Exceptional(string Label, int? Choice, string Words, string Request, string ChoiceReason);

    public sealed record Row(int Id, int OrganizationId, int Year, int Period, DateTime? Since, DateTime? First, DateOnly Due, bool SignaturePending, int Count, List<Exceptional> Exceptions);
}
