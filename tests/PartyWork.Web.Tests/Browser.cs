using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PartyWork.Web.Tests;

/// <summary>A page as it came, with the client that can go on from it.</summary>
public sealed class Page(HttpClient client, IHtmlDocument document, HttpStatusCode status)
{
    public HttpStatusCode Status => status;
    public IHtmlDocument Document => document;
    public string Text => document.QuerySelector("main")?.TextContent ?? "";

    public IElement? Find(string selector) => document.QuerySelector(selector);

    public IReadOnlyList<IElement> All(string selector) => [.. document.QuerySelectorAll(selector)];

    /// <summary>Types into a field that is really on the page.</summary>
    public Page Type(string name, string value)
    {
        var field = Field(name);
        switch (field)
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                Assert.Contains(select.Options, o => o.Value == value);
                select.Value = value;
                break;
            case IHtmlInputElement { Type: "radio" or "checkbox" }:
                var box = document.QuerySelectorAll<IHtmlInputElement>($"[name='{name}']").SingleOrDefault(i => i.Value == value);
                Assert.True(box is not null, $"No choice {value} in {name}.");
                box.IsChecked = true;
                break;
            case IHtmlInputElement input:
                Assert.NotEqual("hidden", input.Type);
                input.Value = value;
                break;
        }

        return this;
    }

    /// <summary>Presses a button or submits a form found by the selector, with the form's own fields and token.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string selector)
    {
        var found = document.QuerySelector(selector);
        Assert.True(found is not null, $"Nothing on the page matches {selector}.");
        var button = found as IHtmlButtonElement;
        var form = button?.Form ?? Assert.IsAssignableFrom<IHtmlFormElement>(found);
        if (!form.HasAttribute("action"))
        {
            form.SetAttribute("action", document.Head!.QuerySelector("base")!.GetAttribute("href")!); // a form without one posts to its own page
        }

        var request = (button is null ? form.GetSubmission() : form.GetSubmission(button))!;
        if (request.Method == AngleSharp.Io.HttpMethod.Get)
        {
            return await client.GetAsync(request.Target.PathName + request.Target.Search());
        }

        using var body = new MemoryStream();
        await request.Body!.CopyToAsync(body);
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType);
        return await client.PostAsync(request.Target.PathName + request.Target.Search(), content);
    }

    private IElement Field(string name)
    {
        var field = document.QuerySelector($"[name='{name}']");
        Assert.True(field is not null, $"The page has no field {name}.");
        return field;
    }
}

public static class BrowserExtensions
{
    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    /// <summary>Signed in by the role card of the sign-in page; cookies kept, redirects not followed.</summary>
    public static async Task<HttpClient> SignedInAsync(this App app, string account)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var page = await client.GetPageAsync("/login");
        var answer = await page.SubmitAsync($"button[value='{account}']");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>What no form on a page would send: past the page, with a token of one's own.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(path, body);
    }

    public static async Task<Page> GetPageAsync(this HttpClient client, string path) => await client.PageAsync(await client.GetAsync(path));

    public static async Task<Page> PageAsync(this HttpClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var parser = Context.GetService<IHtmlParser>()!;
        var document = parser.ParseDocument(html);
        var address = response.RequestMessage!.RequestUri!;
        if (document.QuerySelector("base") is null)
        {
            var root = document.CreateElement("base");
            root.SetAttribute("href", address.ToString());
            document.Head!.Prepend(root);
        }

        return new Page(client, document, response.StatusCode);
    }

    /// <summary>The page that a redirect leads to.</summary>
    public static async Task<Page> FollowAsync(this HttpClient client, HttpResponseMessage response)
    {
        for (var hops = 0; response.StatusCode is HttpStatusCode.Redirect && hops < 5; hops++)
        {
            response = await client.GetAsync(response.Headers.Location);
        }

        return await client.PageAsync(response);
    }

    internal static string Search(this Url url) => string.IsNullOrEmpty(url.Query) ? "" : "?" + url.Query;
}
