using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace PartyWork.Web.Tests.Security;

/// <summary>
/// Scripts where texts belong: stored in every free text of every table and typed into every text field of every form that is met. Whatever page shows
/// them shows text, and what is exported is well-formed and refers to nothing.
/// </summary>
public sealed partial class ScriptInjectionTests(App app, ITestOutputHelper output) : IClassFixture<App>, IAsyncLifetime
{
    private const int LinksOfAKind = 2;

    // Never submitted: they end the session, or the account's way in.
    private static readonly string[] Kept = ["/logout", "/account", "/users"];

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "data", "xlink:href", "srcdoc", "content", "poster", "background"];

    private readonly HashSet<string> _shown = [];
    private readonly List<string> _wrong = [];
    private readonly Failures _failures = new();
    private WebApplicationFactory<Program> _site = null!;
    private int _pages, _forms, _files;

    public ValueTask InitializeAsync()
    {
        var logger = new LoggerConfiguration().MinimumLevel.Error().WriteTo.Sink(_failures).CreateLogger();
        _site = app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSerilog(logger, dispose: true)));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whatever_was_typed_is_shown_as_text()
    {
        var planted = await Payloads.PlantAsync(app);
        string[] accounts = ["orgdept", "wenming.officer", "chunhui.secretary", "assessor1", "teamlead1", "inspector", "talent", "zhujian", "sysadmin", "auditor", "firstsec"];
        foreach (var account in accounts.Take(Runs.Of(2, accounts.Length)))
        {
            await WalkAsync(account, Runs.Of(90, 600));
        }

        output.WriteLine($"{planted} texts planted; {_pages} pages, {_forms} forms, {_files} files; {_shown.Count} of {Payloads.Scripts.Count} seen");
        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong.Distinct().Take(30)));
        Assert.InRange(planted, 5_000, int.MaxValue);
        Assert.InRange(_pages, 150, int.MaxValue);
        Assert.InRange(_forms, 20, int.MaxValue);
        Assert.Equal(Payloads.Scripts.Count, _shown.Count);
    }

    private async Task WalkAsync(string account, int most)
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        await (await client.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']");
        var (taken, kinds, queue) = (new HashSet<string>(), new Dictionary<string, int>(), new Queue<string>(Handlers.All.Where(h => h.Method == "GET" && !h.Path.Contains('{', StringComparison.Ordinal)).Select(h => h.Path)));
        for (var pages = 0; pages < most && queue.TryDequeue(out var path);)
        {
            if (!taken.Add(path))
            {
                continue;
            }

            using var answer = await client.GetAsync(path);
            Fails($"{account} {path}", answer);
            if (answer.Headers.Location is { OriginalString: ['/', ..] } next)
            {
                queue.Enqueue(next.OriginalString);
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                await OpenAsync(path, answer);
                continue;
            }

            pages++;
            _pages++;
            await LookAsync($"{account} {path}", answer);
            var page = await client.PageAsync(answer);
            foreach (var link in page.All("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(l => l.StartsWith('/')))
            {
                if (IsNew(kinds, link))
                {
                    queue.Enqueue(link);
                }
            }

            foreach (var form in page.All("form").OfType<IHtmlFormElement>().Where(f => string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase)))
            {
                var action = form.GetAttribute("action") ?? path;
                if (!Kept.Any(k => action.StartsWith(k, StringComparison.Ordinal)) && IsNew(kinds, "POST " + action))
                {
                    await TypeAsync($"{account} {path} → {action}", client, page, form);
                }
            }
        }
    }

    /// <summary>Fills each text field with another payload, presses the button, and looks at what comes back.</summary>
    private async Task TypeAsync(string where, HttpClient client, Page page, IHtmlFormElement form)
    {
        var typed = 0;
        foreach (var field in form.Elements)
        {
            switch (field)
            {
                case IHtmlTextAreaElement area:
                    area.Value = Payloads.Scripts[(_forms + typed++) % Payloads.Scripts.Count];
                    break;
                case IHtmlInputElement { Type: "text" or "search" or "tel" or "number" or "date" } input: // not what a browser would let be typed, but what is sent
                    input.SetAttribute("type", "text");
                    input.Value = Payloads.Scripts[(_forms + typed++) % Payloads.Scripts.Count];
                    break;
            }
        }

        if (typed > 0)
        {
            _forms++;
            form.Id = $"typed{_forms}";
            using var answer = await page.SubmitAsync($"#typed{_forms}");
            Fails(where, answer);
            await LookAsync(where, answer);
        }
    }

    private void Fails(string where, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode >= 500)
        {
            _wrong.Add($"{where}: {(int)answer.StatusCode} {_failures.Last}");
        }
    }

    private static bool IsNew(Dictionary<string, int> kinds, string link)
    {
        var kind = Numbers().Replace(link, "");
        return (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= (link.StartsWith("POST", StringComparison.Ordinal) ? 1 : LinksOfAKind);
    }

    private async Task LookAsync(string where, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        using var page = new HtmlParser().ParseDocument(html);
        foreach (Match mark in Mark().Matches(page.Body?.TextContent + string.Concat(page.QuerySelectorAll("[value]").Select(v => v.GetAttribute("value")))))
        {
            _shown.Add(mark.Value);
        }

        _wrong.AddRange(page.All.SelectMany(Active).Select(a => $"{where}: {a}"));
    }

    /// <summary>What runs, loads or leads somewhere in this element, apart from the program's own.</summary>
    private static IEnumerable<string> Active(IElement element)
    {
        var own = element.LocalName switch
        {
            "script" => element.GetAttribute("src") is ['/', not '/', ..] && element.TextContent.Length == 0,
            "link" => element.GetAttribute("href") is ['/', not '/', ..],
            "iframe" or "object" or "embed" or "base" or "style" or "math" or "video" or "audio" => false,
            "meta" => !element.HasAttribute("http-equiv"),
            _ => true,
        };
        var bad = element.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style"
            || (Addresses.Contains(a.Name) && Scheme().IsMatch(Blank().Replace(a.Value, ""))) || (a.Name is "href" or "src" or "action" or "formaction" && Mark().IsMatch(a.Value) && a.Value is not ['/' or '?' or '#', ..]));
        return bad.Select(a => $"<{element.LocalName} {a.Name}=\"{a.Value}\">").Concat(own ? [] : [element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]]);
    }

    private async Task OpenAsync(string path, HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return;
        }

        _files++;
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            await using var stream = await entry.OpenAsync();
            var part = await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None);
            _wrong.AddRange(part.Descendants().Where(e => e.Name.LocalName is "f" or "instrText" or "altChunk" || (e.Name.LocalName == "Relationship" && (e.Attribute("TargetMode")?.Value == "External" || Mark().IsMatch($"{e.Attribute("Target")}"))))
                .Where(e => Mark().IsMatch(e.ToString())).Select(e => $"{path} {entry.FullName}: {e}"));
        }
    }

    [GeneratedRegex(@"pwn\d\d")]
    private static partial Regex Mark();

    [GeneratedRegex("^(javascript|vbscript|data:text)", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\s\p{C}]")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\d+|=[^&]*")]
    private static partial Regex Numbers();

    private sealed class Failures : ILogEventSink
    {
        public string Last { get; private set; } = "";

        public void Emit(LogEvent logEvent) => Last = logEvent.Exception is { } failed ? string.Join(' ', failed.GetBaseException().ToString().Split('\n').Take(4)) : Last;
    }
}
