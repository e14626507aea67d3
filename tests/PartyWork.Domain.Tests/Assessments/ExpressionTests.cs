using PartyWork.Domain.Assessments;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class ExpressionTests
{
    private static readonly ScoreInputs Known = Inputs(
        ("a", ScoreValue.Of(3)), ("b", ScoreValue.Of(0)), ("x.rate", ScoreValue.Rate(3, 4)), ("x.word", ScoreValue.Of("late")), ("x.chinese", ScoreValue.Of("较好")),
        ("yes", ScoreValue.Of(true)), ("no", ScoreValue.Of(false)), ("x.empty", ScoreValue.OverNothing));

    [Theory]
    [InlineData("a == 3", true)]
    [InlineData("a != 3", false)]
    [InlineData("a >= 3", true)]
    [InlineData("a > 3", false)]
    [InlineData("a < 3.5", true)]
    [InlineData("a <= 2", false)]
    [InlineData("a > -1", true)]
    [InlineData("x.rate < 0.8", true)]
    [InlineData("x.word == 'late'", true)]
    [InlineData("x.word == '逾期'", true)]
    [InlineData("x.word != 'late'", false)]
    [InlineData("x.chinese == 'fairly_good'", true)]
    [InlineData("x.word in (late, unsigned)", true)]
    [InlineData("x.word in ('on_time')", false)]
    [InlineData("yes", true)]
    [InlineData("not yes", false)]
    [InlineData("not no", true)]
    [InlineData("a == 3 and b == 0", true)]
    [InlineData("a == 3 and not yes", false)]
    [InlineData("no or yes", true)]
    [InlineData("a == 3 且 非 no", true)]
    [InlineData("no 或 x.word 属于 ('逾期')", true)]
    [InlineData("yes or yes and no", true)]
    [InlineData("(yes or yes) and no", false)]
    [InlineData("a + b == 3", true)]
    [InlineData("a > 0 or not no", true)]
    public void A_condition_holds_or_not(string condition, bool holds) => Assert.Equal(holds, Expression.Condition(condition).Holds(Known));

    [Theory]
    [InlineData("unknown", null)]
    [InlineData("not unknown", null)]
    [InlineData("unknown > 3", null)]
    [InlineData("a == 4 and unknown", false)]
    [InlineData("unknown and a == 4", false)]
    [InlineData("a == 3 and unknown", null)]
    [InlineData("a == 3 or unknown", true)]
    [InlineData("unknown or a == 4", null)]
    [InlineData("unknown in (late)", null)]
    public void What_is_not_recorded_matters_only_where_it_would_change_the_answer(string condition, bool? holds) => Assert.Equal(holds, Expression.Condition(condition).Holds(Known));

    [Theory]
    [InlineData("x.empty < 0.8")]
    [InlineData("x.empty >= 0")]
    [InlineData("x.empty == 0")]
    public void A_rate_over_nothing_is_neither_low_nor_high(string condition) => Assert.False(Expression.Condition(condition).Holds(Known));

    [Theory]
    [InlineData("")]
    [InlineData("a ==")]
    [InlineData("a = 3")]
    [InlineData("(a == 3")]
    [InlineData("a == 3)")]
    [InlineData("and a")]
    [InlineData("a == 3 b == 4")]
    [InlineData("a == 'late")]
    [InlineData("a; drop")]
    [InlineData("3")]
    [InlineData("a + b")]
    public void What_is_no_condition_is_refused_with_its_place(string text) => Assert.NotEmpty(Refusal(() => Expression.Condition(text)));

    [Fact]
    public void The_refusal_names_the_place() => AssertRefused("第3个字符附近", () => Expression.Condition("a = 3"));

    [Fact]
    public void A_sum_is_of_metrics_only()
    {
        Assert.Equal("3", Expression.Sum("a + b").Value(Known).Number!.Value.Print());
        AssertRefused("应是一个指标", () => Expression.Sum("a > b"));
    }

    [Fact]
    public void A_sum_with_an_unknown_part_is_unknown() => Assert.False(Expression.Sum("a + unknown").Value(Known).IsRecorded);

    [Fact]
    public void Names_are_found_once() => Assert.Equal(["a", "x.rate", "yes"], Expression.Condition("a > 0 and (x.rate < 1 or not yes) and a < 9").Names);

    [Fact]
    public void It_is_read_out_in_the_offices_words() =>
        Assert.Equal("责任书按期签订为“未签订”，或组织生活总达标率低于80%", Expression.Condition("agreement.signed_on_time == 'unsigned' or meeting.all.compliance_rate < 0.8").Say(Metrics));
}
