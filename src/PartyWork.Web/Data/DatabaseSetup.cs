using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PartyWork.Web.Data;

public static class DatabaseSetup
{
    /// <summary>The organisations of a scope go as one parameter: with one for each the text of every command would be made anew at every request, one request at a time.</summary>
    public const ParameterTranslationMode Ids = ParameterTranslationMode.Parameter;

    /// <summary>One provider per process, named by Database:Provider. Contexts are pooled; every lease is told who reads.</summary>
    public static IServiceCollection AddPartyWorkDb(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var connection = configuration.GetConnectionString("PartyWork") ?? throw new InvalidOperationException("ConnectionStrings:PartyWork is missing.");
        switch (configuration["Database:Provider"])
        {
            case "Sqlite":
                services.AddPooledDbContextFactory<SqliteDb>(o => o.UseSqlite(SqliteFile(connection, contentRoot), s => s.UseParameterizedCollectionMode(Ids)).AddInterceptors(new SqlitePragmas()));
                services.AddScoped(p => Lease(p, p.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext()));
                break;
            case "SqlServer":
                services.AddPooledDbContextFactory<SqlServerDb>(o => o.UseSqlServer(connection, s =>
                {
                    s.ExecutionStrategy(d => new LostConnections(d)).UseParameterizedCollectionMode(Ids);
                    if (configuration.GetValue<int?>("Database:MaxBatchSize") is { } size)
                    {
                        s.MaxBatchSize(size);
                    }
                }));
                services.AddScoped(p => Lease(p, p.GetRequiredService<IDbContextFactory<SqlServerDb>>().CreateDbContext()));
                break;
            case var other:
                throw new InvalidOperationException($"Database:Provider is '{other}'; it must be Sqlite or SqlServer.");
        }

        services.AddSingleton(new WriteGate(queue: configuration["Database:Provider"] == "Sqlite"));
        services.AddSingleton(_ => new AuditChain(SecretKey(configuration, contentRoot)));
        return services.AddScoped<DbLease>();
    }

    public static async Task MigrateAsync(PartyWorkDb db)
    {
        if (db.Database.IsSqlite())
        {
            // A file that is there already, be it empty or restored from a copy, is never put into this mode by EF: readers and the one writer do not wait for each other.
            await using var connection = db.Database.GetDbConnection();
            await connection.OpenAsync();
            await using var forget = connection.CreateCommand();
            forget.CommandText = "PRAGMA journal_mode=WAL";
            await forget.ExecuteNonQueryAsync();

            // A process killed while migrating leaves its lock row behind, and the next one would wait for it for ever.
            forget.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (Convert.ToInt32(await forget.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                forget.CommandText = "DELETE FROM __EFMigrationsLock WHERE Timestamp < datetime('now', '-5 minutes')";
                await forget.ExecuteNonQueryAsync();
            }

            await connection.CloseAsync();
        }

        if ((await db.Database.GetPendingMigrationsAsync()).Any()) // without, EF compares the whole model with its last picture at every start
        {
            await db.Database.MigrateAsync();
        }
    }

    private static PartyWorkDb Lease(IServiceProvider services, PartyWorkDb db)
    {
        db.Lease = services.GetRequiredService<DbLease>();
        return db;
    }

    private static string SqliteFile(string connection, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30 };
        builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ToString();
    }

    /// <summary>The installation's secret, from the settings or made once beside the database.</summary>
    internal static byte[] SecretKey(IConfiguration configuration, string contentRoot)
    {
        if (configuration["Security:AuditKey"] is { Length: > 0 } key)
        {
            return Convert.FromBase64String(key);
        }

        var file = Path.Combine(contentRoot, "App_Data", "audit.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // nobody else's on this machine
            }

            using var made = new StreamWriter(file, options);
            made.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return Convert.FromBase64String(File.ReadAllText(file));
    }
}

/// <summary>Every commit is on the disk before it is acknowledged, and deleted text is overwritten.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;";

    /// <summary>Connections to the file that are set: they come back from the pool as they were left.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
            IsSet(connection);
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsNew(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
            IsSet(connection);
        }
    }

    private bool IsNew(DbConnection connection) => !_set.TryGetValue(((SqliteConnection)connection).Handle!, out _);

    private void IsSet(DbConnection connection) => _set.AddOrUpdate(((SqliteConnection)connection).Handle!, this);
}

// `dotnet ef` finds these; neither opens a connection to add a migration.
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=none").Options);
}

public sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=none").Options);
}
