using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Faults;

/// <summary>The program is killed while people save, or its file is torn: what was acknowledged is there, and nothing by halves.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Writers = 8, Commits = 60;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("partywork-torn-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    /// <summary>30 kills and at least 5,000 acknowledged forms in a long run; 2 and 60 in every run: the second begins on what the first has left.</summary>
    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_and_stands_there_with_its_record()
    {
        Assert.SkipUnless(App.IsSqlite, "SQL Server is another process.");
        var (kills, each) = (Runs.Of(2, 30), Runs.Of(30, 170));
        var chance = Runs.Chance(output);
        await using var app = new App();
        var saved = new ConcurrentQueue<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            await SaveUntilKilledAsync(app.File, kill, saved, saved.Count + each, TimeSpan.FromMilliseconds(chance.Next(300)));
        }

        var (rows, entries, broken) = await app.WithDbAsync(async db => (
            await db.EvidenceItems.Where(i => i.Title == "断电").Select(i => new { i.Id, i.DocumentNo }).ToListAsync(),
            await db.AuditEntries.Where(e => e.Kind == "EvidenceItem" && e.Act == "新增").GroupBy(e => e.Key).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count),
            await db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
        output.WriteLine($"{kills} kills, {saved.Count} acknowledged, {rows.Count} rows");
        Assert.InRange(saved.Count, kills * each, int.MaxValue);
        Assert.Equal(rows.Count, rows.DistinctBy(r => r.DocumentNo).Count());
        Assert.Empty(saved.Except(rows.Select(r => r.DocumentNo)));
        Assert.All(rows, r => Assert.Equal(1, entries[$"{r.Id}"]));
        Assert.Null(broken);
        Assert.Equal("ok", await app.WithDbAsync(db => db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync()));
    }

    /// <summary>200 cuts in a long run, 60 in every run.</summary>
    [Fact]
    public async Task However_the_log_is_torn_what_is_left_is_the_history_up_to_some_act()
    {
        Assert.SkipUnless(App.IsSqlite, "SQL Server keeps its own log.");
        var chance = Runs.Chance(output);
        var file = Path.Combine(_place.FullName, "whole.db");
        using var gate = new WriteGate(queue: true);
        await using (var db = Open(file, gate))
        {
            await DatabaseSetup.MigrateAsync(db);
        }

        SqliteConnection.ClearAllPools();
        byte[] whole, log;
        await using (var db = Open(file, gate))
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint=0");
            for (var n = 1; n <= Commits; n++)
            {
                db.Add(new Person($"第{n}人", ""));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            (whole, log) = (await ReadAsync(file), await ReadAsync(file + "-wal"));
        }

        var (history, seen) = (0, new HashSet<int>());
        foreach (var cut in Enumerable.Range(0, Runs.Of(59, 199)).Select(_ => chance.Next(log.Length)).Append(log.Length).Order())
        {
            var torn = Path.Combine(_place.FullName, $"{cut}.db");
            await File.WriteAllBytesAsync(torn, whole);
            await File.WriteAllBytesAsync(torn + "-wal", log[..cut]);
            await using var db = Open(torn, gate);

            var names = await db.Persons.OrderBy(p => p.Id).Select(p => p.Name).ToListAsync();
            Assert.Equal(Enumerable.Range(1, names.Count).Select(n => $"第{n}人"), names);
            Assert.Equal(names.Count, await db.AuditEntries.CountAsync(e => e.Kind == nameof(Person)));
            Assert.Null(await db.Lease.Chain.VerifyAsync(db, CancellationToken.None));
            Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
            Assert.InRange(names.Count, history, Commits); // of a longer log there is no less left
            history = names.Count;
            seen.Add(history);
        }

        output.WriteLine($"{log.Length / 1024} KB of log, {seen.Count} different histories");
        Assert.Equal(Commits, history);
        Assert.InRange(seen.Count, 20, Commits + 1);
    }

    private static async Task SaveUntilKilledAsync(string file, int kill, ConcurrentQueue<string> saved, int enough, TimeSpan longer)
    {
        using var server = Start(file, out var address);
        try
        {
            var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                using var client = await SignedInAsync(address);
                var page = (await client.GetPageAsync("/evidence/new")).Type("Input.Title", "断电");
                for (var n = 0; ; n++)
                {
                    var no = $"断{kill}.{writer}.{n}号";
                    using var answer = await page.Type("Input.DocumentNo", no).SubmitAsync("form#add");
                    Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                    saved.Enqueue(no);
                }
            })).ToList();
            for (var clock = Stopwatch.StartNew(); saved.Count < enough && !writers.Any(w => w.IsFaulted); await Task.Delay(10))
            {
                Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "The program does not save.");
            }

            await Task.Delay(longer);
            server.Kill(); // SIGKILL: nothing is closed, nothing flushed
            foreach (var writer in writers)
            {
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => writer);
            }
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill();
            }

            await server.WaitForExitAsync();
        }
    }

    private static Process Start(string file, out Uri address)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartyWork.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = Repository.PathOf("src/PartyWork.Web"),
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__PartyWork"] = $"Data Source={file}",
            ["Demo__LoadWhenEmpty"] = "false",
            ["Security__AuditKey"] = Convert.ToBase64String(new byte[32]),
            ["Serilog__MinimumLevel__Default"] = "Fatal",
        })
        {
            start.Environment[name] = value;
        }

        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        return server;
    }

    /// <summary>A browser at the program, as soon as that answers.</summary>
    private static async Task<HttpClient> SignedInAsync(Uri address)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']")).StatusCode);
                return client;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromMinutes(2))
            {
                // not listening yet
            }
        }
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        await open.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static SqliteDb Open(string file, WriteGate gate) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file};Pooling=False").AddInterceptors(new SqlitePragmas()).Options)
    {
        Lease = new DbLease(gate, new AuditChain(new byte[32]), new Lights(new BusinessClock(TimeProvider.System)), TimeProvider.System) { Scope = OrgScope.All },
    };
}
