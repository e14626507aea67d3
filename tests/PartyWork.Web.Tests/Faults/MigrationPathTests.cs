using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Faults;

/// <summary>
/// T41: whatever step of the migrations a database stands at, with a row in every table that it has, it comes to the newest one and has lost none of them.
/// In every run the oldest and one other step, in a long one all.
/// </summary>
public sealed partial class MigrationPathTests(ITestOutputHelper output) : IDisposable
{
    // Before anything was released these registers became pages of their own, with tables that hold more; the district had nothing in them yet.
    private static readonly string[] Replaced = ["AssessedUnit", "AssessmentRound", "BeltSite", "DemonstrationBelt", "DemonstrationSite", "LaggingCase", "LaggingProgress", "RubricCount"];

    private static readonly string[] Own = ["__EFMigrationsHistory", "__EFMigrationsLock", "sqlite_sequence"];

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("partywork-steps-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    [Fact]
    public async Task From_every_step_a_database_with_rows_in_all_its_tables_comes_to_the_newest_and_loses_none()
    {
        var chance = Runs.Chance(output);
        await using var newest = Open(Path.Combine(_place.FullName, "none.db"));
        var steps = newest.Database.GetMigrations().SkipLast(1).ToList();
        var other = chance.Next(1, steps.Count);
        var lost = new List<string>();
        foreach (var step in steps.Where((_, i) => Runs.AreLong || i == 0 || i == other))
        {
            await using var db = Open(Path.Combine(_place.FullName, step + ".db"));
            await db.GetService<IMigrator>().MigrateAsync(step);
            await db.Database.OpenConnectionAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            var filled = await FillAsync(connection);

            await db.Database.MigrateAsync();

            foreach (var (table, columns) in filled.Where(f => !Replaced.Contains(f.Key)))
            {
                // Of the one row the names of the columns that had something and are empty now.
                var kept = (await ColumnsAsync(connection, table)).Select(c => c.Name).Where(columns.Contains);
                var rows = await AskAsync(connection, $"SELECT {string.Join(" || ", kept.Select(c => $"CASE WHEN \"{c}\" IS NULL THEN '{c} ' ELSE '' END"))} FROM \"{table}\"");
                if (rows is not [""])
                {
                    lost.Add($"{step}: {table} has {rows.Count} rows, {string.Concat(rows)}");
                }
            }

            lost.AddRange((await AskAsync(connection, "PRAGMA foreign_key_check")).Select(t => $"{step}: {t} refers to nothing"));
            Assert.Equal(["ok"], await AskAsync(connection, "PRAGMA integrity_check"));
            output.WriteLine($"{step}: {filled.Count} tables");
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    public void SQL_Server_s_script_from_the_oldest_step_to_the_newest_goes_through_all_and_takes_no_other_table_away()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var steps = db.Database.GetMigrations().ToList();

        var script = db.GetService<IMigrator>().GenerateScript(steps[0]);

        Assert.All(steps.Skip(1), s => Assert.Contains(s, script, StringComparison.Ordinal));
        Assert.Equal(Replaced, DropTable().Matches(script).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    /// <summary>One row in every table, number 1, that refers to number 1 of every other.</summary>
    private static async Task<Dictionary<string, HashSet<string>>> FillAsync(SqliteConnection connection)
    {
        await AskAsync(connection, "PRAGMA foreign_keys = OFF");
        var filled = new Dictionary<string, HashSet<string>>();
        foreach (var table in (await AskAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")).Except(Own))
        {
            var columns = await ColumnsAsync(connection, table);
            await AskAsync(connection, $"INSERT OR REPLACE INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select(c => c.Type switch { "TEXT" => "'1'", "BLOB" => "x'01'", _ => "1" }))})");
            filled[table] = [.. columns.Select(c => c.Name)];
        }

        await AskAsync(connection, "PRAGMA foreign_keys = ON");
        return filled;
    }

    private static async Task<IReadOnlyList<(string Name, string Type)>> ColumnsAsync(SqliteConnection connection, string table) =>
        [.. (await AskAsync(connection, $"SELECT name || ' ' || type FROM pragma_table_info('{table}')")).Select(c => c.Split(' ')).Select(c => (c[0], c[1]))];

    private static async Task<IReadOnlyList<string>> AskAsync(SqliteConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await reader.ReadAsync())
        {
            answers.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return answers;
    }

    [GeneratedRegex(@"DROP TABLE \[(\w+)\]")]
    private static partial Regex DropTable();

    private static SqliteDb Open(string file) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={file};Pooling=False").AddInterceptors(new SqlitePragmas()).Options)
    {
        Lease = new DbLease(new WriteGate(queue: true), new AuditChain(new byte[32]), new Lights(new BusinessClock(TimeProvider.System)), TimeProvider.System) { Scope = OrgScope.All },
    };
}
