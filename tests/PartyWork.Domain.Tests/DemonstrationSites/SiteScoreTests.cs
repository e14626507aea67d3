using PartyWork.Domain.Assessments;
using PartyWork.Domain.DemonstrationSites;
using static PartyWork.Domain.Tests.Assessments.GivenGrading;

namespace PartyWork.Domain.Tests.DemonstrationSites;

public sealed class SiteScoreTests
{
    [Fact]
    public void A_site_is_scored_by_rubric_plan_and_radiation()
    {
        var score = SiteScore.Of(Scheme(), 9_000, (3, 4), 2)!;

        // 90×80% + 75×15% + 66.67×5% = 86.58
        Assert.Equal(8_658, score.Total);
        Assert.Equal("领域细则90×80%＋一点一策完成75×15%＋辐射带动66.67×5%＝86.58", score.Formula);
    }

    [Fact]
    public void What_is_not_recorded_gives_its_weight_to_the_rest()
    {
        var score = SiteScore.Of(Scheme(), 9_000, (3, 4), null)!;

        // (90×80 + 75×15) ÷ 95 = 87.6316
        Assert.Equal(8_763, score.Total);
        Assert.Equal("（领域细则90×80%＋一点一策完成75×15%）÷95%＝87.63", score.Formula);
    }

    [Fact]
    public void Without_a_check_there_is_no_score() => Assert.Null(SiteScore.Of(Scheme(), null, (4, 4), 3));

    [Fact]
    public void More_than_enough_radiation_is_no_more_than_full_marks() => Assert.Equal(10_000, SiteScore.Of(Scheme(), 10_000, (4, 4), 9)!.Total);

    [Fact]
    public void Its_shares_add_up_to_a_hundred()
    {
        var scheme = Scheme();

        AssertRefused("示范点考核", () => scheme.Write(new Dictionary<(RubricKind, ResultPart), int>(), new Dictionary<GradingNumber, int> { [GradingNumber.SitePlanShare] = 2_000 }));
    }
}
