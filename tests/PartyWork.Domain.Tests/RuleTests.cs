namespace PartyWork.Domain.Tests;

public sealed class RuleTests
{
    [Fact]
    public void A_rule_that_holds_is_silent() => Rule.Require(true, "不会出现");

    [Fact]
    public void A_broken_rule_says_its_own_sentence() => Assert.Equal("请填写理由。", Refusal(() => Rule.Require(false, "请填写理由。")));
}
