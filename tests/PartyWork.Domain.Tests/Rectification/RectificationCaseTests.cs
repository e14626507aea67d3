using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Rectification.GivenCase;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>Every transition of a case and what stands in its way (domain, Appendix B).</summary>
public sealed class RectificationCaseTests
{
    [Fact]
    public void Only_a_community_is_put_right() =>
        AssertRefused("应为社区党组织", () => new RectificationCase(Batch(), Committee(), CaseReasons.Team, "班子不齐", Clerk, Day(2, 1)));

    [Fact]
    public void It_is_a_candidate_for_a_reason() =>
        AssertRefused("至少选择一种列入情形", () => Candidate(reasons: CaseReasons.None));

    [Fact]
    public void It_is_not_proposed_before_it_has_been_checked() =>
        AssertRefused("目前为“摸排”", () => Candidate().Propose("建议列入", Secretary, Day(2, 28)));

    [Fact]
    public void Each_way_of_checking_is_kept_with_who_when_and_what()
    {
        var of = Checked();
        of.Check(CheckMethod.Visit, "走访32户", Superior, Day(2, 22), Day(2, 23));

        Assert.Equal(CaseStage.Checked, of.Stage);
        Assert.Equal([(CheckMethod.Joint, Day(2, 20), Superior.Name), (CheckMethod.Visit, Day(2, 22), Superior.Name)], of.Steps.Where(s => s.Method is not null).Select(s => (s.Method!.Value, s.On, s.By)));
    }

    [Fact]
    public void A_check_is_neither_in_the_future_nor_before_the_first_look()
    {
        AssertRefused("核查日期不能晚于今天", () => Candidate().Check(CheckMethod.Self, "属实", Clerk, Day(2, 12), Day(2, 11)));
        AssertRefused("核查日期不能早于上一步", () => Candidate().Check(CheckMethod.Self, "属实", Clerk, Day(2, 9), Day(2, 11)));
    }

    [Fact]
    public void It_is_not_listed_without_a_baseline_of_satisfaction_and_petitions()
    {
        var of = Checked();
        of.Propose("建议列入", Secretary, Day(2, 28));

        AssertRefused("没有基线，以后无法对比", () => of.List("部务会纪要〔2026〕5号", ListedOn, Superior, ListedOn));
    }

    [Fact]
    public void It_is_not_listed_without_the_number_of_the_meeting() =>
        AssertRefused("会议文号", () => Proposed().List("", ListedOn, Superior, ListedOn));

    [Fact]
    public void It_is_not_listed_before_the_committee_has_proposed_it()
    {
        var of = Checked();
        of.SetBaseline(Baseline());

        AssertRefused("目前为“已核查”", () => of.List("部务会纪要〔2026〕5号", ListedOn, Superior, ListedOn));
    }

    [Fact]
    public void Listed_it_has_fifteen_days_for_the_four_roles()
    {
        Assert.Equal(Day(3, 25), Listed().RolesDueOn);
    }

    [Fact]
    public void More_votes_for_it_than_votes_are_no_baseline() =>
        AssertRefused("满意票不能多于有效票", () => Checked().SetBaseline(Baseline() with { Satisfied = 61 }));

    [Fact]
    public void What_it_was_listed_for_and_from_is_not_touched_afterwards()
    {
        AssertRefused("基线数据不再修改", () => Listed().SetBaseline(Baseline()));
        AssertRefused("列入情形和成因不再修改", () => Listed().Write(CaseReasons.Other, "别的", ""));
    }

    [Fact]
    public void A_candidate_is_dropped_with_a_reason_and_a_listed_one_never()
    {
        AssertRefused("不列入的理由", () => Checked().Drop("", Superior, Day(3, 1)));
        AssertRefused("须经验收才能销号", () => Listed().Drop("不列了", Superior, Day(3, 12)));

        var of = Proposed();
        of.Drop("已自行解决", Superior, Day(3, 5));
        Assert.Equal(CaseStage.Dropped, of.Stage);
    }

