using Microsoft.Playwright;
using PartyWork.Web.Tests;

[assembly: AssemblyFixture(typeof(PartyWork.Browser.Tests.Site))]

namespace PartyWork.Browser.Tests;

/// <summary>One browser for all tests, and the demo district behind a real port for those that only read.</summary>
public sealed class Site : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public App Demo { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Headless = true,
            Timeout = 60_000,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]", "--font-render-hinting=none", "--force-color-profile=srgb",
            ],
        });
        Demo = await OpenAsync();
    }

    /// <summary>A district of the test's own, listening.</summary>
    public static Task<App> OpenAsync() => Task.Run(() =>
    {
        var app = new App();
        app.UseKestrel(0);
        app.StartServer();
        return app;
    });

    /// <summary>A person at a desk, or holding a phone.</summary>
    /// <param name="guarded">False: the browser does not listen to the content policy, so that what it would have stopped is seen.</param>
    public async Task<Visitor> VisitAsync(App app, bool phone = false, bool scripts = true, bool guarded = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = app.ClientOptions.BaseAddress.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1366, Height = 768 },
            HasTouch = phone,
            JavaScriptEnabled = scripts,
            BypassCSP = !guarded,
        });
        return await Visitor.OpenAsync(context, phone, scripts);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Demo.DisposeAsync();
    }
}
