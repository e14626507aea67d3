using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data.Configurations;

internal sealed class GradingSchemeConfiguration : IEntityTypeConfiguration<GradingScheme>
{
    public void Configure(EntityTypeBuilder<GradingScheme> scheme)
    {
        scheme.HasIndex(s => s.Year).IsUnique();
        scheme.HasMany(s => s.Weights).WithOne().HasForeignKey(w => w.SchemeId);
        scheme.HasMany(s => s.Numbers).WithOne().HasForeignKey(n => n.SchemeId);
    }
}

internal sealed class SchemeWeightConfiguration : IEntityTypeConfiguration<SchemeWeight>
{
    public void Configure(EntityTypeBuilder<SchemeWeight> weight)
    {
        weight.HasIndex(w => new { w.SchemeId, w.Kind, w.Part }).IsUnique();
        weight.Property(w => w.Without).HasMaxLength(GradingScheme.WithoutMaxLength);
    }
}

internal sealed class SchemeNumberConfiguration : IEntityTypeConfiguration<SchemeNumber>
{
    public void Configure(EntityTypeBuilder<SchemeNumber> number) => number.HasIndex(n => new { n.SchemeId, n.Number }).IsUnique();
}

internal sealed class AnnualResultConfiguration : IEntityTypeConfiguration<AnnualResult>
{
    public void Configure(EntityTypeBuilder<AnnualResult> result)
    {
        result.HasIndex(r => r.SheetId).IsUnique();
        result.HasIndex(r => new { r.RoundId, r.OrganizationId }).IsUnique();
        result.Property(r => r.Worksheet).HasMaxLength(AnnualResult.WorksheetMaxLength);
        result.HasOne(r => r.Sheet).WithMany().HasForeignKey(r => r.SheetId);
        result.HasOne(r => r.Round).WithMany(r => r.Results).HasForeignKey(r => r.RoundId);
        result.Ignore(r => r.Composition);
    }
}

internal sealed class VetoReviewConfiguration : IEntityTypeConfiguration<VetoReview>
{
    public void Configure(EntityTypeBuilder<VetoReview> review)
    {
        review.HasIndex(r => new { r.Year, r.OrganizationId });
        review.Property(r => r.Facts).HasMaxLength(VetoReview.WordsMaxLength);
        review.Property(r => r.Statement).HasMaxLength(VetoReview.WordsMaxLength);
        review.Property(r => r.Decision).HasMaxLength(VetoReview.WordsMaxLength);
    }
}
