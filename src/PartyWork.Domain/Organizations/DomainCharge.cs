namespace PartyWork.Domain.Organizations;

/// <summary>归口: the department at this organisation looks after all organisations of a domain, whatever committee they belong to.</summary>
public sealed class DomainCharge : IAudited
{
    /// <summary>Domains that a department can hold across committees.</summary>
    public static readonly IReadOnlyList<OrganizationDomain> Domains =
        [OrganizationDomain.Community, OrganizationDomain.TwoNew, OrganizationDomain.Organ, OrganizationDomain.School];

    public DomainCharge(OrganizationDomain domain, int organizationId)
    {
        Rule.Require(Domains.Contains(domain), $"“{domain.Text()}”领域不设归口部门。");
        (Domain, OrganizationId) = (domain, organizationId);
    }

    private DomainCharge() { }

    public int Id { get; private set; }
    public OrganizationDomain Domain { get; private set; }
    public int OrganizationId { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public void GiveTo(int organizationId) => OrganizationId = organizationId;
}
