using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Ledger;

/// <summary>书记应做事项: what a secretary is to do so many times a year.</summary>
/// <param name="Times">In the whole year.</param>
public sealed record LedgerRequirement(LedgerSection Section, int Times)
{
    private const int Months = 12;

    /// <summary>专题研究党建 each quarter, 调研联系点 four times a year (two for primary organisations), one lecture, one project.</summary>
    public static IReadOnlyList<LedgerRequirement> Of(OrganizationLevel level) => level > OrganizationLevel.Primary
        ? []
        : [new(LedgerSection.Study, 4), new(LedgerSection.Visits, level is OrganizationLevel.Primary ? 2 : 4), new(LedgerSection.Lectures, 1), new(LedgerSection.Project, 1)];

    /// <summary>缺次: by the full months that have gone by, never more than is missing.</summary>
    public int MissingOn(DateOnly cutoff, int done) => Math.Max(0, Times * OfficeTime.FullMonths(cutoff) / Months - done);
}
