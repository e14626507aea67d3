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
        organization.HasIndex(o => o.SortNo); // lists walk the organisations in official order and stop when the page is full
        organization.Property(o => o.Name).HasMaxLength(Organization.NameMaxLength);
        organization.Property(o => o.ClosingDocument).HasMaxLength(Organization.DocumentMaxLength);
        organization.HasMany(o => o.Affiliations).WithOne().HasForeignKey(a => a.OrganizationId);
        organization.HasMany(o => o.FormerNames).WithOne().HasForeignKey(n => n.OrganizationId);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.SuccessorId);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.TerritoryId);
        organization.HasOne<Organization>().WithMany().HasForeignKey(o => o.AssessmentLineId);
    }
}

internal sealed class AffiliationConfiguration : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.Property(a => a.Document).HasMaxLength(Organization.DocumentMaxLength);
        affiliation.HasOne(a => a.Parent).WithMany().HasForeignKey(a => a.ParentId);
    }
}

internal sealed class FormerNameConfiguration : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> name)
    {
        name.ToTable("FormerNames");
        name.Property(n => n.Name).HasMaxLength(Organization.NameMaxLength);
        name.Property(n => n.Document).HasMaxLength(Organization.DocumentMaxLength);
    }
}

internal sealed class DomainChargeConfiguration : IEntityTypeConfiguration<DomainCharge>
{
    public void Configure(EntityTypeBuilder<DomainCharge> charge)
    {
        charge.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId);
        charge.HasIndex(c => c.Domain).IsUnique(); // one department for a domain
    }
}

internal sealed class CommunityWorkersConfiguration : IEntityTypeConfiguration<CommunityWorkers>
{
    public void Configure(EntityTypeBuilder<CommunityWorkers> workers) => workers.HasIndex(w => new { w.OrganizationId, w.On }).IsUnique();
}

internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.Property(h => h.Title).HasMaxLength(PostHolding.TitleMaxLength);
        handover.Property(h => h.Reason).HasMaxLength(Handover.WordsMaxLength);
        handover.Property(h => h.BegunBy).HasMaxLength(Person.NameMaxLength);
        handover.Property(h => h.GivenBy).HasMaxLength(Handover.WordsMaxLength);
        handover.Property(h => h.TakenBy).HasMaxLength(Handover.WordsMaxLength);
        handover.Property(h => h.Sheet).HasMaxLength(-1);
        handover.HasOne(h => h.Outgoing).WithMany().HasForeignKey(h => h.OutgoingHoldingId);
        handover.HasOne(h => h.Incoming).WithMany().HasForeignKey(h => h.IncomingId);
        handover.HasIndex(h => new { h.OrganizationId, h.State });
    }
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
