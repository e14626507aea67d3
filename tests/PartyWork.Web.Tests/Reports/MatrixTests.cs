using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Tests.Reports;

/// <summary>A committee's clerk fills for the children that have no clerk or have agreed; their secretaries confirm.</summary>
public sealed class MatrixTests(App app) : IClassFixture<App>
{
    private const string Path = "/reports/matrix?year=2026&quarter=4";

    // Of 春晖街道 these four have agreed; the last one has already handed its report to its secretary.
    private static readonly string[] Agreed = ["朝阳社区党总支", "枫林社区党委", "红旗社区党总支", "梧桐社区党支部"];

    [Fact]
    public async Task Only_children_that_have_agreed_or_have_no_clerk_are_on_the_page()
    {
        using var officer = await app.SignedInAsync("chunhui.officer");
        Assert.Equal(Agreed, Organizations(await officer.GetPageAsync(Path)));

        // 北苑社区 loses its clerk; 红旗社区's secretary takes the agreement back.
        var (beiyuan, hongqi) = (await app.OrganizationAsync("QH01012"), await app.OrganizationAsync("QH01005"));
        await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == beiyuan && h.Kind == PostKind.Officer).ExecuteUpdateAsync(s => s.SetProperty(h => h.To, new DateOnly(2026, 12, 1))));
        await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == hongqi).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsFilledByParent, false)));

        Assert.Equal(["朝阳社区党总支", "枫林社区党委", "梧桐社区党支部", "北苑社区党委"], Organizations(await officer.GetPageAsync(Path)));
        await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == hongqi).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsFilledByParent, true)));
        await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == beiyuan && h.Kind == PostKind.Officer).ExecuteUpdateAsync(s => s.SetProperty(h => h.To, (DateOnly?)null)));
    }

    [Fact]
    public async Task One_wrong_cell_loses_nothing_of_the_others()
    {
        using var officer = await app.SignedInAsync("wangjiang.officer");
        var page = await officer.GetPageAsync(Path);
        var (first, second) = (page.All("input[name$='.Row.Value']")[0].GetAttribute("name")!, page.All("input[name$='.Row.Value']")[1].GetAttribute("name")!);
        page.Type(first, "三四个").Type(first.Replace("Value", "Words", StringComparison.Ordinal), "第一行的话").Type(second, "7").Type(second.Replace("Value", "Words", StringComparison.Ordinal), "第二行的话");

        var answer = await officer.PageAsync(await page.SubmitAsync("form#matrix"));

        Assert.Contains("“本季实际”填写的“三四个”无法识别", answer.Text, StringComparison.Ordinal);
        Assert.Contains("胜利社区：任务", answer.Text, StringComparison.Ordinal);
        Assert.Equal("三四个", answer.Find($"[name='{first}']")!.GetAttribute("value"));
        Assert.Contains("第一行的话", answer.Text, StringComparison.Ordinal);
        Assert.Equal([700], await app.WithDbAsync(db => db.FilingRows.Where(r => r.Words == "第二行的话").Select(r => r.Value ?? 0).ToListAsync()));

        // The number alone chose what it speaks for, and the record says who filled.
        var chosen = Assert.IsAssignableFrom<IHtmlSelectElement>(answer.Find($"[name='{second.Replace("Value", "Choice", StringComparison.Ordinal)}']"));
        Assert.NotEqual("", chosen.Value);
        Assert.Equal(1, await app.WithDbAsync(db => db.FilingActs.CountAsync(a => a.Kind == FilingActKind.FillOnBehalf && a.Post.Contains("望江"))));
        answer.Type(first, "4");
        Assert.Equal(HttpStatusCode.Redirect, (await answer.SubmitAsync("form#matrix")).StatusCode);
    }

    [Fact]
    public async Task What_is_complete_goes_to_its_secretary_and_of_the_rest_is_told_what_is_missing()
    {
        var (zhaoyang, fenglin) = (await app.FilingAsync("QH01003", 4), await app.FilingAsync("QH01004", 4));
        using var officer = await app.SignedInAsync("chunhui.officer");
        var page = await officer.GetPageAsync(Path);
        Fill(page, zhaoyang);
        Fill(page, fenglin, leaveOut: 1);

        var answer = await officer.PageAsync(await page.SubmitAsync("button[formaction$='Prepare']"));

        Assert.Contains("枫林社区党委：任务", answer.Text, StringComparison.Ordinal);
        Assert.Contains("还没有选择本季情况", answer.Text, StringComparison.Ordinal);
        Assert.Equal((FilingStage.AwaitingSecretary, FilingStage.Drafting), (await StageAsync(zhaoyang), await StageAsync(fenglin)));

        // The child's own secretary confirms; the clerk who filled does not review, the committee's secretary does.
        await app.WithDbAsync(async db =>
        {
            var filing = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).Include(f => f.Versions).AsSplitQuery().SingleAsync(f => f.Id == zhaoyang);
            var secretary = await db.PostHoldings.Include(h => h.Person).FirstAsync(h => h.OrganizationId == filing.OrganizationId && h.Kind == PostKind.Secretary && h.To == null);
            filing.Confirm(new Domain.Actor(secretary.PersonId, secretary.Person.Name, secretary.Title), new DateTime(2026, 12, 18, 3, 0, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });
        var refused = await officer.FollowAsync(await (await officer.GetPageAsync($"/reports/{zhaoyang}")).SubmitAsync("form#accept"));
        Assert.Contains("不能审核自己填报或确认的内容", refused.Document.Body!.TextContent, StringComparison.Ordinal);
        using var above = await app.SignedInAsync("chunhui.secretary");
        await above.FollowAsync(await (await above.GetPageAsync($"/reports/{zhaoyang}")).SubmitAsync("form#accept"));
        Assert.Equal(FilingStage.Accepted, await StageAsync(zhaoyang));
    }

    [Fact]
    public async Task The_paper_signatures_of_several_secretaries_are_registered_at_once()
    {
        var hongqi = await app.FilingAsync("QH01005", 4);
        using var officer = await app.SignedInAsync("chunhui.officer");
        var page = await officer.GetPageAsync(Path);
        Fill(page, hongqi);

        var done = await officer.FollowAsync(await page.Type("Signed", $"{hongqi}").Type("SignedOn", "2026-12-18").SubmitAsync("button[formaction$='SignOffline']"));

        Assert.Contains("已按书记线下签字报送：红旗社区", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((FilingStage.Submitted, true, false), await app.WithDbAsync(async db =>
        {
            var filing = await db.Filings.Include(f => f.Window).SingleAsync(f => f.Id == hongqi);
            return (filing.Stage, filing.SignaturePending, filing.IsLate);
        }));
    }

    [Fact]
    public async Task Nobody_fills_for_a_child_that_has_not_agreed_and_a_neighbours_child_is_not_there()
    {
        using var officer = await app.SignedInAsync("chunhui.officer");
        foreach (var (code, expected) in new[] { ("QH01001", HttpStatusCode.Forbidden), ("QH02001", HttpStatusCode.NotFound) })
        {
            var id = await app.FilingAsync(code, 4);
            var page = await officer.GetPageAsync(Path);
            page.Find("input[name$='.Filing']")!.SetAttribute("value", $"{id}");

            Assert.Equal(expected, (await page.SubmitAsync("form#matrix")).StatusCode);
        }
    }

    [Fact]
    public async Task The_secretary_agrees_and_takes_it_back_on_record()
    {
        var own = await app.OrganizationAsync("QH01001");
        using var secretary = await app.SignedInAsync("wenming.secretary");

        await secretary.FollowAsync(await (await secretary.GetPageAsync("/my/filling")).SubmitAsync("form#filling button"));
        Assert.True(await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == own).Select(o => o.IsFilledByParent).SingleAsync()));
        await secretary.FollowAsync(await (await secretary.GetPageAsync("/my/filling")).SubmitAsync("form#filling button"));

        Assert.False(await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == own).Select(o => o.IsFilledByParent).SingleAsync()));
        Assert.Equal(["书记同意由上级代填", "书记收回由上级代填"], await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Kind == nameof(Organization) && e.OrganizationId == own && e.Why.Contains("代填")).OrderBy(e => e.Sequence).Select(e => e.Why).ToListAsync()));
    }

    [Fact]
    public async Task The_same_cells_stand_under_their_tasks_too()
    {
        using var officer = await app.SignedInAsync("chunhui.officer");
        var (byUnit, byTask) = (await officer.GetPageAsync(Path + "&all=true"), await officer.GetPageAsync(Path + "&all=true&byTask=true"));

        Assert.Equal(Cells(byUnit).Order(), Cells(byTask).Order());

        static IEnumerable<string> Cells(Page page) => page.All("tr:has(input[name$='.Filing'])").Select(r => r.QuerySelector("input[name$='.Filing']")!.GetAttribute("value") + r.QuerySelector("input[name$='.Key']")!.GetAttribute("value"));
    }

    private static IEnumerable<string> Organizations(Page page) => page.All("tr.sum a").Select(a => a.TextContent);

    /// <summary>Nothing more to report for each of its rows, with the reason where there is a node.</summary>
    private static void Fill(Page page, int filing, int leaveOut = 0)
    {
        foreach (var row in page.All($"tr:has(input[name$='.Filing'][value='{filing}'])").Skip(leaveOut))
        {
            var choice = row.QuerySelector("select[name$='.Choice']")!.GetAttribute("name")!;
            page.Type(choice, "0").Type(choice.Replace("Choice", "Words", StringComparison.Ordinal), "已在前几季度一并完成。");
        }
    }

    private Task<FilingStage> StageAsync(int id) => app.WithDbAsync(db => db.Filings.Where(f => f.Id == id).Select(f => f.Stage).SingleAsync());
}
