using PartyWork.Domain.Agreements;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Agreements.GivenAgreements;

namespace PartyWork.Domain.Tests.Agreements;

public sealed class SigningTests
{
    [Fact]
    public void An_agreement_is_a_copy_that_a_later_change_of_the_template_does_not_reach()
    {
        var template = Template();
        var agreement = new Agreement(template, OrganizationId, UpperId, Day(3, 31), Day(2, 27));

        template.Clauses[0].Write(Goal("改过的范本"), DutyPosts.Deputy, null);
        template.Write("改过", "改过");

        Assert.Equal(("第1项工作", "年终评定。", 501), (agreement.Clauses[0].Objective.Content, agreement.Rewards, agreement.Clauses[0].TemplateClauseId));
    }

    [Fact]
    public void Nothing_is_issued_from_a_template_without_clauses() =>
        AssertRefused("2026年社区责任书范本还没有条款", () => new Agreement(Template(0), OrganizationId, UpperId, Day(3, 31), Day(2, 27)));

    [Fact]
    public void The_lower_party_adds_at_most_three_own_items_after_the_given_clauses()
    {
        var agreement = Issued();
        for (var i = 0; i < 3; i++)
        {
            agreement.AddItem(Goal($"自加{i}"), DutyPosts.Secretary);
        }

        Assert.Equal([3, 4, 5], agreement.Clauses.Where(c => c.IsOwn).Select(c => c.No));
        AssertRefused("自加条款不超过3条", () => agreement.AddItem(Goal(), DutyPosts.Secretary));
    }

    [Fact]
    public void Own_items_can_be_rewritten_and_taken_out_given_clauses_cannot()
    {
        var agreement = Issued();
        var (first, second) = (agreement.AddItem(Goal("甲"), DutyPosts.Secretary), agreement.AddItem(Goal("乙"), DutyPosts.Secretary));

        agreement.WriteItem(second, Goal("丙"), DutyPosts.Deputy);
        agreement.RemoveItem(first);

        Assert.Equal((3, "丙"), (second.No, second.Objective.Content));
        AssertRefused("第1条是上级下发的条款", () => agreement.RemoveItem(agreement.Clauses[0]));
        AssertRefused("第1条是上级下发的条款", () => agreement.WriteItem(agreement.Clauses[0], Goal(), DutyPosts.Secretary));
    }

    [Fact]
    public void Once_checked_the_text_stands()
    {
        var agreement = Ready();
        AssertRefused("责任书已经定稿", () => agreement.AddItem(Goal(), DutyPosts.Secretary));
        AssertRefused("责任书已经定稿", agreement.Prepare);
    }

    [Fact]
    public void The_lower_secretary_signs_first_then_the_upper_signer_and_then_it_is_effective()
    {
        var agreement = Ready();
        AssertRefused("乙方尚未签字", () => agreement.SignUpper(Upper, Day(3, 16), true, ""));

        agreement.SignLower(Lower, Day(3, 16), true, "");
        Assert.Equal((AgreementStage.SignedByLower, (DateOnly?)null), (agreement.Stage, agreement.EffectiveOn));
        agreement.SignUpper(Upper, Day(3, 18), true, "");

        Assert.Equal((AgreementStage.Effective, (DateOnly?)Day(3, 18), "许豪华", "叶超"), (agreement.Stage, agreement.EffectiveOn, agreement.LowerSignature.Name, agreement.UpperSignature.Name));
        AssertRefused("已经生效", () => agreement.SignUpper(Upper, Day(3, 19), true, ""));
    }

    [Fact]
    public void Nobody_signs_a_text_that_has_not_been_checked() =>
        AssertRefused("尚未核对定稿", () => Issued().SignLower(Lower, Day(3, 16), true, ""));

    [Fact]
    public void One_person_does_not_sign_for_both_parties() =>
        AssertRefused("不能由同一人签字", () => SignedByLower().SignUpper(Lower, Day(3, 18), true, ""));

