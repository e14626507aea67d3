using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;

namespace PartyWork.Web.Tests.Users;

/// <summary>An account from the roster to its holder's first day, and back in when the password is forgotten.</summary>
public sealed partial class AccountStoryTests(App app) : IClassFixture<App>
{
    private const string Own = "Chunfeng-2027";

    [Fact]
    public async Task Accounts_are_opened_for_a_committee_in_one_act_and_each_slip_lets_its_holder_in_once()
    {
        using var administrator = await app.SignedInAsync("sysadmin");
        var preview = await PreviewAsync(administrator, "QH03");
        var announced = int.Parse(preview.Find(".figure b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(announced, 10, 100);
        var before = await app.WithDbAsync(db => db.Users.CountAsync());

        var slips = Slips(await administrator.PageAsync(await preview.SubmitAsync("form#open")));

        Assert.Equal((announced, before + announced), (slips.Count, await app.WithDbAsync(db => db.Users.CountAsync())));
        Assert.Equal(announced, slips.Select(s => s.Account).Distinct().Count());
        Assert.Equal(announced, slips.Select(s => s.Code).Distinct().Count());
        Assert.All(slips, s => Assert.Matches(@"^[a-z0-9]+\.[a-z0-9]+$", s.Account));
        Assert.Contains("没有需要开立的账号", (await administrator.PageAsync(await preview.SubmitAsync("form#open"))).Text, StringComparison.Ordinal); // pressed again

        var (account, code) = slips[0];
        using var holder = app.CreateClient(new() { AllowAutoRedirect = false });
        var first = await holder.FollowAsync(await SignInAsync(holder, account, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Contains("设置自己的密码", first.Text, StringComparison.Ordinal);
        Assert.Equal("/account/password", (await holder.GetAsync("/my")).Headers.Location?.ToString());
        Assert.Null(first.Find("[name='Current']"));
        Assert.Equal("/", (await first.Type("New", Own).Type("Again", Own).SubmitAsync("form#password")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/my")).StatusCode);

        using var other = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(other, account, code)).StatusCode); // used up
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(other, account, Own)).StatusCode);
        Assert.DoesNotContain(account, await PendingAsync(administrator, "QH03"), StringComparison.Ordinal);
        Assert.Contains(slips[1].Account, await PendingAsync(administrator, "QH03"), StringComparison.Ordinal);
        Assert.False(await StoredAnywhereAsync(slips.Select(s => s.Code)));
    }

    [Fact]
    public async Task A_single_account_is_opened_for_whoever_was_just_appointed_and_for_nobody_twice()
    {
        await app.WithDbAsync(async db =>
        {
            db.Add(new PostHolding(new Person("欧阳若溪", "0-8300077"), await db.Organizations.SingleAsync(o => o.Code == "QH07001"), PostKind.Member, "组织委员", new DateOnly(2026, 12, 1)));
            return await db.SaveChangesAsync();
        });
        using var administrator = await app.SignedInAsync("sysadmin");
        var found = await administrator.GetPageAsync("/users/new?Words=欧阳若溪");
        var choose = found.Find("a[href^='/users/new?personId=']")!.GetAttribute("href")!;
        var form = await administrator.GetPageAsync(choose);
        Assert.Contains("组织委员", form.Text, StringComparison.Ordinal);
        Assert.NotEqual("", form.Find("[name='UserName']")!.GetAttribute("value")); // proposed

        var refused = await administrator.PageAsync(await form.Type("UserName", "欧阳").SubmitAsync("form#open"));
        Assert.Contains("账号", refused.Find(".field-validation-error")!.TextContent, StringComparison.Ordinal);
        var taken = await administrator.PageAsync(await refused.Type("UserName", "wenming.officer").SubmitAsync("form#open"));
        Assert.NotEqual("", taken.Find(".validation-summary-errors")!.TextContent.Trim());
        Assert.Equal("wenming.officer", taken.Find("[name='UserName']")!.GetAttribute("value")); // what was typed stays
        var (account, code) = Assert.Single(Slips(await administrator.PageAsync(await taken.Type("UserName", "Ouyang.Ruoxi").SubmitAsync("form#open"))));

        Assert.Equal("ouyang.ruoxi", account);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(choose)).StatusCode);
        Assert.False(await StoredAnywhereAsync([code]));
        using var holder = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Contains("设置自己的密码", (await holder.FollowAsync(await SignInAsync(holder, account, code))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_came_too_late_says_so_and_is_issued_anew_for_those_never_activated()
    {
        using var administrator = await app.SignedInAsync("sysadmin");
        var (account, code) = Slips(await administrator.PageAsync(await (await PreviewAsync(administrator, "QH04")).SubmitAsync("form#open")))[0];
        app.Clock.Advance(TimeSpan.FromDays(14));
        using var holder = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Contains("一次性码已过期", (await holder.PageAsync(await SignInAsync(holder, account, code))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已过期", (await holder.PageAsync(await SignInAsync(holder, account, "2222-2222-2222"))).Text, StringComparison.Ordinal); // who has no slip learns nothing

        using var again = await app.SignedInAsync("sysadmin");
        var pending = await again.GetPageAsync($"/users/pending?Words={account}");
        Assert.Contains("已过期", pending.Text, StringComparison.Ordinal);
        var id = pending.Find("input[name='ids']")!.GetAttribute("value")!;
        var slips = Slips(await again.PageAsync(await pending.Type("ids", id).SubmitAsync("form#pending")));

        Assert.Equal(account, Assert.Single(slips).Account);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(holder, account, slips[0].Code)).StatusCode);
    }

    [Fact]
    public async Task Who_has_an_account_holds_two_posts_or_is_not_there_is_not_given_another()
    {
        var person = await app.WithDbAsync(async db =>
        {
            var held = await db.PostHoldings.Include(h => h.Person).Where(h => h.Organization.Code == "QH05001" && h.Kind == PostKind.Officer && h.To == null).FirstAsync();
            db.Add(new PostHolding(held.Person, await db.Organizations.SingleAsync(o => o.Code == "QH05002"), PostKind.Officer, "兼任干事", new DateOnly(2026, 1, 1)));
            await db.SaveChangesAsync();
            return held.Person.Name;
        });
        using var administrator = await app.SignedInAsync("sysadmin");

        var rows = (await PreviewAsync(administrator, "QH05")).All("tbody tr").Select(r => r.TextContent).ToList();

        Assert.Single(rows, r => r.Contains(person, StringComparison.Ordinal) && r.Contains("新开立", StringComparison.Ordinal));
        Assert.Single(rows, r => r.Contains(person, StringComparison.Ordinal) && r.Contains("一人一号", StringComparison.Ordinal));
        Assert.Contains((await PreviewAsync(administrator, "QH01")).All("tbody tr"), r => r.TextContent.Contains("wenming.officer", StringComparison.Ordinal) && r.TextContent.Contains("已有账号", StringComparison.Ordinal));
        Assert.Contains((await PreviewAsync(administrator, "QH01")).All("tbody tr"), r => r.TextContent.Contains("没有登记在任书记", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_committees_clerk_lets_somebody_below_back_in_by_a_slip_and_it_is_on_record()
    {
        using var asleep = await app.SignedInAsync("yuanda.secretary");
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var id = await UserAsync("yuanda.secretary");
        var list = await clerk.GetPageAsync("/users/below?Words=yuanda");
        var form = await clerk.GetPageAsync(list.Find($"a[href='/users/below/{id}']")!.GetAttribute("href")!);

        var slip = Assert.Single(Slips(await clerk.PageAsync(await form.Type("Reason", "电话回拨核实").SubmitAsync("form#reset"))));

        Assert.Equal("yuanda.secretary", slip.Account);
        Assert.Equal(HttpStatusCode.Redirect, (await asleep.GetAsync("/my")).StatusCode);
        using var holder = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(holder, "yuanda.secretary", DemoAccounts.Password)).StatusCode);
        var first = await holder.FollowAsync(await SignInAsync(holder, "yuanda.secretary", slip.Code));
        Assert.Contains("设置自己的密码", first.Text, StringComparison.Ordinal);
        var entry = await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Act == "上级重置密码").SingleAsync());
        Assert.Equal(("电话回拨核实", $"{id}"), (entry.Why, entry.Key));
    }

    [Theory]
    [InlineData("chunhui.officer", "chunhui.secretary")] // a colleague
    [InlineData("chunhui.officer", "chunhui.officer")]
    [InlineData("chunhui.officer", "wangjiang.officer")] // another committee
    [InlineData("wenming.secretary", "chunhui.officer")] // above
    [InlineData("jiguan.secretary", "talent")] // acts for the district
    [InlineData("jiguan.secretary", "zhujian")]
    [InlineData("chunhui.secretary", "sysadmin")]
    [InlineData("chunhui.secretary", "orgdept")]
    public async Task Nobody_lets_in_who_is_not_below(string account, string other)
    {
        using var client = await app.SignedInAsync(account);
        var id = await UserAsync(other);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/users/below/{id}")).StatusCode);
        Assert.DoesNotContain($">{other}<", (await client.GetPageAsync("/users/below")).Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_also_holds_a_post_elsewhere_is_not_one_committees_to_let_in()
    {
        var id = await UserAsync("firstsec");
        using var client = await app.SignedInAsync("chunhui.officer");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/users/below/{id}")).StatusCode);
        await app.WithDbAsync(async db =>
        {
            var person = await db.Users.Where(u => u.Id == id).Select(u => u.Person!).SingleAsync();
            db.Add(new PostHolding(person, await db.Organizations.SingleAsync(o => o.Code == "QH02001"), PostKind.Officer, "兼职", new DateOnly(2026, 1, 1)));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/users/below/{id}")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_is_appointed_to_nothing_else()
    {
        await app.WithDbAsync(async db =>
        {
            var administrator = await db.Users.Where(u => u.UserName == "secadmin").Select(u => u.Person!).SingleAsync();
            administrator.Correct(administrator.Name, "0-8000123");
            return await db.SaveChangesAsync();
        });
        using var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/organizations/{await app.OrganizationAsync("QH06001")}/posts");

        var answer = await staff.PageAsync(await page.Type("Appoint.Kind", "Officer").Type("Appoint.Name", "安建平").Type("Appoint.Phone", "0-8000123").Type("Appoint.From", "2026-12-18").SubmitAsync("form[action*='Appoint']"));

        Assert.Contains("三类管理员互不兼任", answer.Text, StringComparison.Ordinal);
    }

    private async Task<Page> PreviewAsync(HttpClient client, string committee) =>
        await client.GetPageAsync($"/users/bulk?Committees={await app.OrganizationAsync(committee)}&Levels=Committee&Levels=Primary&Levels=Branch&Posts=Secretary&Posts=Officer");

    private async Task<string> PendingAsync(HttpClient client, string committee) => string.Concat(await Task.WhenAll(
        Enumerable.Range(1, 3).Select(async p => (await client.GetPageAsync($"/users/pending?Committee={await app.OrganizationAsync(committee)}&P={p}")).Text)));

    private static List<(string Account, string Code)> Slips(Page page) =>
        [.. page.All(".slip").Select(s => s.QuerySelectorAll("dd.key").Select(k => k.TextContent).ToList()).Select(k => (k[0], k[1]))];

    private Task<int> UserAsync(string account) => app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync());

    /// <summary>Whether one of the texts stands in the accounts or in the audit log.</summary>
    private Task<bool> StoredAnywhereAsync(IEnumerable<string> texts) => app.WithDbAsync(async db =>
    {
        var stored = string.Concat((await db.Users.ToListAsync()).Select(u => $"{u.PasswordHash} {u.CodeSeal} {u.PasswordHistory} "))
            + string.Concat(await db.AuditEntries.Where(e => e.Kind == nameof(User)).Select(e => e.Changes + e.Why + e.Act + e.Key).ToListAsync());
        return texts.Any(t => stored.Contains(t, StringComparison.Ordinal) || stored.Contains(Letters().Replace(t, ""), StringComparison.Ordinal));
    });

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string account, string password) =>
        await (await client.GetPageAsync("/login")).Type("UserName", account).Type("Password", password).SubmitAsync("form#sign-in");

    [GeneratedRegex("-")]
    private static partial Regex Letters();
}
