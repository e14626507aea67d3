using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.ThreeLists;

/// <summary>Several tasks at once: in 春晖街道's filed lists one request for several, in 望江街道's draft one change for several.</summary>
public sealed class BulkTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task One_request_asks_for_several_tasks_and_is_decided_in_one()
    {
        var lists = await app.FilingAsync("QH01", 0);
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var form = await clerk.GetPageAsync($"/lists/{lists}/bulk");
        Assert.Null(form.Find("input[name='No'][value='4']")); // done
        await clerk.FollowAsync(await form.Type("No", "1").Type("No", "6").Type("NewDue", "2026-12-29").Type("Reason", "年底会议集中，顺延召开").SubmitAsync("form#bulk"));

        using var district = await app.SignedInAsync("orgdept");
        var changes = await district.GetPageAsync("/lists/changes");
        var block = changes.All(".block").Single(b => b.TextContent.Contains("年底会议集中", StringComparison.Ordinal));
        Assert.Contains("任务1、任务6", block.TextContent, StringComparison.Ordinal);
        block.QuerySelector("form[action*='Approve']")!.Id = "both";
        await district.FollowAsync(await changes.SubmitAsync("form#both"));

        Assert.Equal([1, 6], await app.WithDbAsync(db => db.WorkTasks.Where(t => t.ExtendedTo == new DateOnly(2026, 12, 29) && db.Filings.Any(f => f.Id == lists && f.OrganizationId == t.OrganizationId && f.Year == t.Year)).OrderBy(t => t.No).Select(t => t.No).ToListAsync()));
    }

    [Fact]
    public async Task When_one_row_cannot_be_asked_for_none_is_and_the_row_is_named()
    {
        var lists = await app.FilingAsync("QH01", 0);
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var form = await clerk.GetPageAsync($"/lists/{lists}/bulk");

        var answer = await clerk.PageAsync(await form.Type("No", "7").Type("No", "12").Type("NewDue", "2026-12-23").Type("Reason", "与节前走访合并进行").SubmitAsync("form#bulk"));

        Assert.Contains("2项任务都没有改动，请先处理：任务7：延期后的时限应晚于12月25日。", answer.Text, StringComparison.Ordinal);
        Assert.Equal("与节前走访合并进行", answer.Find("[name='Reason']")!.GetAttribute("value"));
        Assert.Equal(["7", "12"], answer.All("input[name='No']").Cast<IHtmlInputElement>().Where(b => b.IsChecked).Select(b => b.Value));
        Assert.Equal(0, await app.WithDbAsync(db => db.TaskChanges.CountAsync(c => c.Reason == "与节前走访合并进行")));
    }

    [Fact]
    public async Task In_a_draft_day_and_category_of_several_are_changed_and_what_is_left_blank_stays()
    {
        var (lists, lead) = await DraftAsync();
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var form = await clerk.GetPageAsync($"/lists/{lists}/bulk");

        Assert.Equal(HttpStatusCode.Redirect, (await form.Type("No", "1").Type("No", "2").Type("DueOn", "2026-11-05").Type("Category", "年度重点").SubmitAsync("form#bulk")).StatusCode);

        var tasks = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Category == "年度重点").OrderBy(t => t.No).ToListAsync());
        Assert.Equal([(1, new DateOnly(2026, 11, 5)), (2, new DateOnly(2026, 11, 5))], tasks.Select(t => (t.No, t.DueOn!.Value)));
        Assert.Equal(lead, tasks[0].Lead.Text);
    }

    [Fact]
    public async Task Who_was_shown_an_older_row_is_told_so_and_may_mean_it()
    {
        var (lists, _) = await DraftAsync();
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        using var secretary = await app.SignedInAsync("wangjiang.secretary");
        var (first, second) = (await clerk.GetPageAsync($"/lists/{lists}/bulk"), await secretary.GetPageAsync($"/lists/{lists}/bulk"));
        await first.Type("No", "3").Type("Category", "干事先改").SubmitAsync("form#bulk");

        var again = await secretary.PageAsync(await second.Type("No", "3").Type("Category", "书记后改").SubmitAsync("form#bulk"));

        Assert.Contains(PageGuard.Changed, again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync("form#bulk")).StatusCode);
        Assert.Equal(1, await app.WithDbAsync(db => db.WorkTasks.CountAsync(t => t.Category == "书记后改")));
    }

    [Fact]
    public async Task Nothing_ticked_or_nothing_to_change_is_told()
    {
        var (lists, _) = await DraftAsync();
        using var clerk = await app.SignedInAsync("wangjiang.officer");

        Assert.Contains("请先勾选任务", (await clerk.PageAsync(await (await clerk.GetPageAsync($"/lists/{lists}/bulk")).Type("Category", "x").SubmitAsync("form#bulk"))).Text, StringComparison.Ordinal);
        Assert.Contains("请至少填写一项要修改的内容", (await clerk.PageAsync(await (await clerk.GetPageAsync($"/lists/{lists}/bulk")).Type("No", "1").SubmitAsync("form#bulk"))).Text, StringComparison.Ordinal);
    }

    /// <summary>望江街道's lists as if they were still being written.</summary>
    private async Task<(int Lists, string Lead)> DraftAsync()
    {
        var lists = await app.FilingAsync("QH02", 0);
        return await app.WithDbAsync(async db =>
        {
            await db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31)));
            var own = db.WorkTasks.Where(t => t.Year == 2026 && db.Filings.Any(f => f.Id == lists && f.OrganizationId == t.OrganizationId));
            await own.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.Draft));
            return (lists, await own.Where(t => t.No == 1).Select(t => t.Lead.Text).SingleAsync());
        });
    }
}
