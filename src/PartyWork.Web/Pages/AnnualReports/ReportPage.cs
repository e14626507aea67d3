using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>What the pages of one year's report share: finding it, and reading it with its figures.</summary>
public abstract class ReportPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    protected DateTime Now => clock.Now;
    public AnnualReport Report { get; private set; } = null!;
    public ReportReading Reading { get; private set; } = null!;
    public int Year => Report.Year;
    public bool MayWrite => user.May(Act.WriteAnnualReport);
    public bool MayReview => user.May(Act.ReviewAnnualReport) && !Report.WasDraftedBy(user.Actor.PersonId);
    public bool MayApprove => user.May(Act.ApproveAnnualReport) && !Report.WasDraftedBy(user.Actor.PersonId) && !Report.WasReviewedBy(user.Actor.PersonId);
    public string Title => TitleOf(user.Tree, Report.Year);
    public string Issuer => $"中共{user.Tree.Place}委组织部";
    public int Version => db.VersionOf(Report);

    /// <summary>What the page can do with the report now: its words are open, and the reader writes.</summary>
    public bool IsOpenToMe => MayWrite && !Report.IsLocked;

    public static string TitleOf(OrgTree tree, int year) => $"{tree.Place}{year}年度总结";

    /// <summary>The report with its paragraphs, explanations and acts; while it is being collected for, as the templates would have it.</summary>
    protected async Task<bool> FindAsync(int year, bool versions = false)
    {
        var reports = db.AnnualReports.Include(r => r.Paragraphs).Include(r => r.Explanations).Include(r => r.Acts).AsSplitQuery();
        if ((versions ? reports.Include(r => r.Versions) : reports) is var all && await all.SingleOrDefaultAsync(r => r.Year == year) is not { } report)
        {
            return false;
        }

        Report = report;
        return true;
    }

    protected async Task ReadAsync() => Reading = await ReportReading.ReadAsync(db, user.Tree, Report.State is ReportState.Collecting ? Preview() : Report);

    /// <summary>The figure's own page for the report's organisation and time; the page on which a sentence or a plan is kept for what is no figure.</summary>
    public string AddressOf(string key) => ReportTemplates.AddressOf(key, Year)
        ?? $"/figures/{key}?organization={user.Tree.District!.Id}&From={Reading.Period.From:yyyy-MM-dd}&Cutoff={Reading.Period.Cutoff:yyyy-MM-dd}";

    /// <summary>Find (404), then do it as of the version that the form was shown; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> ActAsync(int year, int version, Func<Task> what, string done, Func<Task<IActionResult>> again, string back)
    {
        if (!await FindAsync(year, versions: true))
        {
            return NotFound();
        }

        return await TryAsync(db, async () =>
        {
            db.Expect(Report, version);
            await what();
            db.Touch(Report);
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect(back);
        }, async () => await FindAsync(year) ? await again() : NotFound());
    }

    private AnnualReport Preview()
    {
        var preview = new AnnualReport(Report.Year, Report.Cutoff);
        preview.Draft(ReportTemplates.All, new Actor(0, "", ""), clock.Now);
        return preview;
    }
}
