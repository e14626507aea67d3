using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>What an acceptance comes to, by the rule that the rubric prints.</summary>
public sealed class JudgementTests
{
    private static readonly PassRule Rule = new(8_000, 7_000, 8_500, 5_000);

    [Theory]
    [InlineData(8_000, 85, 100, 10, 10, 0, AcceptanceOutcome.Accepted)] // each at its edge
    [InlineData(7_999, 85, 100, 10, 10, 0, AcceptanceOutcome.Consolidating)]
    [InlineData(7_000, 95, 100, 10, 5, 0, AcceptanceOutcome.Consolidating)]
    [InlineData(6_999, 95, 100, 10, 5, 0, AcceptanceOutcome.Extended)]
    [InlineData(9_500, 84, 100, 10, 5, 0, AcceptanceOutcome.Consolidating)] // satisfaction
    [InlineData(9_500, 95, 100, 10, 11, 0, AcceptanceOutcome.Consolidating)] // petitions rose
    [InlineData(9_500, 95, 100, 0, 0, 0, AcceptanceOutcome.Accepted)]
    [InlineData(9_500, 95, 100, 0, 1, 0, AcceptanceOutcome.Consolidating)]
    [InlineData(9_500, 95, 100, 10, 5, 1, AcceptanceOutcome.Consolidating)] // a problem is open
    [InlineData(9_500, 50, 100, 10, 5, 0, AcceptanceOutcome.Extended)] // half dissatisfied: whatever the score
    [InlineData(9_500, 51, 100, 10, 5, 0, AcceptanceOutcome.Consolidating)]
    public void It_follows_from_the_facts(int score, int satisfied, int votes, int before, int after, int open, AcceptanceOutcome outcome) =>
        Assert.Equal(outcome, Judgement.Of(Rule, new(score, new(satisfied, votes), 5_200, before, after, 4, open)).Outcome);

    [Fact]
    public void Every_reason_is_a_sentence_with_its_numbers()
    {
        var judgement = Judgement.Of(Rule, new(8_650, new(43, 47), 2_000, 30, 20, 5, 0));

        Assert.Equal(
            [
                "验收评分86.5分，不低于80分。", "群众满意率91.49%（满意43票，有效47票），不低于85%。", "不满意4票，占8.51%，低于50%。",
                "每千人信访件次由列入时的15变为10（30件次、20件次），下降33.33%。", "列明的5个问题全部销号或作出说明。",
            ],
            judgement.Reasons.Select(r => r.Words));
        Assert.All(judgement.Reasons, r => Assert.True(r.IsMet));
    }

    [Fact]
    public void What_is_not_met_is_marked()
    {
        var judgement = Judgement.Of(Rule, new(7_500, new(20, 47), 2_000, 10, 12, 5, 2));

        Assert.All(judgement.Reasons, r => Assert.False(r.IsMet));
        Assert.Contains("不论得分多少均不合格", judgement.Reasons[2].Words, StringComparison.Ordinal);
        Assert.Contains("上升20%", judgement.Reasons[3].Words, StringComparison.Ordinal);
        Assert.Contains("还有2个没有销号或说明", judgement.Reasons[4].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 7, "-0.3")]
    [InlineData(10, 9, "-0.1")]
    [InlineData(30, 20, "-0.33")]
    [InlineData(10, 10, "0")]
    [InlineData(8, 10, "0.25")]
    [InlineData(0, 3, null)]
    public void Petitions_change_against_those_of_before(int before, int after, string? change) => Assert.Equal(change, Judgement.PetitionChange(before, after)?.Print());

    [Theory]
    [InlineData(77, 57, "下降25.97%")]
    [InlineData(27, 9, "下降66.67%")]
    [InlineData(8, 10, "上升25%")]
    [InlineData(5, 5, "没有变化")]
    [InlineData(0, 3, "列入前没有信访")]
    [InlineData(0, 0, "列入前后都没有信访")]
    public void Their_change_is_rounded_once(int before, int after, string words) => Assert.Equal(words, Judgement.ChangeWords(before, after));

    [Fact]
    public void Without_votes_nothing_is_judged() => AssertRefused("没有有效的群众测评票", () => Judgement.Of(Rule, new(9_000, new(0, 0), 2_000, 1, 1, 1, 0)));

    [Fact]
    public void The_printed_rule_is_the_rule()
    {
        Assert.Equal(Rule, PassRule.Read(Rule.Print()));
        Assert.Equal(new PassRule(8_250, 7_250, 9_050, 4_550), PassRule.Read(new PassRule(8_250, 7_250, 9_050, 4_550).Print()));
        Assert.Null(PassRule.Read("不低于80分的通过"));
        Assert.Null(PassRule.Read(new PassRule(7_000, 8_000, 8_500, 5_000).Print())); // what is lower stands above
    }
}
