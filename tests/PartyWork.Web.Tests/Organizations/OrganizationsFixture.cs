using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Tests.Documents;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>A migrated SQLite file of its own, into which rosters are imported.</summary>
public sealed class OrganizationsFixture : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"organizations-{Guid.NewGuid():N}.db");
    private readonly WriteGate _gate = new(true);

    public BusinessClock Clock { get; } = new(TimeProvider.System);

    /// <summary>The district's roster as text, to be changed by a test before it is imported.</summary>
    public static string RosterText => Encoding.UTF8.GetString(Samples.RosterCsv).TrimStart('\uFEFF');

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await DatabaseSetup.MigrateAsync(db);
    }

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(_file);
        return ValueTask.CompletedTask;
    }

    public PartyWorkDb Open() => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={_file}").Options)
    {
        Lease = new DbLease(_gate, new AuditChain(new byte[32]), new Lights(new BusinessClock(TimeProvider.System)), TimeProvider.System) { Scope = OrgScope.All },
    };

    /// <summary>Reads the file, compares and imports, as the two steps of the page do; each with a context of its own.</summary>
    public async Task<RosterPlan> ImportAsync(byte[] file, string name)
    {
        var plan = await PlanAsync(file, name);
        await using var db = Open();
        await new RosterImport(db, Clock).ApplyAsync(plan);
        return plan;
    }

    public Task<RosterPlan> ImportAsync(string csv) => ImportAsync(Encoding.UTF8.GetBytes(csv), "名册.csv");

    public async Task<RosterPlan> PlanAsync(byte[] file, string name)
    {
        await using var db = Open();
        var import = new RosterImport(db, Clock);
        return await import.PlanAsync(Roster.Read(SheetReader.Read(new MemoryStream(file), name), await import.KnownCodesAsync()));
    }

    public async Task<T> ReadAsync<T>(Func<PartyWorkDb, Task<T>> read)
    {
        await using var db = Open();
        return await read(db);
    }

    public Task<List<PostHolding>> HoldingsAsync(string code, PostKind kind) => ReadAsync(db =>
        db.PostHoldings.Include(h => h.Person).Where(h => h.Organization.Code == code && h.Kind == kind).OrderBy(h => h.Id).ToListAsync());

    public Task<OrgTree> TreeAsync() => ReadAsync(db => new OrgTrees().GetAsync(db, 1));
}
