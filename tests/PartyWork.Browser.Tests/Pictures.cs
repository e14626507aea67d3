using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Tests;

namespace PartyWork.Browser.Tests;

/// <summary>The pictures of README and user guide, taken anew from the running product with PARTYWORK_PICTURES=1; otherwise into tests/results.</summary>
public sealed class Pictures(Site site)
{
    private const int Largest = 300 * 1024;

    public static string Results => Path.Combine(Root, "tests", "results");

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "PartyWork.sln")))
            {
                at = at.Parent!;
            }

            return at.FullName;
        }
    }

    private static string Folder => Environment.GetEnvironmentVariable("PARTYWORK_PICTURES") == "1" ? Path.Combine(Root, "docs", "images") : Path.Combine(Results, "images");

    [Fact]
    public async Task The_pictures_show_the_product_at_work()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PARTYWORK_PICTURES") == "1", "Pictures are taken with PARTYWORK_PICTURES=1.");
        await using var app = await Site.OpenAsync();
        var report = await app.FilingAsync("QH01001", 4);
        var lists = await app.FilingAsync("QH01001", 0);
        await using (var clerk = await site.VisitAsync(app))
        {
            await clerk.GoAsync("/login");
            await TakeAsync(clerk, "sign-in", ".cards button");
            await clerk.SignInAsync("wenming.officer");
            await TakeAsync(clerk, "my", "table.list tbody tr:not(.sum)");
            await clerk.GoAsync($"/reports/{report}/fill");
            await clerk.AnswerAllAsync(scripts: true);
            await clerk.PressAsync("暂存");
            await clerk.SeesAsync("已暂存");
            await TakeAsync(clerk, "report", "section.line");
            await clerk.PressAsync("报书记");
            await clerk.SeesAsync("已报书记，等待书记确认。");
            await clerk.GoAsync($"/lists/{lists}?tab=tasks");
            await TakeAsync(clerk, "lists", "table.list tbody tr");
            await clerk.GoAsync("/registers");
            await TakeAsync(clerk, "registers", "main a[href^='/registers/']");
        }

        await using (var secretary = await site.VisitAsync(app, phone: true))
        {
            await secretary.SignInAsync("wenming.secretary");
            await secretary.GoAsync($"/reports/{report}/confirm");
            await TakeAsync(secretary, "confirm-phone", "details p");
        }

        // The committee's side: the book, the agreements of the year, a task handed down, meetings as they are due.
        var (book, parent) = await app.WithDbAsync(async db => (
            await db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.To == null && h.Organization.Code == "QH01").Select(h => h.Id).SingleAsync(),
            await db.WorkTasks.Where(t => t.Combining != null && t.Year == 2026).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync()));
        await using (var secretary = await site.VisitAsync(app))
        {
            await secretary.SignInAsync("chunhui.secretary");
            await secretary.GoAsync($"/ledger/{book}/2026");
            await TakeAsync(secretary, "ledger", "main table tr");
            await secretary.GoAsync("/agreements?year=2026");
            await TakeAsync(secretary, "agreements", "main table tbody tr");
            await secretary.GoAsync("/agreements/evaluation?year=2026");
            await TakeAsync(secretary, "evaluation", "form#evaluate tbody tr", least: 5);
            await secretary.GoAsync($"/lists/shares/{parent}");
            await TakeAsync(secretary, "shares", "main table tbody tr", least: 8);
            await secretary.GoAsync("/registers/meetings/grid");
            await TakeAsync(secretary, "meeting-grid", "main table tbody tr", least: 5);
        }

        var (sheet, community) = await app.WithDbAsync(async db => (
            await db.ScoreSheets.Where(s => s.Stage == SheetStage.Scoring && s.Team!.Members.Any(m => db.Users.Any(u => u.UserName == "assessor1" && u.PersonId == m.PersonId))).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync(),
            await db.RectificationCases.Where(c => c.Stage == CaseStage.Rectifying).OrderBy(c => c.Id).Select(c => c.Id).FirstAsync()));
        await using (var assessor = await site.VisitAsync(app, phone: true))
        {
            await assessor.SignInAsync("assessor1");
            await assessor.GoAsync($"/assessments/sheets/{sheet}");
            await TakeAsync(assessor, "sheet-phone", "main a[href*='/lines/']");
        }

        await using (var helper = await site.VisitAsync(app, phone: true))
        {
            await helper.SignInAsync("firstsec");
            await helper.GoAsync($"/rectification/{community}/record");
            await TakeAsync(helper, "visit-phone", "main label", least: 5);
        }

        await FileAllAsync(app, "QH15");
        await using (var committee = await site.VisitAsync(app))
        {
            await committee.SignInAsync("jiguan.secretary");
            await committee.GoAsync("/reports/review");
            await TakeAsync(committee, "review", "table.list tbody tr");
        }

        await using var district = await site.VisitAsync(app);
        await district.SignInAsync("orgdept");
        await TakeAsync(district, "dashboard", "table.list tbody tr");
        await district.GoAsync("/organizations?under=QH01");
        await TakeAsync(district, "organizations", "main tbody tr, main [role=treeitem], main li");
        await district.GoAsync("/figures");
        await TakeAsync(district, "figures", "main table tbody tr");
        await district.GoAsync("/annual-report/2026");
        await TakeAsync(district, "annual-report", "main p, main li");
        await district.GoAsync("/assessments");
        await TakeAsync(district, "assessments", "main table tbody tr", least: 5);
        await district.GoAsync("/demonstration-sites");
        await TakeAsync(district, "sites", "main table tbody tr", least: 5);
        await district.GoAsync($"/rectification/{community}");
        await TakeAsync(district, "case", "main section", least: 5);
        await district.GoAsync("/dashboard/leader");
        await TakeAsync(district, "leader", "main table tbody tr, main a.figure", least: 8);
    }

    /// <param name="least">So many rows must be there: an empty page is no picture.</param>
    private static async Task TakeAsync(Visitor visitor, string name, string rows, int least = 10)
    {
        Assert.InRange(await visitor.Page.Locator(rows).CountAsync(), least, int.MaxValue);
        if (visitor.Page.ViewportSize!.Width > 400)
        {
            await visitor.Page.SetViewportSizeAsync(1366, 900);
        }

        await visitor.Page.EvaluateAsync("() => document.fonts.ready");
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, name + ".png");
        var picture = await visitor.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        Assert.InRange(picture.Length, 10_000, Largest);
        Assert.Equal(visitor.Page.ViewportSize.Width, (picture[18] << 8) | picture[19]);
    }

    /// <summary>Everything below the committee that is still open in the fourth quarter reaches it, by the domain's own methods.</summary>
    private static Task<int> FileAllAsync(App app, string committee) => app.WithDbAsync(async db =>
    {
        var now = app.Services.GetRequiredService<BusinessClock>().Now;
        var filings = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts)
            .Where(f => f.Year == 2026 && f.Period == 4 && f.Kind == FilingKind.QuarterlyReport && f.Stage < FilingStage.Submitted)
            .Where(f => db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code.StartsWith(committee) && o.Code != committee)).ToListAsync();
        foreach (var filing in filings)
        {
            var tasks = await db.WorkTasks.Include(t => t.Progress).Where(t => t.OrganizationId == filing.OrganizationId && t.Year == 2026).ToListAsync();
            var report = new QuarterlyReport(filing, tasks);
            foreach (var line in report.Lines.Where(l => l.Check(report.Row(l)).Any()))
            {
                filing.Edit(line.Key, line.Label, now).Fill(Answer.Nil, null, null, "本季节点已在前期一并完成");
            }

            if (await db.PostHoldings.Include(h => h.Person).Where(h => h.OrganizationId == filing.OrganizationId && h.Kind == PostKind.Secretary && h.To == null).FirstOrDefaultAsync() is { } secretary)
            {
                report.Confirm(new(secretary.PersonId, secretary.Person.Name, secretary.Title), now);
            }
        }

        return await db.SaveChangesAsync();
    });
}
