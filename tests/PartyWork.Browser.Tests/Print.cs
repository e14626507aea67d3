using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace PartyWork.Browser.Tests;

/// <summary>What is signed is printed on A4.</summary>
public sealed partial class Print(Site site)
{
    private const int Portrait = 687, Landscape = 1016; // A4 less 14 mm on each side, in CSS pixels

    [Fact]
    public async Task The_leaders_page_is_one_sheet()
    {
        await using var minister = await site.VisitAsync(site.Demo);
        await minister.SignInAsync("minister");
        await minister.GoAsync("/dashboard/leader");
        Assert.Single(await SheetsAsync(minister, Portrait));
    }

    [Fact]
    public async Task A_report_prints_with_all_its_columns()
    {
        await using var clerk = await site.VisitAsync(site.Demo);
        await clerk.SignInAsync("wenming.officer");
        await clerk.GoAsync($"/reports/{await site.Demo.FilingAsync("QH01001", 3)}");
        Assert.NotEmpty(await SheetsAsync(clerk, Portrait));
        await Assertions.Expect(clerk.Page.Locator(".sign")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_task_list_prints_with_all_its_columns()
    {
        await using var clerk = await site.VisitAsync(site.Demo);
        await clerk.SignInAsync("wenming.officer");
        await clerk.GoAsync($"/lists/{await site.Demo.FilingAsync("QH01001", 0)}?tab=tasks");
        Assert.NotEmpty(await SheetsAsync(clerk, Landscape));
        await Assertions.Expect(clerk.Page.Locator(".sign")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_agreement_prints_as_two_originals_each_on_its_own_sheets()
    {
        await using var clerk = await site.VisitAsync(site.Demo);
        await clerk.SignInAsync("wenming.officer");
        var own = await site.Demo.OrganizationAsync("QH01001");
        await clerk.GoAsync($"/agreements/{await site.Demo.WithDbAsync(db => db.Agreements.Where(a => a.OrganizationId == own && a.Year == 2026).Select(a => a.Id).SingleAsync())}/print");
        var sheets = await SheetsAsync(clerk, Portrait);
        Assert.True(sheets.Count >= 2 && sheets.Count % 2 == 0, $"{sheets.Count} sheets");
        await Assertions.Expect(clerk.Page.Locator(".parties").First).ToBeVisibleAsync();
    }

    /// <summary>Lays the page out for paper, asserts that nothing is cut off, and gives the sheets of the PDF.</summary>
    private static async Task<IReadOnlyList<string>> SheetsAsync(Visitor visitor, int width)
    {
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.Page.SetViewportSizeAsync(width, 900);
        var cut = await visitor.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main, main table, main svg')].filter(e => e.scrollWidth > e.clientWidth + 2 || e.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
                  .map(e => e.outerHTML.slice(0, 60) + ' to ' + Math.round(e.getBoundingClientRect().right))
            """);
        Assert.True(cut.Length == 0, $"cut off on {width}: {string.Join(" | ", cut)}");
        var pdf = await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = false });
        Directory.CreateDirectory(Pictures.Results);
        await File.WriteAllBytesAsync(Path.Combine(Pictures.Results, visitor.Path.Split('?')[0].Trim('/').Replace('/', '-') + ".pdf"), pdf);
        return [.. Sheet().Matches(Encoding.Latin1.GetString(pdf)).Select(m => m.Value)];
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
