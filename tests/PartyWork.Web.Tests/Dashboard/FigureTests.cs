using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PartyWork.Web.Tests.Dashboard;

/// <summary>Every number of the dashboards opens a list, and the list holds exactly so many rows.</summary>
public sealed partial class FigureTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("orgdept", "/dashboard", 150)]
    [InlineData("orgdept", "/dashboard?Period=2", 150)]
    [InlineData("orgdept", "/dashboard?Period=0", 150)]
    [InlineData("chunhui.secretary", "/dashboard", 15)]
    [InlineData("chunhui.secretary", "/dashboard?Period=0", 15)]
    [InlineData("minister", "/dashboard/leader", 15)]
    [InlineData("minister", "/dashboard/leader?year=2025", 15)]
    public async Task Each_figure_is_the_number_of_rows_that_its_list_holds(string account, string path, int atLeast)
    {
        var client = await app.SignedInAsync(account);
        var page = await client.GetPageAsync(path);

        var compared = 0;
        foreach (var (link, count) in page.All("main a").Select(a => (Link: a.GetAttribute("href")!, Count: CountOf(a.QuerySelector("b")?.TextContent, a.TextContent)))
            .Where(f => f.Count is not null && ListAddress().IsMatch(f.Link)).Distinct())
        {
            var list = await client.GetPageAsync(link);
            var total = TotalText().Match(list.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            Assert.True(total == count, $"{link} holds {total} rows, the figure says {count}.");
            compared++;
        }

        Assert.InRange(compared, atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("orgdept", "/dashboard", 5)]
    [InlineData("chunhui.secretary", "/dashboard", 5)]
    [InlineData("minister", "/dashboard/leader", 5)]
    [InlineData("wenming.officer", "/my", 5)] // a task of its open report takes its number from a figure
    [InlineData("chunhui.secretary", "/my", 3)]
    [InlineData("orgdept", "/lists/tasks", 3)]
    [InlineData("orgdept", "/lists/tasks?Troubled=true", 3)]
    [InlineData("orgdept", "/lists/problems", 3)]
    [InlineData("orgdept", "/reports?Filed=true", 3)]
    public async Task A_page_keeps_to_its_number_of_SQL_commands(string account, string path, int most)
    {
        var client = await app.SignedInAsync(account);
        await client.GetPageAsync(path);
        await app.MoveWorkAsync(); // what a page costs after somebody has done something

        app.Sql.Reset();
        await client.GetPageAsync(path);

        Assert.InRange(app.Sql.Commands.Count - 1, 1, most); // one is the rights read
    }

    [Fact]
    public async Task A_committee_sees_its_own_subtree_only()
    {
        var client = await app.SignedInAsync("chunhui.secretary");

        var page = await client.GetPageAsync("/dashboard");

        Assert.Contains("文明社区党总支", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("望江街道", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_districts_own_turn_is_the_section_and_no_person_there()
    {
        var client = await app.SignedInAsync("orgdept");

        var rows = (await client.GetPageAsync("/dashboard?year=2026")).All("td[data-label='在谁手里']").Select(td => td.TextContent).ToList();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, r => r.Contains("组织部", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("firstsec", "/dashboard")]
    [InlineData("wenming.officer", "/dashboard/leader")]
    [InlineData("chunhui.secretary", "/dashboard/leader")]
    [InlineData("auditor", "/lists/tasks")]
    public async Task Who_may_not_read_it_is_told_so(string account, string path)
    {
        var client = await app.SignedInAsync(account);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetPageAsync(path)).Status);
    }

    [Fact]
    public async Task Tasks_are_exported_with_the_filter_of_the_list()
    {
        var client = await app.SignedInAsync("chunhui.officer");
        var page = await client.GetPageAsync("/lists/tasks?Light=Blue");

        var answer = await client.GetAsync(page.Find("a[href*='handler=Export']")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>“725/1183项” counts 725; “11/12” links to the 12; “95” and “全部148个” to themselves.</summary>
    private static int? CountOf(string? figure, string text) =>
        PartText().Match(text) is { Success: true } part ? int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture)
        : WholeText().Match(text.Trim()) is { Success: true } whole ? int.Parse(whole.Groups[1].Value, CultureInfo.InvariantCulture)
        : NumberText().Match((figure ?? text).Trim()) is { Success: true } number ? int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^/(reports|lists|lists/tasks|lists/problems|organizations|coordination)\?")]
    private static partial Regex ListAddress();

    [GeneratedRegex(@"(?:共|找到)(\d+)[条个]")]
    private static partial Regex TotalText();

    [GeneratedRegex(@"(\d+)/\d+[项个份件]")]
    private static partial Regex PartText();

    [GeneratedRegex(@"^\d+/(\d+)$")]
    private static partial Regex WholeText();

    [GeneratedRegex(@"(?:^|\D)(\d+)[项个份件]?$")]
    private static partial Regex NumberText();
}
