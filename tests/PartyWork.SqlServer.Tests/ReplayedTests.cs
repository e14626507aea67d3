using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.SqlServer.Tests;

/// <summary>The demo district in use on SQLite; what it asked of the database is asked of SQL Server's provider too.</summary>
public sealed class ReplayedTests
{
    private static readonly string[] Accounts =
    [
        "wenming.officer", "wenming.secretary", "chunhui.officer", "chunhui.secretary", "orgdept", "minister",
        "firstsec", "shegong", "inspector", "assessor1", "sysadmin", "secadmin", "auditor",
    ];

    [Fact]
    public async Task What_the_demo_district_reads_and_writes_can_be_read_and_written_on_sql_server()
    {
        var (statements, visits, posted) = (new Statements(), new Visits(), new ConcurrentDictionary<string, int>());
        var replay = new Replay(statements);
        var file = Path.Combine(Path.GetTempPath(), $"partywork-{Guid.NewGuid():N}.db");
        try
        {
            await using var factory = new WebApplicationFactory<Program>();
            await using var app = factory.WithWebHostBuilder(host =>
            {
                host.UseEnvironment("Development").UseSetting("ConnectionStrings:PartyWork", $"Data Source={file}")
                    .UseSetting("Serilog:MinimumLevel:Default", "Fatal").UseSetting("Security:Limits:Imports", "0").UseSetting("Security:Limits:Exports", "0").UseSetting("Security:Limits:Searches", "0").UseSetting("Security:AuditKey", Convert.ToBase64String(new byte[32]));
                host.ConfigureTestServices(services =>
                {
                    services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(replay));
                    services.Configure<MvcOptions>(o => o.Filters.Add(visits));
                });
            });
            var pages = AppPage.All(app.Services);
            var start = pages.ToLookup(p => !p.Route.Contains('{', StringComparison.Ordinal), p => p.Handlers.Where(h => h.Name.StartsWith("OnGet", StringComparison.Ordinal)).Select(p.Address));
            var (failures, requests) = (new List<string>(), 0);
            foreach (var account in Accounts)
            {
                using var client = app.CreateClient();
                var crawler = new Crawler(client, account, posted);
                await crawler.RunAsync(start[true].SelectMany(a => a), start[false].SelectMany(a => a));
                failures.AddRange(crawler.Failures);
                requests += crawler.Requests;
            }

            var untranslated = await replay.RunAsync();
            var handlers = pages.SelectMany(p => p.Handlers.Select(h => Visits.Name(p.Descriptor, h.Name))).ToList();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{requests} requests, {visits.Handlers.Count} of {handlers.Count} handlers, {replay.Queries} queries, {replay.Saves} kinds of saves; " +
                $"{statements.Sent} statements, {statements.All.Count} distinct. Not run: {string.Join(", ", handlers.Except(visits.Handlers))}");
            Assert.Empty(failures);
            Assert.Empty(replay.TooLong);
            Assert.True(untranslated.Count == 0, string.Join("\n\n", untranslated));
            Assert.Empty(statements.Complaints());
            Assert.True(replay.Queries >= 60 && statements.All.Count >= 120, $"only {replay.Queries} queries and {statements.All.Count} distinct statements");
            Assert.Empty(pages.Where(p => !visits.Handlers.Any(h => h.StartsWith(p.Descriptor.ViewEnginePath + " OnGet", StringComparison.Ordinal))).Select(p => p.Route).Except(["logout", "account/{handler}"]));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            foreach (var left in (string[])[file, file + "-wal", file + "-shm"])
            {
                File.Delete(left);
            }
        }
    }
}
