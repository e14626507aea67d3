using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Data.Configurations;

internal sealed class AcceptanceConfiguration : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.HasIndex(a => new { a.CaseId, a.No }).IsUnique();
        acceptance.HasIndex(a => new { a.OrganizationId, a.Outcome, a.DecidedOn });
        acceptance.HasOne(a => a.Case).WithMany().HasForeignKey(a => a.CaseId);
        acceptance.HasOne(a => a.Meeting).WithMany().HasForeignKey(a => a.MeetingId);
        acceptance.HasOne(a => a.Households).WithMany().HasForeignKey(a => a.HouseholdsId);
        acceptance.HasOne(a => a.Sheet).WithMany().HasForeignKey(a => a.SheetId);
        acceptance.Property(a => a.Statement).HasMaxLength(Acceptance.StatementMaxLength);
        acceptance.Property(a => a.PetitionSource).HasMaxLength(Acceptance.SourceMaxLength);
        acceptance.Property(a => a.DocumentNo).HasMaxLength(Acceptance.NumberMaxLength);
        acceptance.Property(a => a.Reasons).HasMaxLength(Acceptance.ReasonsMaxLength);
        acceptance.Property(a => a.LookBackWords).HasMaxLength(Acceptance.WordsMaxLength);
        acceptance.Property(a => a.RelapseFact).HasMaxLength(Acceptance.WordsMaxLength);
        acceptance.Ignore(a => a.Title).Ignore(a => a.Votes).Ignore(a => a.IsOpen).Ignore(a => a.LookBackDueOn).Ignore(a => a.AgainFrom);
    }
}
