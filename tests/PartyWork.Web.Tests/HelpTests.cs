using System.Net;

namespace PartyWork.Web.Tests;

public sealed class HelpTests : IAsyncDisposable
{
    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_guide_is_read_inside_the_product_and_every_link_in_it_leads_somewhere()
    {
        var client = await _app.SignedInAsync("wenming.officer");

        var page = await client.GetPageAsync("/help");

        Assert.Contains("四种锁定提示是什么意思", page.Document.QuerySelector(".manual-contents")!.TextContent, StringComparison.Ordinal);
        var anchors = page.Document.QuerySelectorAll("main a[href^='#']").Select(a => Uri.UnescapeDataString(a.GetAttribute("href")![1..])).ToList();
        Assert.NotEmpty(anchors);
        Assert.All(anchors, anchor => Assert.NotNull(page.Document.GetElementById(anchor)));
        Assert.Empty(page.Document.QuerySelectorAll(".manual script, .manual [style]"));
    }

    [Fact]
    public async Task Every_post_may_read_the_guide()
    {
        foreach (var account in (string[])["minister", "assessor1", "sysadmin", "auditor"])
        {
            var client = await _app.SignedInAsync(account);

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/help")).StatusCode);
        }
    }
}
