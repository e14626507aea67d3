using System.Net;

namespace PartyWork.Web.Tests.Faults;

/// <summary>Two people at once, page by page: what is kept for one is never shown to the other.</summary>
public sealed class CacheIsolationTests(App app) : IClassFixture<App>
{
    private const int Rounds = 20;

    private static readonly string[] Paths = ["/my", "/dashboard", "/plan", "/agreements", "/lists", "/reports", "/coordination", "/ledger", "/registers", "/figures", "/assessments", "/five-in-one", "/surveys", "/organizations", "/help"];

    [Fact]
    public async Task Nobody_is_shown_the_page_of_another()
    {
        var people = new[] { ("wenming.secretary", "文明社区党总支书记"), ("wangjiang.secretary", "望江街道党工委书记") };
        var clients = await Task.WhenAll(people.Select(async p => (Client: await app.SignedInAsync(p.Item1), Post: p.Item2)));
        foreach (var path in Paths)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var pages = await Task.WhenAll(clients.Select(async c => (Page: await c.Client.FollowAsync(await c.Client.GetAsync(path)), c.Post)));
                foreach (var (page, post) in pages)
                {
                    Assert.Equal(HttpStatusCode.OK, page.Status);
                    var who = page.Find(".who")!.TextContent;
                    Assert.Contains(post, who, StringComparison.Ordinal);
                    Assert.DoesNotContain(clients.Single(c => c.Post != post).Post, who, StringComparison.Ordinal);
                }
            }
        }

        foreach (var (client, _) in clients)
        {
            client.Dispose();
        }
    }
}
