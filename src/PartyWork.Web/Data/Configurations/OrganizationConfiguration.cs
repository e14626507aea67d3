using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data.Configurations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.Property(o => o.Code).HasMaxLength(Organization.CodeMaxLength).IsUnicode(false);
        organization.HasIndex(o => o.Code).IsUnique();
        organization.Property(o => o.Name).HasMaxLength(Organization.NameMaxLength);
        organization.HasMany(o => o.Affiliations).WithOne().HasForeignKey(a => a.OrganizationId);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.TerritoryId);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.AssessmentLineId);
    }
}

internal sealed class AffiliationConfiguration : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation) =>
        affiliation.HasOne(a => a.Parent).WithMany().HasForeignKey(a => a.ParentId);
}

internal sealed class PostHoldingConfiguration : IEntityTypeConfiguration<PostHolding>
{
    public void Configure(EntityTypeBuilder<PostHolding> holding)
    {
        holding.Property(h => h.Title).HasMaxLength(PostHolding.TitleMaxLength);
        holding.HasOne(h => h.Person).WithMany(p => p.Holdings).HasForeignKey(h => h.PersonId);
        holding.HasOne(h => h.Organization).WithMany().HasForeignKey(h => h.OrganizationId);
        holding.HasIndex(h => new { h.OrganizationId, h.Kind });
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.Phone).HasMaxLength(Person.PhoneMaxLength);
        person.HasIndex(p => p.Name);
    }
}

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> delegation)
    {
        delegation.HasOne<PostHolding>().WithMany().HasForeignKey(d => d.SecretaryHoldingId);
        delegation.HasOne<PostHolding>().WithMany().HasForeignKey(d => d.DeputyHoldingId);
    }
}
