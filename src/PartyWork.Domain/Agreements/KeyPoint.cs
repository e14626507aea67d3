using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Agreements;

/// <summary>工作要点的一条: what the district wants of the year, and of whom.</summary>
public sealed class KeyPoint : IAudited
{
    public KeyPoint(int year, int no, Objective objective, OrganizationDomains domains)
    {
        (Year, No) = (year, no);
        Write(objective, domains);
    }

    private KeyPoint() { }

    public int Id { get; private set; }
    public int Year { get; private set; }

    /// <summary>序号 within the year.</summary>
    public int No { get; private set; }
    public Objective Objective { get; private set; } = null!;

    /// <summary>The item of last year's plan that it was made of; null when it was written here.</summary>
    public NextPlanItem? DerivedFrom { get; private set; }
    public int? DerivedFromId { get; private set; }

    /// <summary>适用领域: the templates that it becomes a clause of.</summary>
    public OrganizationDomains Domains { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    /// <summary>Clauses that were made of it keep their own words.</summary>
    public void Write(Objective objective, OrganizationDomains domains)
    {
        objective.Check($"要点{No}", Year);
        Rule.Require(domains is not OrganizationDomains.None, $"要点{No}：请至少选择一个适用领域。");
        (Objective, Domains) = (objective, domains);
    }

    internal void ComeFrom(NextPlanItem item) => DerivedFrom = item;
}
