using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;

namespace PartyWork.Web.Tests.AnnualReports;

/// <summary>青禾区's report of 2026, from a draft with gaps and faults to the archive.</summary>
public sealed class ReportStoryTests(App app) : IClassFixture<App>
{
    private const string Home = "/annual-report/2026";

    [Fact]
    public async Task The_year_s_gaps_and_faults_are_mended_in_the_product_and_the_report_is_locked_reviewed_approved_issued_and_archived()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var sheet = await staff.GetPageAsync(Home);
        Assert.InRange(sheet.All(".chip.none").Select(c => c.TextContent).Distinct().Count(), 7, 200);
        var refused = await staff.PageAsync(await (await staff.GetPageAsync($"{Home}/check")).SubmitAsync("form#lock"));
        Assert.Contains("不能锁定", refused.Text, StringComparison.Ordinal);

        // The three faults, each where the check leads.
        Assert.Equal(["地域称谓统一", "提法在有效期内", "错别字"], (await ErrorsAsync(staff)).Order(StringComparer.Ordinal));
        await RewriteAsync(staff, "responsibility", "台帐", "台账");
        await RewriteAsync(staff, "rectification", "，做法在全县推广", "");
        var wordings = await staff.GetPageAsync("/annual-report/wordings");
        wordings.Type("Input.Use", "Opening").Type("Input.Text", "推动基层党组织全面进步、全面过硬").Type("Input.Source", "区委四届十次全会报告").Type("Input.From", "2026-01-01");
        Assert.Equal(HttpStatusCode.Redirect, (await wordings.SubmitAsync("form#wording")).StatusCode);
        Assert.Empty(await ErrorsAsync(staff));

        await MendGapsAsync(staff);
        sheet = await staff.GetPageAsync(Home);
        Assert.Empty(sheet.All(".chip.none"));
        await ExplainAllAsync(staff);
        var locked = await staff.FollowAsync(await (await staff.GetPageAsync($"{Home}/check")).SubmitAsync("form#lock"));
        Assert.True(locked.Text.Contains("数据已锁定，请没有参与起草的同志审核", StringComparison.Ordinal), locked.Find("[role='alert']")?.TextContent);
        Assert.True(await app.WithDbAsync(db => db.FigureFreezes.AnyAsync(f => f.Name == "2026年度总结" && f.Values.Any())));
        Assert.Null(locked.Find("form#review"));

        Assert.DoesNotContain("审核2026年度总结", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal); // who drafted it is not asked to review it

        // One reviews, another approves.
        using var colleague = await app.SignedInAsync("orgdept2");
        Assert.Contains("审核2026年度总结", (await colleague.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);
        Assert.Null((await colleague.FollowAsync(await (await colleague.GetPageAsync(Home)).SubmitAsync("form#review"))).Find("form#approve"));
        using var minister = await app.SignedInAsync("minister");
        Assert.Contains("批准2026年度总结", (await minister.GetPageAsync("/dashboard/leader")).Text, StringComparison.Ordinal);
        var approved = await minister.FollowAsync(await (await minister.GetPageAsync(Home)).SubmitAsync("form#approve"));
        Assert.Contains("已批准", approved.Text, StringComparison.Ordinal);

        using var committee = await app.SignedInAsync("chunhui.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync($"{Home}/text")).StatusCode);
        await staff.FollowAsync(await (await staff.GetPageAsync(Home)).Type("documentNo", "青组发〔2026〕41号").SubmitAsync("form#issue"));
        await staff.FollowAsync(await (await staff.GetPageAsync(Home)).SubmitAsync("form#archive"));

        var text = (await committee.GetPageAsync($"{Home}/text")).Text;
        Assert.Contains("青组发〔2026〕41号", text, StringComparison.Ordinal);
        Assert.Contains("推动基层党组织全面进步、全面过硬。2026年", text, StringComparison.Ordinal);
        Assert.Equal(ReportState.Archived, await app.WithDbAsync(db => db.AnnualReports.Where(r => r.Year == 2026).Select(r => r.State).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync(Home)).StatusCode);
    }

    private static async Task<List<string>> ErrorsAsync(HttpClient staff) =>
        [.. (await staff.GetPageAsync($"{Home}/check")).All("table.list tbody tr").Where(r => r.TextContent.Contains("差错", StringComparison.Ordinal)).Select(r => r.QuerySelector("td .small")!.TextContent.Trim())];

    private static async Task RewriteAsync(HttpClient staff, string key, string words, string other)
    {
        var page = await staff.GetPageAsync($"{Home}/paragraphs/{key}");
        var now = page.Find("textarea[name='Input']")!.TextContent.Trim();
        Assert.Contains(words, now, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await page.Type("Input", now.Replace(words, other, StringComparison.Ordinal)).SubmitAsync("form#paragraph")).StatusCode);
    }

    /// <summary>Parameters are entered; a paragraph that waits for records nobody has is left out, with the reason.</summary>
    private static async Task MendGapsAsync(HttpClient staff)
    {
        var parameters = await staff.GetPageAsync("/figures/parameters?year=2026");
        foreach (var field in parameters.All("form#parameters input.form-control").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(i => i.Value.Length == 0))
        {
            field.Value = field.GetAttribute("inputmode") == "decimal" ? "1" : "一";
        }

        Assert.Equal(HttpStatusCode.Redirect, (await parameters.SubmitAsync("form#parameters")).StatusCode);
        var sheet = await staff.GetPageAsync(Home);
        foreach (var place in sheet.All(".line-of").Where(l => l.QuerySelector(".chip.none") is not null).Select(l => l.Id!).ToList())
        {
            var paragraph = await staff.GetPageAsync($"{Home}/paragraphs/{place}");
            Assert.Equal(HttpStatusCode.Redirect, (await paragraph.Type("Reason", "承办单位本年没有登记").SubmitAsync("form#leave-out")).StatusCode);
        }
    }

    private static async Task ExplainAllAsync(HttpClient staff)
    {
        for (var page = await staff.GetPageAsync($"{Home}/check"); page.All("form[id^='explain-'] input[name='reason']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().FirstOrDefault(i => i.Value.Length == 0) is { } open; page = await staff.GetPageAsync($"{Home}/check"))
        {
            open.Value = "已与承办科室核对";
            Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync($"form#{open.Form!.Id}")).StatusCode);
        }
    }
}
