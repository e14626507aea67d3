using System.ComponentModel;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>领域 of a site.</summary>
public enum SiteDomain
{
    [Description("社区")] Community = 1,
    [Description("机关")] Organ,
    [Description("学校")] School,
    [Description("两新")] TwoNew,
}

/// <summary>Which organisations can have a site, and of which domain it is.</summary>
public static class SiteDomains
{
    /// <summary>Null for committees and the district: they recommend sites and have none themselves.</summary>
    public static SiteDomain? Of(OrganizationLevel level, OrganizationDomain domain) => level <= OrganizationLevel.Committee ? null : domain switch
    {
        OrganizationDomain.Community => SiteDomain.Community,
        OrganizationDomain.Organ => SiteDomain.Organ,
        OrganizationDomain.School => SiteDomain.School,
        OrganizationDomain.TwoNew => SiteDomain.TwoNew,
        _ => null,
    };
}
