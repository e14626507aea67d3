using System.Net;

namespace PartyWork.Web.Tests.Security;

/// <summary>A form that the program did not show to this user is refused, whatever it asks for.</summary>
public sealed class ForgeryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_form_without_a_token_or_with_somebody_elses_is_refused_by_every_handler()
    {
        using var client = await app.SignedInAsync("chunhui.secretary");
        using var other = await app.SignedInAsync("orgdept");
        var foreign = await TokenAsync(other);
        Assert.NotEqual("", await TokenAsync(client)); // the cookie that belongs to a token is there
        foreach (var path in Handlers.All.Where(h => h.Method == "POST").Select(h => h.Path).Concat(["/login", "/login?handler=Code", "/login?handler=Demo"]))
        {
            foreach (var token in (string[])["", foreign, "x"])
            {
                using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var answer = await client.PostAsync(path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{within}", "1", StringComparison.Ordinal), body);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{path} with “{token}”: {(int)answer.StatusCode}");
                Assert.Contains("页面已过期", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_token_from_before_signing_in_as_somebody_else_is_stale()
    {
        using var client = await app.SignedInAsync("wenming.officer");
        var stale = await TokenAsync(client);
        await (await client.GetPageAsync("/organizations")).SubmitAsync("form[action='/logout']");
        await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.secretary']");

        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", stale), new("size", "large")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/account/size", body)).StatusCode);
    }

    [Fact]
    public async Task A_request_that_no_handler_takes_shows_no_page()
    {
        using var client = await app.SignedInAsync("wenming.officer");
        var token = await TokenAsync(client);
        foreach (var path in Handlers.All.Select(h => h.Path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{within}", "1", StringComparison.Ordinal).Split('?')[0]).Where(p => p is not ("/account/size" or "/logout")).Distinct())
        {
            foreach (var (method, query) in new[] { (HttpMethod.Post, "?handler=Nonesuch"), (HttpMethod.Put, ""), (HttpMethod.Delete, ""), (HttpMethod.Patch, "") })
            {
                using var request = new HttpRequestMessage(method, path + query) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
                using var answer = await client.SendAsync(request);
                var taken = method == HttpMethod.Post && Handlers.All.Any(h => h is { Method: "POST", Name: "" } && h.Path.Split('?')[0].Replace("{id}", "1", StringComparison.Ordinal).Replace("{within}", "1", StringComparison.Ordinal) == path);
                Assert.True(taken ? (int)answer.StatusCode < 500 : answer.StatusCode is HttpStatusCode.NotFound, $"{method} {path}{query}: {(int)answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Signing_in_leads_nowhere_outside_the_program()
    {
        foreach (var address in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
        {
            using var client = app.CreateClient(new() { AllowAutoRedirect = false });
            var page = await client.GetPageAsync("/login?returnUrl=" + Uri.EscapeDataString(address));
            Assert.Equal("/", (await page.SubmitAsync("button[value='inspector']")).Headers.Location!.ToString());
        }
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
}
