using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data.Configurations;

internal sealed class RubricConfiguration : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> rubric)
    {
        rubric.HasIndex(r => new { r.Year, r.Kind, r.No }).IsUnique();
        rubric.Property(r => r.Name).HasMaxLength(Rubric.NameMaxLength);
        rubric.Property(r => r.Verdict).HasMaxLength(Rubric.VerdictMaxLength);
        rubric.HasMany(r => r.Categories).WithOne().HasForeignKey(c => c.RubricId);
        rubric.HasMany(r => r.Parameters).WithOne().HasForeignKey(p => p.RubricId);
        rubric.Ignore(r => r.Criteria).Ignore(r => r.Counts).Ignore(r => r.PassRule);
    }
}

internal sealed class RubricCategoryConfiguration : IEntityTypeConfiguration<RubricCategory>
{
    public void Configure(EntityTypeBuilder<RubricCategory> category)
    {
        category.Property(c => c.Code).HasMaxLength(Rubric.CodeMaxLength);
        category.Property(c => c.Name).HasMaxLength(Rubric.NameMaxLength);
        category.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.RubricCategoryId);
    }
}

internal sealed class RubricItemConfiguration : IEntityTypeConfiguration<RubricItem>
{
    public void Configure(EntityTypeBuilder<RubricItem> item)
    {
        item.Property(i => i.Code).HasMaxLength(Rubric.CodeMaxLength);
        item.Property(i => i.Name).HasMaxLength(Rubric.NameMaxLength);
        item.HasMany(i => i.Criteria).WithOne().HasForeignKey(c => c.RubricItemId);
    }
}

internal sealed class RubricCriterionConfiguration : IEntityTypeConfiguration<RubricCriterion>
{
    public void Configure(EntityTypeBuilder<RubricCriterion> criterion)
    {
        criterion.Property(c => c.Code).HasMaxLength(Rubric.CodeMaxLength);
        criterion.Property(c => c.Standard).HasMaxLength(RubricCriterion.WordsMaxLength);
        criterion.Property(c => c.Sentence).HasMaxLength(RubricCriterion.WordsMaxLength);
        criterion.Property(c => c.Evidence).HasMaxLength(RubricCriterion.WordsMaxLength);
        criterion.Property(c => c.Score).HasMaxLength(RubricCriterion.ScoreMaxLength);
        criterion.Property(c => c.OptionsText).HasMaxLength(RubricCriterion.ScoreMaxLength);
        criterion.Ignore(c => c.Parts).Ignore(c => c.Options).Ignore(c => c.Names);
    }
}
