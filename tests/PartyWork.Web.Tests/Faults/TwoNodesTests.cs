using System.Net;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Assessments.Rounds;

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

    /// <summary>
    /// What is due is worked out when it is read, and reminders are sent by people; in the background only results become final the day after the term for
    /// objections. What is done once a day is done once by both nodes together, at whichever it is asked for.
    /// </summary>
    [Fact]
    public async Task What_is_done_once_a_day_is_done_once_by_both_nodes()
    {
        Assert.SkipUnless(App.IsSqlite, "Tried on SQLite: both nodes open one file.");
        await using var one = new App();
        await using var other = App.Over(one.File);
        App[] nodes = [one, other];
        Assert.All(nodes, n => Assert.IsType<TermsRunOut>(Assert.Single(n.Services.GetServices<IHostedService>(), s => s.GetType().Assembly == typeof(PartyWorkDb).Assembly)));
        var over = await OpenTermsAsync(new(2026, 12, 19));

        // The new day turns the tasks' colours, on the first reading at each node.
        Array.ForEach(nodes, n => n.Clock.Advance(TimeSpan.FromHours(16)));
        var clients = new[] { await one.SignedInAsync("orgdept"), await other.SignedInAsync("orgdept2") };
        Assert.All(await Task.WhenAll(clients.Select(c => c.GetAsync("/lists/tasks?year=2026"))), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var turned = await LightsAsync();
        await one.WithDbAsync(async db => { await db.FreshenLightsAsync(all: true); return 0; });
        Assert.Equal(turned, await LightsAsync());

        // Terms for objections have run out in the night: their losses are listed once, whichever node comes first.
        Assert.NotEmpty(over);
        await Task.WhenAll(nodes.Select(SettleAsync));
        Assert.Empty(await OpenTermsAsync(new(2026, 12, 19)));
        var listed = await one.WithDbAsync(db => db.Problems.Where(p => db.Set<SheetLine>().Any(l => l.Id == p.SheetLineId && over.Contains(l.SheetId))).Select(p => p.SheetLineId).ToListAsync());
        Assert.NotEmpty(listed);
        Assert.Equal(listed.Count, listed.Distinct().Count());

        // Two of the district's staff press 催办 for all that are missing in the same moment, again and again.
        for (var round = 0; round < 5; round++)
        {
            var pages = await Task.WhenAll(clients.Select(c => c.GetPageAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4")));
            Assert.All(pages, p => Assert.NotEmpty(p.All("input[name='ids']")));
            foreach (var box in pages.SelectMany(p => p.All("input[name='ids']").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()))
            {
                box.IsChecked = true;
            }

            Assert.All(await Task.WhenAll(pages.Select(p => p.SubmitAsync("form#chase .fixed-bar button.btn-outline-primary"))), a => Assert.True((int)a.StatusCode < 400, $"{(int)a.StatusCode}"));
        }

        var reminded = await one.WithDbAsync(db => db.Reminders.Where(r => r.On == new DateOnly(2026, 12, 19)).Select(r => new { r.FilingId, r.Kind }).ToListAsync());
        Assert.NotEmpty(reminded);
        Assert.Equal(reminded.Count, reminded.Distinct().Count());
        Assert.Equal(reminded.Count, await one.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Kind == "Reminder" && e.At >= one.Clock.Start.UtcDateTime.AddHours(16))));

        Task<List<int>> OpenTermsAsync(DateOnly day) => one.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Stage == RoundStage.OnSite && s.Stage == SheetStage.Feedback && s.ObjectionUntil < day && s.Objections.All(o => o.DecidedAt != null)).Select(s => s.Id).ToListAsync());

        static async Task SettleAsync(App node)
        {
            try
            {
                await node.Services.GetRequiredService<TermsRunOut>().RunAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                await node.Services.GetRequiredService<TermsRunOut>().RunAsync(); // the other node was first
            }
        }

        Task<List<string>> LightsAsync() => one.WithDbAsync(db => db.WorkTasks.OrderBy(t => t.Id).Select(t => $"{t.Id} {t.Light} {t.LightUntil}").ToListAsync());
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
