using System.ComponentModel;

namespace PartyWork.Domain.Organizations;

/// <summary>Several 领域 at once: for whom a key point is meant.</summary>
[Flags]
public enum OrganizationDomains
{
    [Description("无")] None = 0,
    [Description("街道")] Subdistrict = 1,
    [Description("镇")] Town = 2,
    [Description("系统")] System = 4,
    [Description("社区")] Community = 8,
    [Description("机关")] Organ = 16,
    [Description("学校")] School = 32,
    [Description("两新")] TwoNew = 64,
}

public static class OrganizationDomainSets
{
    /// <summary>The domains of the set, in the order in which they are always named.</summary>
    public static IEnumerable<OrganizationDomain> Each(this OrganizationDomains set) =>
        Enum.GetValues<OrganizationDomain>().Where(d => d is not OrganizationDomain.District && set.HasFlag(d.AsSet()));

    public static OrganizationDomains AsSet(this OrganizationDomain domain) => Enum.Parse<OrganizationDomains>(domain.ToString());
}
