using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class MeetingFrequencyTests
{
    private static readonly MeetingFrequency Assembly = MeetingFrequency.National.Single(f => f.Kind is MeetingKind.Assembly);
    private static readonly MeetingUnit Branch = new(1, OrganizationLevel.Branch, OrganizationKind.Branch, 12, null, null);
    private static readonly MeetingSpan FirstQuarter = Assembly.Spans(2026)[0];

    [Fact]
    public void A_period_is_due_when_it_is_over_and_not_on_its_last_day()
    {
        var cell = Assembly.Cell(FirstQuarter, Branch, []);

        Assert.Equal((false, true), (cell.WasDueBefore(new(2026, 3, 31)), cell.WasDueBefore(new(2026, 4, 1))));
        Assert.False(cell.IsKept);
    }

    [Theory]
    [InlineData(4, 15, true)]
    [InlineData(4, 16, false)]
    public void What_is_made_up_within_fifteen_days_keeps_the_period(int month, int day, bool kept) =>
        Assert.Equal(kept, Assembly.Cell(FirstQuarter, Branch, [new(new(2026, month, day), new(2026, 3, 1))]).IsKept);

    [Fact]
    public void Who_owes_nothing_neither_keeps_nor_misses()
    {
        var cell = Assembly.Cell(FirstQuarter, Branch with { Members = 2 }, [new(new(2026, 2, 2), null)]);

        Assert.Equal((false, false, 0), (cell.IsKept, cell.WasDueBefore(new(2026, 12, 31)), cell.Missing));
    }
}
