using PartyWork.Domain.AnnualReports;
using static PartyWork.Domain.AnnualReports.ReportRule;
using static PartyWork.Domain.Tests.AnnualReports.GivenReport;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class ReportCheckTests
{
    public static TheoryData<ReportRule, FindingLevel, (string, decimal)[]> Broken => new()
    {
        { CheckedSites, FindingLevel.Warning, [("demo_communities", 9), ("demo_communities_checked", 8)] },
        { ConfirmedWithinDeclared, FindingLevel.Error, [("demo_communities", 9), ("demo_communities_declared", 8)] },
        { CompletedWithinMade, FindingLevel.Error, [("commitments_completed", 41), ("commitments_made", 40)] },
        { TwoNewAddsUp, FindingLevel.Error, [("two_new_orgs", 62), ("two_new_single", 40), ("two_new_joint_attached", 21)] },
        { FourInOne, FindingLevel.Error, [("first_secretaries_per_community", 1), ("least_first_secretaries_per_community", 0)] },
        { CommitteesAssessed, FindingLevel.Error, [("committees_total", 20), ("year_end_committees_assessed", 21)] },
        { CommitteesAssessed, FindingLevel.Warning, [("committees_total", 20), ("year_end_committees_assessed", 20), ("mid_year_committees_assessed", 19)] },
        { DecisionCommunities, FindingLevel.Error, [("decision_communities", 53), ("communities_total", 52)] },
        { PlanFrequency, FindingLevel.Error, [("plan_assembly_per_quarter", 0.5m)] },
        { PlanFrequency, FindingLevel.Error, [("plan_group_per_month_min", 3), ("plan_group_per_month_max", 2)] },
        { PlanFrequency, FindingLevel.Warning, [("plan_leader_meeting_count", 2)] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Figures_that_contradict_each_other_are_found_with_the_remedy(ReportRule rule, FindingLevel level, (string, decimal)[] values)
    {
        var finding = Assert.Single(Run(Values(values), "{demo_communities}"), f => f.Rule == rule);

        Assert.Equal(level, finding.Level);
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void Figures_that_agree_yield_nothing() => Assert.Empty(Run(Values(
        ("demo_communities", 8), ("demo_communities_checked", 8), ("demo_communities_declared", 9), ("commitments_completed", 40), ("commitments_made", 40), ("two_new_orgs", 61), ("two_new_single", 40), ("two_new_joint_attached", 21),
        ("first_secretaries_per_community", 1), ("least_first_secretaries_per_community", 1), ("committees_total", 20), ("year_end_committees_assessed", 20), ("mid_year_committees_assessed", 20),
        ("decision_communities", 52), ("communities_total", 52), ("plan_assembly_per_quarter", 1), ("plan_leader_meeting_count", 1))));

    [Fact]
    public void Coverage_is_at_most_the_whole_of_something()
    {
        var values = Values();
        values["two_new_coverage_rate"] = Number("two_new_coverage_rate", 100.4m) with { Unit = "%", Denominator = 50 };
        Assert.Contains("超过100%", Assert.Single(Run(values)).Words);

        values["two_new_coverage_rate"] = new("two_new_coverage_rate", "覆盖率", "—", IsThere: false) { Unit = "%", Denominator = 0 };
        Assert.Contains("分母是0", Assert.Single(Run(values)).Words);
    }

    [Fact]
    public void Money_that_differs_from_its_records_is_an_error()
    {
        var values = Values();
        values["lagging_funds_10k"] = values["lagging_funds_10k"] with { Number = 90, Printed = "90" };

        var finding = Assert.Single(Run(values, "投入{lagging_funds_10k}万元。"));

        Assert.Equal((Money, "line1"), (finding.Rule, finding.Place));
    }

    [Fact]
    public void A_floor_is_not_more_than_there_is_and_is_told_once()
    {
        var values = Values();
        values["visits"] = Number("visits", 1290) with { Printed = "1300余" };
        Assert.Contains("实数只有1290", Assert.Single(Run(values, "走访{visits}户。")).Words);

        values["visits"] = Number("visits", 1362) with { Printed = "1300余" };
        Assert.Empty(Run(values, "走访{visits}户。"));
        Assert.Equal(Floors, Assert.Single(Run(values, "走访近{visits}户。")).Rule);
    }

    [Theory]
    [InlineData("整顿10个后进社区。", SameRectification)]
    [InlineData("后进社区整顿共投入资金90万元。", SameRectification)]
    [InlineData("培训两新党组织书记140名。", SameTrained)]
    public void A_number_typed_by_hand_is_held_against_the_figure(string text, ReportRule rule) => Assert.Equal(rule, Assert.Single(Run(Values(), text)).Rule);

    [Theory]
    [InlineData("引进海归人才12名。", "海归人才共13名。")]
    [InlineData("引进博士3名。", "博士创业人才4名。")]
    public void Two_numbers_typed_by_hand_are_held_against_each_other(string first, string second) => Assert.Equal((SameTalents, "line2"), Assert.Single(Run(Values(), first, second)) is var f ? (f.Rule, f.Place) : default);

    [Fact]
    public void The_same_number_in_both_places_is_none_of_a_fault() => Assert.Empty(Run(Values(), "整顿12个后进社区。", "12个软弱涣散社区全部转化。"));

    private static List<ReportFinding> Run(Dictionary<string, ReportFigure> values, params string[] lines) => ReportCheck.Run(Typed(lines), Context(values)).Where(f => f.Rule is not EmptyFigure).ToList();
}
