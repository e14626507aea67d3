using PartyWork.Domain.FiveInOne;

namespace PartyWork.Domain.Tests.FiveInOne;

/// <summary>现场述职 at least once in three years.</summary>
public sealed class DebriefTurnTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(2022, true)]
    [InlineData(2023, true)]
    [InlineData(2024, false)]
    [InlineData(2025, false)]
    public void It_is_due_where_neither_of_the_two_years_before_was_in_person(int? last, bool isDue) => Assert.Equal(isDue, new DebriefTurn(1, last, null).IsDue(2026));

    [Fact]
    public void Who_has_waited_longest_is_proposed_first_and_who_has_reported_in_person_this_year_no_more()
    {
        var turns = DebriefTurn.Propose([new(1, 2025, null), new(2, 2023, null), new(3, null, null), new(4, 2022, DebriefMode.OnSite), new(5, 2023, DebriefMode.Written)], 2026);

        Assert.Equal([3, 2, 5, 4, 1], turns.Select(t => t.OrganizationId));
        Assert.Equal([3, 2, 5], turns.Where(t => t.IsProposed(2026)).Select(t => t.OrganizationId));
    }
}
