using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.SqlServer.Tests;

/// <summary>
/// On a real SQL Server, when PARTYWORK_TEST_SQLSERVER holds a connection string of a login that may create databases:
/// a new database is made, filled, checked and dropped. PARTYWORK_TEST_SQLSERVER_MAXBATCH sets Database:MaxBatchSize.
/// </summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task The_demo_district_loads_and_its_audit_chain_is_intact()
    {
        var server = Environment.GetEnvironmentVariable("PARTYWORK_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "PARTYWORK_TEST_SQLSERVER is not set: no real SQL Server to test on.");
        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"PartyWorkTest{Guid.NewGuid():N}" };
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithWebHostBuilder(host => host.UseEnvironment("Development")
            .UseSetting("Database:Provider", "SqlServer").UseSetting("Database:MigrateOnStart", "true")
            .UseSetting("Database:MaxBatchSize", Environment.GetEnvironmentVariable("PARTYWORK_TEST_SQLSERVER_MAXBATCH"))
            .UseSetting("ConnectionStrings:PartyWork", connection.ConnectionString)
            .UseSetting("Serilog:MinimumLevel:Default", "Fatal").UseSetting("Security:Limits:Imports", "0").UseSetting("Security:Limits:Exports", "0").UseSetting("Security:Limits:Searches", "0").UseSetting("Security:AuditKey", Convert.ToBase64String(new byte[32])));
        try
        {
            using var client = app.CreateClient();
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));

            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
            var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.True(await db.Organizations.CountAsync() > 50);
            Assert.True(await db.AuditEntries.AnyAsync());
            Assert.Null(await scope.ServiceProvider.GetRequiredService<AuditChain>().VerifyAsync(db, TestContext.Current.CancellationToken));
        }
        finally
        {
            SqlConnection.ClearAllPools();
            await using var master = new SqlConnection(new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ConnectionString);
            await master.OpenAsync();
            await using var drop = master.CreateCommand();
            drop.CommandText = string.Create(CultureInfo.InvariantCulture, $"IF DB_ID('{connection.InitialCatalog}') IS NOT NULL BEGIN ALTER DATABASE [{connection.InitialCatalog}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{connection.InitialCatalog}]; END");
            await drop.ExecuteNonQueryAsync();
        }
    }
}