    [Fact]
    public void Before_the_superior_has_signed_its_own_a_reason_is_asked_for_once()
    {
        var agreement = Ready();
        AssertRefused("上级党组织自己的责任书尚未生效", () => agreement.SignLower(Lower, Day(3, 16), false, ""));

        agreement.SignLower(Lower, Day(3, 16), false, "会议改期");
        agreement.SignUpper(Upper, Day(3, 16), false, "");

        Assert.Equal((AgreementStage.Effective, "会议改期"), (agreement.Stage, agreement.EarlyReason));
    }

    [Fact]
    public void Before_both_have_signed_it_can_go_back_with_a_reason_and_is_signed_anew()
    {
        var agreement = SignedByLower();
        AssertRefused("请写明退回修改的理由", () => agreement.Return(""));

        agreement.Return("第二条目标偏低");

        Assert.Equal((AgreementStage.Issued, Signature.None), (agreement.Stage, agreement.LowerSignature));
        AssertRefused("只有待签字的责任书可以退回", () => Effective().Return("晚了"));
    }

    [Fact]
    public void A_meeting_is_registered_in_one_act_whatever_had_been_signed_before()
    {
        foreach (var agreement in new[] { Issued(), Ready(), SignedByLower() })
        {
            agreement.RegisterSigning(Lower, Upper, Day(3, 20), "街道会议室", Registrar, true, "", Day(3, 21));

            Assert.Equal((AgreementStage.Effective, (DateOnly?)Day(3, 20), "街道会议室", "陈思远"), (agreement.Stage, agreement.EffectiveOn, agreement.Place, agreement.RegisteredBy));
        }
    }

    [Fact]
    public void A_meeting_is_neither_in_the_future_nor_before_the_agreement_was_issued()
    {
        AssertRefused("签订日期不能晚于今天", () => Ready().RegisterSigning(Lower, Upper, Day(3, 22), "", Registrar, true, "", Day(3, 21)));
        AssertRefused("签订日期不能早于下发日期（2月27日）", () => Ready().RegisterSigning(Lower, Upper, Day(2, 26), "", Registrar, true, "", Day(3, 21)));
        AssertRefused("责任书已经生效", () => Effective().RegisterSigning(Lower, Upper, Day(3, 20), "", Registrar, true, "", Day(3, 21)));
    }

