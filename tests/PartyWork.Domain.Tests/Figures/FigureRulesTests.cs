using PartyWork.Domain.Figures;

namespace PartyWork.Domain.Tests.Figures;

public sealed class FigureRulesTests
{
    private static readonly Actor Proposer = new(1, "韩志远", "组织科科长"), Other = new(2, "苏文静", "组织科干部");
    private static readonly DateOnly Today = new(2026, 12, 18);

    [Theory]
    [InlineData("１２", "12")]
    [InlineData(" 0.5 ", "0.5")]
    [InlineData("", "")]
    public void A_parameter_that_is_a_number_is_kept_in_plain_digits(string typed, string kept)
    {
        var parameter = new FigureParameter(2026, "city_county_total");
        parameter.Write(typed, "全市县市区总数", true, Proposer, Today);

        Assert.Equal(kept, parameter.Text);
    }

    [Theory]
    [InlineData("十二")]
    [InlineData("-1")]
    [InlineData("1.234")]
    [InlineData("1,200")]
    public void What_is_no_number_is_not_taken_for_one(string typed) =>
        Assert.Contains("“全市县市区总数”应填数字", Assert.Throws<BrokenRuleException>(() => new FigureParameter(2026, "city_county_total").Write(typed, "全市县市区总数", true, Proposer, Today)).Message, StringComparison.Ordinal);

    [Fact]
    public void Saving_what_is_there_already_leaves_who_entered_it()
    {
        var parameter = new FigureParameter(2026, "city_name");
        parameter.Write("云川市", "所在市名", false, Proposer, Today);
        parameter.Write(" 云川市 ", "所在市名", false, Other, Today.AddDays(3));

        Assert.Equal(("韩志远", Today), (parameter.EnteredBy, parameter.EnteredOn));
    }

    [Fact]
    public void A_correction_takes_two_persons_and_is_decided_once()
    {
        var correction = Correction("12", "依据");

        Assert.Throws<BrokenRuleException>(() => correction.Approve(Proposer, Today));
        correction.Approve(Other, Today);

        Assert.Equal((OverrideState.Approved, "苏文静", Today), (correction.State, correction.DecidedBy, correction.DecidedOn));
        Assert.Throws<BrokenRuleException>(() => correction.Refuse(new Actor(3, "梁启山", "部长"), Today));
    }

    [Fact]
    public void A_correction_has_a_number_and_a_reason_and_is_of_the_past()
    {
        Assert.Throws<BrokenRuleException>(() => Correction("很多", "依据"));
        Assert.Throws<BrokenRuleException>(() => Correction("", "依据"));
        Assert.Throws<BrokenRuleException>(() => Correction("12", ""));
        Assert.Throws<BrokenRuleException>(() => new FigureOverride("tasks_total", 7, Today, Today.AddDays(1), "1", true, "依据", Proposer, Today));
    }

    [Fact]
    public void What_is_not_over_cannot_be_frozen()
    {
        var now = new DateTime(2026, 12, 18, 2, 0, 0, DateTimeKind.Utc);

        Assert.Throws<BrokenRuleException>(() => new FigureFreeze("年度", new(2026, 1, 1), new(2026, 12, 31), Proposer, now));
        Assert.Throws<BrokenRuleException>(() => new FigureFreeze("", new(2026, 1, 1), Today, Proposer, now));
        Assert.Equal("韩志远", new FigureFreeze("年度", new(2026, 1, 1), Today, Proposer, now).By);
    }

    [Fact]
    public void A_person_keeps_at_most_twenty_queries_and_names_each()
    {
        Assert.Throws<BrokenRuleException>(() => new SavedQuery(1, "每季", "?F=tasks_total", SavedQuery.MostOfOne));
        Assert.Throws<BrokenRuleException>(() => new SavedQuery(1, "", "?F=tasks_total", 0));
        Assert.Equal("每季", new SavedQuery(1, "每季", "?F=tasks_total", 3).Name);
    }

    [Fact]
    public void What_has_become_less_is_corrected_with_a_minus() => Assert.Equal("-21.7", Correction("－21.7", "依据").Value);

    private static FigureOverride Correction(string value, string reason) => new("tasks_total", 7, new(2026, 1, 1), Today, value, true, reason, Proposer, Today);
}
