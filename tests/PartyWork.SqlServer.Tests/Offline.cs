using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.SqlServer.Tests;

/// <summary>Contexts of the SQL Server provider that never reach a server.</summary>
internal static class Offline
{
    /// <summary>For the model and the migrations: opening it would fail.</summary>
    public static SqlServerDb Model() => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=none").Options);

    /// <summary>For running queries and saves: every command is written down in <paramref name="statements"/> and answered by a stub.</summary>
    public static SqlServerDb Db(Statements statements, OrgScope scope) =>
        new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=none", s => s.MaxBatchSize(6).UseParameterizedCollectionMode(DatabaseSetup.Ids)).AddInterceptors(new NoServer(statements)).Options)
        {
            Lease = new DbLease(new WriteGate(queue: false), new AuditChain(new byte[32]), new Lights(new BusinessClock(TimeProvider.System)), TimeProvider.System) { Scope = scope },
        };
}
