using PartyWork.Domain.Rectification;
using static PartyWork.Domain.Tests.Rectification.GivenCase;

namespace PartyWork.Domain.Tests.Rectification;

public sealed class ExitConditionTests
{
    private static readonly ExitFacts Met = new(CaseStage.PreAccepted, ListedOn, 6, null, Baseline(), 3, 3, 20, 20, 40, 34, 21, 6, 6);

    [Fact]
    public void All_are_met_at_the_very_bounds()
    {
        Assert.All(Met.On(Earliest), c => Assert.True(c.IsMet, c.Sentence)); // 34 of 40 are 85 %, 21 petitions are as many as before
    }

    [Fact]
    public void Each_says_what_is_still_missing()
    {
        var conditions = (Met with { Stage = CaseStage.Rectifying, AgainFrom = Earliest, Settled = 1, OpinionsSettled = 18, Satisfied = 33, Petitions = 22, ReportsAccepted = 4 }).On(Earliest.AddDays(-3));

        Assert.All(conditions, c => Assert.False(c.IsMet, c.Sentence));
        Assert.Equal(
        [
            "整顿满6个月：2026年9月10日满，还有3天。", "距上次验收的时限：2026年9月10日起可以再次申请。", "方案所列问题全部销号或说明：3个问题，已销号或说明1个，还差2个。", "党（工）委初验：还没有初验（目前为“整顿中”）。", "居民意见件件有回音：20条意见，已办结或说明18条，还差2条。",
            "群众满意率不低于85%：测评82.5%（列入时55.0%）。", "信访件次不高于列入时：现22件次（列入时21件次）。", "月报按月通过审核：应报6份，已通过4份，还差2份。",
        ], conditions.Select(c => c.Sentence));
    }

    [Fact]
    public void What_is_asked_before_the_application_is_what_the_application_refuses()
    {
        var of = Rectifying();
        var asked = ((Met with { Stage = of.Stage }).On(Earliest)).Where(c => c.IsForApplication);

        Assert.Equal(ExitMatter.PreAcceptance, Assert.Single(asked, c => !c.IsMet).Matter);
        AssertRefused("目前为“整顿中”", () => of.Apply("申请", Superior, Earliest));
    }

    /// <summary>Domain M14: months, score, satisfaction, petitions and the plan's problems decide; opinions and monthly reports are scored.</summary>
    [Fact]
    public void Opinions_and_monthly_reports_are_told_for_reference_and_refuse_nothing() =>
        Assert.Equal([ExitMatter.Opinions, ExitMatter.Reports], Met.On(Earliest).Where(c => c.IsForReference).Select(c => c.Matter));

    [Fact]
    public void What_is_missing_is_told_alike_wherever_it_is_told_and_leaves_out_what_is_for_reference()
    {
        var conditions = (Met with { Settled = 1, OpinionsSettled = 18, Petitions = 22, ReportsAccepted = 4 }).On(Earliest);

        Assert.Equal("还差2项：问题销号、信访变化", conditions.Left());
        Assert.Equal("销号条件已全部达到", (Met with { OpinionsSettled = 18 }).On(Earliest).Left());
    }

    [Fact]
    public void What_nobody_has_recorded_is_not_met()
    {
        var conditions = new ExitFacts(CaseStage.Listed, ListedOn, 6, null, Baseline(), 0, 0, 0, 0, null, null, null, 0, 0).On(Earliest);

        Assert.Equal([true, false, false, false, false, false, false], conditions.Select(c => c.IsMet));
    }
}
