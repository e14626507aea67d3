using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Audit;

/// <summary>Whoever has the database file but not the key cannot change the record unseen.</summary>
public sealed class TamperTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Trials = 500, Entries = 40;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"partywork-chain-{Guid.NewGuid():N}.db");
    private readonly AuditChain _chain = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private readonly WriteGate _gate = new(true);

    private delegate string Tampering(Random random);

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
        for (var i = 0; i < Entries; i++)
        {
            db.Lease.UserId = i % 3;
            db.Lease.Why = $"理由{i}";
            if (i == 0)
            {
                db.Add(new User { UserName = "admin" });
            }
            else
            {
                db.Lease.Notes.Add(new AuditNote("User", $"{i}", "登录", i % 4));
            }

            await db.SaveChangesAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _gate.Dispose();
        File.Delete(_file);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Five_hundred_random_tamperings_are_all_found()
    {
        var random = Runs.Chance(output);
        string[] text = ["Name", "Post", "Kind", "\"Key\"", "Act", "Changes", "Why", "Correlation", "At"];
        Tampering[] ways =
        [
            r => $"DELETE FROM AuditEntries WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"DELETE FROM AuditEntries WHERE Sequence > {r.Next(0, Entries)}",
            r => $"DELETE FROM AuditEntries WHERE Sequence <= {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET {text[r.Next(7)]} = {text[r.Next(7)]} || 'x' WHERE Sequence = {r.Next(1, Entries + 1)}".Replace("= Changes || 'x'", "= Changes || ' '", StringComparison.Ordinal),
            r => $"UPDATE AuditEntries SET At = '2026-01-0{r.Next(1, 9)} 00:00:00.000' WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET UserId = COALESCE(UserId, 0) + {r.Next(1, 9)} WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET OrganizationId = COALESCE(OrganizationId, 0) + {r.Next(1, 9)} WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET Correlation = '{Guid.NewGuid().ToString().ToUpperInvariant()}' WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET Hash = '{new string('a', 64)}' WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditEntries SET Address = '10.9.9.{r.Next(1, 99)}' WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => Swap(r.Next(1, Entries), r.Next(1, Entries)),
            r => $"INSERT INTO AuditEntries (Sequence, At, UserId, Name, Post, OrganizationId, Kind, \"Key\", Act, Changes, Why, Correlation, Address, Hash) SELECT Sequence + {Entries}, At, UserId, Name, Post, OrganizationId, Kind, \"Key\", Act, Changes, Why, Correlation, Address, Hash FROM AuditEntries WHERE Sequence = {r.Next(1, Entries + 1)}",
            r => $"UPDATE AuditHeads SET Count = Count + {r.Next(1, 5)}",
            r => $"UPDATE AuditHeads SET Seal = '{new string('b', 64)}'",
            r => "UPDATE AuditHeads SET LastHash = Seal",

            // The careful thief: the last entries are taken off, and the head is made to fit.
            r =>
            {
                var keep = r.Next(1, Entries);
                return $"DELETE FROM AuditEntries WHERE Sequence > {keep}; UPDATE AuditHeads SET Count = {keep}, LastHash = (SELECT Hash FROM AuditEntries WHERE Sequence = {keep})";
            },
            r => "DELETE FROM AuditEntries; UPDATE AuditHeads SET Count = 0, LastHash = '0'",
        ];
        await using var db = Open();
        Assert.Null(await _chain.VerifyAsync(db, CancellationToken.None));
        var missed = new List<string>();
        for (var trial = 0; trial < Trials; trial++)
        {
            var sql = ways[trial % ways.Length](random);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction.GetDbTransaction());
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
            if (await _chain.VerifyAsync(db, CancellationToken.None) is null)
            {
                missed.Add(sql);
            }

            await transaction.RollbackAsync();
        }

        Assert.Empty(missed);
        Assert.Null(await _chain.VerifyAsync(db, CancellationToken.None));
    }

    [Fact]
    public async Task With_another_key_the_seal_does_not_fit()
    {
        await using var db = Open();

        Assert.Equal("审计链末端的签章不符。", await new AuditChain(new byte[32]).VerifyAsync(db, CancellationToken.None));
    }

    // Numbers are a key: two entries change places by way of a number nobody has.
    private static string Swap(int one, int other) =>
        $"UPDATE AuditEntries SET Sequence = -1 WHERE Sequence = {one}; UPDATE AuditEntries SET Sequence = {one} WHERE Sequence = {other + (one == other ? 1 : 0)}; UPDATE AuditEntries SET Sequence = {other + (one == other ? 1 : 0)} WHERE Sequence = -1";

    private SqliteDb Open() => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={_file}").Options)
    {
        Lease = new DbLease(_gate, _chain, new Lights(new BusinessClock(TimeProvider.System)), TimeProvider.System) { Scope = OrgScope.All },
    };
}
