using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Data.Configurations;

internal sealed class CaseVisitConfiguration : IEntityTypeConfiguration<CaseVisit>
{
    public void Configure(EntityTypeBuilder<CaseVisit> visit)
    {
        visit.Record();
        visit.Property(v => v.Visitor).HasMaxLength(CaseRecord.NameMaxLength);
        visit.Property(v => v.Building).HasMaxLength(CaseVisit.BuildingMaxLength);
        visit.Property(v => v.HouseholdNo).HasMaxLength(CaseVisit.HouseholdMaxLength);
        visit.HasIndex(v => new { v.CaseId, v.On });
        visit.HasIndex(v => new { v.CaseId, v.Building, v.HouseholdNo });
    }
}

internal sealed class ResidentOpinionConfiguration : IEntityTypeConfiguration<ResidentOpinion>
{
    public void Configure(EntityTypeBuilder<ResidentOpinion> opinion)
    {
        opinion.Once();
        opinion.HasOne(o => o.Case).WithMany().HasForeignKey(o => o.CaseId);
        opinion.HasOne(o => o.Visit).WithMany().HasForeignKey(o => o.VisitId);
        opinion.HasOne(o => o.MergedInto).WithMany().HasForeignKey(o => o.MergedIntoId);
        opinion.Property(o => o.Content).HasMaxLength(ResidentOpinion.ContentMaxLength);
        opinion.Property(o => o.Handler).HasMaxLength(ResidentOpinion.NameMaxLength);
        opinion.Property(o => o.Told).HasMaxLength(ResidentOpinion.NameMaxLength);
        opinion.HasIndex(o => new { o.CaseId, o.No }).IsUnique();
        opinion.HasIndex(o => new { o.CaseId, o.State });
    }
}

internal sealed class RectificationFundConfiguration : IEntityTypeConfiguration<RectificationFund>
{
    public void Configure(EntityTypeBuilder<RectificationFund> fund)
    {
        fund.Record();
        fund.Property(f => f.Giver).HasMaxLength(CaseRecord.NameMaxLength);
        fund.HasMany(f => f.Spendings).WithOne(s => s.Fund).HasForeignKey(s => s.FundId);
        fund.HasIndex(f => new { f.CaseId, f.ArrivedOn });
    }
}

internal sealed class FundSpendingConfiguration : IEntityTypeConfiguration<FundSpending>
{
    public void Configure(EntityTypeBuilder<FundSpending> spending)
    {
        spending.Record();
        spending.Property(s => s.VoucherNo).HasMaxLength(CaseRecord.NameMaxLength);
        spending.HasIndex(s => new { s.CaseId, s.On });
    }
}

internal sealed class PracticalThingConfiguration : IEntityTypeConfiguration<PracticalThing>
{
    public void Configure(EntityTypeBuilder<PracticalThing> thing)
    {
        thing.Record();
        thing.Property(t => t.ConfirmedBy).HasMaxLength(CaseRecord.NameMaxLength);
        thing.HasIndex(t => new { t.CaseId, t.DoneOn });
    }
}

internal sealed class LeaderVisitConfiguration : IEntityTypeConfiguration<LeaderVisit>
{
    public void Configure(EntityTypeBuilder<LeaderVisit> visit)
    {
        visit.Record();
        visit.Property(v => v.Leader).HasMaxLength(CaseRecord.NameMaxLength);
        visit.HasIndex(v => new { v.CaseId, v.On });
    }
}

internal sealed class SupervisionNoteConfiguration : IEntityTypeConfiguration<SupervisionNote>
{
    public void Configure(EntityTypeBuilder<SupervisionNote> note)
    {
        note.Record();
        note.Property(n => n.Group).HasMaxLength(CaseRecord.NameMaxLength);
        note.HasMany(n => n.Problems).WithOne(p => p.Note).HasForeignKey(p => p.NoteId);
        note.HasIndex(n => new { n.CaseId, n.No }).IsUnique();
    }
}

internal sealed class SupervisionProblemConfiguration : IEntityTypeConfiguration<SupervisionProblem>
{
    public void Configure(EntityTypeBuilder<SupervisionProblem> found)
    {
        found.HasOne(f => f.Problem).WithMany().HasForeignKey(f => f.ProblemId);
        found.HasIndex(f => f.ProblemId).IsUnique();
    }
}

internal static class CaseRecordMapping
{
    public static void Record<T>(this EntityTypeBuilder<T> record) where T : CaseRecord
    {
        record.HasOne(r => r.Case).WithMany().HasForeignKey(r => r.CaseId);
        record.Property(r => r.EnteredBy).HasMaxLength(100);
        record.Property(r => r.WithdrawnBy).HasMaxLength(100);
        record.Property(r => r.WithdrawReason).HasMaxLength(CaseRecord.TextMaxLength);
        record.Once();
    }

    /// <summary>A form that is sent twice is saved once: its key stands beside the record and means nothing to anybody.</summary>
    public static void Once<T>(this EntityTypeBuilder<T> record) where T : class
    {
        record.Property<Guid?>(PartyWorkDb.OneTimeKey);
        record.HasIndex(PartyWorkDb.OneTimeKey).IsUnique();
    }
}
