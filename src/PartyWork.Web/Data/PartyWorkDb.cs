using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Figures;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data.Configurations;

namespace PartyWork.Web.Data;

/// <summary>The one model of both databases, the reading filters, and the only way to write.</summary>
public abstract class PartyWorkDb(DbContextOptions options) : IdentityUserContext<User, int>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the filter that keeps reading within the subtree of the active post.</summary>
    public const string SubtreeFilter = "Subtree";

    /// <summary>Name of the filter that keeps 交叉复评 out of everything that asks for what organisations came to.</summary>
    public const string FirstCheckFilter = "FirstCheck";

    /// <summary>Name of the application's concurrency token: SQLite has no rowversion.</summary>
    public const string Version = "Version";

    /// <summary>Name of the key that a form carries from when it was opened: the same form sent twice is saved once.</summary>
    public const string OneTimeKey = "OneTimeKey";

    /// <summary>Set at every lease; a context that was given none reads nothing and cannot write.</summary>
    public DbLease Lease
    {
        get => field ?? throw new InvalidOperationException("This context was taken past the lease: resolve PartyWorkDb from a scope.");
        set;
    }

    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<FormerName> FormerNames => Set<FormerName>();
    public DbSet<DomainCharge> DomainCharges => Set<DomainCharge>();
    public DbSet<CommunityWorkers> CommunityWorkers => Set<CommunityWorkers>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<PostHolding> PostHoldings => Set<PostHolding>();
    public DbSet<Handover> Handovers => Set<Handover>();
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
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<CoordinationItem> CoordinationItems => Set<CoordinationItem>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();
    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();
    public DbSet<KeyPoint> KeyPoints => Set<KeyPoint>();
    public DbSet<AgreementTemplate> AgreementTemplates => Set<AgreementTemplate>();
    public DbSet<TemplateClause> TemplateClauses => Set<TemplateClause>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<AgreementClause> AgreementClauses => Set<AgreementClause>();
    public DbSet<Addendum> Addenda => Set<Addendum>();
    public DbSet<ClauseAmendment> ClauseAmendments => Set<ClauseAmendment>();
    public DbSet<ResponsibilityPost> ResponsibilityPosts => Set<ResponsibilityPost>();
    public DbSet<PostDuty> PostDuties => Set<PostDuty>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<SecretaryLedger> SecretaryLedgers => Set<SecretaryLedger>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LedgerVersion> LedgerVersions => Set<LedgerVersion>();
    public DbSet<AnnualReport> AnnualReports => Set<AnnualReport>();
    public DbSet<ReportParagraph> ReportParagraphs => Set<ReportParagraph>();
    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<AssignmentEnd> AssignmentEnds => Set<AssignmentEnd>();
    public DbSet<HouseholdRow> HouseholdRows => Set<HouseholdRow>();
    public DbSet<NextPlanItem> NextPlanItems => Set<NextPlanItem>();
    public DbSet<FigureParameter> FigureParameters => Set<FigureParameter>();
    public DbSet<FigureFreeze> FigureFreezes => Set<FigureFreeze>();
    public DbSet<FrozenValue> FrozenValues => Set<FrozenValue>();
    public DbSet<FigureOverride> FigureOverrides => Set<FigureOverride>();
    public DbSet<DataRequest> DataRequests => Set<DataRequest>();
    public DbSet<SavedQuery> SavedQueries => Set<SavedQuery>();
    public DbSet<Rubric> Rubrics => Set<Rubric>();
    public DbSet<RubricCriterion> RubricCriteria => Set<RubricCriterion>();
    public DbSet<PledgeSheet> PledgeSheets => Set<PledgeSheet>();
    public DbSet<Pledge> Pledges => Set<Pledge>();
    public DbSet<Debrief> Debriefs => Set<Debrief>();
    public DbSet<DebriefComment> DebriefComments => Set<DebriefComment>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();
    public DbSet<GradingScheme> GradingSchemes => Set<GradingScheme>();
    public DbSet<AnnualResult> AnnualResults => Set<AnnualResult>();
    public DbSet<VetoReview> VetoReviews => Set<VetoReview>();
    public DbSet<SiteProgramme> SiteProgrammes => Set<SiteProgramme>();
    public DbSet<DemonstrationSite> DemonstrationSites => Set<DemonstrationSite>();
    public DbSet<DemonstrationBelt> DemonstrationBelts => Set<DemonstrationBelt>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<SurveyToken> SurveyTokens => Set<SurveyToken>();
    public DbSet<SurveyRate> SurveyRates => Set<SurveyRate>();
    public DbSet<PaperCount> PaperCounts => Set<PaperCount>();
    public DbSet<CaseVisit> CaseVisits => Set<CaseVisit>();
    public DbSet<ResidentOpinion> ResidentOpinions => Set<ResidentOpinion>();
    public DbSet<RectificationFund> RectificationFunds => Set<RectificationFund>();
    public DbSet<FundSpending> FundSpendings => Set<FundSpending>();
    public DbSet<PracticalThing> PracticalThings => Set<PracticalThing>();
    public DbSet<LeaderVisit> LeaderVisits => Set<LeaderVisit>();
    public DbSet<SupervisionNote> SupervisionNotes => Set<SupervisionNote>();
    public DbSet<SupervisionProblem> SupervisionProblems => Set<SupervisionProblem>();
    public DbSet<RectificationBatch> RectificationBatches => Set<RectificationBatch>();
    public DbSet<RectificationCase> RectificationCases => Set<RectificationCase>();
    public DbSet<CaseHelper> CaseHelpers => Set<CaseHelper>();
    public DbSet<CaseProblem> CaseProblems => Set<CaseProblem>();
    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();
    public DbSet<CaseDirection> CaseDirections => Set<CaseDirection>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<DisposalCertificate> DisposalCertificates => Set<DisposalCertificate>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<ReturnPhrase> ReturnPhrases => Set<ReturnPhrase>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<TreeStamp> TreeStamps => Set<TreeStamp>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<CommitMark> CommitMarks => Set<CommitMark>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private bool SeesEverything => Lease.Scope.Everything;
    private IReadOnlyCollection<int> ScopeIds => Lease.Scope.Ids;
    private int ScopeDepartment => Lease.Scope.Department;
    private int ScopeOwner => Lease.Scope.Owner;
    private int ScopePerson => Lease.Scope.Person;
    private int ScopeOrganizer => Lease.Scope.Organizer;
    private bool IsAssigned => Lease.Scope.IsAssigned;
    private IReadOnlyCollection<int> ScopeSheets => Lease.Scope.Sheets;

    /// <summary>The version a form is to carry; 0 of what is not stored yet.</summary>
    public int VersionOf(object? entity) => entity is null ? 0 : (int)Entry(entity).Property(Version).CurrentValue!;

    /// <summary>The version the user was shown; saving fails when somebody has changed the thing since.</summary>
    public void Expect(object entity, int version) => Entry(entity).Property(Version).OriginalValue = version;

    /// <summary>Whether the form with this key has been saved already.</summary>
    public Task<bool> IsSavedAsync<T>(Guid key) where T : class => Set<T>().AnyAsync(r => EF.Property<Guid?>(r, OneTimeKey) == key);

    /// <summary>Adds what a form has entered, under the form's key.</summary>
    public void AddOnce(object record, Guid key)
    {
        Add(record);
        Entry(record).Property(OneTimeKey).CurrentValue = key;
    }

    /// <summary>What is added hangs on this: of two who add at once, one is told so.</summary>
    public void Touch(object entity) => Entry(entity).Property(Version).IsModified = true;

    /// <summary>Within an act of <see cref="AsOneAsync"/>, before anything is read: whoever answers waits for whoever closes, and the other way round. The survey keeps no trace of it. Past the subtree filter, for who answers by a slip's code has signed in nowhere and reads no organisation.</summary>
    public Task HoldSurveyAsync(int id) => Surveys.IgnoreQueryFilters([SubtreeFilter]).Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Slips, x => x.Slips));

    /// <summary>Before tasks are chosen or counted by colour: what a new day has changed, at the cost of a command once a day; or all of them, with the sums of shares that they follow from.</summary>
    public async Task FreshenLightsAsync(bool all = false)
    {
        if (Lease.Lights.AreFresh && !all)
        {
            return;
        }

        using var turn = await Lease.Gate.EnterAsync(CancellationToken.None);
        await Commits.RunAsync(this, async () =>
        {
            if (all)
            {
                await Summaries.SumAsync(this);
            }

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

    /// <summary>
    /// Several saves that are one act: what the first one numbers, a later one refers to. All of it happens or nothing. The act reads what it
    /// changes itself, because after a lost connection it is run again from the start.
    /// </summary>
    public async Task<T> AsOneAsync<T>(Func<Task<T>> act)
    {
        var notes = Lease.Notes.ToList();
        using var turn = await Lease.Gate.EnterAsync(CancellationToken.None);
        return await Commits.RunAsync(this, () =>
        {
            ChangeTracker.Clear();
            Lease.Notes.Clear();
            Lease.Notes.AddRange(notes); // the first attempt's saves have taken them
            return act();
        }, CancellationToken.None);
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

        var saved = Database.CurrentTransaction is null ? await CommitAsync(changed, cancellationToken) : await SaveAsync(changed, cancellationToken);
        ChangeTracker.AcceptAllChanges();
        Lease.Notes.Clear();
        return saved;
    }

    private async Task<int> CommitAsync(IReadOnlyList<EntityEntry> changed, CancellationToken cancellationToken)
    {
        using var turn = await Lease.Gate.EnterAsync(cancellationToken);
        return await Commits.RunAsync(this, () => SaveAsync(changed, cancellationToken), cancellationToken);
    }

    /// <summary>Within a transaction; a retried one writes the notes again, for they are cleared only after it.</summary>
    private async Task<int> SaveAsync(IReadOnlyList<EntityEntry> changed, CancellationToken cancellationToken)
    {
        var sums = await Summaries.LockAsync(this, changed, cancellationToken);
        var rows = await base.SaveChangesAsync(false, cancellationToken);
        await Summaries.SumAsync(this, sums, cancellationToken);
        await Lease.Lights.ReckonAsync(this, changed, sums, cancellationToken);
        if (changed.Any(e => e.Entity is Organization or Affiliation))
        {
            await OfficialOrder.RenewAsync(this, cancellationToken);
        }

        if (changed.Any(e => e.Entity is Organization or Affiliation or FormerName or DomainCharge))
        {
            await TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1), cancellationToken);
        }

        // What is typed row by row, who is signed in, and what is answered on a slip is nothing that waits for anybody.
        if (changed.Any(e => e.Entity is not (FilingRow or User or UserSession or DataProtectionKey or SurveyToken or SurveyBallot or SurveyOpinion)))
        {
            await TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Work, t => t.Work + 1), cancellationToken);
            Lease.HasMovedWork = true;
        }

        await Lease.Chain.AppendAsync(this, changed, [.. Lease.Notes], cancellationToken);
        return rows;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(300);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PartyWorkDb).Assembly);
        RegisterConfiguration.Configure(builder);
        foreach (var entity in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToList())
        {
            // Fail closed: a page that forgets who asks still cannot read a neighbour's lists.
            if (entity.ClrType.IsAssignableTo(typeof(IBelongToOrganization)))
            {
                Action<ModelBuilder> keep = entity.ClrType.IsAssignableTo(typeof(IReadByDepartment)) ? KeepWithinSubtreeAndDepartment<CoordinationItem>
                    : entity.ClrType.IsAssignableTo(typeof(IOwnerOnly)) ? KeepToOwner<IOwnerOnly>
                    : entity.ClrType.IsAssignableTo(typeof(ConfirmedRecord)) ? KeepWithinSubtreeAndConfirmer<ConfirmedRecord>
                    : KeepWithinSubtree<Problem>;
                keep.Method.GetGenericMethodDefinition().MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
                builder.Entity(entity.ClrType).HasOne(typeof(Organization)).WithMany().HasForeignKey(nameof(IBelongToOrganization.OrganizationId)).IsRequired();
            }

            if (entity.ClrType.IsAssignableTo(typeof(IReadByDepartment)))
            {
                builder.Entity(entity.ClrType).HasOne(typeof(Organization)).WithMany().HasForeignKey(nameof(IReadByDepartment.DepartmentId));
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

        builder.Entity<Handover>().HasQueryFilter(SubtreeFilter, h => SeesEverything || (!IsAssigned && ScopeIds.Contains(h.OrganizationId)) || h.Outgoing.PersonId == ScopePerson || h.IncomingId == ScopePerson);

        // A score is the team's and the organiser's alone until the feedback; then the organisation and those above it read it.
        builder.Entity<ScoreSheet>().HasQueryFilter(SubtreeFilter, s => SeesEverything || ScopeSheets.Contains(s.Id) || s.Round.OrganizerId == ScopeOrganizer || (ScopeIds.Contains(s.OrganizationId) && s.Stage >= SheetStage.Feedback));
        builder.Entity<SheetLine>().HasQueryFilter(SubtreeFilter, l => SeesEverything || ScopeSheets.Contains(l.SheetId) || l.Sheet.Round.OrganizerId == ScopeOrganizer || (ScopeIds.Contains(l.OrganizationId) && l.Sheet.Stage >= SheetStage.Feedback));
        builder.Entity<ClassScorer>().HasQueryFilter(SubtreeFilter, c => SeesEverything || ScopeSheets.Contains(c.SheetId) || c.Sheet.Round.OrganizerId == ScopeOrganizer);
        builder.Entity<Objection>().HasQueryFilter(SubtreeFilter, o => SeesEverything || ScopeSheets.Contains(o.SheetId) || ScopeIds.Contains(o.OrganizationId));
        builder.Entity<Recusal>().HasQueryFilter(SubtreeFilter, r => SeesEverything || r.PersonId == ScopePerson || Set<Round>().Any(x => x.Id == r.RoundId && x.OrganizerId == ScopeOrganizer));

        // A total is the meeting's alone until the grades are announced, and never an assessor's to read.
        builder.Entity<AnnualResult>().HasQueryFilter(SubtreeFilter, r => SeesEverything || (!IsAssigned && ScopeIds.Contains(r.OrganizationId) && r.Round.Stage >= RoundStage.Announced));
        builder.Entity<VetoReview>().HasQueryFilter(SubtreeFilter, r => SeesEverything || (!IsAssigned && ScopeIds.Contains(r.OrganizationId)));

        // Whom a survey is about learns of it when it is closed, and so do assessors; those above see how it goes. Of ballots nobody reads a row.
        builder.Entity<Survey>().HasQueryFilter(SubtreeFilter, s => SeesEverything || (ScopeIds.Contains(s.OrganizationId) && (s.Stage == SurveyStage.Closed || (!IsAssigned && s.OrganizationId != ScopeOwner))));
        builder.Entity<PaperCount>().HasQueryFilter(SubtreeFilter, c => SeesEverything || (ScopeIds.Contains(c.OrganizationId) && !IsAssigned && c.OrganizationId != ScopeOwner));
        builder.Entity<SurveyToken>().HasQueryFilter(SubtreeFilter, t => SeesEverything || ScopeIds.Contains(t.Survey.OrganizationId));
        builder.Entity<SurveyBallot>().HasQueryFilter(SubtreeFilter, b => false);
        builder.Entity<SurveyOpinion>().HasQueryFilter(SubtreeFilter, o => false);

        // A belt crosses committees: whoever has a site in it reads it with the names of the others.
        builder.Entity<DemonstrationBelt>().HasQueryFilter(SubtreeFilter, b => SeesEverything || ScopeIds.Contains(b.OrganizationId) || b.Sites.Any(s => ScopeIds.Contains(s.OrganizationId)));

        // Who reads a record reads what is attached to it, whoever keeps that: the other party its scan, a department the asker's papers.
        builder.Entity<EvidenceUse>().HasQueryFilter(SubtreeFilter, u => SeesEverything || ScopeIds.Contains(u.OrganizationId) || u.Coordination!.DepartmentId == ScopeDepartment);
        builder.Entity<EvidenceItem>().HasQueryFilter(SubtreeFilter, i => SeesEverything || ScopeIds.Contains(i.OrganizationId) || i.Uses.Any());
        builder.Entity<EvidenceContent>().HasQueryFilter(SubtreeFilter, c => SeesEverything || ScopeIds.Contains(c.OrganizationId) || c.Item.Uses.Any());
        builder.Entity<AuditEntry>().HasQueryFilter(SubtreeFilter, e => SeesEverything || (e.OrganizationId != null && ScopeIds.Contains(e.OrganizationId.Value)));
    }

    private void KeepWithinSubtree<T>(ModelBuilder builder) where T : class, IBelongToOrganization =>
        builder.Entity<T>().HasQueryFilter(SubtreeFilter, x => SeesEverything || ScopeIds.Contains(x.OrganizationId));

    private void KeepWithinSubtreeAndDepartment<T>(ModelBuilder builder) where T : class, IReadByDepartment =>
        builder.Entity<T>().HasQueryFilter(SubtreeFilter, x => SeesEverything || ScopeIds.Contains(x.OrganizationId) || x.DepartmentId == ScopeDepartment);

    private void KeepWithinSubtreeAndConfirmer<T>(ModelBuilder builder) where T : ConfirmedRecord =>
        builder.Entity<T>().HasQueryFilter(SubtreeFilter, x => SeesEverything || ScopeIds.Contains(x.OrganizationId) || (x.ConfirmerId != null && ScopeIds.Contains(x.ConfirmerId.Value)));

    private void KeepToOwner<T>(ModelBuilder builder) where T : class, IOwnerOnly =>
        builder.Entity<T>().HasQueryFilter(SubtreeFilter, x => x.OrganizationId == ScopeOwner);

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : PartyWorkDb(options);

public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : PartyWorkDb(options);
