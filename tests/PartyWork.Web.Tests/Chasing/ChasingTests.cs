using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Chasing;

/// <summary>催办 from the dashboard, once a day for an item, and what goes out to the work group, the telephone and Excel.</summary>
public sealed class ChasingTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task One_press_is_logged_a_second_one_is_told_so_and_the_next_day_it_may_be_pressed_again()
    {
        var report = await app.FilingAsync("QH02001", 4);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.NotStarted).SetProperty(f => f.FirstSubmittedAt, (DateTime?)null)));
        var staff = await app.SignedInAsync("orgdept");

        var pressed = await PressAsync(staff, report);
        Assert.Contains("已催办1项", pressed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("组织科韩志远", Row(pressed, report).TextContent, StringComparison.Ordinal);

        var second = await PressAsync(await app.SignedInAsync("orgdept2"), report);
        Assert.Contains("今天已催办过：10:00由组织科韩志远办理，每项每天一次", second.Document.Body!.TextContent, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromHours(14)); // 24:00 in Beijing
        var next = await PressAsync(await app.SignedInAsync("orgdept2"), report);
        Assert.Contains("已催办1项", next.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.Reminders.CountAsync(r => r.FilingId == report)));
        app.Clock.Advance(TimeSpan.FromHours(-14) + TimeSpan.FromHours(24)); // the other tests keep office hours
    }

    [Fact]
    public async Task A_second_press_on_the_dashboard_stays_there_and_says_who_was_first_and_when()
    {
        var report = await app.FilingAsync("QH01002", 4);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.NotStarted).SetProperty(f => f.FirstSubmittedAt, (DateTime?)null)));
        var (first, second) = (await app.SignedInAsync("chunhui.officer"), await app.SignedInAsync("chunhui.secretary"));
        var shown = await second.GetPageAsync("/dashboard?year=2026&Period=4");
        await (await first.GetPageAsync("/dashboard?year=2026&Period=4")).SubmitAsync($"button[name='ids'][value='{report}']");

        var told = await second.FollowAsync(await shown.SubmitAsync($"button[name='ids'][value='{report}']"));

        Assert.Equal("/dashboard?year=2026&Period=4", new Uri(told.Find("base")!.GetAttribute("href")!).PathAndQuery);
        Assert.Matches(@"今天已催办过：\d\d:\d\d由春晖街道", told.Document.Body!.TextContent);
    }

    [Fact]
    public async Task The_address_of_the_list_keeps_its_filters_and_nothing_of_the_press()
    {
        var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4");
        var id = page.Find("input[name='ids']")!.GetAttribute("value")!;

        var pressed = await page.Type("ids", id).SubmitAsync("form#chase .fixed-bar button.btn-outline-primary");

        Assert.Equal("/dashboard/chasing?year=2026&Of=Missing&Period=4&Committee=", pressed.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_chased_one_sees_it_until_it_is_done()
    {
        var report = await app.FilingAsync("QH01001", 4);
        var staff = await app.SignedInAsync("orgdept");
        var dashboard = await staff.GetPageAsync("/dashboard?year=2026&Period=4");
        var pressed = await staff.FollowAsync(await dashboard.SubmitAsync($"button[name='ids'][value='{report}']"));
        Assert.Equal("/dashboard", new Uri(pressed.Find("base")!.GetAttribute("href")!).AbsolutePath); // back where it was pressed

        var clerk = await app.SignedInAsync("wenming.officer");
        Assert.Contains("组织科今天提醒过", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Accepted)));
        await app.MoveWorkAsync();
        Assert.DoesNotContain("提醒过", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.NotStarted)));
    }

    [Fact]
    public async Task All_of_the_filtered_list_are_chased_at_once_and_nobody_twice()
    {
        var committee = await app.OrganizationAsync("QH03");
        var path = $"/dashboard/chasing?year=2026&Of=Missing&Period=4&Committee={committee}";
        var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync(path);
        var ids = page.All("input[name='ids']").Select(i => int.Parse(i.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(ids.Count, 2, 49);
        await PressAsync(staff, ids[0], path);

        var all = await staff.FollowAsync(await (await staff.GetPageAsync(path)).SubmitAsync("button[formaction$='handler=All']"));

        Assert.Contains($"已催办{ids.Count - 1}项", all.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1项今天已催办过，没有重复", all.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ids.Order(), await app.WithDbAsync(db => db.Reminders.Where(r => ids.Contains(r.FilingId!.Value)).Select(r => r.FilingId!.Value).OrderBy(f => f).ToListAsync()));
        Assert.Equal(path.Split('?')[0], new Uri(all.Find("base")!.GetAttribute("href")!).AbsolutePath);
        Assert.Contains($"Committee={committee}", all.Find("base")!.GetAttribute("href"), StringComparison.Ordinal); // the filter stays
    }

    [Fact]
    public async Task What_was_due_before_an_organisation_moved_is_listed_under_the_committee_that_counts_it()
    {
        var (old, now, report) = (await app.OrganizationAsync("QH05"), await app.OrganizationAsync("QH04"), await app.FilingAsync("QH05001", 1));
        await app.WithDbAsync(async db =>
        {
            await db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.NotStarted).SetProperty(f => f.FirstSubmittedAt, (DateTime?)null));
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            (await db.Organizations.Include(o => o.Affiliations).SingleAsync(o => o.Code == "QH05001")).MoveTo(await db.Organizations.SingleAsync(o => o.Id == now), new(2026, 12, 10), "", hasChildren: false);
            await db.SaveChangesAsync();
            return await db.TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1));
        });
        var staff = await app.SignedInAsync("orgdept");

        var (counts, moved) = (await staff.GetPageAsync($"/dashboard/chasing?year=2026&Of=Missing&Period=1&Committee={old}"), await staff.GetPageAsync($"/dashboard/chasing?year=2026&Of=Missing&Period=1&Committee={now}"));

        var name = await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == old).Select(o => o.Name).SingleAsync());
        var shortName = name.Replace("党工委", "", StringComparison.Ordinal).Replace("党委", "", StringComparison.Ordinal);
        Assert.Contains(shortName, Row(counts, report).TextContent, StringComparison.Ordinal);
        Assert.Null(moved.Find($"input[name='ids'][value='{report}']"));
        Assert.Contains($"\n{shortName}\n", counts.Find("textarea#text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(shortName, (await staff.GetPageAsync("/dashboard?year=2026&Period=1")).All("tr").Single(r => r.QuerySelector($"button[name='ids'][value='{report}']") is not null).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_the_group_names_who_and_when_by_committee_and_no_telephone()
    {
        var page = await (await app.SignedInAsync("orgdept")).GetPageAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4");
        var text = page.Find("textarea#text")!.TextContent;
        var committees = text.Split('\n').Where(l => l.Length > 0 && l[0] is not ('　' or '【') && !l.Contains('：', StringComparison.Ordinal)).ToList();

        Assert.Equal(("春晖街道", "望江街道"), (committees[0], committees[1]));
        Assert.Contains("12月21日（周一）24:00截止", text, StringComparison.Ordinal);
        Assert.Contains("办理地址：http://localhost/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0-8", text, StringComparison.Ordinal);
        Assert.True(page.Find("button[data-copy]")!.HasAttribute("hidden")); // it shows itself where there is script
    }

    [Fact]
    public async Task A_call_is_registered_at_one_tap()
    {
        var staff = await app.SignedInAsync("chunhui.officer");
        var page = await staff.GetPageAsync("/dashboard/chasing?year=2026&Of=Waiting");
        var id = int.Parse(page.Find("button[name='call']")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);

        var called = await staff.FollowAsync(await page.SubmitAsync($"button[name='call'][value='{id}']"));

        Assert.Contains("已登记电话提醒", called.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("春晖街道", Row(called, id).TextContent, StringComparison.Ordinal); // in whose name
    }

    [Fact]
    public async Task An_overdue_reply_is_chased_at_its_department_and_names_the_liaison()
    {
        var (id, liaison) = (await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.State == Domain.Coordination.CoordinationState.Sent && i.DueOn < new DateOnly(2026, 12, 18)).Select(i => i.Id).FirstAsync()), await app.SignedInAsync("zhujian"));
        var staff = await app.SignedInAsync("orgdept");

        var row = Row(await staff.GetPageAsync("/dashboard/chasing?year=2026&Of=Replies"), id);
        Assert.Contains("联络员　罗建勋", row.TextContent, StringComparison.Ordinal);
        var pressed = await staff.FollowAsync(await (await staff.GetPageAsync($"/coordination/{id}")).SubmitAsync("form#chase button"));
        Assert.Contains("已催办1项", pressed.Document.Body!.TextContent, StringComparison.Ordinal);

        Assert.Contains("组织科今天提醒过", (await liaison.GetPageAsync("/coordination")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_is_above_may_chase_and_a_neighbours_item_is_not_there()
    {
        var (own, foreign) = (await app.FilingAsync("QH01", 4), await app.FilingAsync("QH02001", 4));
        var committee = await app.SignedInAsync("chunhui.officer");
        var token = (await committee.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync($"ids={own}"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync($"ids={foreign}"));

        async Task<HttpStatusCode> SendAsync(string body)
        {
            using var content = new StringContent($"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
            return (await committee.PostAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4&handler=Chase", content)).StatusCode;
        }
    }

    [Theory]
    [InlineData("orgdept", "/dashboard/chasing?year=2026&Of=Missing&Period=4", 0)]
    [InlineData("orgdept", "/dashboard/chasing?year=2026&Of=Waiting", 0)]
    [InlineData("orgdept", "/reports?year=2026&Period=4&Filed=false", 0)]
    [InlineData("chunhui.officer", "/reports?year=2026&Waiting=true", 0)]
    [InlineData("orgdept", "/lists?year=2026&Words=文明", 0)]
    [InlineData("orgdept", "/lists/problems?year=2026&Overdue=true", 4)]
    [InlineData("orgdept", "/lists/tasks?year=2026&Light=Stalled", 4)]
    public async Task What_is_exported_is_what_is_on_the_screen_in_its_order(string account, string path, int column)
    {
        var client = await app.SignedInAsync(account);
        var page = await client.GetPageAsync(path);
        var shown = page.All("main form tbody tr, main .wide tbody tr").Select(r => column == 0 ? Name(r) : r.QuerySelector("td.text a")!.TextContent).ToList();
        Assert.NotEmpty(shown);

        using var file = await client.GetAsync(page.Find("a[href*='handler=Export']")!.GetAttribute("href"));
        var rows = SheetReader.Read(await file.Content.ReadAsStreamAsync(), "x.xlsx")[0].Rows.Skip(3).ToList();

        Assert.Equal(shown, rows.Take(shown.Count).Select(r => r.Cells[column]));
        var total = System.Text.RegularExpressions.Regex.Match(page.Text, @"共(\d+)条");
        Assert.Equal(total.Success ? int.Parse(total.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : shown.Count, rows.Count);

        static string Name(IElement row) => row.QuerySelectorAll("td").First(td => td.QuerySelector("input") is null && td.ClassName != "no-print").ChildNodes.First(n => n.TextContent.Trim().Length > 0).TextContent.Trim();
    }

    [Fact]
    public async Task The_quarters_brief_counts_what_the_dashboard_counts()
    {
        var client = await app.SignedInAsync("orgdept");
        var figures = (await client.GetPageAsync("/dashboard?year=2026&Period=3")).All("a.figure").Select(f => f.QuerySelector("b")!.TextContent).ToList();

        using var file = await client.GetAsync("/reports?year=2026&Period=3&handler=Brief");
        var sheets = SheetReader.Read(await file.Content.ReadAsStreamAsync(), "x.xlsx");

        Assert.Equal(["报送情况", "滞后任务", "销号问题", "协调事项"], sheets.Select(s => s.Name));
        var sum = sheets[0].Rows[^1].Cells;
        Assert.Equal(("合计", figures[0], figures[1], figures[5]), (sum[0], sum[1], sum[2], sum[4]));
        Assert.Contains(sheets[1].Rows, r => r.Cells.Count > 12 && r.Cells[11] == "多部门协调" && r.Cells[12].Length > 0);
        Assert.Contains(sheets[3].Rows, r => r.Cells.Any(c => c.Contains("燃气管", StringComparison.Ordinal)));
        Assert.All(sheets.Skip(1), s => Assert.InRange(s.Rows.Count, 5, int.MaxValue));
    }

    private static async Task<Page> PressAsync(HttpClient client, int filing, string? path = null)
    {
        var page = await client.GetPageAsync(path ?? $"/dashboard/chasing?year=2026&Of=Missing&Period=4&Committee={await CommitteeAsync(client)}");
        return await client.FollowAsync(await page.Type("ids", $"{filing}").SubmitAsync("form#chase .fixed-bar button.btn-outline-primary"));
    }

    /// <summary>望江街道, so that the list is one page.</summary>
    private static async Task<string> CommitteeAsync(HttpClient client) =>
        (await client.GetPageAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4")).All("#committee option").Single(o => o.TextContent == "望江街道").GetAttribute("value")!;

    private static IElement Row(Page page, int id) => page.All("tbody tr").Single(r => r.QuerySelector($"input[name='ids'][value='{id}'], button[name='call'][value='{id}']") is not null);
}
