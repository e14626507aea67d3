using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>Somebody is signed in at three places. What ends the others ends them at their next request, and a copied cookie opens nothing afterwards.</summary>
public sealed class SessionRowTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_new_password_ends_the_two_others() => await EndsOthersAsync("talent", async here =>
        await (await here.GetPageAsync("/account/password")).Type("Current", DemoAccounts.Password).Type("New", "Xinnian-2027").Type("Again", "Xinnian-2027").SubmitAsync("form#password"));

    [Fact]
    public async Task A_second_factor_added_ends_the_two_others() => await EndsOthersAsync("shegong", async here =>
    {
        var page = await here.GetPageAsync("/account/two-factor");
        var key = page.Find(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await page.Type("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())).SubmitAsync("form#enable");
    });

    [Fact]
    public async Task Signing_the_others_out_ends_the_two_others() => await EndsOthersAsync("inspector", async here =>
    {
        var page = await here.GetPageAsync("/account/security");
        Assert.Equal(3, page.All("tbody tr").Count);
        Assert.Single(page.All("tbody tr"), r => r.TextContent.Contains("本次登录", StringComparison.Ordinal));
        Assert.Contains("火狐", page.Text, StringComparison.Ordinal);
        await page.SubmitAsync("form#others");
        Assert.Single((await here.GetPageAsync("/account/security")).All("tbody tr"));
    });

    [Fact]
    public async Task A_reset_ends_all_three()
    {
        var sessions = await ThreeAsync("firstsec");
        using var administrator = await app.SignedInAsync("secadmin");
        var id = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "firstsec").Select(u => u.Id).SingleAsync());

        await (await administrator.GetPageAsync($"/users/{id}")).Type("Reason", "本人申请").SubmitAsync("button[formaction*='Reset']");

        foreach (var session in sessions)
        {
            Assert.False(await IsSignedInAsync(session));
        }
    }

    [Fact]
    public async Task One_of_the_others_is_ended_alone_and_nobody_ends_somebody_elses()
    {
        var sessions = await ThreeAsync("zhujian");
        using var stranger = await app.SignedInAsync("talent");
        var ids = await app.WithDbAsync(db => db.UserSessions.Where(s => s.User.UserName == "zhujian").Select(s => s.Id).ToListAsync());
        var token = (await stranger.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        foreach (var id in ids)
        {
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("id", $"{id}")]);
            await stranger.PostAsync("/account/security?handler=End", body);
        }

        Assert.Equal("yes yes yes", await AliveAsync(sessions));
        await (await sessions[0].GetPageAsync("/account/security")).SubmitAsync("button[name='id']");
        Assert.Contains(await AliveAsync(sessions), (string[])["yes no yes", "yes yes no"]);
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_afterwards()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var cookies = await CookiesAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, HttpMethod.Get, "/organizations", cookies)).StatusCode);
        var token = (await client.PageAsync(await SendAsync(client, HttpMethod.Get, "/account/password", cookies))).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal("/login", (await SendAsync(client, HttpMethod.Post, "/logout", cookies, body)).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(client, HttpMethod.Get, "/organizations", cookies)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_by_pressing_the_button_again_and_again_is_let_in_each_time()
    {
        using var before = await app.SignedInAsync("assessor1");
        var page = await before.GetPageAsync("/login");
        page.Type("UserName", "assessor1").Type("Password", DemoAccounts.Password);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync("form#sign-in")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.True(await IsSignedInAsync(before));
    }

    [Fact]
    public async Task When_one_was_last_seen_is_written_now_and_then_and_not_at_every_page()
    {
        using var client = await app.SignedInAsync("minister");
        var began = app.Clock.GetUtcNow().UtcDateTime;
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await client.GetAsync("/lists");
        Assert.Equal(began, await SeenAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await client.GetAsync("/lists");
        Assert.Equal(began.AddMinutes(6), await SeenAsync());

        Task<DateTime> SeenAsync() => app.WithDbAsync(db => db.UserSessions.Where(s => s.User.UserName == "minister").Select(s => s.LastSeen).SingleAsync());
    }

    private async Task EndsOthersAsync(string account, Func<HttpClient, Task> act)
    {
        var sessions = await ThreeAsync(account);

        await act(sessions[1]);

        Assert.Equal("no yes no", await AliveAsync(sessions));
    }

    private async Task<HttpClient[]> ThreeAsync(string account)
    {
        var sessions = new List<HttpClient>();
        foreach (var agent in (string[])["Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0", "curl/8"])
        {
            var client = app.CreateClient(new() { AllowAutoRedirect = false });
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
            Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']")).StatusCode);
            sessions.Add(client);
        }

        Assert.Equal("yes yes yes", await AliveAsync([.. sessions]));
        return [.. sessions];
    }

    private static async Task<string> AliveAsync(HttpClient[] sessions)
    {
        var alive = new List<string>();
        foreach (var session in sessions)
        {
            alive.Add(await IsSignedInAsync(session) ? "yes" : "no");
        }

        return string.Join(' ', alive);
    }

    private static async Task<bool> IsSignedInAsync(HttpClient client) => (await client.GetAsync("/account/security")).StatusCode is HttpStatusCode.OK;

    private static async Task<string> CookiesAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/login");
        var page = await client.PageAsync(answer);
        var forgery = answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Single(c => c.StartsWith("forgery=", StringComparison.Ordinal));
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), new("userName", "wenming.officer")]);
        using var entered = await SendAsync(client, HttpMethod.Post, "/login?handler=Demo", forgery, body);
        return forgery + "; " + entered.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Single(c => c.StartsWith("partywork=", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string cookies, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add("Cookie", cookies);
        return await client.SendAsync(request);
    }
}
