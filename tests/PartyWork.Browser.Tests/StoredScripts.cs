using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Web.Tests.Security;

namespace PartyWork.Browser.Tests;

/// <summary>
/// T20: the forty payloads stand in every free text of the database, and a real browser that does not listen to the content policy shows them in every way
/// that the program has of showing a text. None runs, none loads anything, none leads anywhere.
/// </summary>
public sealed class StoredScripts(Site site, ITestOutputHelper output)
{
    // Whatever runs tells its number; the same is asked of what would run when it is pressed.
    private static readonly string Listener = $$"""
        window.ran = [];
        for (let i = 0; i < {{Payloads.Scripts.Count}}; i++) { window['pwn' + String(i).padStart(2, '0')] = () => window.ran.push(i); }
        """;

    private const string Look = """
        () => {
            document.querySelectorAll('details').forEach(d => { d.open = true; });
            document.querySelectorAll('main *').forEach(e => { e.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); });
            const armed = [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)
                || (/^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(a.name) && /^\s*(javascript|data:text)/i.test(a.value.replace(/[\s\x00-\x1f]/g, '')))).map(a => e.tagName + ' ' + a.name + '=' + a.value));
            const shown = document.documentElement.outerHTML.match(/pwn\d\d/g) ?? [];
            return [...window.ran.map(n => 'ran ' + n), ...armed, ...[...new Set(shown)].map(s => 'shown ' + s)];
        }
        """;

    [Fact]
    public async Task What_was_stored_as_a_script_is_read_as_a_text_wherever_it_is_shown()
    {
        await using var app = await Site.OpenAsync();
        await Payloads.PlantAsync(app);
        var (lists, report) = (await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01001", 4));
        var ids = await app.WithDbAsync(async db => new
        {
            Own = await db.Agreements.Where(a => a.Year == 2026 && db.Organizations.Any(o => o.Id == a.OrganizationId && o.Code == "QH01001")).Select(a => a.Id).SingleAsync(),
            Case = await db.RectificationCases.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => c.Id).SingleAsync(),
            Batch = await db.RectificationBatches.Where(b => b.Year == 2026).Select(b => b.Id).SingleAsync(),
            Survey = await db.Surveys.Where(s => s.Stage == Domain.Surveys.SurveyStage.Closed).Select(s => s.Id).FirstAsync(),
        });
        (string Account, string[] Paths)[] visits =
        [
            // Fields, their attributes and the texts laid ready for scripts; lists with chips and stacked rows; what opens; the record of changes; what is printed.
            ("wenming.officer", [$"/reports/{report}/fill", $"/lists/{lists}?tab=problems", $"/lists/{lists}/tasks/1", $"/lists/{lists}/history", $"/agreements/{ids.Own}/print", "/registers/meetings", "/registers/honors/entry", "/evidence"]),

            // Titles inside drawings; choices of a list; pieces that a script fetches and puts in; the texts of the dashboards.
            ("orgdept", ["/dashboard", "/my", "/coordination", $"/surveys/{ids.Survey}", $"/rectification/batches/{ids.Batch}/comparison", $"/rectification/{ids.Case}", "/annual-report/2026", "/figures/tasks_total", "/assessments?year=2025", "/phrases"]),
        ];
        var (shown, wrong) = (new HashSet<string>(), new List<string>());
        foreach (var (account, paths) in visits)
        {
            await using var visitor = await site.VisitAsync(app, guarded: false);
            await visitor.Page.AddInitScriptAsync(Listener);
            await visitor.SignInAsync(account);
            foreach (var path in paths)
            {
                Assert.Equal(200, await visitor.GoAsync(path));
                await visitor.Page.EmulateMediaAsync(new() { Media = path.EndsWith("print", StringComparison.Ordinal) ? Media.Print : Media.Screen });
                if (await visitor.Page.Locator("a[data-figure]").CountAsync() > 0)
                {
                    await visitor.Page.Locator("a[data-figure]").First.ClickAsync();
                    await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                }

                var seen = await visitor.Page.EvaluateAsync<string[]>(Look);
                wrong.AddRange(seen.Where(s => !s.StartsWith("shown", StringComparison.Ordinal)).Select(s => $"{account} {path}: {s}"));
                shown.UnionWith(seen.Where(s => s.StartsWith("shown", StringComparison.Ordinal)));
            }

            wrong.AddRange(visitor.Troubles.Select(t => $"{account}: {t}"));
        }

        output.WriteLine($"{shown.Count} of {Payloads.Scripts.Count} payloads shown on {visits.Sum(v => v.Paths.Length)} pages");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(40)));
        Assert.Equal(Payloads.Scripts.Count, shown.Count);
    }
}
