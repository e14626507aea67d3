using System.Net;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Figures;

public sealed class QueryTests(App app) : IClassFixture<App>
{
    private const string Asked = "/figures/query?F=tasks_total&F=task_completion_rate&Below=Children&D=2026-12-18&D=2025-12-31";

    [Fact]
    public async Task Every_cell_opens_its_figure_for_that_organisation_and_day()
    {
        var client = await app.SignedInAsync("orgdept");
        var page = await client.GetPageAsync(Asked);

        Assert.Equal(21, page.All("main tbody tr").Count); // the district and its committees
        var cells = page.All("main tbody tr:nth-child(3) td.n > a");
        Assert.Equal(4, cells.Count);
        foreach (var cell in cells)
        {
            var figure = await client.GetPageAsync(cell.GetAttribute("href")!);
            Assert.StartsWith(cell.TextContent, figure.Find(".figure-value")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("望江街道党工委", figure.Find("#organization option[selected]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_workbook_says_what_was_counted_until_when()
    {
        var client = await app.SignedInAsync("chunhui.officer");

        await using var file = await (await client.GetAsync(Asked + "&handler=Export")).Content.ReadAsStreamAsync();
        var text = string.Join('\n', SheetReader.Read(file, "x.xlsx").Single().Rows.SelectMany(r => r.Cells));

        Assert.Contains("到期任务完成率：到期任务完成数÷到期应完成任务数。", text, StringComparison.Ordinal);
        Assert.Contains("截止日：2026-12-18、2025-12-31", text, StringComparison.Ordinal);
        Assert.Contains("春晖街道党工委", text, StringComparison.Ordinal);
        Assert.DoesNotContain("望江街道党工委", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_names_no_figure_asks_for_none() =>
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("orgdept")).GetAsync("/figures/query?F=")).StatusCode);

    [Fact]
    public async Task A_choice_is_kept_under_a_name_and_only_for_its_owner()
    {
        var (mine, other) = (await app.SignedInAsync("orgdept"), await app.SignedInAsync("orgdept2"));

        Assert.Equal(HttpStatusCode.Redirect, (await (await mine.GetPageAsync(Asked)).Type("Name", "每季调度").SubmitAsync("form#save")).StatusCode);
        var twice = await mine.PageAsync(await (await mine.GetPageAsync(Asked)).Type("Name", "每季调度").SubmitAsync("form#save"));

        Assert.Contains("已有名为“每季调度”的常用取数", twice.Text, StringComparison.Ordinal);
        var page = await mine.GetPageAsync("/figures/query");
        var opened = await mine.GetPageAsync(page.All("main .block a").Single(a => a.TextContent == "每季调度").GetAttribute("href")!);
        Assert.Equal(21, opened.All("main tbody tr").Count);
        Assert.DoesNotContain("每季调度", (await other.GetPageAsync("/figures/query")).Text, StringComparison.Ordinal);
        await mine.FollowAsync(await page.SubmitAsync("button[aria-label='删去常用取数每季调度']"));
        Assert.DoesNotContain("每季调度", (await mine.GetPageAsync("/figures/query")).Text, StringComparison.Ordinal);
    }
}