    [Fact]
    public void What_of_the_four_roles_is_missing_is_said_by_the_numbers_of_the_scheme()
    {
        var of = Listed();
        Assert.Equal(["联系区领导缺1名（应有1名，已有0名）", "第一书记缺1名（应有1名，已有0名）", "工作组缺3人（应有3人，已有0人）", "帮扶单位缺2个（应有2个，已有0个）"], of.RolesMissing);

        of.Appoint(HelperRole.DistrictLeader, Helper with { Name = "林向东" }, ListedOn, null);
        of.Appoint(HelperRole.FirstSecretary, Helper, ListedOn, null);
        foreach (var name in new[] { "甲", "乙", "丙" })
        {
            of.Appoint(HelperRole.WorkTeam, Helper with { Name = name }, ListedOn, null);
        }

        of.Appoint(HelperRole.SupportUnit, Helper with { Name = "丁", Unit = "区住建局" }, ListedOn, null);
        of.Appoint(HelperRole.SupportUnit, Helper with { Name = "戊", Unit = "区住建局" }, ListedOn, null);
        Assert.Equal(["帮扶单位缺1个（应有2个，已有1个）"], of.RolesMissing);

        of.Appoint(HelperRole.SupportUnit, Helper with { Name = "己", Unit = "区民政局" }, ListedOn, null);
        Assert.Empty(of.RolesMissing);
    }

    [Fact]
    public void Nobody_is_sent_before_the_listing_or_with_a_post_elsewhere()
    {
        AssertRefused("列入整顿以后才能选派", () => Proposed().Appoint(HelperRole.FirstSecretary, Helper, ListedOn, null));
        AssertRefused("选派日期不能早于列入日期", () => Listed().Appoint(HelperRole.FirstSecretary, Helper, Day(3, 9), null));
        AssertRefused("任职应为本社区的第一书记", () => Listed().Appoint(HelperRole.FirstSecretary, Helper, ListedOn, HelperPost(HelperRole.WorkTeam)));
    }

    [Fact]
    public void A_helpers_post_ends_when_the_helper_goes()
    {
        var (of, post) = (Listed(), HelperPost());
        var helper = of.Appoint(HelperRole.FirstSecretary, Helper, ListedOn, post);

        of.Release(helper, Day(5, 6), Day(5, 6));

        Assert.Equal((Day(5, 6), Day(5, 6)), (helper.To!.Value, post.To!.Value));
    }

    [Fact]
    public void A_post_that_two_helpers_share_ends_with_the_last_of_them()
    {
        var (of, liaison) = (Listed(), HelperPost(HelperRole.DistrictLeader));
        var first = of.Appoint(HelperRole.DistrictLeader, Helper with { Name = "林向东" }, ListedOn, liaison);
        var second = of.Appoint(HelperRole.DistrictLeader, Helper with { Name = "方正平" }, Day(4, 1), liaison);

        of.Release(first, Day(5, 6), Day(5, 6));
        Assert.Null(liaison.To);

        of.Release(second, Day(6, 1), Day(6, 1));
        Assert.Equal(Day(6, 1), liaison.To);
    }

    [Fact]
    public void Every_helpers_post_ends_with_the_case()
    {
        var (of, posts) = (Rectifying(), Enum.GetValues<HelperRole>().Select((role, i) => HelperPost(role, 31 + i)).ToList());
        foreach (var (post, role) in posts.Zip(Enum.GetValues<HelperRole>()))
        {
            of.Appoint(role, Helper, ListedOn, post);
        }

        of.Explain(of.Problems[0], "不能办理，已说明", Secretary, Day(8, 1));
        of.PreAccept("同意报验", Secretary, Day(8, 20));
        of.Apply("申请验收", Secretary, Earliest);
        Assert.All(posts, p => Assert.Null(p.To));

        of.Decide(AcceptanceOutcome.Accepted, "符合销号条件", Superior, Day(9, 28), Day(9, 28));

        Assert.All(posts, p => Assert.Equal(Day(9, 28), p.To));
        Assert.All(of.Helpers, h => Assert.Equal(Day(9, 28), h.To));
    }

