using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Figures;

namespace PartyWork.Web.Data.Configurations;

internal sealed class FigureParameterConfiguration : IEntityTypeConfiguration<FigureParameter>
{
    public void Configure(EntityTypeBuilder<FigureParameter> parameter)
    {
        parameter.Property(p => p.Key).HasMaxLength(FigureParameter.KeyMaxLength).IsUnicode(false);
        parameter.Property(p => p.Text).HasMaxLength(FigureParameter.TextMaxLength);
        parameter.HasIndex(p => new { p.Year, p.Key }).IsUnique();
    }
}
