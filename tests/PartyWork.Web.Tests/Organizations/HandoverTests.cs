using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>A post changes hands in one act: the sheet lists itself, both confirm, and what is open has the new holder as lead.</summary>
public sealed class HandoverTests : IAsyncDisposable
{
    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_secretary_hands_over_and_the_open_tasks_have_a_new_lead_in_the_same_act()
    {
        var holding = await HoldingAsync("QH01001", PostKind.Secretary);
        using var committee = await _app.SignedInAsync("chunhui.officer");
        using var leaving = await _app.SignedInAsync("wenming.secretary");
        var sheet = await committee.FollowAsync(await (await committee.GetPageAsync($"/organizations/posts/{holding}/handover"))
            .Type("Name", "林晓岚").Type("Phone", await PhoneAsync("wenming.deputy")).Type("On", "2026-12-16").Type("Reason", "青组任〔2026〕9号").SubmitAsync("#begin"));

        // The sheet lists what is open, how last quarter was answered, and whom to call.
        foreach (var part in (string[])["第四季度报告", "推进中的任务", "未销号的问题", "上一期季报怎么填的（2026年第三季度", "未办结的协调事项（1）", "2026年问题、任务、责任清单", "上级　叶超"])
        {
            Assert.Contains(part, sheet.Text, StringComparison.Ordinal);
        }

        var address = new Uri(sheet.Document.Head!.QuerySelector("base")!.GetAttribute("href")!).AbsolutePath;
        Assert.Contains("核对并确认岗位交接的接手单", (await leaving.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignedInAsync("wangjiang.officer")).GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await leaving.GetPageAsync(address)).SubmitAsync("#confirm button")).StatusCode);
        var open = await _app.WithDbAsync(db => db.WorkTasks.CountAsync(t => t.Lead.HoldingId == holding && t.State == TaskState.InProgress));
        Assert.NotEqual(0, open);

        using var coming = await _app.SignedInAsync("wenming.deputy");
        var done = await coming.FollowAsync(await (await coming.GetPageAsync(address)).SubmitAsync("#confirm button"));

        Assert.Contains("已交接", done.Text, StringComparison.Ordinal);
        var now = await HoldingAsync("QH01001", PostKind.Secretary);
        var (to, left, moved) = await _app.WithDbAsync(async db => (
            await db.PostHoldings.Where(h => h.Id == holding).Select(h => h.To).SingleAsync(),
            await db.WorkTasks.CountAsync(t => t.Lead.HoldingId == holding && t.State == TaskState.InProgress),
            await db.WorkTasks.CountAsync(t => t.Lead.HoldingId == now && t.Lead.Text == "林晓岚" && t.State == TaskState.InProgress)));
        Assert.Equal((new DateOnly(2026, 12, 15), 0, open), (to, left, moved));

        // From the next request the one acts in the post and the other does not; the sheet stays as it was.
        Assert.Equal(HttpStatusCode.Forbidden, (await leaving.GetAsync("/lists")).StatusCode);
        Assert.Contains("文明社区党总支书记", (await coming.GetPageAsync("/my")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("以下为双方确认时的内容", (await leaving.GetPageAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_one_who_is_gone_the_superior_confirms_and_says_why()
    {
        var holding = await HoldingAsync("QH01002", PostKind.Officer);
        using var committee = await _app.SignedInAsync("chunhui.secretary");
        var page = await committee.FollowAsync(await (await committee.GetPageAsync($"/organizations/posts/{holding}/handover"))
            .Type("Name", "新干事").Type("Phone", "0-8111222").Type("On", "2026-12-10").Type("Reason", "岗位调整").SubmitAsync("#begin"));
        Assert.Contains("接任人还没有账号", page.Text, StringComparison.Ordinal);
        Assert.Contains("请写明代为确认的原因", (await committee.PageAsync(await page.Type("outgoing", "true").SubmitAsync("#for"))).Text, StringComparison.Ordinal);

        page = await committee.FollowAsync(await page.Type("outgoing", "true").Type("reason", "已调离本区").SubmitAsync("#for"));
        page = await committee.FollowAsync(await page.Type("outgoing", "false").Type("reason", "接手单已纸面签字").SubmitAsync("#for"));

        Assert.Contains("叶超代为确认：已调离本区", page.Text, StringComparison.Ordinal);
        Assert.Equal("新干事", await _app.WithDbAsync(db => db.PostHoldings.Where(h => h.Organization.Code == "QH01002" && h.Kind == PostKind.Officer && h.To == null).Select(h => h.Person.Name).SingleAsync()));
    }

    [Fact]
    public async Task Who_comes_from_elsewhere_is_told_and_reads_the_sheet_before_the_post_is_his()
    {
        var holding = await HoldingAsync("QH01001", PostKind.Officer);
        using var committee = await _app.SignedInAsync("chunhui.officer");
        await committee.FollowAsync(await (await committee.GetPageAsync($"/organizations/posts/{holding}/handover"))
            .Type("Name", await NameAsync("wangjiang.officer")).Type("Phone", await PhoneAsync("wangjiang.officer")).Type("On", "2026-12-30").Type("Reason", "青组任〔2026〕11号").SubmitAsync("#begin"));

        using var coming = await _app.SignedInAsync("wangjiang.officer");
        var my = await coming.GetPageAsync("/my");

        Assert.Contains("核对并确认岗位交接的接手单", my.Text, StringComparison.Ordinal);
        var sheet = await coming.GetPageAsync(my.Find("a[href^='/handovers/']")!.GetAttribute("href")!);
        Assert.Contains("文明社区", sheet.Text, StringComparison.Ordinal);
        Assert.NotNull(sheet.Find("#confirm"));
        using var other = await _app.SignedInAsync("wangjiang.secretary");
        Assert.DoesNotContain("接手单", (await other.GetPageAsync("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_with_posts_in_two_committees_sees_by_the_active_one_and_is_told_of_the_other()
    {
        var (own, other) = ($"/reports/{await _app.FilingAsync("QH01001", 4)}", $"/reports/{await _app.FilingAsync("QH02001", 4)}");
        await _app.WithDbAsync(async db =>
        {
            var person = await db.Users.Where(u => u.UserName == "wenming.officer").Select(u => u.Person!).SingleAsync();
            db.Add(new PostHolding(person, await db.Organizations.SingleAsync(o => o.Code == "QH02001"), PostKind.Officer, "兼任党务干事", new DateOnly(2026, 1, 5)));
            return await db.SaveChangesAsync();
        });
        using var client = await _app.SignedInAsync("wenming.officer");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await client.GetAsync(own)).StatusCode, (await client.GetAsync(other)).StatusCode));
        var my = await client.GetPageAsync("/my");
        Assert.Matches("兼任党务干事：([0-9]+项待办|没有待办)", my.Text);

        await my.SubmitAsync("form[action='/account/post'] .btn-sm");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await client.GetAsync(own)).StatusCode, (await client.GetAsync(other)).StatusCode));
    }

    private Task<int> HoldingAsync(string code, PostKind kind) =>
        _app.WithDbAsync(db => db.PostHoldings.Where(h => h.Organization.Code == code && h.Kind == kind && h.To == null).Select(h => h.Id).SingleAsync());

    private Task<string> NameAsync(string account) => _app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.Person!.Name).SingleAsync());

    private Task<string> PhoneAsync(string account) => _app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.Person!.Phone).SingleAsync());
}
