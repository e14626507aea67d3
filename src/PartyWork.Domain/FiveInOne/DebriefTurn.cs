namespace PartyWork.Domain.FiveInOne;

/// <summary>现场述职的轮次: every secretary reports in person at least once in three years, in writing in the others.</summary>
/// <param name="LastOnSite">The latest earlier year of which the report was given in person; null where there is none.</param>
/// <param name="ThisYear">How it is, or was, given of the year that is looked at; null while nothing is registered.</param>
public sealed record DebriefTurn(int OrganizationId, int? LastOnSite, DebriefMode? ThisYear)
{
    public const int Years = 3;

    /// <summary>In neither of the two years before: this year it is given in person.</summary>
    public bool IsDue(int year) => LastOnSite is null || LastOnSite <= year - Years;

    /// <summary>应当 in person and not yet so: these are proposed.</summary>
    public bool IsProposed(int year) => IsDue(year) && ThisYear is not DebriefMode.OnSite;

    /// <summary>Who has waited longest first; of equals in the order given.</summary>
    public static IReadOnlyList<DebriefTurn> Propose(IEnumerable<DebriefTurn> turns, int year) => [.. turns.OrderBy(t => t.IsProposed(year) ? 0 : 1).ThenBy(t => t.LastOnSite ?? 0)];
}
