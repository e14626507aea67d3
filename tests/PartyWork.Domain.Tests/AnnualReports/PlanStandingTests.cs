using PartyWork.Domain.AnnualReports;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class PlanStandingTests
{
    [Theory]
    [InlineData(95.0, 95.0, "达到计划")]
    [InlineData(94.9, 95.0, "低于计划")]
    [InlineData(0.0, 95.0, "低于计划")] // nothing done is not nothing recorded
    [InlineData(null, 95.0, "未记录")]
    public void A_result_reaches_its_plan_or_stays_below_it_or_nobody_has_recorded_it(double? result, double planned, string said) =>
        Assert.Equal(said, PlanStandings.Of((decimal?)result, (decimal)planned).Text());
}
