using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Ledger;

public sealed class LedgerRequirementTests
{
    [Theory]
    [InlineData(3, 30, 0, 0)] // March is not over
    [InlineData(3, 31, 0, 1)]
    [InlineData(6, 30, 1, 1)]
    [InlineData(12, 20, 3, 0)]
    [InlineData(12, 31, 3, 1)]
    [InlineData(12, 31, 9, 0)]
    public void Four_times_a_year_is_once_for_every_three_full_months(int month, int day, int done, int missing) =>
        Assert.Equal(missing, new LedgerRequirement(LedgerSection.Study, 4).MissingOn(new(2026, month, day), done));

    [Fact]
    public void Secretaries_of_branches_owe_nothing_by_it_and_those_of_primary_organisations_fewer_visits()
    {
        Assert.Empty(LedgerRequirement.Of(OrganizationLevel.Branch));
        Assert.Equal((4, 2), (Visits(OrganizationLevel.Committee), Visits(OrganizationLevel.Primary)));

        static int Visits(OrganizationLevel level) => LedgerRequirement.Of(level).Single(r => r.Section is LedgerSection.Visits).Times;
    }
}
