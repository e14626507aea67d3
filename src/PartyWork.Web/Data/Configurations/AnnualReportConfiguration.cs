using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;

namespace PartyWork.Web.Data.Configurations;

internal sealed class AnnualReportConfiguration : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> report)
    {
        report.HasIndex(r => r.Year).IsUnique();
        report.Property(r => r.DocumentNo).HasMaxLength(AnnualReport.DocumentNoMaxLength);
        report.HasMany(r => r.Paragraphs).WithOne().HasForeignKey(p => p.AnnualReportId);
        report.HasMany(r => r.Explanations).WithOne().HasForeignKey(e => e.AnnualReportId);
        report.HasMany(r => r.Versions).WithOne().HasForeignKey(v => v.AnnualReportId);
        report.HasMany(r => r.Acts).WithOne().HasForeignKey(a => a.AnnualReportId);
    }
}

internal sealed class ReportParagraphConfiguration : IEntityTypeConfiguration<ReportParagraph>
{
    public void Configure(EntityTypeBuilder<ReportParagraph> paragraph)
    {
        paragraph.HasIndex(p => new { p.AnnualReportId, p.Key }).IsUnique();
        paragraph.Property(p => p.Key).HasMaxLength(ReportParagraph.KeyMaxLength).IsUnicode(false);
        paragraph.Property(p => p.TemplateText).HasMaxLength(ReportParagraph.TextMaxLength);
        paragraph.Property(p => p.OwnText).HasMaxLength(ReportParagraph.TextMaxLength);
    }
}

internal sealed class ReportVersionConfiguration : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> version)
    {
        version.HasIndex(v => new { v.AnnualReportId, v.No }).IsUnique();
        version.Property(v => v.Content).HasMaxLength(-1);
    }
}

internal sealed class NextPlanItemConfiguration : IEntityTypeConfiguration<NextPlanItem>
{
    public void Configure(EntityTypeBuilder<NextPlanItem> item)
    {
        item.HasIndex(i => new { i.Year, i.No }).IsUnique();
        item.HasMany<KeyPoint>().WithOne(p => p.DerivedFrom).HasForeignKey(p => p.DerivedFromId);
    }
}