    [Fact]
    public void A_plan_is_not_approved_without_problems_or_an_aim()
    {
        AssertRefused("还没有列入问题", () => WithPlan().ApprovePlan(Superior, ApprovedOn));

        var of = Listed();
        of.Include(Planned(), CaseReasons.Service, 20_000_00);
        AssertRefused("请先填写整顿目标", () => of.ApprovePlan(Superior, ApprovedOn));
    }

    [Fact]
    public void A_plan_is_approved_when_every_problem_has_measure_owner_and_due_day()
    {
        var withoutMeasure = ListedProblem(no: 1);
        var withoutOwner = ListedProblem(Stated() with { Owner = Responsible.Nobody }, 2, DraftTask(no: 2));
        var withoutDue = ListedProblem(null, 3, DraftTask(Counted() with { DueOn = null }, 3));

        AssertRefused("每个问题都有措施、责任人和时限才能批准：问题1缺措施；问题2缺责任人；问题3缺时限。", () => WithPlan(withoutMeasure, withoutOwner, withoutDue).ApprovePlan(Superior, ApprovedOn));
    }

    [Fact]
    public void With_the_approval_problems_are_being_put_right_and_measures_are_tasks()
    {
        var of = Rectifying();

        Assert.Equal((CaseStage.Rectifying, ApprovedOn), (of.Stage, of.PlanApprovedOn!.Value));
        Assert.Equal(ProblemState.Rectifying, of.Problems[0].Problem.State);
        Assert.All(of.Problems[0].Problem.Tasks, t => Assert.Equal(TaskState.InProgress, t.State));
    }

    [Fact]
    public void A_problem_answers_one_of_the_reasons_it_was_listed_for()
    {
        AssertRefused("对应的列入情形", () => Listed().Include(Planned(), CaseReasons.Assets, null));
        AssertRefused("对应的列入情形", () => Listed().Include(Planned(), CaseReasons.Petitions | CaseReasons.Service, null));
    }

    [Fact]
    public void An_approved_plan_loses_no_problem()
    {
        var of = Rectifying();
        AssertRefused("问题不能再移出", () => of.Exclude(of.Problems[0]));
    }

    [Fact]
    public void An_approved_plan_takes_in_only_what_is_complete_and_that_is_in_force_at_once()
    {
        var of = Rectifying();
        AssertRefused("补充的问题应有措施、责任人和时限：问题2缺措施", () => of.Include(ListedProblem(no: 2), CaseReasons.Service, null));

        var row = of.Include(Planned(3), CaseReasons.Petitions, null);
        of.Measure(row, DraftTask(no: 4));

        Assert.Equal(ProblemState.Rectifying, row.Problem.State);
        Assert.Equal([TaskState.InProgress, TaskState.InProgress], row.Problem.Tasks.Select(t => t.State));
    }

    [Fact]
    public void It_is_not_pre_accepted_while_a_problem_is_neither_closed_nor_explained()
    {
        var (first, second) = (Planned(1), Planned(2));
        var of = WithPlan(first, second);
        of.ApprovePlan(Superior, ApprovedOn);
        of.Explain(of.Problems[0], "产权单位不同意，已说明", Secretary, Day(7, 1));

        AssertRefused("不能初验：问题2", () => of.PreAccept("同意", Secretary, Day(8, 20)));

        foreach (var task in second.Tasks)
        {
            task.Report(1, Domain.Reports.ReportChoice.Done, 400, Day(6, 28));
            task.AcceptDone();
        }

        second.ClaimClosed(Clerk, "电梯已投入使用", "已在楼栋公示");
        second.Verify(Superior, Day(8, 1));
        of.PreAccept("同意", Secretary, Day(8, 20));
        Assert.Equal(CaseStage.PreAccepted, of.Stage);
    }

    [Fact]
    public void Acceptance_is_not_applied_for_in_less_than_six_months()
    {
        var of = PreAccepted();
        AssertRefused("列入整顿不满6个月，2026年9月10日起可以申请验收", () => of.Apply("申请验收", Secretary, Earliest.AddDays(-1)));

        of.Apply("申请验收", Secretary, Earliest);
        Assert.Equal(CaseStage.Applied, of.Stage);
    }

    [Fact]
    public void It_is_not_decided_before_it_was_applied_for() =>
        AssertRefused("目前为“党（工）委已初验”", () => PreAccepted().Decide(AcceptanceOutcome.Accepted, "合格", Superior, Earliest, Earliest));

