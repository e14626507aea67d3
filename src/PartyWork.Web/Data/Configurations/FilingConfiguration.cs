using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data.Configurations;

internal sealed class FilingConfiguration : IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Filing> filing)
    {
        filing.HasOne(f => f.Window).WithMany().HasForeignKey(f => f.WindowId);
        filing.HasIndex(f => new { f.OrganizationId, f.Kind, f.Year, f.Period }).IsUnique();
        filing.HasIndex(f => new { f.Year, f.Kind, f.Period, f.Stage });
        filing.HasMany(f => f.Rows).WithOne().HasForeignKey(r => r.FilingId);
        filing.HasMany(f => f.Acts).WithOne().HasForeignKey(a => a.FilingId);
        filing.HasMany(f => f.Versions).WithOne().HasForeignKey(v => v.FilingId);
    }
}

internal sealed class FilingRowConfiguration : IEntityTypeConfiguration<FilingRow>
{
    public void Configure(EntityTypeBuilder<FilingRow> row)
    {
        row.Property(r => r.Key).HasMaxLength(FilingRow.KeyMaxLength).IsUnicode(false);
        row.Property(r => r.Label).HasMaxLength(FilingRow.LabelMaxLength);
        row.HasIndex(r => new { r.FilingId, r.Key }).IsUnique();

        // Whoever submits a row again must find what it already asked.
        row.HasOne(r => r.Coordination).WithOne().HasForeignKey<CoordinationItem>(i => i.FilingRowId);
        row.Navigation(r => r.Coordination).AutoInclude();
    }
}

internal sealed class FilingActConfiguration : IEntityTypeConfiguration<FilingAct>
{
    public void Configure(EntityTypeBuilder<FilingAct> act) => act.Property(a => a.Words).HasMaxLength(-1); // a return names every row's reason
}

internal sealed class FilingVersionConfiguration : IEntityTypeConfiguration<FilingVersion>
{
    public void Configure(EntityTypeBuilder<FilingVersion> version)
    {
        version.Property(v => v.Content).HasMaxLength(-1);
        version.HasIndex(v => new { v.FilingId, v.No }).IsUnique();
    }
}

internal sealed class ReturnPhraseConfiguration : IEntityTypeConfiguration<ReturnPhrase>
{
    public void Configure(EntityTypeBuilder<ReturnPhrase> phrase)
    {
        phrase.Property(p => p.Text).HasMaxLength(ReturnPhrase.TextMaxLength);
        phrase.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        phrase.HasIndex(p => new { p.PersonId, p.Use, p.Text }).IsUnique();
    }
}
