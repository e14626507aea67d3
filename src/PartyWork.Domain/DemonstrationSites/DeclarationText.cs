namespace PartyWork.Domain.DemonstrationSites;

/// <summary>What is typed of one of the basic conditions.</summary>
/// <param name="Holds">Null where nothing was chosen yet.</param>
public sealed record DeclaredCondition(bool? Holds, string Words);

/// <summary>What is typed in the form of a declaration.</summary>
public sealed record DeclarationText(string Type, string Theme, IReadOnlyList<string> Practices, string Support, IReadOnlyList<DeclaredCondition> Conditions);

/// <summary>What the product knows of the organisation and takes down when the secretary confirms: nobody types it.</summary>
/// <param name="Honors">已有荣誉, from the register.</param>
public sealed record DeclarantFacts(string Secretary, int Members, string Honors);

/// <summary>Who declares itself: what the site begins with, and what is asked before it does.</summary>
/// <param name="Site">As it was declared before a return; null the first time.</param>
/// <param name="Eligibility">Without the committee's quota.</param>
public sealed record Declarant(DemonstrationSite? Site, SiteDomain Domain, int CommitteeId, DeclarantFacts Facts, IReadOnlyList<EligibilityFinding> Eligibility);
