using System.Text.RegularExpressions;
using Acornima;

namespace PartyWork.Web.Tests;

/// <summary>Offices keep browsers for years: Chromium 78 reads the script, and of the style nothing that it does not know is needed.</summary>
public sealed partial class OldBrowserTests
{
    // What Chromium 78 knows of what is used here; a new property is looked up before it is added.
    private static readonly HashSet<string> Known =
    [
        "align-items", "background", "background-color", "border", "border-bottom", "border-bottom-style", "border-collapse", "border-color", "border-left", "border-radius", "border-right", "border-top", "bottom",
        "box-shadow", "break-after", "break-before", "break-inside", "caption-side", "clear", "color", "column-gap", "columns", "content", "cursor", "display", "fill", "flex", "flex-basis", "flex-direction", "flex-wrap", "float", "font",
        "font-family", "font-size", "font-style", "font-variant-numeric", "font-weight", "gap", "grid-column", "grid-row", "grid-template-columns", "height", "justify-content", "left", "letter-spacing", "line-height", "list-style",
        "margin", "margin-bottom", "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width", "opacity", "order", "outline", "outline-offset", "overflow", "overflow-wrap", "overflow-x",
        "overflow-y", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "page-break-after", "page-break-before", "page-break-inside", "pointer-events", "position", "right", "row-gap", "scroll-margin-bottom",
        "scroll-margin-top", "size", "stroke", "stroke-width", "table-layout", "text-align", "text-decoration", "text-decoration-color", "text-indent", "text-overflow", "top", "transform", "user-select", "vertical-align",
        "visibility", "white-space", "width", "word-break", "z-index",
    ];

    // Newer, and nothing is lost without: the colour of a tick, the distance of a line, the browser's own ring around what has the focus.
    private static readonly HashSet<string> Comforts = ["accent-color", "text-underline-offset", ":focus-visible"];

    private static readonly HashSet<string> Selectors =
        ["::after", "::before", ":active", ":checked", ":disabled", ":empty", ":first-child", ":focus", ":focus-within", ":hover", ":last-child", ":not", ":nth-child", ":nth-of-type", ":root", ":target"];

    private static readonly HashSet<string> Functions = ["attr", "calc", "minmax", "not", "nth-child", "nth-of-type", "repeat", "rgb", "rgba", "url", "var"];

    private static readonly HashSet<string> Rules = ["@media", "@page", "@supports"];

    private static string Style => Comment().Replace(File.ReadAllText(Repository.PathOf("src/PartyWork.Web/wwwroot/site.css")), "");

    [Fact]
    public void The_script_is_of_2017()
    {
        foreach (var script in Directory.EnumerateFiles(Repository.PathOf("src/PartyWork.Web/wwwroot"), "*.js", SearchOption.AllDirectories))
        {
            new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES8 }).ParseScript(File.ReadAllText(script), script);
        }

        Assert.ThrowsAny<ParseErrorException>(() => new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES8 }).ParseScript("a?.b ?? c"));
    }

    [Fact]
    public void The_style_needs_nothing_newer_than_Chromium_78()
    {
        Assert.Empty(Property().Matches(Style).Select(m => m.Groups[1].Value).Where(p => !p.StartsWith("--", StringComparison.Ordinal)).Distinct().Except(Known).Except(Comforts));
        Assert.Empty(Selector().Matches(Style).Select(m => m.Value).Distinct().Except(Selectors).Except(Comforts));
        Assert.Empty(AtRule().Matches(Style).Select(m => m.Value).Distinct().Except(Rules));

        // A value that it does not know stands after one that it does.
        foreach (Match newer in Declaration().Matches(Style).Where(d => Function().Matches(d.Groups[2].Value).Any(f => !Functions.Contains(f.Groups[1].Value))))
        {
            Assert.Matches($@"[{{;]\s*{newer.Groups[1].Value}:[^;}}]+;\s*$", Style[..newer.Groups[1].Index]);
        }
    }

    [Fact]
    public void Boxes_in_a_row_stand_apart_where_the_gap_between_them_is_not_known()
    {
        // Chromium knows the gap of a grid since 66, of a flexible row since 84, and “inset” since 87: what stands there is for those before.
        var without = Without().Match(Style).Groups[1].Value;
        var rows = Rule().Matches(Style).Where(r => Regex.IsMatch(r.Groups[2].Value, @"display:\s*(inline-)?flex") && Regex.IsMatch(r.Groups[2].Value, @"\b(column-)?gap:(?!\s*0\s*(;|$))")).SelectMany(r => r.Groups[1].Value.Split(',')).Select(s => s.Trim()).ToList();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, r => !without.Contains($"{r} > *", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_comes_from_elsewhere() =>
        Assert.DoesNotMatch(@"url\(\s*['""]?(https?:)?//|@import", Style + string.Concat(Directory.EnumerateFiles(Repository.PathOf("src/PartyWork.Web/wwwroot"), "*.js", SearchOption.AllDirectories).Select(File.ReadAllText)));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[{;]\s*(-{0,2}[a-z-]+)\s*:(?![^;{}]*\{)")]
    private static partial Regex Property();

    [GeneratedRegex(@"[{;]\s*([a-z-]+)\s*:([^;{}]*)(?=[;}])")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"([a-z-]+)\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<=[\w\]\)*.\s,}>+~])::?[a-z][a-z-]*(?=[^;{}]*\{)")]
    private static partial Regex Selector();

    [GeneratedRegex("@[a-z-]+")]
    private static partial Regex AtRule();

    [GeneratedRegex(@"([^{};]+)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"@supports not \(inset: 0\) \{(.*?)\n\}", RegexOptions.Singleline)]
    private static partial Regex Without();
}
