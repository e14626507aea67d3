using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Evidence;

namespace PartyWork.Web.Data.Configurations;

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> item)
    {
        item.Property(i => i.Title).HasMaxLength(EvidenceItem.TitleMaxLength);
        item.Property(i => i.Link).HasMaxLength(EvidenceItem.LinkMaxLength);
        item.Property(i => i.DocumentNo).HasMaxLength(EvidenceItem.DocumentNoMaxLength);
        item.Property(i => i.Hash).HasMaxLength(64).IsUnicode(false);
        item.Property(i => i.SentHash).HasMaxLength(64).IsUnicode(false);
        item.HasIndex(i => new { i.OrganizationId, i.On });
        item.HasIndex(i => i.On); // all that the district has, newest first

        // The same file, record or document is kept once.
        item.HasIndex(i => new { i.OrganizationId, i.SentHash }).IsUnique().HasFilter("SentHash IS NOT NULL AND WithdrawnOn IS NULL");
        item.HasIndex(i => new { i.OrganizationId, i.Link }).IsUnique().HasFilter("Link <> '' AND WithdrawnOn IS NULL");
        item.HasIndex(i => new { i.OrganizationId, i.DocumentNo }).IsUnique().HasFilter("DocumentNo <> '' AND WithdrawnOn IS NULL");
        item.HasMany(i => i.Uses).WithOne(u => u.Item).HasForeignKey(u => u.ItemId);
    }
}

internal sealed class EvidenceUseConfiguration : IEntityTypeConfiguration<EvidenceUse>
{
    public void Configure(EntityTypeBuilder<EvidenceUse> use)
    {
        use.HasIndex(u => u.ItemId); // those below hold a part of the uses each
        use.HasOne(u => u.Task).WithMany(t => t.Evidence).HasForeignKey(u => u.WorkTaskId);
        use.HasOne(u => u.Problem).WithMany(p => p.Evidence).HasForeignKey(u => u.ProblemId);
        use.HasIndex(u => new { u.ItemId, u.WorkTaskId, u.Quarter }).IsUnique().HasFilter("WorkTaskId IS NOT NULL"); // pressed twice is attached once
        use.HasOne(u => u.Agreement).WithMany(a => a.Evidence).HasForeignKey(u => u.AgreementId);
        use.HasOne(u => u.Coordination).WithMany(c => c.Evidence).HasForeignKey(u => u.CoordinationItemId);
        use.HasOne(u => u.Survey).WithMany(s => s.Evidence).HasForeignKey(u => u.SurveyId);
        use.HasIndex(u => new { u.ItemId, u.SurveyId }).IsUnique().HasFilter("SurveyId IS NOT NULL");
        use.HasOne(u => u.Debrief).WithMany(d => d.Evidence).HasForeignKey(u => u.DebriefId);
        use.HasIndex(u => new { u.ItemId, u.DebriefId }).IsUnique().HasFilter("DebriefId IS NOT NULL");
        use.HasOne(u => u.Note).WithMany(n => n.Evidence).HasForeignKey(u => u.SupervisionNoteId);
        use.HasIndex(u => new { u.ItemId, u.SupervisionNoteId }).IsUnique().HasFilter("SupervisionNoteId IS NOT NULL");
        use.HasIndex(u => new { u.ItemId, u.AgreementId }).IsUnique().HasFilter("AgreementId IS NOT NULL");
        use.HasIndex(u => new { u.ItemId, u.CoordinationItemId }).IsUnique().HasFilter("CoordinationItemId IS NOT NULL");
        use.HasIndex(u => new { u.ItemId, u.ProblemId }).IsUnique().HasFilter("ProblemId IS NOT NULL");
    }
}

internal sealed class EvidenceContentConfiguration : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> content) =>
        content.HasOne(c => c.Item).WithOne().HasForeignKey<EvidenceContent>(c => c.ItemId);
}
