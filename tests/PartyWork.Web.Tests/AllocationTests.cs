namespace PartyWork.Web.Tests;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>What a hot page leaves to the collector, the request and its answer in the test's own process included: a list that begins to track or to read too much is seen here.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Warm = 3, Measured = 5;

    [Fact]
    public async Task No_hot_page_allocates_more_than_it_may()
    {
        var over = new List<string>();
        foreach (var (account, path, most, _) in await HotPages.OfAsync(app))
        {
            using var client = await app.SignedInAsync(account);
            var least = long.MaxValue;
            for (var i = 0; i < Warm + Measured; i++)
            {
                var before = GC.GetTotalAllocatedBytes(true);
                using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.CopyToAsync(Stream.Null);
                least = i < Warm ? least : Math.Min(least, GC.GetTotalAllocatedBytes(true) - before);
            }

            output.WriteLine($"{account} {path}: {least / 1024} of {most} KB");
            if (least / 1024 > most)
            {
                over.Add($"{account} {path}: {least / 1024} KB instead of {most}");
            }
        }

        Assert.True(over.Count == 0, string.Join('\n', over));
    }
}
