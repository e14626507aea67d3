using PartyWork.Domain.AnnualReports;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class PlanStandingTests
{
    [Theory]
    [InlineData(95.0, 95.0, true, "达到计划")]
    [InlineData(95.0, 95.0, false, "达到计划")] // ahead of its day
    [InlineData(94.9, 95.0, true, "低于计划")]
    [InlineData(94.9, 95.0, false, "未到期")]
    [InlineData(0.0, 95.0, true, "低于计划")] // nothing done is not nothing recorded
    [InlineData(null, 95.0, true, "未记录")]
    [InlineData(null, 95.0, false, "未记录")]
    public void A_result_reaches_its_plan_or_is_not_due_or_stays_below_it_or_nobody_has_recorded_it(double? result, double planned, bool isDue, string said) =>
        Assert.Equal(said, PlanStandings.Of((decimal?)result, (decimal)planned, isDue).Text());
}
