using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;

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

internal sealed class FigureFreezeConfiguration : IEntityTypeConfiguration<FigureFreeze>
{
    public void Configure(EntityTypeBuilder<FigureFreeze> freeze)
    {
        freeze.Property(f => f.Name).HasMaxLength(FigureFreeze.NameMaxLength);
        freeze.HasIndex(f => new { f.Cutoff, f.From }).IsUnique();
        freeze.HasMany(f => f.Values).WithOne(v => v.Freeze).HasForeignKey(v => v.FreezeId);
    }
}

internal sealed class FrozenValueConfiguration : IEntityTypeConfiguration<FrozenValue>
{
    public void Configure(EntityTypeBuilder<FrozenValue> value)
    {
        value.Property(v => v.Key).HasMaxLength(FigureParameter.KeyMaxLength).IsUnicode(false);
        value.Property(v => v.Text).HasMaxLength(FrozenValue.TextMaxLength);
        value.HasIndex(v => new { v.FreezeId, v.Key, v.OrganizationId }).IsUnique();
    }
}

internal sealed class FigureOverrideConfiguration : IEntityTypeConfiguration<FigureOverride>
{
    public void Configure(EntityTypeBuilder<FigureOverride> item)
    {
        item.Property(o => o.Key).HasMaxLength(FigureParameter.KeyMaxLength).IsUnicode(false);
        item.Property(o => o.Value).HasMaxLength(FigureOverride.ValueMaxLength);
        item.Property(o => o.Reason).HasMaxLength(FigureOverride.ReasonMaxLength);
        item.HasIndex(o => new { o.Cutoff, o.Key, o.OrganizationId });
        item.HasIndex(o => new { o.Key, o.OrganizationId, o.From, o.Cutoff }).IsUnique().HasFilter("State = 1"); // one waits at a time, pressed twice or not
        item.HasIndex(o => o.State);
    }
}

internal sealed class DataRequestConfiguration : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> request)
    {
        request.Property(r => r.Title).HasMaxLength(DataRequest.TitleMaxLength);
        request.Property(r => r.Definition).HasMaxLength(DataRequest.DefinitionMaxLength);
        request.Property(r => r.Unit).HasMaxLength(DataRequest.UnitMaxLength);
        request.Property(r => r.Searched).HasMaxLength(DataRequest.WordsMaxLength);
        request.Property(r => r.Reason).HasMaxLength(DataRequest.ReasonMaxLength);
        request.Property(r => r.Basis).HasMaxLength(DataRequest.BasisMaxLength);
        request.HasOne<Organization>().WithMany().HasForeignKey(r => r.AskerId);
        request.HasOne(r => r.Window).WithMany().HasForeignKey(r => r.WindowId);
        request.HasIndex(r => r.WindowId).IsUnique();
        request.HasIndex(r => new { r.Year, r.No }).IsUnique();
    }
}

internal sealed class SavedQueryConfiguration : IEntityTypeConfiguration<SavedQuery>
{
    public void Configure(EntityTypeBuilder<SavedQuery> query)
    {
        query.Property(q => q.Name).HasMaxLength(SavedQuery.NameMaxLength);
        query.Property(q => q.Address).HasMaxLength(SavedQuery.AddressMaxLength).IsUnicode(false);
        query.HasOne<Person>().WithMany().HasForeignKey(q => q.PersonId);
        query.HasIndex(q => new { q.PersonId, q.Name }).IsUnique();
    }
}
