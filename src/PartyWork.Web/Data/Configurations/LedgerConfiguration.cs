using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Ledger;

namespace PartyWork.Web.Data.Configurations;

internal sealed class SecretaryLedgerConfiguration : IEntityTypeConfiguration<SecretaryLedger>
{
    public void Configure(EntityTypeBuilder<SecretaryLedger> ledger)
    {
        ledger.HasOne(l => l.Holding).WithMany().HasForeignKey(l => l.HoldingId);
        ledger.HasIndex(l => new { l.HoldingId, l.Year }).IsUnique();
        ledger.HasMany(l => l.Entries).WithOne().HasForeignKey(e => e.LedgerId);
        ledger.HasMany(l => l.Versions).WithOne().HasForeignKey(v => v.LedgerId);
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry) => entry.Property(e => e.Text).HasMaxLength(LedgerEntry.TextMaxLength);
}

internal sealed class LedgerVersionConfiguration : IEntityTypeConfiguration<LedgerVersion>
{
    public void Configure(EntityTypeBuilder<LedgerVersion> version)
    {
        version.Property(v => v.Content).HasMaxLength(-1);
        version.HasIndex(v => new { v.LedgerId, v.No }).IsUnique();
    }
}
