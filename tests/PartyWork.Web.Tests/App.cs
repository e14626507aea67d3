using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;

namespace PartyWork.Web.Tests;

/// <summary>
/// The real application over its own copy of the demo district, at 10:00 on 18 December 2026: three days before the fourth quarter is due.
/// On SQLite by default; on a real SQL Server, a database for each App, when PARTYWORK_TEST_SQLSERVER holds a connection string.
/// </summary>
public sealed class App : WebApplicationFactory<Program>
{
    private static readonly string? RealServer = Environment.GetEnvironmentVariable("PARTYWORK_TEST_SQLSERVER");
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly bool _keepsFile;

    public App()
        : this(NewFile(), false)
    {
        if (RealServer is null)
        {
            System.IO.File.Copy(Template.Value.GetAwaiter().GetResult(), File);
        }
        else
        {
            LoadAsync().GetAwaiter().GetResult();
        }
    }

    private App(string file, bool keepsFile) => (File, _keepsFile) = (file, keepsFile);

    /// <summary>Over a database that is there already and stays: a second node beside another, or what was restored.</summary>
    public static App Over(string file) => new(file, true);

    /// <summary>The SQLite database; of a real SQL Server its name stands in it.</summary>
    public string File { get; }

    /// <summary>What only SQLite has is not tried on a real SQL Server.</summary>
    public static bool IsSqlite => RealServer is null;

    /// <summary>02:00 UTC on 22 November 2026; with the demo's offset the business day is 18 December.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public SqlCounter Sql { get; } = new();

    /// <summary>How many fields a form may have; the product's own limit where nothing is said.</summary>
    public int MostFields { get; init; } = new FormOptions().ValueCountLimit;

    /// <summary>Reads or writes past every filter, as the program itself.</summary>
    public async Task<T> WithDbAsync<T>(Func<PartyWorkDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        return await use(scope.ServiceProvider.GetRequiredService<PartyWorkDb>());
    }

    /// <summary>After a test has written past the product: every save does this by itself.</summary>
    public Task<int> MoveWorkAsync() => WithDbAsync(db => db.TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Work, t => t.Work + 1)));

    public Task<int> OrganizationAsync(string code) => WithDbAsync(db => db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());

    /// <summary>The address number of a filing: period 0 and the three lists, or a quarter's report.</summary>
    public Task<int> FilingAsync(string code, int period, int year = 2026) => WithDbAsync(async db =>
    {
        var id = await db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync();
        var kind = period == 0 ? FilingKind.ThreeLists : FilingKind.QuarterlyReport;
        return await db.Filings.Where(f => f.OrganizationId == id && f.Kind == kind && f.Year == year && f.Period == period).Select(f => f.Id).SingleAsync();
    });

    public override async ValueTask DisposeAsync()
    {
        if (RealServer is not null && !_keepsFile)
        {
            await WithDbAsync(async db => { await db.Database.ExecuteSqlAsync($"DECLARE @n sysname = DB_NAME(); USE master; EXEC('ALTER DATABASE [' + @n + '] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [' + @n + ']')"); return 0; });
        }

        await base.DisposeAsync();
        if (RealServer is null && !_keepsFile)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            System.IO.File.Delete(File);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Demo:LoadWhenEmpty", "false");
        builder.UseSetting("Security:Accounts:HashIterations", "1000"); // the time goes into what is tested
        builder.UseSetting("Security:AuditKey", Convert.ToBase64String(new byte[32]));
        foreach (var often in (string[])["Imports", "Exports", "Searches"])
        {
            builder.UseSetting($"Security:Limits:{often}", "0"); // no person does what a test does in a minute
        }

        foreach (var source in (string[])["Default", "Override:Microsoft", "Override:Microsoft.Hosting.Lifetime"])
        {
            builder.UseSetting($"Serilog:MinimumLevel:{source}", "Fatal");
        }
        if (RealServer is null)
        {
            builder.UseSetting("ConnectionStrings:PartyWork", $"Data Source={File}");
        }
        else
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("Database:MaxBatchSize", Environment.GetEnvironmentVariable("PARTYWORK_TEST_SQLSERVER_MAXBATCH"));
            builder.UseSetting("ConnectionStrings:PartyWork", new DbConnectionStringBuilder { ConnectionString = RealServer, ["Database"] = Path.GetFileNameWithoutExtension(File) }.ConnectionString);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<FormOptions>(o => o.ValueCountLimit = MostFields);
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Sql));
            services.ConfigureDbContext<SqlServerDb>(o => o.AddInterceptors(Sql));
        });
    }

    private async Task LoadAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoDistrict>().LoadAsync(new DateOnly(2026, 12, 18));
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var app = Over(NewFile());
        await app.LoadAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(app.File);
        return app.File;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"partywork-{Guid.NewGuid():N}.db");
}

/// <summary>Counts SQL commands, so that a page's budget can be asserted.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private readonly List<string> _commands = [];

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands)
            {
                return [.. _commands];
            }
        }
    }

    public void Reset()
    {
        lock (_commands)
        {
            _commands.Clear();
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (_commands)
        {
            _commands.Add(command.CommandText);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
