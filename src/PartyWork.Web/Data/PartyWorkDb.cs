using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>The one model of both databases, the reading filters, and the only way to write.</summary>
public abstract class PartyWorkDb(DbContextOptions options) : IdentityUserContext<User, int>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the filter that keeps reading within the subtree of the active post.</summary>
    public const string SubtreeFilter = "Subtree";

    /// <summary>Name of the application's concurrency token: SQLite has no rowversion.</summary>
    public const string Version = "Version";

    /// <summary>Set at every lease; a context that was given none reads nothing and cannot write.</summary>
    public DbLease Lease
    {
        get => field ?? throw new InvalidOperationException("This context was taken past the lease: resolve PartyWorkDb from a scope.");
        set;
    }

    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<PostHolding> PostHoldings => Set<PostHolding>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<WorkYear> WorkYears => Set<WorkYear>();
    public DbSet<Window> Windows => Set<Window>();
    public DbSet<Filing> Filings => Set<Filing>();
    public DbSet<FilingRow> FilingRows => Set<FilingRow>();
    public DbSet<FilingAct> FilingActs => Set<FilingAct>();
    public DbSet<FilingVersion> FilingVersions => Set<FilingVersion>();
    public DbSet<Problem> Problems => Set<Problem>();
    public DbSet<WorkTask> WorkTasks => Set<WorkTask>();
    public DbSet<TaskProgress> TaskProgress => Set<TaskProgress>();
    public DbSet<TaskChange> TaskChanges => Set<TaskChange>();
    public DbSet<DutyItem> DutyItems => Set<DutyItem>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();
    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();
    public DbSet<SecretaryLedger> SecretaryLedgers => Set<SecretaryLedger>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LedgerVersion> LedgerVersions => Set<LedgerVersion>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<ReturnPhrase> ReturnPhrases => Set<ReturnPhrase>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<TreeStamp> TreeStamps => Set<TreeStamp>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private bool SeesEverything => Lease.Scope.Everything;
    private IReadOnlyCollection<int> ScopeIds => Lease.Scope.Ids;

    /// <summary>The version the user was shown; saving fails when somebody has changed the thing since.</summary>
    public void Expect(object entity, int version) => Entry(entity).Property(Version).OriginalValue = version;

    /// <summary>What is added hangs on this: of two who add at once, one is told so.</summary>
    public void Touch(object entity) => Entry(entity).Property(Version).IsModified = true;

    /// <summary>Before tasks are chosen or counted by colour: what a new day has changed, at the cost of a command once a day; or all of them.</summary>
    public async Task FreshenLightsAsync(bool all = false)
    {
        if (Lease.Lights.AreFresh && !all)
        {
            return;
        }

        using var turn = await Lease.Gate.EnterAsync(CancellationToken.None);
        await InTransactionAsync(async () =>
        {
            await Lease.Lights.FreshenAsync(this, all);
            return 0;
        }, CancellationToken.None);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult(); // the key ring of data protection knows only this one

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false; // once is enough: each further look walks every tracked thing again
        try
        {
            return await WriteAsync(cancellationToken);
        }
        catch (DbUpdateException collision) when (IsTaken(collision.InnerException))
        {
            throw new DbUpdateConcurrencyException("Somebody else has just added the same.", collision);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static bool IsTaken(Exception? refused) => refused is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or SqlException { Number: 2601 or 2627 };

    private async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0 && Lease.Notes.Count == 0)
        {
            return 0;
        }

        foreach (var entry in changed.Where(e => e.State is EntityState.Modified && e.Metadata.FindProperty(Version) is not null))
        {
            var version = entry.Property(Version);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }

        var treeChanged = changed.Any(e => e.Entity is Organization or Affiliation);
        using var turn = await Lease.Gate.EnterAsync(cancellationToken);
        var notes = Lease.Notes.ToList(); // a retried transaction writes them again
        var saved = await InTransactionAsync(async () =>
        {
            var rows = await base.SaveChangesAsync(false, cancellationToken);
            await Lease.Lights.ReckonAsync(this, changed, cancellationToken);
            if (treeChanged)
            {
                await TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), cancellationToken);
            }

            await Lease.Chain.AppendAsync(this, changed, notes, cancellationToken);
            return rows;
        }, cancellationToken);
        ChangeTracker.AcceptAllChanges();
        Lease.Notes.Clear();
        return saved;
    }

    private Task<int> InTransactionAsync(Func<Task<int>> work, CancellationToken cancellationToken) => Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var rows = await work();
        await transaction.CommitAsync(cancellationToken);
        return rows;
    });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(300);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PartyWorkDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList())
        {
            // Fail closed: a page that forgets who asks still cannot read a neighbour's lists.
            if (entity.ClrType.IsAssignableTo(typeof(IBelongToOrganization)))
            {
                ((Action<ModelBuilder>)KeepWithinSubtree<Problem>).Method.GetGenericMethodDefinition().MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
                builder.Entity(entity.ClrType).HasOne(typeof(Organization)).WithMany().HasForeignKey(nameof(IBelongToOrganization.OrganizationId)).IsRequired();
            }

            if (entity.ClrType.IsAssignableTo(typeof(IAudited)))
            {
                builder.Entity(entity.ClrType).Property<int>(Version).IsConcurrencyToken();
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }

        builder.Entity<AuditEntry>().HasQueryFilter(SubtreeFilter, e => SeesEverything || (e.OrganizationId != null && ScopeIds.Contains(e.OrganizationId.Value)));
    }

    private void KeepWithinSubtree<T>(ModelBuilder builder) where T : class, IBelongToOrganization =>
        builder.Entity<T>().HasQueryFilter(SubtreeFilter, x => SeesEverything || ScopeIds.Contains(x.OrganizationId));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : PartyWorkDb(options);

public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : PartyWorkDb(options);
