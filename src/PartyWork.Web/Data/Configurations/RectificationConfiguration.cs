using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Data.Configurations;

internal sealed class RectificationBatchConfiguration : IEntityTypeConfiguration<RectificationBatch>
{
    public void Configure(EntityTypeBuilder<RectificationBatch> batch)
    {
        batch.HasIndex(b => b.No).IsUnique();
        batch.ComplexProperty(b => b.Scheme, scheme =>
        {
            scheme.Property(s => s.Name).HasMaxLength(RectificationBatch.NameMaxLength);
            scheme.Property(s => s.DocumentNo).HasMaxLength(RectificationBatch.NumberMaxLength);
            scheme.Property(s => s.Method).HasMaxLength(RectificationBatch.MethodMaxLength);
            scheme.Property(s => s.CappingFailures).HasDefaultValue(BatchScheme.UsualFailures); // of batches from before it was asked
        });
        batch.Ignore(b => b.Title);
    }
}

internal sealed class RectificationCaseConfiguration : IEntityTypeConfiguration<RectificationCase>
{
    public void Configure(EntityTypeBuilder<RectificationCase> of)
    {
        of.HasIndex(c => new { c.BatchId, c.OrganizationId }).IsUnique();
        of.HasIndex(c => new { c.OrganizationId, c.Stage });
        of.HasOne(c => c.Batch).WithMany().HasForeignKey(c => c.BatchId);
        of.Property(c => c.Causes).HasMaxLength(RectificationCase.TextMaxLength);
        of.Property(c => c.Aim).HasMaxLength(RectificationCase.TextMaxLength);
        of.Property(c => c.ListingNo).HasMaxLength(RectificationCase.NumberMaxLength);
        of.ComplexProperty(c => c.Baseline, baseline => baseline.Property(b => b.Source).HasMaxLength(RectificationCase.SourceMaxLength));
        of.HasMany(c => c.Helpers).WithOne().HasForeignKey(h => h.CaseId);
        of.HasMany(c => c.Problems).WithOne().HasForeignKey(p => p.CaseId);
        of.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId);
        of.HasMany(c => c.Directions).WithOne().HasForeignKey(d => d.CaseId);
        of.Ignore(c => c.LookBackDueOn).Ignore(c => c.EarliestApplication).Ignore(c => c.RolesMissing);
    }
}

internal sealed class CaseHelperConfiguration : IEntityTypeConfiguration<CaseHelper>
{
    public void Configure(EntityTypeBuilder<CaseHelper> helper)
    {
        helper.HasIndex(h => new { h.CaseId, h.Role });
        helper.Property(h => h.Name).HasMaxLength(CaseHelper.NameMaxLength);
        helper.Property(h => h.Unit).HasMaxLength(CaseHelper.UnitMaxLength);
        helper.Property(h => h.Post).HasMaxLength(CaseHelper.PostMaxLength);
        helper.Property(h => h.Phone).HasMaxLength(CaseHelper.PhoneMaxLength);
        helper.HasOne(h => h.Person).WithMany().HasForeignKey(h => h.PersonId);
        helper.HasOne(h => h.Holding).WithMany().HasForeignKey(h => h.HoldingId);
    }
}

internal sealed class CaseProblemConfiguration : IEntityTypeConfiguration<CaseProblem>
{
    public void Configure(EntityTypeBuilder<CaseProblem> problem)
    {
        problem.HasIndex(p => new { p.CaseId, p.ProblemId }).IsUnique();
        problem.HasOne(p => p.Problem).WithMany().HasForeignKey(p => p.ProblemId);
        problem.Property(p => p.Explanation).HasMaxLength(CaseProblem.ExplanationMaxLength);
        problem.Ignore(p => p.IsExplained).Ignore(p => p.IsSettled).Ignore(p => p.Missing);
    }
}

internal sealed class CaseStepConfiguration : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> step)
    {
        step.HasIndex(s => new { s.CaseId, s.Stage });
        step.Property(s => s.Words).HasMaxLength(CaseStep.WordsMaxLength);
    }
}

internal sealed class CaseDirectionConfiguration : IEntityTypeConfiguration<CaseDirection>
{
    public void Configure(EntityTypeBuilder<CaseDirection> direction) => direction.HasIndex(d => new { d.CaseId, d.Month }).IsUnique();
}
