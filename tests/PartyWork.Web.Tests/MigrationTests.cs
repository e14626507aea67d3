using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests;

/// <summary>What is promised of the model as a whole, on both databases.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var server = new SqlServerDesignTime().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(server.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_databases_have_the_same_migrations_in_the_same_order()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var server = new SqlServerDesignTime().CreateDbContext([]);

        var names = Names(sqlite);

        Assert.NotEmpty(names);
        Assert.Equal(names, Names(server));
    }

    [Fact]
    public void Whatever_belongs_to_an_organisation_is_read_within_the_subtree_only()
    {
        var belonging = Entities().Where(e => e.ClrType.IsAssignableTo(typeof(IBelongToOrganization))).ToList();

        Assert.InRange(belonging.Count, 9, 200);
        Assert.All(belonging, e => Assert.NotNull(e.FindDeclaredQueryFilter(PartyWorkDb.SubtreeFilter)));
        Assert.NotNull(Entities().Single(e => e.ClrType == typeof(AuditEntry)).FindDeclaredQueryFilter(PartyWorkDb.SubtreeFilter));
    }

    [Fact]
    public void Every_type_with_an_organisation_is_either_filtered_or_known_to_be_open()
    {
        // Posts are named in the directory, which is open to anyone signed in; affiliations, former names and the departments of domains are the tree itself.
        // What a belt is made of is read with the belt, which is filtered: whose sites they are and whom they help along are names.
        string[] open = ["Affiliation", "BeltMatter", "BeltRadiation", "BeltSite", "DomainCharge", "FormerName", "HouseholdRow", "PostHolding"];

        var unfiltered = Entities().Where(e => e.FindProperty("OrganizationId") is not null && e.FindDeclaredQueryFilter(PartyWorkDb.SubtreeFilter) is null).Select(e => e.ClrType.Name);

        Assert.Equal(open, unfiltered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_audited_carries_the_version_that_was_shown()
    {
        var audited = Entities().Where(e => e.ClrType.IsAssignableTo(typeof(IAudited))).ToList();

        Assert.InRange(audited.Count, 10, 200);
        Assert.All(audited, e => Assert.True(e.FindProperty(PartyWorkDb.Version) is { IsConcurrencyToken: true }, e.ClrType.Name));
    }

    [Fact]
    public void Nothing_is_deleted_with_something_else() =>
        Assert.All(Entities().SelectMany(e => e.GetForeignKeys()), k => Assert.True(k.DeleteBehavior is DeleteBehavior.Restrict, k.ToString()));

    private static List<Microsoft.EntityFrameworkCore.Metadata.IEntityType> Entities()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        return [.. db.GetService<IDesignTimeModel>().Model.GetEntityTypes().Where(e => !e.IsOwned())];
    }

    private static List<string> Names(PartyWorkDb db) => [.. db.Database.GetMigrations().Select(m => m.Split('_', 2)[1])];
}

/// <summary>A pooled context reads for whoever leased it, never for whoever had it before.</summary>
public sealed class LeaseTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_lease_without_a_scope_reads_nothing()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();

        Assert.Equal((0, 0, 0), (await db.Filings.CountAsync(), await db.WorkTasks.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_context_taken_past_the_lease_neither_reads_nor_writes()
    {
        // What DatabaseSetup leases from: a context of the pool that was given no lease.
        await using var raw = new SqliteDesignTime().CreateDbContext([]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => raw.Filings.CountAsync());
        raw.Add(new Setting { Key = "x", Value = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => raw.SaveChangesAsync());
    }

    [Fact]
    public async Task Leasing_twice_never_shows_the_second_what_the_first_could_read()
    {
        var (first, second) = (await app.OrganizationAsync("QH01001"), await app.OrganizationAsync("QH02001"));
        var pooled = new HashSet<PartyWorkDb>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < 20; i++)
        {
            foreach (var (organization, other) in new[] { (first, second), (second, first) })
            {
                await using var scope = app.Services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<DbLease>().Scope = new OrgScope(false, [organization]);
                var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
                pooled.Add(db);

                Assert.All(await db.WorkTasks.Select(t => t.OrganizationId).Distinct().ToListAsync(), id => Assert.Equal(organization, id));
                Assert.True(await db.Filings.AnyAsync());
                Assert.False(await db.Filings.AnyAsync(f => f.OrganizationId == other));
                Assert.Empty(db.ChangeTracker.Entries());
                _ = await db.Set<Problem>().FirstAsync(); // leaves something tracked behind
            }
        }

        Assert.InRange(pooled.Count, 1, 39); // the same contexts came back, or the test says nothing
    }

    [Fact]
    public async Task Two_scopes_at_once_read_each_its_own()
    {
        var codes = new[] { "QH01001", "QH01002", "QH02001" };
        var ids = await Task.WhenAll(codes.Select(app.OrganizationAsync));
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, stop) =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DbLease>().Scope = new OrgScope(false, [ids[i % 3]]);
            var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
            Assert.Equal([ids[i % 3]], await db.Set<Filing>().Select(f => f.OrganizationId).Distinct().ToListAsync(stop));
        });
    }
}
