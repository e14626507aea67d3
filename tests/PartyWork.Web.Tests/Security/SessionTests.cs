using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;

namespace PartyWork.Web.Tests.Security;

/// <summary>How long one is signed in, how often one may guess, and that nothing typed is lost when a session ends.</summary>
public sealed class SessionTests(App app) : IClassFixture<App>
{
    private const string Wrong = "账号或密码不正确";

    [Fact]
    public async Task Five_wrong_passwords_lock_out_the_right_one_for_fifteen_minutes()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains(Wrong, (await SignInAsync(client, "shegong", "wrong-2026")).Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, "shegong", DemoAccounts.Password)).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(14.9));
        var (refused, sentence) = await SignInAsync(client, "shegong", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, refused);
        Assert.Contains(Wrong, sentence, StringComparison.Ordinal); // nobody learns that the password was right

        app.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "shegong", DemoAccounts.Password)).Status);

        var acts = await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Kind == nameof(User) && e.Key == "shegong").OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat("登录失败", 5), "登录被拒（锁定中）", "登录被拒（锁定中）", "登录"], acts);
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not_lock_and_a_right_one_forgets_them()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await SignInAsync(client, "minister", "wrong-2026");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "minister", DemoAccounts.Password)).Status);
        }
    }

    [Fact]
    public async Task Unknown_disabled_and_known_accounts_are_refused_in_the_same_words()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        await app.WithDbAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.UserName == "assessor2")).Disable();
            return await db.SaveChangesAsync();
        });

        var answers = new List<string>();
        foreach (var (account, password) in new[] { ("nobody.here", "wrong-2026"), ("assessor1", "wrong-2026"), ("assessor2", DemoAccounts.Password) })
        {
            var body = (await SignInAsync(client, account, password)).Body;
            answers.Add(System.Text.RegularExpressions.Regex.Replace(body, "value=\"[^\"]*\"", ""));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Half_an_hour_without_a_request_ends_the_session()
    {
        using var client = await app.SignedInAsync("inspector");
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsSignedInAsync(client));
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsSignedInAsync(client)); // each request begins the half hour anew
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.False(await IsSignedInAsync(client));
    }

    [Fact]
    public async Task Twelve_hours_after_signing_in_the_session_ends_however_busy_it_was()
    {
        using var client = await app.SignedInAsync("inspector");
        await BusyAsync(client, TimeSpan.FromHours(11.9));
        Assert.True(await IsSignedInAsync(client));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await IsSignedInAsync(client));
    }

    [Fact]
    public async Task Switching_the_post_does_not_prolong_the_twelve_hours()
    {
        await app.WithDbAsync(async db =>
        {
            var held = await db.PostHoldings.Include(h => h.Person).Where(h => h.To == null && db.Users.Any(u => u.UserName == "wangjiang.officer" && u.PersonId == h.PersonId)).FirstAsync();
            db.Add(new PostHolding(held.Person, await db.Organizations.SingleAsync(o => o.Code == "QH02001"), PostKind.Officer, "兼职", new DateOnly(2026, 1, 1)));
            return await db.SaveChangesAsync();
        });
        using var client = await app.SignedInAsync("wangjiang.officer");
        await BusyAsync(client, TimeSpan.FromHours(11.8));

        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/organizations")).SubmitAsync("form[action='/account/post']")).StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.False(await IsSignedInAsync(client));
    }

    [Fact]
    public async Task What_was_typed_into_the_quarters_form_outlives_the_session()
    {
        var id = await app.FilingAsync("QH01001", 4);
        using var client = await app.SignedInAsync("wenming.officer");
        var form = await client.GetPageAsync($"/reports/{id}/fill");
        var lines = form.All("textarea[name$='Words']").Select(t => t.GetAttribute("name")!).ToList();
        var words = string.Concat(Enumerable.Repeat("第四季度已开展入户走访，协调物业解决问题。", 14))[..290];
        lines.ForEach(l => form.Type(l, words));
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var signIn = await client.PageAsync(await form.SubmitAsync("form#report"));
        Assert.Equal(HttpStatusCode.Unauthorized, signIn.Status);
        Assert.Contains("登录已过期", signIn.Text, StringComparison.Ordinal);
        var again = await ContinueAsync(client, signIn, "wenming.officer");

        Assert.Contains("已暂存", again.Document.Body!.TextContent, StringComparison.Ordinal);
        var stored = await app.WithDbAsync(db => db.FilingRows.Where(r => r.FilingId == id).Select(r => r.Words).ToListAsync());
        Assert.Equal(Enumerable.Repeat(words, lines.Count), stored);
    }

    [Fact]
    public async Task What_was_typed_into_a_line_of_the_lists_outlives_the_session()
    {
        var id = await app.FilingAsync("QH01002", 0);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31))));
        using var client = await app.SignedInAsync("chunhui.officer");
        var lists = await app.FilingAsync("QH01", 0);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31))));
        var form = await client.GetPageAsync($"/lists/{lists}/problems/0");
        form.Type("Input.Statement", "抽查8个支部，3个缺第四季度党课。").Type("Input.On", "2026-12-30");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var signIn = await client.PageAsync(await form.SubmitAsync("form#problem"));
        await ContinueAsync(client, signIn, "chunhui.officer");

        Assert.Equal(1, await app.WithDbAsync(db => db.Problems.CountAsync(p => p.Statement == "抽查8个支部，3个缺第四季度党课。")));
    }

    [Fact]
    public async Task A_held_form_of_one_account_is_not_submitted_with_more_rights_than_the_next_one_has()
    {
        var id = await app.FilingAsync("QH01001", 3);
        using var client = await app.SignedInAsync("chunhui.officer");
        var page = await client.GetPageAsync($"/reports/{id}/return");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var signIn = await client.PageAsync(await page.SubmitAsync("form#return"));
        var answer = await ContinueAsync(client, signIn, "wangjiang.officer");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    /// <summary>Signs in on the page that was shown and presses 继续提交, as a browser with its limits on cookies would.</summary>
    private static async Task<Page> ContinueAsync(HttpClient client, Page signIn, string account)
    {
        var answer = await signIn.Type("UserName", account).Type("Password", DemoAccounts.Password).SubmitAsync("form#sign-in");
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Sum(c => c.Length) : 0;
        Assert.InRange(cookies, 1, 8_000); // a browser that has to send more is refused by the server, page after page
        var page = await client.FollowAsync(answer);
        Assert.Contains("您刚才填写的内容都在", page.Text, StringComparison.Ordinal);
        return await client.FollowAsync(await page.SubmitAsync("main form"));
    }

    private async Task BusyAsync(HttpClient client, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromMinutes(20))
        {
            app.Clock.Advance(span - passed < TimeSpan.FromMinutes(20) ? span - passed : TimeSpan.FromMinutes(20));
            Assert.True(await IsSignedInAsync(client));
        }
    }

    private static async Task<bool> IsSignedInAsync(HttpClient client) => (await client.GetAsync("/account/password")).StatusCode is HttpStatusCode.OK;

    private static async Task<(HttpStatusCode Status, string Body)> SignInAsync(HttpClient client, string account, string password)
    {
        var page = await client.GetPageAsync("/login");
        var answer = await page.Type("UserName", account).Type("Password", password).SubmitAsync("form#sign-in");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
