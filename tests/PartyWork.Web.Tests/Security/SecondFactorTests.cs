using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>Who runs the district or the system signs in with two factors; a code counts once; a lost telephone is no lost account.</summary>
public sealed class SecondFactorTests(App app) : IClassFixture<App>
{
    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238, appendix B, SHA-1, the last six of the eight digits; the key is the ASCII of 12345678901234567890.
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        foreach (var (seconds, code) in new[] { (59L, "287082"), (1111111109L, "081804"), (1234567890L, "005924"), (2000000000L, "279037") })
        {
            Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));
            Assert.Equal(seconds / 30, Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(seconds + 30)));
            Assert.Null(Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(seconds + 90)));
        }
    }

    [Fact]
    public async Task District_staff_can_do_nothing_before_they_have_a_second_factor_and_sign_in_with_it_ever_after()
    {
        await NoDemoAsync("orgdept2");
        using var client = Client();
        var entered = await SignInAsync(client, "orgdept2");
        Assert.Equal("/account/two-factor", (await client.GetAsync(entered.Headers.Location)).Headers.Location?.ToString());
        var token = (await client.GetPageAsync("/account/two-factor")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        foreach (var handler in Handlers.All.Where(h => h.Page is not ("/Account/TwoFactor" or "/Account/Password" or "/Account/Logout")))
        {
            var path = handler.Path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{within}", "1", StringComparison.Ordinal);
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var refused = handler.Method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, body);
            Assert.True((refused.StatusCode, refused.Headers.Location?.ToString()) is (HttpStatusCode.Redirect, "/account/two-factor"), $"{handler.Key}: {(int)refused.StatusCode} {refused.Headers.Location}");
        }

        var (key, recovery) = await EnrolAsync(client);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/dashboard")).StatusCode);
        Assert.Equal(8, recovery.Count);

        using var other = Client();
        var second = await other.PageAsync(await SignInAsync(other, "orgdept2"));
        Assert.Contains("双因素验证", second.Text, StringComparison.Ordinal);
        Assert.Equal("/login", (await other.GetAsync("/dashboard")).Headers.Location?.AbsolutePath); // the password alone opens nothing
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/", (await second.Type("code", Totp.CodeAt(key, app.Clock.GetUtcNow())).SubmitAsync("form#second")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/dashboard")).StatusCode);

        var manage = await other.GetPageAsync("/account/two-factor");
        Assert.Null(manage.Find("button[formaction*='Disable']"));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var kept = await PostAsync(other, "/account/two-factor?handler=Disable", $"Code={Totp.CodeAt(key, app.Clock.GetUtcNow())}");
        Assert.Contains("不能关闭", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_counts_once_however_it_is_used_again()
    {
        using var owner = await app.SignedInAsync("wangjiang.secretary");
        var (key, _) = await EnrolAsync(owner);
        var enrolled = Totp.CodeAt(key, app.Clock.GetUtcNow());
        Assert.Null(await EnterAsync("wangjiang.secretary", enrolled)); // the one that proved the key
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(key, app.Clock.GetUtcNow());

        // Of several at the same moment one gets in, and none afterwards, nor with an older one.
        var seconds = new List<Page>();
        for (var i = 0; i < 4; i++)
        {
            var client = Client();
            seconds.Add((await client.PageAsync(await SignInAsync(client, "wangjiang.secretary"))).Type("code", code));
        }

        var answers = await Task.WhenAll(seconds.Select(s => s.SubmitAsync("form#second")));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect);
        await UnlockAsync("wangjiang.secretary");
        foreach (var replayed in (string[])[code, code, enrolled])
        {
            Assert.Null(await EnterAsync("wangjiang.secretary", replayed));
        }

        app.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull(await EnterAsync("wangjiang.secretary", Totp.CodeAt(key, app.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task A_recovery_code_replaces_the_telephone_once()
    {
        using var owner = await app.SignedInAsync("chunhui.secretary");
        var (_, recovery) = await EnrolAsync(owner);

        using var entered = await EnterAsync("chunhui.secretary", recovery[3].ToUpperInvariant());
        Assert.NotNull(entered);
        Assert.Null(await EnterAsync("chunhui.secretary", recovery[3]));
        Assert.Contains("还剩7个", (await entered.GetPageAsync("/account/two-factor")).Text, StringComparison.Ordinal);

        var page = await entered.GetPageAsync("/account/two-factor");
        await page.Type("Code", recovery[4]).SubmitAsync("button[formaction*='Codes']");
        Assert.Null(await EnterAsync("chunhui.secretary", recovery[5])); // the old ones went with it
    }

    [Fact]
    public async Task Five_wrong_codes_lock_like_five_wrong_passwords()
    {
        using var owner = await app.SignedInAsync("jiguan.secretary");
        var (key, _) = await EnrolAsync(owner);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await EnterAsync("jiguan.secretary", "000000"));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(14));
        using var locked = Client();
        Assert.Contains("账号或密码不正确", (await locked.PageAsync(await SignInAsync(locked, "jiguan.secretary"))).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.NotNull(await EnterAsync("jiguan.secretary", Totp.CodeAt(key, app.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Who_lost_the_telephone_is_helped_by_the_security_administrator()
    {
        using var owner = await app.SignedInAsync("wenming.secretary");
        await EnrolAsync(owner);
        using var administrator = await app.SignedInAsync("secadmin");
        var id = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "wenming.secretary").Select(u => u.Id).SingleAsync());

        await (await administrator.GetPageAsync($"/users/{id}")).Type("Reason", "本人到场").SubmitAsync("button[formaction*='SecondFactor']");

        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync("/my")).StatusCode);
        using var client = Client();
        Assert.Equal("/", (await SignInAsync(client, "wenming.secretary")).Headers.Location?.ToString());
    }

    private HttpClient Client() => app.CreateClient(new() { AllowAutoRedirect = false });

    private async Task<(string Key, IReadOnlyList<string> Recovery)> EnrolAsync(HttpClient client)
    {
        var page = await client.GetPageAsync("/account/two-factor");
        Assert.NotNull(page.Find("svg.qr path"));
        var key = page.Find(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var wrong = await client.PageAsync(await page.Type("Code", "000000").SubmitAsync("form#enable"));
        Assert.Equal(key, wrong.Find(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal)); // what was scanned stays good
        var done = await client.PageAsync(await wrong.Type("Code", Totp.CodeAt(key, app.Clock.GetUtcNow())).SubmitAsync("form#enable"));
        return (key, [.. done.All(".codes li").Select(c => c.TextContent)]);
    }

    /// <returns>The client that got in, or null.</returns>
    private async Task<HttpClient?> EnterAsync(string account, string code)
    {
        var client = Client();
        var second = await client.PageAsync(await SignInAsync(client, account));
        return (await second.Type("code", code).SubmitAsync("form#second")).StatusCode is HttpStatusCode.Redirect ? client : null;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string account) =>
        await (await client.GetPageAsync("/login")).Type("UserName", account).Type("Password", DemoAccounts.Password).SubmitAsync("form#sign-in");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new StringContent($"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
        return await client.PostAsync(path, content);
    }

    private Task<int> NoDemoAsync(string account) => app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsDemo, false)));

    private Task<int> UnlockAsync(string account) => app.WithDbAsync(async db =>
    {
        (await db.Users.SingleAsync(u => u.UserName == account)).Unlock();
        return await db.SaveChangesAsync();
    });
}