    [Theory]
    [InlineData("2026-03-31", "2026-12-18", false)]
    [InlineData("2026-04-01", "2026-12-18", true)]
    [InlineData(null, "2026-03-31", false)]
    [InlineData(null, "2026-04-01", true)]
    public void What_was_signed_after_its_day_stays_late(string? effective, string today, bool late) =>
        Assert.Equal(late, Agreement.WasLate(effective is null ? null : DateOnly.Parse(effective, System.Globalization.CultureInfo.InvariantCulture), Day(3, 31), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_new_secretary_signs_an_addendum_once_and_the_first_signature_stays()
    {
        var (agreement, successor) = (Effective(), new Actor(31, "孟晓川", "文明社区党总支书记"));
        AssertRefused("不需要补签", () => agreement.SignAddendum(Party.Lower, Lower, Day(12, 8)));
        AssertRefused("只有已生效的责任书需要补签", () => SignedByLower().SignAddendum(Party.Lower, successor, Day(3, 17)));

        agreement.SignAddendum(Party.Lower, successor, Day(12, 8));

        Assert.Equal(("许豪华", "孟晓川", Day(12, 8)), (agreement.LowerSignature.Name, agreement.Addenda[0].Name, agreement.Addenda[0].SignedOn));
        AssertRefused("不需要补签", () => agreement.SignAddendum(Party.Lower, successor, Day(12, 9)));
    }

    [Fact]
    public void The_upper_partys_new_secretary_signs_too_but_nobody_for_both_parties()
    {
        var (agreement, successor) = (Effective(), new Actor(32, "唐文亮", "春晖街道党工委书记"));
        AssertRefused("不需要补签", () => agreement.SignAddendum(Party.Upper, Upper, Day(12, 8)));
        AssertRefused("不能由同一人签字", () => agreement.SignAddendum(Party.Upper, Lower, Day(12, 8)));

        agreement.SignAddendum(Party.Upper, successor, Day(12, 8));

        Assert.Equal((Party.Upper, "唐文亮"), (agreement.Addenda[0].Party, agreement.Addenda[0].Name));
        AssertRefused("不能由同一人签字", () => agreement.SignAddendum(Party.Lower, successor, Day(12, 9)));

        agreement.SignAddendum(Party.Lower, new Actor(33, "孟晓川", "文明社区党总支书记"), Day(12, 10));
        agreement.SignAddendum(Party.Upper, Lower, Day(12, 11)); // he has gone up, and another stands for the community now
        Assert.Equal((33, Lower.PersonId), (agreement.SignerOf(Party.Lower), agreement.SignerOf(Party.Upper)));
    }

    [Fact]
    public void It_is_evaluated_in_december_and_archived_with_the_year()
    {
        var agreement = Effective();
        AssertRefused("2026年12月起可以评定", () => agreement.Evaluate("按期完成", Day(11, 30), yearIsClosed: false));
        AssertRefused("请填写评定意见", () => agreement.Evaluate("", Day(12, 22), yearIsClosed: false));

        AssertRefused("2026年度已归档，不能再评定", () => agreement.Evaluate("按期完成", Day(1, 20, 2027), yearIsClosed: true));

        agreement.Evaluate("按期完成", Day(12, 22), yearIsClosed: false);

        Assert.Equal(AgreementStatus.Evaluated, Agreement.StatusOf(agreement.Stage, false, yearIsClosed: false));
        Assert.Equal(AgreementStatus.Archived, Agreement.StatusOf(agreement.Stage, false, yearIsClosed: true));
    }

    [Theory]
    [InlineData(null, false, AgreementStatus.NotIssued)]
    [InlineData(AgreementStage.Issued, false, AgreementStatus.Issued)]
    [InlineData(AgreementStage.Ready, false, AgreementStatus.Ready)]
    [InlineData(AgreementStage.SignedByLower, false, AgreementStatus.SignedByLower)]
    [InlineData(AgreementStage.Effective, false, AgreementStatus.Effective)]
    [InlineData(AgreementStage.Effective, true, AgreementStatus.NeedsAddendum)]
    public void What_is_shown_follows_from_the_stage_and_from_who_is_secretary(AgreementStage? stage, bool needsAddendum, AgreementStatus status) =>
        Assert.Equal(status, Agreement.StatusOf(stage, needsAddendum, yearIsClosed: false));

    [Fact]
    public void Its_number_follows_from_year_and_code() => Assert.Equal("责任书〔2026〕QH01001号", Agreement.NumberOf(2026, "QH01001"));

    [Fact]
    public void A_clause_proposes_a_task_with_its_target_in_the_quarter_of_its_day()
    {
        var task = Effective().Clauses[0].ProposeTask(Holder());

        Assert.Equal(("第1项工作", 400, "次", Day(12, 20), "责任书第1条"), (task.Content, task.Target, task.Unit, task.DueOn, task.Source));
        Assert.Equal(new QuarterNodes(null, null, null, 400), task.Nodes);
        Assert.Equal([1], DraftTask(task).ClauseNos);
    }

    [Fact]
    public void A_scan_of_the_original_is_attached_once_both_have_signed_whichever_party_keeps_it_and_stays()
    {
        var (scan, own) = (Scan(UpperId, 1), Scan(OrganizationId, 2));
        AssertRefused("双方签字生效以后", () => SignedByLower().Attach(scan, Registrar, At(Day(3, 17))));
        var (agreement, other) = (Effective(), Effective());

        agreement.Attach(scan, Registrar, At(Day(3, 18)));
        agreement.Attach(own, Lower, At(Day(3, 19)));
        other.Attach(scan, Registrar, At(Day(3, 18)));

        Assert.Equal([scan, own], agreement.Evidence.Select(u => u.Item));
        Assert.Equal(OrganizationId, agreement.Evidence[0].OrganizationId);
        Assert.Same(scan, other.Evidence[0].Item);
        AssertRefused("不能取消引用", agreement.Evidence[0].RequireDetachable);

        static EvidenceItem Scan(int keeper, int n) =>
            EvidenceItem.OfFile(keeper, "签订原件", Day(3, 18), new EvidenceFile($"{n}.pdf", "application/pdf", 10, new('a', 64), new('b', 64)), Registrar, Day(3, 18));
    }
}
