using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests.Security;

/// <summary>Nobody is led out of the program, and nobody but a known proxy says where a request came from.</summary>
public sealed class OutsideAddressTests(App app) : IClassFixture<App>
{
    private const string Proxy = "192.0.2.10", Stranger = "203.0.113.66", Client = "198.51.100.7";

    private static readonly string[] Outside =
    [
        "https://evil.example/", "http://evil.example", "//evil.example/", "///evil.example", "////evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "\t//evil.example", "/\t/evil.example",
        "/\n/evil.example", "\r\n//evil.example", " //evil.example", "https:evil.example", "https:/evil.example", "javascript:alert(1)", "data:text/html,x", "ftp://evil.example/", "evil.example", "www.evil.example/login", "@evil.example",
        "//localhost@evil.example/", "~//evil.example", "/%09//evil.example\u0000",
    ];

    [Fact]
    public async Task Signing_in_leads_to_a_page_of_the_program_whatever_the_address_asks_for()
    {
        Assert.Equal(25, Outside.Length);
        foreach (var address in Outside)
        {
            using var client = app.CreateClient(new() { AllowAutoRedirect = false });
            var page = await client.GetPageAsync("/login?returnUrl=" + Uri.EscapeDataString(address));
            var to = (await page.SubmitAsync("button[value='inspector']")).Headers.Location!.OriginalString;
            Assert.True(to is "/" || (to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.StartsWith("/\\", StringComparison.Ordinal) && new Uri(new Uri("http://localhost"), to).Host == "localhost"), $"{address} leads to {to}");
        }
    }

    /// <summary>Twelve requests that say who they are: whoever is not a known proxy is taken for what he is, and a proxy's word counts for its own hop alone.</summary>
    [Theory]
    [InlineData(Stranger, Client, null, null, Stranger)]
    [InlineData(Stranger, "127.0.0.1", null, null, Stranger)]
    [InlineData(Stranger, Proxy, null, null, Stranger)]
    [InlineData(Stranger, $"{Client}, {Proxy}", null, null, Stranger)]
    [InlineData(Stranger, null, $"for={Client}", null, Stranger)]
    [InlineData(Stranger, "not an address", null, null, Stranger)]
    [InlineData(Stranger, null, null, Client, Stranger)]
    [InlineData(Proxy, Client, null, null, Client)]
    [InlineData(Proxy, $"10.0.0.1, {Client}", null, null, Client)] // what the client claimed stands before what the proxy saw
    [InlineData(Proxy, $"{Client}:4711", null, null, Client)]
    [InlineData(Proxy, "not an address", null, null, Proxy)]
    [InlineData(Proxy, null, null, "127.0.0.1", Proxy)]
    public async Task Where_a_request_comes_from_is_said_by_the_known_proxy_alone(string from, string? forwardedFor, string? forwarded, string? realIp, string counted)
    {
        await using var site = Behind(from);
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var (name, value) in new[] { ("X-Forwarded-For", forwardedFor), ("Forwarded", forwarded), ("X-Real-IP", realIp), ("X-Client-IP", realIp) })
        {
            if (value is not null)
            {
                client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await client.GetAsync("/health/live");
        Assert.Equal(counted, Assert.Single(answer.Headers.GetValues("X-Whence")));
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).SubmitAsync("button[value='inspector']")).StatusCode);
        Assert.Equal(("登录", counted), await app.WithDbAsync(db => db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => ValueTuple.Create(e.Act, e.Address)).FirstAsync()));
    }

    [Fact]
    public async Task Behind_a_known_proxy_that_speaks_https_nobody_is_led_in_circles_and_a_stranger_does_not_get_by()
    {
        foreach (var (from, status) in new[] { (Proxy, HttpStatusCode.OK), (Stranger, HttpStatusCode.TemporaryRedirect) })
        {
            await using var site = Behind(from, https: true);
            using var client = site.CreateClient(new() { AllowAutoRedirect = false });
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

            using var answer = await client.GetAsync("/login");

            Assert.Equal(status, answer.StatusCode);
            Assert.DoesNotContain("evil.example", $"{answer.Headers.Location}{await answer.Content.ReadAsStringAsync()}", StringComparison.Ordinal);
        }
    }

    private WebApplicationFactory<Program> Behind(string from, bool https = false) => app.WithWebHostBuilder(b => b
        .UseSetting("Security:Proxies:0", Proxy).UseSetting("Security:RequireHttps", $"{https}").UseSetting("https_port", "443")
        .ConfigureTestServices(s => s.AddSingleton<IStartupFilter>(new Wire(IPAddress.Parse(from)))));

    /// <summary>The other end of the wire; each answer says whom the program took it for.</summary>
    private sealed class Wire(IPAddress from) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
        {
            site.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = from;
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers["X-Whence"] = $"{context.Connection.RemoteIpAddress}";
                    return Task.CompletedTask;
                });
                return go(context);
            });
            next(site);
        };
    }
}
