using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PartyWork.Web.Demo;
using PartyWork.Web.Tests;

namespace PartyWork.Browser.Tests;

/// <summary>What a page says, read without laying it out.</summary>
internal static partial class Reading
{
    /// <summary>Names and formats that are written so in Chinese offices too.</summary>
    private static readonly HashSet<string> Known = ["Excel", "Word", "PDF", "CSV", "xlsx", "csv", "WMSQ", "wmsq.zjg", "MB", "KB", "Ctrl", "Alt", "docx", "jpg", "png", "pdf", "SHA", "reports", "Windows", "Edge", "Safari", "assessor", "teamlead", .. DemoAccounts.Names];

    private static readonly string[] Spoken = ["placeholder", "title", "aria-label", "alt", "data-label"];

    /// <summary>Words left in English, of what is shown, offered as a choice or read aloud.</summary>
    public static IEnumerable<string> English(this Page page)
    {
        var body = page.Document.Body!;
        var text = body.Descendants<IText>().Where(t => t.ParentElement is { } p && p.LocalName is not ("script" or "style" or "noscript" or "textarea") && p.Closest(".key, .codes, [hidden]") is null).Select(t => t.Data);
        return text.Append(page.Document.Title).Concat(body.QuerySelectorAll("*").SelectMany(e => Spoken.Select(e.GetAttribute)))
            .SelectMany(t => Latin().Matches(t ?? "")).Select(m => m.Value)
            .Where(w => !Known.Contains(w) && !Code().IsMatch(w) && !w.StartsWith("person", StringComparison.Ordinal)).Distinct();
    }

    /// <summary>Elements of different kinds on the page: where nothing is new, nothing new is to be seen.</summary>
    public static IReadOnlyList<string> Shapes(this Page page) =>
        [.. page.Document.Body!.QuerySelectorAll("*").Select(e => $"{e.LocalName}.{e.ClassName}#{e.GetAttribute("type")}{e.GetAttribute("role")}").Distinct()];

    public static IEnumerable<string> Links(this Page page)
    {
        var here = new Uri(page.Find("base")!.GetAttribute("href")!);
        return page.Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(a => new Uri(here, a.GetAttribute("href")!)).Where(l => l.Authority == here.Authority).Select(l => l.PathAndQuery);
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9._-]*[A-Za-z]")]
    private static partial Regex Latin();

    /// <summary>组织代码, 统一社会信用代码 and the like.</summary>
    [GeneratedRegex(@"^QH\w*$|^MA[0-9A-Z]{7,}$")]
    private static partial Regex Code();
}
