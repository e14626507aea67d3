using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyWork.Browser.Tests;

/// <summary>Somebody with a browser of his own. What must never happen on any page is collected, and asserted at the end.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = [];
    private readonly bool _touch, _scripts;

    private Visitor(IBrowserContext context, IPage page, bool touch, bool scripts) => (_context, Page, _touch, _scripts) = (context, page, touch, scripts);

    public IPage Page { get; }

    /// <summary>Taps or clicks made since the last <see cref="GoAsync"/>.</summary>
    public int Presses { get; private set; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    public static async Task<Visitor> OpenAsync(IBrowserContext context, bool touch, bool scripts)
    {
        context.SetDefaultTimeout(30_000);
        context.SetDefaultNavigationTimeout(60_000);
        var visitor = new Visitor(context, await context.NewPageAsync(), touch, scripts);

        // Listened to, not routed: a route sends every style sheet through here and switches the browser's cache off. Nothing gets out, for no name but this machine's resolves.
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is not ({ IsLoopback: true } or { Scheme: "data" or "blob" }))
            {
                visitor._troubles.Enqueue($"request to {request.Url}");
            }
        };
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visitor._troubles.Enqueue($"console on {visitor.Page.Url}: {message.Text} {message.Location}");
            }
        };
        visitor.Page.PageError += (_, error) => visitor._troubles.Enqueue($"script error on {visitor.Page.Url}: {error}");
        return visitor;
    }

    /// <summary>By the role card of the sign-in page.</summary>
    public async Task SignInAsync(string account)
    {
        await GoAsync("/login");
        await PressAsync(Page.Locator($"button[value='{account}']"));
        await Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    public async Task<int> GoAsync(string path)
    {
        Presses = 0;
        return (await Page.GotoAsync(path))!.Status;
    }

    public async Task PressAsync(ILocator what)
    {
        Presses++;
        await (_touch ? what.TapAsync() : what.ClickAsync());
    }

    public Task PressAsync(string button) => PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Or(Page.GetByRole(AriaRole.Link, new() { Name = button, Exact = true })).First);

    /// <summary>The text is to be read on the page, now or very soon.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    public Task SeesNotAsync(string text) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(text, new() { Timeout = 30_000 });

    /// <summary>Nothing serious or critical by axe, which is a script itself and cannot look where scripts are off.</summary>
    public async Task ReadsWellAsync()
    {
        if (!_scripts)
        {
            return;
        }

        var troubles = await AxeAsync();
        Assert.True(troubles.Count == 0, $"{Path}\n{string.Join('\n', troubles)}");
    }

    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
            ResultTypes = [ResultType.Violations],
        });
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => $"{n.Html} {string.Join(' ', n.Any.Concat(n.All).Take(1).Select(c => c.Message))}"))}")];
    }

    /// <summary>What only the layout engine knows of the page as it stands: too wide, not in Chinese, not to be reached or seen by keyboard.</summary>
    public async Task<Looks> LooksAsync() => await Page.EvaluateAsync<Looks>(Looks.Script);

    /// <summary>The window is that of a phone now.</summary>
    public bool IsNarrow { get; private set; }

    public Task BeAsync(bool narrow) => Page.SetViewportSizeAsync((IsNarrow = narrow) ? 390 : 1366, narrow ? 844 : 768);

    /// <summary>Of the same only what depends on the width.</summary>
    public async Task<Looks> WidthAsync() => await Page.EvaluateAsync<Looks>(Looks.WidthScript);

    /// <summary>A trouble that this test brought about on purpose.</summary>
    public void Expected(string part)
    {
        var rest = _troubles.Where(t => !t.Contains(part, StringComparison.Ordinal)).ToList();
        _troubles.Clear();
        rest.ForEach(_troubles.Enqueue);
    }

    public IReadOnlyList<string> Troubles => [.. _troubles];

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (TestContext.Current.TestState is null or { Result: TestResult.Passed })
        {
            Assert.True(_troubles.IsEmpty, string.Join('\n', _troubles));
        }
    }
}
