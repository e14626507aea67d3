using System.Net;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace PartyWork.Web.Tests.Faults;

/// <summary>Two nodes on one database: whoever signed in on one works on with the other, and does not notice when one stops.</summary>
public sealed class TwoNodesTests
{
    private const int Rounds = 50;

    [Fact]
    public async Task Signed_in_on_one_node_forms_are_posted_to_the_other_and_one_may_stop()
    {
        Assert.SkipUnless(App.IsSqlite, "Tried on SQLite: both nodes open one file.");
        await using var stays = new App();
        var stops = App.Over(stays.File);
        using var nodes = new Nodes(stops);
        using var client = new HttpClient(nodes) { BaseAddress = stays.Server.BaseAddress };
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']")).StatusCode);

        for (var round = 1; round <= Rounds; round++)
        {
            if (round == Rounds / 2)
            {
                var now = TimeProvider.System.GetUtcNow(); // keys live by the machine's clock, not by the demo's
                stops.Services.GetRequiredService<IKeyManager>().CreateNewKey(now.AddMinutes(-1), now.AddDays(90)); // the other node has not seen it yet
            }

            nodes.Ask(round < Rounds - 10 ? stops : stays); // the last rounds without the one that stopped
            var page = await client.GetPageAsync("/phrases");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            nodes.Ask(stays);
            var answer = await (round == 1 ? page.Type("text", "第1遍").SubmitAsync("form#add") : page.Type("text", $"第{round}遍").SubmitAsync("form#add"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.DoesNotContain("/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            var listed = await client.FollowAsync(answer);
            Assert.Contains($"第{round}遍", string.Concat(listed.All(".phrases input[name=text]").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
            await client.FollowAsync(await listed.SubmitAsync("form[action*=Remove]"));
            if (round == Rounds - 10)
            {
                await stops.DisposeAsync();
            }
        }
    }

    /// <summary>One browser before both nodes: its cookies go to whichever is asked.</summary>
    private sealed class Nodes(App first) : HttpMessageHandler
    {
        private readonly CookieContainer _cookies = new();
        private HttpMessageInvoker _node = new(first.Server.CreateHandler());

        public void Ask(App node)
        {
            _node.Dispose();
            _node = new(node.Server.CreateHandler());
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            {
                request.Headers.Add("Cookie", cookies);
            }

            var answer = await _node.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }

        protected override void Dispose(bool disposing)
        {
            _node.Dispose();
            base.Dispose(disposing);
        }
    }
}
