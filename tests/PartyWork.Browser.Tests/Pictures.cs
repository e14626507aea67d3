using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Tests;

namespace PartyWork.Browser.Tests;

/// <summary>The README's pictures, taken anew from the running product with PARTYWORK_PICTURES=1; otherwise into tests/results.</summary>
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
        }

        await using (var secretary = await site.VisitAsync(app, phone: true))
        {
            await secretary.SignInAsync("wenming.secretary");
            await secretary.GoAsync($"/reports/{report}/confirm");
            await TakeAsync(secretary, "confirm-phone", "details p");
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
    }

    private static async Task TakeAsync(Visitor visitor, string name, string rows)
    {
        Assert.InRange(await visitor.Page.Locator(rows).CountAsync(), 10, int.MaxValue);
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
