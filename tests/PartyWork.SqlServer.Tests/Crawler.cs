using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PartyWork.SqlServer.Tests;

/// <summary>One account going through the program: every kind of link, every filter, every form, with what a person might type and with too much.</summary>
internal sealed partial class Crawler(HttpClient client, string account, ConcurrentDictionary<string, int> posted)
{
    private const int LinksOfAKind = 3, FormsOfAKind = 6, MostPages = 150;

    private static readonly string TooMuch = new('长', 3000);

    private readonly Dictionary<string, int> _seen = [];
    private readonly Queue<string> _links = new();
    private readonly Queue<(string Page, string Form)> _forms = new();
    private readonly HtmlParser _parser = new(new HtmlParserOptions { IsStrictMode = false });

    public int Requests { get; private set; }

    /// <summary>Answers that no user should ever get.</summary>
    public List<string> Failures { get; } = [];

    /// <param name="first">Addresses to start from.</param>
    /// <param name="others">Addresses asked for after all that links lead to.</param>
    public async Task RunAsync(IEnumerable<string> first, IEnumerable<string> others)
    {
        await SignInAsync();
        foreach (var link in first)
        {
            Enqueue(link);
        }

        for (var pages = 0; pages < MostPages && _links.TryDequeue(out var link); pages++)
        {
            Collect(link, await GetAsync(link));
        }

        foreach (var link in others)
        {
            await GetAsync(link);
        }

        for (var forms = 0; forms < MostPages && _forms.TryDequeue(out var form); forms++)
        {
            await PostAsync(form.Page, form.Form);
        }
    }

    private async Task SignInAsync()
    {
        var page = await GetAsync("/login");
        var form = page?.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(f => f.QuerySelector($"button[value='{account}']") is not null)
            ?? throw new InvalidOperationException($"The sign-in page does not offer {account}.");
        await SendAsync("/login?handler=Demo", Fields(form, form.QuerySelector<IHtmlButtonElement>("button"), tooMuch: false));
    }

    /// <summary>Posts a form that is still there, first with too much in every text, then as a person would.</summary>
    private async Task PostAsync(string page, string key)
    {
        foreach (var tooMuch in (bool[])[true, false])
        {
            if (await GetAsync(page) is not { } document)
            {
                return;
            }

            foreach (var form in document.QuerySelectorAll<IHtmlFormElement>("form").Where(f => IsPost(f) && Key(Action(f, page)) == key).Take(1))
            {
                foreach (var button in Buttons(form).DefaultIfEmpty(null))
                {
                    var answer = await SendAsync(Action(form, page, button), Fields(form, button, tooMuch));
                    foreach (var next in answer?.QuerySelectorAll<IHtmlFormElement>("form").Where(f => IsPost(f) && IsNew(Key(Action(f, page)))) ?? [])
                    {
                        await SendAsync(Action(next, page), Fields(next, null, tooMuch: false)); // what a preview offers is not on the page any more
                    }
                }
            }
        }
    }

    private void Collect(string from, IHtmlDocument? document)
    {
        foreach (var link in document?.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!) ?? [])
        {
            Enqueue(link);
        }

        foreach (var form in document?.QuerySelectorAll<IHtmlFormElement>("form") ?? Enumerable.Empty<IHtmlFormElement>())
        {
            if (!IsPost(form))
            {
                var fields = Fields(form, null, tooMuch: false).OfType<(string Name, string? Value, bool IsFile)>().ToList();
                Enqueue(Query(Action(form, from), fields));
                foreach (var choice in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
                {
                    foreach (var option in choice.Options.Skip(1).Take(3))
                    {
                        Enqueue(Query(Action(form, from), fields.Select(f => f.Name == choice.Name ? (f.Name, option.Value, false) : f)));
                    }
                }
            }
            else if (Key(Action(form, from)) is var key && IsNew(key))
            {
                _forms.Enqueue((from, key));
            }
        }
    }

    private bool IsNew(string form) =>
        !form.StartsWith("/logout", StringComparison.Ordinal) && !form.StartsWith("/login", StringComparison.Ordinal)
        && posted.TryAdd(account + form, 0) && posted.AddOrUpdate(form, 1, (_, n) => n + 1) <= FormsOfAKind;

    private void Enqueue(string link)
    {
        var key = Key(link);
        if (!link.StartsWith("//", StringComparison.Ordinal) && (_seen[key] = _seen.GetValueOrDefault(key) + 1) <= LinksOfAKind)
        {
            _links.Enqueue(link);
        }
    }

