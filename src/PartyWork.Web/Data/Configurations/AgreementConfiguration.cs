using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data.Configurations;

internal sealed class KeyPointConfiguration : IEntityTypeConfiguration<KeyPoint>
{
    public void Configure(EntityTypeBuilder<KeyPoint> point)
    {
        point.HasIndex(p => new { p.Year, p.No }).IsUnique();
        point.ComplexProperty(p => p.Objective);
    }
}

internal sealed class AgreementTemplateConfiguration : IEntityTypeConfiguration<AgreementTemplate>
{
    public void Configure(EntityTypeBuilder<AgreementTemplate> template)
    {
        template.HasIndex(t => new { t.Year, t.Domain }).IsUnique();
        template.Property(t => t.Safeguards).HasMaxLength(AgreementTemplate.WordsMaxLength);
        template.Property(t => t.Rewards).HasMaxLength(AgreementTemplate.WordsMaxLength);
        template.HasMany(t => t.Clauses).WithOne().HasForeignKey(c => c.AgreementTemplateId);
    }
}

internal sealed class TemplateClauseConfiguration : IEntityTypeConfiguration<TemplateClause>
{
    public void Configure(EntityTypeBuilder<TemplateClause> clause)
    {
        clause.ComplexProperty(c => c.Objective);
        clause.HasOne<KeyPoint>().WithMany().HasForeignKey(c => c.KeyPointId);
    }
}

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.HasIndex(a => new { a.Year, a.OrganizationId }).IsUnique();
        agreement.HasIndex(a => new { a.UpperId, a.Stage });
        agreement.HasOne<Organization>().WithMany().HasForeignKey(a => a.UpperId);
        agreement.Property(a => a.Safeguards).HasMaxLength(AgreementTemplate.WordsMaxLength);
        agreement.Property(a => a.Rewards).HasMaxLength(AgreementTemplate.WordsMaxLength);
        agreement.ComplexProperty(a => a.LowerSignature);
        agreement.ComplexProperty(a => a.UpperSignature);
        agreement.HasMany(a => a.Clauses).WithOne().HasForeignKey(c => c.AgreementId);
        agreement.HasMany(a => a.Addenda).WithOne().HasForeignKey(a => a.AgreementId);
    }
}

internal sealed class AgreementClauseConfiguration : IEntityTypeConfiguration<AgreementClause>
{
    public void Configure(EntityTypeBuilder<AgreementClause> clause)
    {
        clause.ComplexProperty(c => c.Objective);
        clause.HasOne<TemplateClause>().WithMany().HasForeignKey(c => c.TemplateClauseId);
        clause.HasMany(c => c.Amendments).WithOne(a => a.Clause).HasForeignKey(a => a.AgreementClauseId);
    }
}

internal sealed class ClauseAmendmentConfiguration : IEntityTypeConfiguration<ClauseAmendment>
{
    public void Configure(EntityTypeBuilder<ClauseAmendment> amendment)
    {
        amendment.HasOne<Agreement>().WithMany().HasForeignKey(a => a.AgreementId);
        amendment.HasIndex(a => new { a.State, a.OrganizationId });
        amendment.ComplexProperty(a => a.Old);
        amendment.ComplexProperty(a => a.Changed);
        amendment.ComplexProperty(a => a.LowerConfirmation);
        amendment.ComplexProperty(a => a.UpperConfirmation);
    }
}

internal sealed class ResponsibilityPostConfiguration : IEntityTypeConfiguration<ResponsibilityPost>
{
    public void Configure(EntityTypeBuilder<ResponsibilityPost> post)
    {
        post.HasIndex(p => new { p.Year, p.Post }).IsUnique();
        post.HasMany(p => p.Duties).WithOne().HasForeignKey(d => d.ResponsibilityPostId);
    }
}
