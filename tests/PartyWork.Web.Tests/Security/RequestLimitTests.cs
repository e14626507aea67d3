using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>T13: one account imports 4, exports 6 and searches 60 times in a minute; the next is told when to come back, and nobody else is.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    private const string Search = "/lists/tasks?Words=党建";

    private readonly App _app = new();
    private WebApplicationFactory<Program> _site = null!;

    public ValueTask InitializeAsync()
    {
        var product = new LimitRules();
        _site = _app.WithWebHostBuilder(b => b.UseSetting("Security:Limits:Imports", $"{product.Imports}").UseSetting("Security:Limits:Exports", $"{product.Exports}").UseSetting("Security:Limits:Searches", $"{product.Searches}"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_next_after_the_limit_is_told_when_to_come_back_and_is_served_then()
    {
        using var clerk = await SignedInAsync("wenming.officer");
        using var other = await SignedInAsync("chunhui.officer");
        using var file = await clerk.GetAsync("/registers/honors/import?handler=Template");
        var filled = await file.Content.ReadAsByteArrayAsync();
        foreach (var (most, ask) in new (int, Func<HttpClient, Task<HttpResponseMessage>>)[]
        {
            (4, c => UploadAsync(c, filled)), (6, c => c.GetAsync("/registers/honors?handler=Export")), (60, c => c.GetAsync(Search)),
        })
        {
            for (var i = 0; i < most; i++)
            {
                using var served = await ask(clerk);
                Assert.NotEqual(HttpStatusCode.TooManyRequests, served.StatusCode);
            }

            _app.Clock.Advance(TimeSpan.FromSeconds(20));
            using var refused = await ask(clerk);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(40), refused.Headers.RetryAfter!.Delta);
            Assert.Contains("请40秒后再试", (await clerk.PageAsync(refused)).Text, StringComparison.Ordinal);

            using var colleague = await ask(other);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, colleague.StatusCode);
            _app.Clock.Advance(TimeSpan.FromSeconds(40));
            using var later = await ask(clerk);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, later.StatusCode);
        }
    }

    [Fact]
    public async Task What_was_searched_for_stands_in_the_link_that_tries_again()
    {
        using var clerk = await SignedInAsync("wenming.officer");
        for (var i = 0; i < 60; i++)
        {
            (await clerk.GetAsync(Search)).Dispose();
        }

        var refused = await clerk.GetPageAsync(Search);

        Assert.Equal(Search, WebUtility.UrlDecode(refused.Find("main a.btn-primary")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Reading_and_paging_are_not_counted()
    {
        using var clerk = await SignedInAsync("wenming.officer");
        for (var i = 0; i < 70; i++)
        {
            using var page = await clerk.GetAsync("/phrases");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    private async Task<HttpClient> SignedInAsync(string account)
    {
        var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        await (await client.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']");
        return client;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] file)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "workbook", "荣誉.xlsx" } };
        return await client.PostAsync("/registers/honors/import?handler=Upload", form);
    }
}
