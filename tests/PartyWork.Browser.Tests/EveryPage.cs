using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Web.Security;
using PartyWork.Web.Tests;

namespace PartyWork.Browser.Tests;

/// <summary>
/// Every page that there is, as everybody who signs in: the addresses come from the program, the items from the links on its pages. All of them are asked for
/// and read; the browser lays out those on which something stands that it has seen on no page of that address before.
/// </summary>
public sealed partial class EveryPage(Site site, ITestOutputHelper output)
{
    /// <summary>Pages that only lead elsewhere, stand between an upload and its import, or are opened in a state that nothing of the demo is in.</summary>
    private static readonly string[] NotByLink = ["/lists/{id:int}/tasks/{no:int}/decompose", "/login/continue", "/lists/{id:int}/import", "/lists/{id:int}/clauses", "/agreements/{id:int}/items/{no:int}", "/lists/{id:int}/return", "/reports/{id:int}/versions/{no:int}", "/years/{year:int}/carry", "/organizations/import/{uploadId:int}", "/account/{handler}", "/logout", "/status/{code:int}", "/error", "/rectification/{id:int}/apply", "/demonstration-sites/{id:int}/measures/{no:int}", "/assessments/rounds/{id:int}/begin"];

    /// <summary>Of the demo's rounds only last year's have been graded.</summary>
    private const string LastYear = "/assessments?year=2025";

    private static readonly string[] Accounts =
    [
        "orgdept", "wenming.officer", "wenming.secretary", "chunhui.officer", "chunhui.secretary", "minister", "yuanda.secretary", "firstsec", "zhujian", "assessor1", "sysadmin", "secadmin", "auditor",
    ];

    /// <summary>What the browser has laid out, by address; and axe, which takes longer than all the rest, on any page.</summary>
    private readonly HashSet<string> _laidOut = [], _shapes = [];
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly ConcurrentDictionary<string, string> _seen = new();

    /// <summary>Where the time goes, summed over both roles that walk at once.</summary>
    private readonly ConcurrentDictionary<string, TimeSpan> _spent = new();
    private int _visits, _layouts;

