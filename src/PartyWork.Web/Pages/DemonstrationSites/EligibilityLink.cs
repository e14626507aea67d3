using PartyWork.Domain.DemonstrationSites;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>Where the record is opened that a condition rests on.</summary>
public static class EligibilityLink
{
    /// <summary>Null where there is nothing to open.</summary>
    public static string? Of(EligibilityFinding finding) => finding.Record switch
    {
        EligibilityRecord.Case => $"/rectification/{finding.Id}",
        EligibilityRecord.Veto => $"/assessments/vetoes/{finding.Id}",
        EligibilityRecord.Organization => $"/organizations/{finding.Id}",
        EligibilityRecord.Stars => $"/registers/star-declarations?Unit={finding.Id}",
        EligibilityRecord.Site => $"/demonstration-sites/{finding.Id}",
        EligibilityRecord.Programme => $"/demonstration-sites?year={finding.Id}",
        _ => null,
    };
}
