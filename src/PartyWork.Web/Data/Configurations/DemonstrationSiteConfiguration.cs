using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data.Configurations;

internal sealed class SiteProgrammeConfiguration : IEntityTypeConfiguration<SiteProgramme>
{
    public void Configure(EntityTypeBuilder<SiteProgramme> programme)
    {
        programme.HasIndex(p => p.Year).IsUnique();
        programme.ComplexProperty(p => p.Numbers);
        programme.Property(p => p.Types).HasMaxLength(SiteProgramme.ListMaxLength);
        programme.Property(p => p.VisitItems).HasMaxLength(SiteProgramme.ListMaxLength);
        programme.Ignore(p => p.TypeList).Ignore(p => p.VisitList).Ignore(p => p.Text);
    }
}

internal sealed class DemonstrationSiteConfiguration : IEntityTypeConfiguration<DemonstrationSite>
{
    public void Configure(EntityTypeBuilder<DemonstrationSite> site)
    {
        site.HasIndex(s => new { s.Year, s.Stage });
        site.HasIndex(s => new { s.OrganizationId, s.Year }).IsUnique(); // one declaration of an organisation and year
        site.HasIndex(s => s.FilingId).IsUnique();
        site.HasIndex(s => new { s.CommitteeId, s.Stage });
        site.HasOne(s => s.Programme).WithMany().HasForeignKey(s => s.ProgrammeId);
        site.HasOne(s => s.Filing).WithMany().HasForeignKey(s => s.FilingId);
        site.HasOne<Organization>().WithMany().HasForeignKey(s => s.CommitteeId);
        site.Property(s => s.Weaknesses).HasMaxLength(DemonstrationSite.WeaknessesMaxLength);
        site.Property(s => s.VisitMarks).HasMaxLength(40).IsUnicode(false);
        site.HasMany(s => s.Objections).WithOne().HasForeignKey(o => o.SiteId);
        site.HasMany(s => s.Measures).WithOne().HasForeignKey(m => m.SiteId);
        site.HasMany(s => s.Decisions).WithOne().HasForeignKey(d => d.SiteId);
        site.Ignore(s => s.IsLive).Ignore(s => s.PlanDueOn).Ignore(s => s.IsPlanOpen).Ignore(s => s.Marks).Ignore(s => s.Warning);
    }
}

internal sealed class SiteMeasureConfiguration : IEntityTypeConfiguration<SiteMeasure>
{
    public void Configure(EntityTypeBuilder<SiteMeasure> measure)
    {
        measure.HasIndex(m => m.SiteId);
        measure.HasIndex(m => m.WorkTaskId);
        measure.Property(m => m.Words).HasMaxLength(SiteMeasure.WordsMaxLength);
        measure.Property(m => m.ReturnReason).HasMaxLength(SiteMeasure.WordsMaxLength);
        measure.HasOne(m => m.Task).WithMany().HasForeignKey(m => m.WorkTaskId);
    }
}

internal sealed class DemonstrationBeltConfiguration : IEntityTypeConfiguration<DemonstrationBelt>
{
    public void Configure(EntityTypeBuilder<DemonstrationBelt> belt)
    {
        belt.Property(b => b.Route).HasMaxLength(DemonstrationBelt.RouteMaxLength);
        belt.HasMany(b => b.Sites).WithOne().HasForeignKey(s => s.BeltId);
        belt.HasMany(b => b.Radiated).WithOne().HasForeignKey(r => r.BeltId);
        belt.HasMany(b => b.Matters).WithOne().HasForeignKey(m => m.BeltId);
        belt.Ignore(b => b.Stops);
    }
}

internal sealed class BeltSiteConfiguration : IEntityTypeConfiguration<BeltSite>
{
    public void Configure(EntityTypeBuilder<BeltSite> site)
    {
        site.ToTable("DemonstrationBeltSites");
        site.HasIndex(s => s.SiteId).IsUnique().HasFilter("IsCurrent = 1"); // one belt at most
        site.HasIndex(s => s.OrganizationId);
        site.HasOne<DemonstrationSite>().WithMany().HasForeignKey(s => s.SiteId);
        site.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId);
    }
}

internal sealed class BeltRadiationConfiguration : IEntityTypeConfiguration<BeltRadiation>
{
    public void Configure(EntityTypeBuilder<BeltRadiation> radiation)
    {
        radiation.HasIndex(r => new { r.BeltId, r.OrganizationId }).IsUnique();
        radiation.HasIndex(r => r.SiteId);
        radiation.HasOne<DemonstrationSite>().WithMany().HasForeignKey(r => r.SiteId);
        radiation.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId);
    }
}