    [Fact]
    public async Task Every_page_opens_fits_reads_and_can_be_used_by_keyboard_for_everybody_it_is_for()
    {
        var routes = await RoutesAsync(site.Demo);
        await Parallel.ForEachAsync(Accounts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (account, _) => await WalkAsync(account, routes));
        output.WriteLine($"{_visits} pages, {_layouts} laid out: {string.Join(", ", _spent.OrderByDescending(s => s.Value).Select(s => $"{s.Key} {s.Value.TotalSeconds:0} s"))}");
        foreach (var route in routes.Where(r => r.Act is not null && !_seen.ContainsKey(r.Pattern) && !NotByLink.Contains(r.Pattern)))
        {
            _wrong.Add($"nobody found a way to {route.Pattern}");
        }

        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Distinct().Order()));
    }

    [Fact]
    public async Task Large_letters_fit_too()
    {
        await using var clerk = await site.VisitAsync(site.Demo);
        await clerk.SignInAsync("wenming.officer");
        await clerk.PressAsync("大字版");
        var report = await site.Demo.FilingAsync("QH01001", 4);
        var lists = await site.Demo.FilingAsync("QH01001", 0);
        foreach (var path in new[] { "/my", $"/reports/{report}/fill", "/reports", $"/lists/{lists}?tab=tasks", "/organizations" })
        {
            await clerk.GoAsync(path);
            Assert.Contains("large", await clerk.Page.Locator("html").GetAttributeAsync("class"), StringComparison.Ordinal);
            await LookAsync("large", clerk, path, isNew: true);
        }

        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Distinct().Order()));
    }

    /// <summary>What leads from one record of the demo, and not from the first of its kind.</summary>
    private Task<string[]> WaysAsync() => site.Demo.WithDbAsync(async db => (string[])
    [
        await db.SupervisionNotes.OrderBy(n => n.Id).Select(n => $"/rectification/{n.CaseId}/notes/{n.Id}").FirstAsync(),
        await db.Set<MeetingRecord>().Where(m => m.WithdrawnOn == null && m.On.Year == 2026).OrderBy(m => m.Id).Select(m => $"/figures/meeting.recorded/records/meetings/{m.Id}?organization={m.OrganizationId}&From=2026-01-01&Cutoff=2026-12-18").FirstAsync(),
        await db.Acceptances.Where(a => a.Outcome == AcceptanceOutcome.Accepted && a.LookBackOn == null).Select(a => $"/rectification/acceptances/{a.Id}/look-back").FirstAsync(),
    ]);

    private async Task WalkAsync(string account, IReadOnlyList<PageRoute> routes)
    {
        await using var visitor = await site.VisitAsync(site.Demo);
        using var reader = new HttpClient { BaseAddress = site.Demo.ClientOptions.BaseAddress };
        try
        {
            await visitor.SignInAsync(account);
            await (await reader.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']");
            var kind = await site.Demo.WithDbAsync(db => db.Users.Where(u => u.UserName == account).SelectMany(u => u.Person!.Holdings).Where(h => h.To == null).OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => h.Kind).FirstAsync());
            var todo = new Queue<string>(routes.Where(r => r.Act is not null && !r.Pattern.Contains('{', StringComparison.Ordinal) && !NotByLink.Contains(r.Pattern)).Select(r => r.Pattern).Append(LastYear).Append("/reports/999999").Concat(account == "orgdept" ? await WaysAsync() : []));
            var taken = new HashSet<string>();
            while (todo.TryDequeue(out var path))
            {
                var route = routes.FirstOrDefault(r => r.Matches(path));
                if (!taken.Add(Key(route, path)))
                {
                    continue;
                }

                if (route is null)
                {
                    _wrong.Add($"{account} is offered {path}, which is no page");
                    continue;
                }

                var may = route.Act is not { } act || act is Act.OwnWork || May.Table[act].Any(g => g.Posts.Contains(kind));
                var isOfDrawn = May.Table[route.Act ?? Act.OwnWork].Where(g => g.Posts.Contains(kind)).ToList() is { Count: > 0 } grants && grants.TrueForAll(g => g.Standing is Standing.Assigned);
                var expected = !may ? 403 : path == "/reports/999999" || (isOfDrawn && !path.Contains("organization=", StringComparison.Ordinal)) ? 404 : 200; // of the district an assessor reads nothing
                Web.Tests.Page page = null!;
                await TimedAsync("read", async () => page = await reader.GetPageAsync(path));
                Interlocked.Increment(ref _visits);
                var status = (int)page.Status;
                if (status != expected)
                {
                    _wrong.Add($"{account} {path}: {status} instead of {expected}");
                }

                page.English().ToList().ForEach(w => _wrong.Add($"{account} {path}: not Chinese: {w}"));
                if (status is 200)
                {
                    _seen.TryAdd(route.Pattern, account);
                }

                var shapes = page.Shapes();
                if (New(_laidOut, shapes.Select(s => $"{(status is 200 ? route.Pattern : status)} {s}")))
                {
                    await TimedAsync("load", () => visitor.GoAsync(path));
                    visitor.Expected(status is 403 or 404 ? $"status of {status}" : "-");
                    await LookAsync(account, visitor, path, New(_shapes, shapes));
                    Interlocked.Increment(ref _layouts);
                }

                foreach (var link in page.Links().Where(l => !l.Contains("handler=", StringComparison.Ordinal)))
                {
                    todo.Enqueue(link);
                }
            }
        }
        catch (Exception e) when (e is Microsoft.Playwright.PlaywrightException or TimeoutException)
        {
            _wrong.Add($"{account} {visitor.Path}: {e}");
        }

        visitor.Troubles.ToList().ForEach(t => _wrong.Add($"{account}: {t}"));
    }

    /// <summary>At both widths from one load. Every other page is looked at narrow first, so that the window is drawn anew once a page and not twice.</summary>
    private async Task LookAsync(string account, Visitor visitor, string path, bool isNew)
    {
        await TimedAsync("keyboard", () => visitor.Page.Keyboard.PressAsync("Tab")); // from now on focus is the keyboard's
        var cameNarrow = visitor.IsNarrow;
        if (cameNarrow)
        {
            await NarrowAsync();
            await TimedAsync("width", () => visitor.BeAsync(narrow: false));
        }

        var looks = new Looks();
        await TimedAsync("looks", async () => looks = await visitor.LooksAsync());
        Note(looks.Troubles.Concat(looks.Unseen.Select(u => $"focus not seen: {u}")));
        if (isNew)
        {
            await TimedAsync("axe", async () => Note(await visitor.AxeAsync()));
        }

        if (!cameNarrow)
        {
            await TimedAsync("width", () => visitor.BeAsync(narrow: true));
            await NarrowAsync();
        }

        Task NarrowAsync() => TimedAsync("looks", async () => Note((await visitor.WidthAsync()).Troubles));

        void Note(IEnumerable<string> troubles) => troubles.ToList().ForEach(t => _wrong.Add($"{account} {path}: {t}"));
    }

    private async Task TimedAsync(string what, Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        _spent.AddOrUpdate(what, _ => Stopwatch.GetElapsedTime(begun), (_, sum) => sum + Stopwatch.GetElapsedTime(begun));
    }

    private static bool New(HashSet<string> seen, IEnumerable<string> shapes)
    {
        lock (seen)
        {
            var before = seen.Count;
            seen.UnionWith(shapes);
            return seen.Count > before;
        }
    }

    /// <summary>One visit for each page and tab; the items of a list are alike, but for rounds: which pages a round leads to depends on how far it has come.</summary>
    private static string Key(PageRoute? route, string path) =>
        route is null or { Pattern: "/assessments/rounds/{id:int}" or "/assessments/rounds/{id:int}/checks" } || path is LastYear or "/reports/999999" ? path : route.Pattern + (Tab().Match(path) is { Success: true } tab ? tab.Value : "") + (path.EndsWith("/0", StringComparison.Ordinal) ? "/0" : "");

    private static async Task<IReadOnlyList<PageRoute>> RoutesAsync(App app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new List<PageRoute>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                var get = compiled.HandlerMethods.FirstOrDefault(h => h is { HttpMethod: "Get", Name: null });
                var act = get?.MethodInfo.GetCustomAttributes(typeof(NeedsAttribute), false).Cast<NeedsAttribute>().SingleOrDefault()?.Act;
                found.Add(new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), act));
            }
        }

        Assert.NotEmpty(found);
        return [.. found.DistinctBy(r => r.Pattern).OrderBy(r => r.Pattern.Count(c => c == '{'))];
    }

    [GeneratedRegex("[?&]tab=[a-z]+")]
    private static partial Regex Tab();

    /// <param name="Act">What its GET needs; null when it has none, or is open to all.</param>
    private sealed record PageRoute(string Pattern, Act? Act)
    {
        private readonly Regex _regex = new("^" + Regex.Replace(Regex.Escape(Pattern).Replace(@"/\{id:int\?}", @"(/\d+)?", StringComparison.Ordinal), @"\\\{(\w+)(:int)?}", m => m.Groups[2].Success ? @"\d+" : "[^/]+") + "$");

        public bool Matches(string path) => _regex.IsMatch(path.Split('?')[0]);
    }
}
