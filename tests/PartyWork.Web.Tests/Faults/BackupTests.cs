using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Faults;

/// <summary>A copy made while people work, put back elsewhere: whole, and with every attachment as it was handed in.</summary>
public sealed class BackupTests(App app, ITestOutputHelper output) : IClassFixture<App>, IDisposable
{
    /// <summary>Written while the copy is made, so that they differ.</summary>
    private static readonly string[] Moving = ["ReturnPhrases", "AuditEntries", "AuditHeads", "TreeStamps", "sqlite_sequence"];

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("partywork-backup-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    [Fact]
    public async Task A_copy_made_under_load_is_restored_elsewhere_with_every_row_and_attachment()
    {
        Assert.SkipUnless(App.IsSqlite, "SQL Server is restored by its own tools.");
        var (file, started) = (Path.Combine(_place.FullName, "copy.db"), new TaskCompletionSource<int>());
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var people = await app.WithDbAsync(db => db.Persons.OrderBy(p => p.Id).Select(p => p.Id).Take(4).ToListAsync());
        var writers = people.Select(person => Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                await app.WithDbAsync(async db => { db.Add(ReturnPhrase.Add(person, $"第{n}条", [])); return await db.SaveChangesAsync(); });
                if (Interlocked.Increment(ref acknowledged) == 20)
                {
                    started.SetResult(20);
                }
            }
        })).ToList();
        await await Task.WhenAny([started.Task, .. writers]); // who cannot write says so here
        var before = Volatile.Read(ref acknowledged);

        await app.WithDbAsync(db => Backup.SaveAsync(db, file));
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "Sqlite", ["ConnectionStrings:PartyWork"] = "Data Source=App_Data/restored.db" }).Build();
        Backup.Restore(configuration, _place.FullName, file);

        var restored = Path.Combine(_place.FullName, "App_Data", "restored.db");
        var (here, there) = (Counts(app.File), Counts(restored));
        Assert.Equal(here.Where(t => !Moving.Contains(t.Key)), there.Where(t => !Moving.Contains(t.Key)));
        Assert.InRange(there["ReturnPhrases"], before, here["ReturnPhrases"]);
        await using var again = App.Over(restored);
        var files = await again.WithDbAsync(db => db.EvidenceContents.Select(c => new { c.Bytes, c.Item.Hash }).ToListAsync());
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(f.Hash, Convert.ToHexStringLower(SHA256.HashData(f.Bytes)), ignoreCase: true));
        Assert.Null(await again.WithDbAsync(db => again.Services.GetRequiredService<AuditChain>().VerifyAsync(db, CancellationToken.None)));
        using var client = await again.SignedInAsync("wenming.officer");
        Assert.Contains("文明社区", (await client.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        output.WriteLine($"{before} rows acknowledged before the copy, {there["ReturnPhrases"]} in it, {here["ReturnPhrases"]} in the end; {files.Count} attachments equal.");
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("cut off")]
    [InlineData("empty")]
    public void What_is_no_whole_copy_is_refused_and_what_is_there_stays(string kind)
    {
        var (file, target) = (Path.Combine(_place.FullName, "damaged.db"), Path.Combine(_place.FullName, "here.db"));
        File.WriteAllBytes(file, kind switch
        {
            "damaged" => [.. "SQLite format 3\0"u8, .. RandomNumberGenerator.GetBytes(8_000)],
            "cut off" => File.ReadAllBytes(app.File)[..100_000],
            _ => [],
        });
        File.WriteAllText(target, "what is there");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "Sqlite", ["ConnectionStrings:PartyWork"] = $"Data Source={target}" }).Build();

        var refused = Assert.Throws<BrokenRuleException>(() => Backup.Restore(configuration, _place.FullName, file));
        Assert.Contains("is damaged, or no copy", refused.Message, StringComparison.Ordinal);

        Assert.Equal("what is there", File.ReadAllText(target));
    }

    private static SortedDictionary<string, long> Counts(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var tables = new List<string>();
        using (var reader = list.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = (long)count.ExecuteScalar()!;
        }

        return counts;
    }
}
