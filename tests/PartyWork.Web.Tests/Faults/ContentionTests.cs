using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests.Faults;

/// <summary>As many as may save in one moment of a deadline evening do so without pause: each is served, and none is told of a locked database.</summary>
public sealed class ContentionTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Writers = 32;

    /// <summary>A minute with its time asserted in a long run; three seconds without in every run, beside other tests.</summary>
    [Fact]
    public async Task Thirty_two_who_save_without_pause_are_all_served()
    {
        var (answers, times) = (new ConcurrentBag<HttpStatusCode>(), new ConcurrentBag<double>());
        string[] accounts = ["wenming.officer", "chunhui.officer", "wangjiang.officer", "wenming.secretary"];
        var pages = new List<Page>();
        for (var writer = 0; writer < Writers; writer++)
        {
            pages.Add((await (await app.SignedInAsync(accounts[writer % accounts.Length])).GetPageAsync("/evidence/new")).Type("Input.Title", "同时"));
        }

        var evening = Stopwatch.StartNew();
        await Task.WhenAll(pages.Index().Select(p => Task.Run(async () =>
        {
            for (var n = 0; evening.Elapsed < TimeSpan.FromSeconds(Runs.Of(3, 60)); n++)
            {
                var clock = Stopwatch.StartNew();
                using var answer = await p.Item.Type("Input.DocumentNo", $"同时{p.Index}.{n}号").SubmitAsync("form#add");
                times.Add(clock.Elapsed.TotalMilliseconds);
                answers.Add(answer.StatusCode);
            }
        })));

        var (stored, sorted) = (await app.WithDbAsync(db => db.EvidenceItems.CountAsync(i => i.Title == "同时")), times.Order().ToList());
        output.WriteLine($"{answers.Count} saves by {Writers} in {evening.Elapsed.TotalSeconds:0} s, half within {sorted[sorted.Count / 2]:0} ms, 95 of 100 within {sorted[sorted.Count * 95 / 100]:0} ms");
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a));
        Assert.Equal(answers.Count, stored);
        Assert.Null(await app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
        Assert.True(!Runs.AreLong || sorted[sorted.Count * 95 / 100] < 500, "Too slow.");
    }
}
