using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class DomainChargeTests
{
    [Fact]
    public void Only_a_domain_that_lies_across_committees_has_a_department()
    {
        AssertRefused("“街道”领域不设归口部门", () => new DomainCharge(OrganizationDomain.Subdistrict, 1));
        var charge = new DomainCharge(OrganizationDomain.TwoNew, 1);
        charge.GiveTo(2);
        Assert.Equal((OrganizationDomain.TwoNew, 2), (charge.Domain, charge.OrganizationId));
    }
}
