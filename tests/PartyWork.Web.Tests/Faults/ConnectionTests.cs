using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests.Faults;

/// <summary>SQLite as its file is to be used, on every connection and not on the first alone.</summary>
public sealed class ConnectionTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("journal_mode", "wal")] // readers and the one writer do not wait for each other
    [InlineData("synchronous", "2")] // FULL: what was acknowledged survives the loss of power
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")] // deleted text is overwritten
    public async Task Every_connection_is_set_so(string pragma, string value)
    {
        Assert.SkipUnless(App.IsSqlite, "Only SQLite is set by PRAGMA.");

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.WithDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(); // eight at once: each is a connection of its own
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            await Task.Delay(50);
            return $"{await command.ExecuteScalarAsync()}";
        })));

        Assert.All(found, v => Assert.Equal(value, v));
    }
}
