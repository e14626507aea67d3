using PartyWork.Domain.Agreements;
using static PartyWork.Domain.Tests.Agreements.GivenAgreements;

namespace PartyWork.Domain.Tests.Agreements;

public sealed class AmendingTests
{
    [Fact]
    public void A_clause_changes_once_both_parties_have_confirmed_and_the_old_text_is_kept()
    {
        var agreement = Effective();
        var amendment = Amendment(agreement);
        amendment.Confirm(Party.Lower, Lower, Day(6, 2));
        Assert.Equal("第1项工作", agreement.Clauses[0].Objective.Content);

        amendment.Confirm(Party.Upper, Upper, Day(6, 3));

        Assert.Equal(("每月专题研究党建工作", Day(6, 3)), (agreement.Clauses[0].Objective.Content, agreement.Clauses[0].AmendedOn));
        Assert.Equal(("第1项工作", AmendmentState.Agreed), (amendment.Old.Content, amendment.State));
    }

    [Fact]
    public void What_was_signed_stays_what_was_signed_however_often_it_is_amended()
    {
        var agreement = Effective();
        foreach (var (content, day) in new[] { ("每月专题研究党建工作", 3), ("每半月专题研究党建工作", 9) })
        {
            var amendment = Amendment(agreement, content);
            amendment.Confirm(Party.Upper, Upper, Day(6, day + 1));
            amendment.Confirm(Party.Lower, Lower, Day(6, day));
        }

        Amendment(agreement, "每周专题研究党建工作").Refuse(Upper, "过于频繁");

        Assert.Equal("第1项工作", agreement.Clauses[0].AsSigned().Content);
        Assert.Equal([("每月专题研究党建工作", Day(6, 4)), ("每半月专题研究党建工作", Day(6, 10))], agreement.AgreedAmendments().Select(a => (a.Changed.Content, a.AgreedOn!.Value)));
    }

    [Fact]
    public void Each_party_confirms_once_and_not_by_the_same_person()
    {
        var amendment = Amendment(Effective());
        amendment.Confirm(Party.Lower, Lower, Day(6, 2));

        AssertRefused("乙方已经确认", () => amendment.Confirm(Party.Lower, Registrar, Day(6, 2)));
        AssertRefused("不能由同一人确认", () => amendment.Confirm(Party.Upper, Lower, Day(6, 2)));
    }

    [Fact]
    public void What_one_party_refuses_stays_as_it_was()
    {
        var agreement = Effective();
        var amendment = Amendment(agreement);
        AssertRefused("请写明不同意的理由", () => amendment.Refuse(Upper, ""));

        amendment.Refuse(Upper, "频次过高");

        Assert.Equal(("第1项工作", AmendmentState.Refused, "叶超"), (agreement.Clauses[0].Objective.Content, amendment.State, amendment.RefusedBy));
        AssertRefused("该修改已经处理", () => amendment.Confirm(Party.Upper, Upper, Day(6, 3)));
    }

    [Fact]
    public void A_clause_waits_for_one_amendment_at_a_time()
    {
        var agreement = Effective();
        Amendment(agreement);
        AssertRefused("第1条已有一项修改等待确认", () => Amendment(agreement, "又一次修改"));
    }

    [Fact]
    public void Only_an_effective_agreement_is_amended_with_a_reason_and_a_real_change()
    {
        AssertRefused("责任书尚未生效", () => Amendment(SignedByLower()));
        var agreement = Effective();
        AssertRefused("内容没有变化", () => Amendment(agreement, "第1项工作"));
        AssertRefused("请写明修改理由", () => new ClauseAmendment(agreement, agreement.Clauses[0], Goal("改"), "", Lower, Day(6, 1)));
    }
}
