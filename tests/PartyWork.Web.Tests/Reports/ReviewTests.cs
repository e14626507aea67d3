using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Tests.Reports;

/// <summary>Many are accepted together, but only what has been opened, and only as it was when it was opened.</summary>
public sealed class ReviewTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Reports_are_opened_together_read_on_one_page_and_accepted_together()
    {
        using var committee = await app.SignedInAsync("chunhui.secretary");
        var waiting = await WaitingAsync(committee, "/reports/review");
        Assert.InRange(waiting.Count, 2, 30);

        var opened = await committee.GetPageAsync($"/reports/review?open={waiting[0]}&open={waiting[1]}");
        Assert.Equal(2, opened.All("section.block").Count);
        Assert.NotEmpty(opened.All("section.block tbody tr"));
        var done = await committee.FollowAsync(await opened.SubmitAsync("form#accept-all"));

        Assert.Contains("已通过2份", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(await StagesAsync(waiting[..2]), s => Assert.Equal(FilingStage.Accepted, s));
        Assert.Equal(waiting.Count - 2, (await WaitingAsync(committee, "/reports/review")).Count);
    }

    [Fact]
    public async Task What_has_not_been_opened_is_not_accepted()
    {
        using var committee = await app.SignedInAsync("wangjiang.secretary");
        var waiting = await WaitingAsync(committee, "/reports/review");
        var opened = await committee.GetPageAsync($"/reports/review?open={waiting[0]}");
        opened.Find("input[name^='versions']")!.SetAttribute("name", "versions[0]");

        var refused = await committee.FollowAsync(await opened.SubmitAsync("form#accept-all"));

        Assert.Contains("还没有打开看过", refused.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([FilingStage.Submitted], await StagesAsync(waiting[..1]));
    }

    [Fact]
    public async Task A_report_that_somebody_has_dealt_with_since_it_was_opened_is_not_accepted_unread()
    {
        using var committee = await app.SignedInAsync("wangjiang.secretary");
        var waiting = await WaitingAsync(committee, "/reports/review");
        var opened = await committee.GetPageAsync($"/reports/review?open={waiting[0]}");
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == waiting[0]).ExecuteUpdateAsync(s => s.SetProperty(f => EF.Property<int>(f, "Version"), f => EF.Property<int>(f, "Version") + 1)));

        var refused = await committee.FollowAsync(await opened.SubmitAsync("form#accept-all"));

        Assert.Contains("刚刚被其他同志修改过", refused.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_accepted_together_too()
    {
        var ids = new[] { await app.FilingAsync("QH01003", 0), await app.FilingAsync("QH01004", 0) };
        await app.WithDbAsync(db => db.Filings.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Submitted)));
        using var committee = await app.SignedInAsync("chunhui.secretary");
        Assert.Equal(ids, await WaitingAsync(committee, "/lists/review"));

        var opened = await committee.GetPageAsync($"/lists/review?open={ids[0]}&open={ids[1]}");
        Assert.All(opened.All("section.block"), s => Assert.True(s.QuerySelectorAll("tbody tr").Length > 3));
        await committee.FollowAsync(await opened.SubmitAsync("form#accept-all"));

        Assert.All(await StagesAsync(ids), s => Assert.Equal(FilingStage.Accepted, s));
    }

    [Fact]
    public async Task A_neighbours_report_is_not_there_to_be_opened_or_accepted()
    {
        using var committee = await app.SignedInAsync("chunhui.secretary");
        var theirs = await app.FilingAsync("QH02001", 4);

        Assert.Empty((await committee.GetPageAsync($"/reports/review?open={theirs}")).All("section.block"));
    }

    private static async Task<List<int>> WaitingAsync(HttpClient client, string path) =>
        [.. (await client.GetPageAsync(path)).All("input[name='open']").Select(i => int.Parse(i.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];

    private Task<List<FilingStage>> StagesAsync(IReadOnlyList<int> ids) => app.WithDbAsync(db => db.Filings.Where(f => ids.Contains(f.Id)).Select(f => f.Stage).ToListAsync());
}