    [Fact]
    public void Accepted_it_is_struck_off_and_looked_at_again_in_six_months()
    {
        var of = StruckOff();

        Assert.Equal((CaseStage.Accepted, Day(9, 28), Day(3, 28, 2027)), (of.Stage, of.EndedOn!.Value, of.LookBackDueOn!.Value));
    }

    [Theory]
    [InlineData(AcceptanceOutcome.Consolidating, CaseStage.Consolidating)]
    [InlineData(AcceptanceOutcome.Extended, CaseStage.Extended)]
    public void Not_accepted_it_goes_on_and_can_be_pre_accepted_again(AcceptanceOutcome outcome, CaseStage stage)
    {
        var of = Applied();
        of.Decide(outcome, "还要巩固", Superior, Day(9, 28), Day(9, 28));
        Assert.Equal((stage, (DateOnly?)null), (of.Stage, of.EndedOn));

        of.PreAccept("已补齐", Secretary, Day(12, 1));
        Assert.Equal(CaseStage.PreAccepted, of.Stage);
    }

    [Fact]
    public void Looked_at_again_and_found_well_it_is_settled()
    {
        var of = StruckOff();
        of.LookBack("走访30户，未见反弹", Superior, Day(3, 30, 2027), Day(3, 30, 2027));

        Assert.Equal(CaseStage.Settled, of.Stage);
    }

    [Fact]
    public void A_relapse_takes_it_up_again_with_all_that_was_before()
    {
        var of = StruckOff();
        var before = of.Steps.Count;

        of.Relapse("信访反弹，电梯停运两个月", Superior, Day(3, 30, 2027), Day(3, 30, 2027));

        Assert.Equal((CaseStage.Relapsed, (DateOnly?)null, Day(4, 14, 2027)), (of.Stage, of.EndedOn, of.RolesDueOn!.Value));
        Assert.Equal(before + 1, of.Steps.Count);
        of.Appoint(HelperRole.FirstSecretary, Helper, Day(3, 31, 2027), null);
        of.ApprovePlan(Superior, Day(4, 10, 2027));
        Assert.Equal((CaseStage.Rectifying, ApprovedOn), (of.Stage, of.PlanApprovedOn!.Value)); // the months reported before the relapse stay the plan's
    }

    [Fact]
    public void What_was_never_accepted_cannot_relapse() =>
        AssertRefused("目前为“整顿中”", () => Rectifying().Relapse("反弹", Superior, Day(9, 1), Day(9, 1)));

    [Fact]
    public void The_direction_of_a_month_has_its_reason_and_can_be_judged_anew()
    {
        var of = Rectifying();
        AssertRefused("判断走向的依据", () => of.Judge(Day(4, 1), TravelDirection.Improving, "", Secretary, Day(5, 6)));
        AssertRefused("整顿期间的月份", () => of.Judge(Day(2, 1), TravelDirection.Improving, "走访反映好转", Secretary, Day(5, 6)));

        of.Judge(Day(4, 1), TravelDirection.Improving, "走访反映好转", Secretary, Day(5, 6));
        of.Judge(Day(4, 30), TravelDirection.Unchanged, "信访未减少", Secretary, Day(5, 8));

        var only = Assert.Single(of.Directions);
        Assert.Equal((Day(4, 1), TravelDirection.Unchanged, "信访未减少"), (only.Month, only.Direction, only.Reason));
    }

    [Fact]
    public void A_batch_has_its_document_and_numbers_and_no_quota_of_itself()
    {
        AssertRefused("文号", () => Batch(Scheme() with { DocumentNo = "" }));
        AssertRefused("各应为1至20", () => Batch(Scheme() with { SupportUnits = 0 }));
        Assert.Equal("第七批", Batch().Title);
        Assert.Null(Batch().Scheme.Quota);
    }

    [Fact]
    public void The_day_of_rectification_stands_still_with_the_end()
    {
        Assert.Equal(1, Listed().DayOn(ListedOn));
        Assert.Equal(203, StruckOff().DayOn(Day(12, 18)));
    }
}