    private static string Query(string action, IEnumerable<(string Name, string? Value, bool IsFile)> fields) =>
        action.Split('?')[0] + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value ?? "")}"));

    private async Task<IHtmlDocument?> GetAsync(string link)
    {
        using var response = await client.GetAsync(link.Split('#')[0]);
        return await ReadAsync(response, link);
    }

    private async Task<IHtmlDocument?> SendAsync(string action, IReadOnlyList<(string Name, string? Value, bool IsFile)> fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value, isFile) in fields)
        {
            if (isFile)
            {
                var (file, bytes) = Sample(value!);
                body.Add(new ByteArrayContent(bytes), name, file);
            }
            else
            {
                body.Add(new StringContent(value ?? ""), name);
            }
        }

        using var response = await client.PostAsync(action, body);
        return await ReadAsync(response, $"POST {action}" + (fields.Any(f => f.Value == TooMuch) ? " (too much typed)" : ""));
    }

    private async Task<IHtmlDocument?> ReadAsync(HttpResponseMessage response, string what)
    {
        Requests++;
        if (response.StatusCode >= HttpStatusCode.InternalServerError && what != "/error")
        {
            Failures.Add($"{account} {what}: {(int)response.StatusCode}");
        }

        return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? await _parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync())
            : null;
    }

    private static bool IsPost(IHtmlFormElement form) => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    private static string Action(IHtmlFormElement form, string page, IElement? button = null)
    {
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        return string.IsNullOrEmpty(action) ? page : action.StartsWith('?') ? page.Split('?')[0] + action : action;
    }

    private static IEnumerable<IElement?> Buttons(IHtmlFormElement form) => form.Elements
        .Where(e => e is IHtmlButtonElement { Type: "submit" } && (e.HasAttribute("name") || e.HasAttribute("formaction")))
        .DistinctBy(e => Key(e.GetAttribute("name") + e.GetAttribute("value") + e.GetAttribute("formaction"))).Take(4);

    private static List<(string Name, string? Value, bool IsFile)> Fields(IHtmlFormElement form, IElement? button, bool tooMuch)
    {
        var fields = new List<(string, string?, bool)>();
        var chosen = new HashSet<string>();
        foreach (var element in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "hidden" } hidden:
                    fields.Add((name, hidden.Value, false));
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    // Of several boxes of a name one is ticked, whichever came first.
                    if (box.IsChecked || (!form.Elements.OfType<IHtmlInputElement>().Any(b => b.Name == name && b.IsChecked) && chosen.Add(name)))
                    {
                        fields.Add((name, box.Value, false));
                    }

                    break;
                case IHtmlInputElement { Type: "file" } file:
                    fields.Add((name, file.GetAttribute("accept") ?? "", true));
                    break;
                case IHtmlInputElement { Type: "date" } date:
                    fields.Add((name, date.Value is { Length: > 0 } day ? day : "2026-12-25", false));
                    break;
                case IHtmlInputElement { Type: "number" } number:
                    fields.Add((name, number.Value is { Length: > 0 } count ? count : number.GetAttribute("min") ?? "1", false));
                    break;
                case IHtmlInputElement { Type: not ("submit" or "button" or "image" or "reset") } text:
                    fields.Add((name, tooMuch ? TooMuch : text.Value is { Length: > 0 } typed ? typed : text.GetAttribute("inputmode") is "numeric" or "decimal" ? "1" : IsPost(form) ? "按要求办理" : "党", false));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add((name, tooMuch ? TooMuch : area.Value is { Length: > 0 } written ? written : "按要求办理", false));
                    break;
                case IHtmlSelectElement select:
                    fields.Add((name, select.Value is { Length: > 0 } picked ? picked : IsPost(form) ? select.QuerySelector<IHtmlOptionElement>("option:last-of-type")?.Value : "", false));
                    break;
            }
        }

        if (button?.GetAttribute("name") is { Length: > 0 } act)
        {
            fields.Add((act, button.GetAttribute("value"), false));
        }

        return fields;
    }

    private static (string Name, byte[] Bytes) Sample(string accept)
    {
        var name = accept.Contains("csv", StringComparison.Ordinal) ? "roster.csv" : "three-lists-chunhui-2026.xlsx";
        using var stream = typeof(Program).Assembly.GetManifestResourceStream($"PartyWork.Web.Data.Demo.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return (name, copy.ToArray());
    }

    /// <summary>Links of a kind differ in numbers only.</summary>
    private static string Key(string link) => Digits().Replace(Token().Replace(link.Split('#')[0], ""), "1");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("[?&](returnUrl|q)=[^&]*")]
    private static partial Regex Token();
}
