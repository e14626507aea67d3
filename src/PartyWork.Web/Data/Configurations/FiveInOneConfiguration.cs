using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data.Configurations;

internal sealed class PledgeSheetConfiguration : IEntityTypeConfiguration<PledgeSheet>
{
    public void Configure(EntityTypeBuilder<PledgeSheet> sheet)
    {
        sheet.HasIndex(s => new { s.OrganizationId, s.Year }).IsUnique();
        sheet.HasIndex(s => new { s.Year, s.Stage });
        sheet.Property(s => s.PublishedAt).HasMaxLength(PledgeSheet.PlaceMaxLength);
        sheet.HasMany(s => s.Pledges).WithOne(p => p.Sheet).HasForeignKey(p => p.SheetId);
    }
}

internal sealed class PledgeConfiguration : IEntityTypeConfiguration<Pledge>
{
    public void Configure(EntityTypeBuilder<Pledge> pledge)
    {
        pledge.HasIndex(p => new { p.SheetId, p.No });
        pledge.Property(p => p.Mark).HasMaxLength(Pledge.MarkMaxLength);
        pledge.HasOne<WorkTask>().WithMany().HasForeignKey(p => p.WorkTaskId);
    }
}

internal sealed class DebriefConfiguration : IEntityTypeConfiguration<Debrief>
{
    public void Configure(EntityTypeBuilder<Debrief> debrief)
    {
        debrief.HasIndex(d => new { d.OrganizationId, d.Year }).IsUnique();
        debrief.HasIndex(d => new { d.Year, d.Stage });
        debrief.ComplexProperty(d => d.Text, text =>
        {
            text.Property(t => t.Duties).HasMaxLength(Debrief.MostCharacters);
            text.Property(t => t.Pledges).HasMaxLength(Debrief.MostCharacters);
            text.Property(t => t.Rectification).HasMaxLength(Debrief.MostCharacters);
            text.Property(t => t.Problems).HasMaxLength(Debrief.MostCharacters);
            text.Property(t => t.NextSteps).HasMaxLength(Debrief.MostCharacters);
        });
        debrief.Property(d => d.Told).HasMaxLength(-1);
        debrief.Property(d => d.ReturnReason).HasMaxLength(Debrief.TextMaxLength);
        debrief.Property(d => d.Comment).HasMaxLength(Debrief.TextMaxLength);
        debrief.Property(d => d.GradeReason).HasMaxLength(Debrief.TextMaxLength);
        debrief.HasMany(d => d.Answers).WithOne(a => a.Debrief).HasForeignKey(a => a.DebriefId);
        debrief.HasMany(d => d.Comments).WithOne().HasForeignKey(c => c.DebriefId);
        debrief.Ignore(d => d.ProblemLines);
    }
}

internal sealed class DebriefAnswerConfiguration : IEntityTypeConfiguration<DebriefAnswer>
{
    public void Configure(EntityTypeBuilder<DebriefAnswer> answer)
    {
        answer.HasIndex(a => new { a.DebriefId, a.PledgeId, a.ProblemId }).IsUnique();
        answer.HasOne<Pledge>().WithMany().HasForeignKey(a => a.PledgeId);
        answer.HasOne<Problem>().WithMany().HasForeignKey(a => a.ProblemId);
    }
}
