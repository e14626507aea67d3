using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PartyWork.Web.Tests.Security;

/// <summary>As Production serves: what cookies may do, and what every answer carries.</summary>
public sealed class OverHttpsTests(OverHttpsTests.Site site) : IClassFixture<OverHttpsTests.Site>
{
    [Fact]
    public async Task Cookies_go_to_this_host_only_over_https_only_and_to_no_script()
    {
        using var client = Client();
        var set = new List<string>();
        async Task<Page> SeeAsync(HttpResponseMessage answer)
        {
            set.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
            return await client.PageAsync(answer);
        }

        var page = await SeeAsync(await client.GetAsync("/login"));
        await SeeAsync(await page.SubmitAsync("button[value='wenming.officer']"));
        page = await SeeAsync(await client.GetAsync("/organizations"));
        await SeeAsync(await page.SubmitAsync("button[name='size']"));
        page = await SeeAsync(await client.GetAsync("/account/security"));
        await SeeAsync(await PostAsync(client, page, "/account/security?handler=Others")); // tells something on the next page

        Assert.Equal(["__Host-device", "__Host-forgery", "__Host-partywork", "__Host-told"], set.Select(c => c.Split('=')[0]).Distinct().Where(c => c.StartsWith("__Host-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var cookie in set.Select(c => c.ToLowerInvariant()))
        {
            Assert.True(cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("; httponly", StringComparison.Ordinal) && cookie.Contains("; samesite=lax", StringComparison.Ordinal)
                && cookie.Contains("; path=/", StringComparison.Ordinal) && !cookie.Contains("domain=", StringComparison.Ordinal) && cookie.Length < 4_096, cookie);
        }
    }

    [Theory]
    [InlineData("/login", HttpStatusCode.OK)]
    [InlineData("/organizations", HttpStatusCode.OK)]
    [InlineData("/organizations?handler=Export", HttpStatusCode.OK)]
    [InlineData("/users", HttpStatusCode.Forbidden)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.InternalServerError)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/lib/bootstrap/bootstrap.min.css", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Every_answer_asks_for_https_from_now_on(string path, HttpStatusCode status)
    {
        using var client = Client();
        await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']");

        using var answer = await client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        foreach (var name in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"])
        {
            Assert.Single(answer.Headers.GetValues(name));
        }

        Assert.True(answer.Headers.CacheControl?.NoStore == true || path.Contains('.', StringComparison.Ordinal), path);
    }

    [Fact]
    public async Task Plain_http_is_led_to_https_and_given_no_cookie()
    {
        using var client = Client("http://partywork.test");
        using var answer = await client.GetAsync("/login");

        Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://partywork.test/login"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_signing_out_leaves_behind_is_cleared()
    {
        using var client = Client();
        await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']");
        using var answer = await (await client.GetPageAsync("/organizations")).SubmitAsync("form[action='/logout']");

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-partywork=;", StringComparison.Ordinal));
    }

    private HttpClient Client(string address = "https://partywork.test") => site.Https.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri(address) });

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Page page, string path)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!)]);
        return await client.PostAsync(path, body);
    }

    public sealed class Site : IAsyncDisposable
    {
        private readonly App _app = new();

        public Site() => Https = _app.WithWebHostBuilder(b => b.UseSetting("Security:RequireHttps", "true").UseSetting("https_port", "443"));

        public WebApplicationFactory<Program> Https { get; }

        public async ValueTask DisposeAsync()
        {
            await Https.DisposeAsync();
            await _app.DisposeAsync();
        }
    }
}
