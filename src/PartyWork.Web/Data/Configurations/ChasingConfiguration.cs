using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.HasOne<Filing>().WithMany().HasForeignKey(r => r.FilingId);
        reminder.HasOne<CoordinationItem>().WithMany().HasForeignKey(r => r.CoordinationItemId);
        reminder.HasIndex(r => new { r.FilingId, r.Kind, r.On }).IsUnique();
        reminder.HasIndex(r => new { r.CoordinationItemId, r.Kind, r.On }).IsUnique();
    }
}
