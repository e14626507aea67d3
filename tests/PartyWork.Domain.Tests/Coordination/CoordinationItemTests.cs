using PartyWork.Domain.Coordination;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Coordination;

/// <summary>The third quarter's row asks on Monday 12 October 2026; ten workdays after the 13th is the 27th.</summary>
public sealed class CoordinationItemTests
{
    private const int Housing = 31, Gas = 32;

    private static readonly Actor Liaison = new(5, "罗建勋", "区住建局联络员"), Committee = new(4, "周敏", "春晖街道党工委副书记");

    private readonly Filing _filing = NewFiling();
    private readonly WorkTask _task = RunningTask();

    // how it comes to be

    [Fact]
    public void What_a_submitted_row_asks_becomes_an_item_that_nobody_types_again()
    {
        var item = Raised("请区住建局出面协调");

        Assert.Equal((CoordinationState.Raised, "请区住建局出面协调", "任务1 组织党支部书记业务培训", "叶超"), (item.State, item.Request, item.Label, item.AskedBy));
        Assert.Equal((2026, 3, _task.Id, At(Due)), (item.Year, item.Period, item.WorkTaskId, item.AskedAt));
    }

    [Fact]
    public void A_row_that_asks_nothing_raises_nothing() => Assert.Null(Asked("").Coordination);

    [Fact]
    public void A_draft_asks_nobody()
    {
        FillRow("请区住建局出面协调");

        Assert.Null(_filing.Rows[0].Coordination);
    }

    [Fact]
    public void A_mended_row_changes_what_nobody_has_taken_in_hand()
    {
        var item = Raised("请协调");

        Mend("请区住建局派人到现场");

        Assert.Same(item, _filing.Rows[0].Coordination);
        Assert.Equal((CoordinationState.Raised, "请区住建局派人到现场"), (item.State, item.Request));
    }

    [Fact]
    public void A_mended_row_that_no_longer_asks_withdraws_it_and_asking_again_brings_it_back()
    {
        var item = Raised("请协调");

        Mend("");
        Assert.Equal(CoordinationState.Withdrawn, item.State);

        Mend("还是请协调", At(10, 15));
        Assert.Equal(CoordinationState.Raised, item.State);
    }

    [Fact]
    public void What_a_department_has_is_no_longer_changed_by_the_row()
    {
        var item = Sent();

        Mend("另一件事");

        Assert.Equal((CoordinationState.Sent, "请区住建局出面协调"), (item.State, item.Request));
    }

    // who settles it

    [Fact]
    public void The_committee_passes_up_what_it_cannot_settle_once()
    {
        var item = Raised();
        item.Refer(Committee, "超出本级权限", At(10, 13));

        Assert.Equal(CoordinationState.Referred, item.State);
        AssertRefused("只有待处理的事项可以报区委", () => item.Refer(Committee, "", At(10, 14)));
    }

    [Fact]
    public void A_department_is_never_given_less_than_three_workdays() =>
        AssertRefused("答复期限最早为10月16日", () => Raised().Send(Superior, Housing, Day(10, 15), "", Notices, At(10, 13)));

    [Fact]
    public void The_superior_may_settle_it_without_a_department()
    {
        var item = Raised();
        item.Settle(Committee, "街道已派人到场", "", null, At(10, 13));

        Assert.Equal((CoordinationState.Answered, (int?)null, (DateOnly?)null), (item.State, item.DepartmentId, item.RepliedOn));
    }

    [Fact]
    public void What_the_asker_attaches_stands_with_the_question_what_others_attach_with_the_answer_until_it_is_over()
    {
        var item = Sent();
        var (question, answer) = (Paper(OrganizationId), Paper(Housing));
        item.Attach(question, Clerk, At(10, 14));
        item.Attach(answer, Liaison, At(10, 15));

        Assert.Equal((question, answer), (item.EvidenceOf(question: true).Single().Item, item.EvidenceOf(question: false).Single().Item));
        Assert.All(item.Evidence, u => Assert.True(u.IsSubmitted));
        item.Reply(Liaison, "同意安排", "", null, At(10, 16));
        item.Rate(Clerk, true, "", Notices, 10, At(10, 19));
        AssertRefused("已解决，不能再附佐证", () => item.Attach(Paper(Gas), Liaison, At(10, 20)));

        static EvidenceItem Paper(int keeper) => EvidenceItem.OfDocument(keeper, "会议纪要", Day(10, 12), $"〔2026〕{keeper}号", Clerk, Day(10, 14));
    }

    [Fact]
    public void Declining_needs_a_reason()
    {
        var item = Raised();
        AssertRefused("请写明不予办理的理由", () => item.Decline(Superior, "", At(10, 13)));

        item.Decline(Superior, "不属于党建经费范围", At(10, 13));

        Assert.Equal((CoordinationState.Declined, "不属于党建经费范围"), (item.State, item.Answer));
    }

    [Fact]
    public void What_has_been_sent_is_not_settled_twice()
    {
        var item = Sent();

        AssertRefused("已经交办、答复或办结", () => item.Settle(Superior, "已办", "", null, At(10, 14)));
        AssertRefused("已经交办、答复或办结", () => item.Decline(Superior, "不办", At(10, 14)));
        AssertRefused("已经交办、答复或办结", () => item.Send(Superior, Gas, Day(10, 28), "", Notices, At(10, 14)));
    }

    // the department's answer

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public void It_is_overdue_after_24_00_of_its_day_while_it_lies_with_the_department(int day, bool overdue) =>
        Assert.Equal(overdue, Sent().IsOverdue(Day(10, day)));

    [Fact]
    public void What_was_agreed_names_its_day_and_the_day_what_was_agreed()
    {
        var item = Sent();

        AssertRefused("请填写议定事项的完成日期", () => item.Reply(Liaison, "同意", "迁改燃气管", null, At(10, 20)));
        AssertRefused("请写明议定事项", () => item.Reply(Liaison, "同意", "", Day(12, 25), At(10, 20)));
        AssertRefused("不能早于今天", () => item.Reply(Liaison, "同意", "迁改燃气管", Day(10, 19), At(10, 20)));
    }

    [Fact]
    public void An_answer_stops_the_clock_and_waits_for_the_askers_word()
    {
        var item = Sent();
        item.Reply(Liaison, "已到现场踏勘", "迁改燃气管", Day(12, 25), At(10, 20));

        Assert.Equal((CoordinationState.Answered, Day(10, 20), "罗建勋"), (item.State, item.RepliedOn, item.AnsweredBy));
        Assert.False(item.IsOverdue(Day(11, 30)));
    }

    [Fact]
    public void A_later_day_is_asked_for_before_the_day_is_over_and_agreed_to_by_the_district()
    {
        var item = Sent();
        AssertRefused("已过，不能再申请延期", () => item.AskExtension(Liaison, Day(11, 10), "待测绘", At(10, 28)));
        AssertRefused("应晚于10月27日", () => item.AskExtension(Liaison, Day(10, 27), "待测绘", At(10, 26)));

        item.AskExtension(Liaison, Day(11, 6), "待测绘", At(10, 26));
        Assert.Equal(Day(10, 27), item.DueOn);
        AssertRefused("已有一项申请", () => item.AskPassOn(Liaison, Gas, "区燃气公司", "职责不符", At(10, 26)));
        item.Agree(Superior, Notices, 10, At(10, 27));

        Assert.Equal((Day(11, 6), false), (item.DueOn, item.IsWanting));
    }

    [Fact]
    public void Another_department_has_its_full_time_from_the_day_it_was_agreed()
    {
        var item = Sent();
        AssertRefused("请选择其他部门", () => item.AskPassOn(Liaison, Housing, "区住建局", "职责不符", At(10, 15)));
        item.AskPassOn(Liaison, Gas, "区城管局", "职责不符", At(10, 15));

        item.Agree(Superior, Notices, 10, At(10, 16));

        Assert.Equal((Gas, Day(10, 30), CoordinationState.Sent), (item.DepartmentId, item.DueOn, item.State));
        Assert.Contains("职责不符", item.Acts[^1].Words, StringComparison.Ordinal); // the new department reads why
        Assert.Equal(Gas, item.Acts[^1].DepartmentId);
    }

    [Fact]
    public void A_refused_wish_changes_nothing_and_an_answer_ends_it()
    {
        var item = Sent();
        item.AskExtension(Liaison, Day(11, 6), "待测绘", At(10, 26));
        item.Refuse(Superior, "请先答复口径", At(10, 26));
        Assert.Equal((Day(10, 27), false), (item.DueOn, item.IsWanting));

        item.AskExtension(Liaison, Day(11, 6), "待测绘", At(10, 27));
        item.Reply(Liaison, "口径如下", "", null, At(10, 27));

        Assert.False(item.IsWanting);
        AssertRefused("没有待决定的申请", () => item.Agree(Superior, Notices, 10, At(10, 27)));
    }

    // the asker's word

    [Fact]
    public void Unsolved_opens_it_once_more_with_full_time_for_the_department_and_then_ends_so()
    {
        var item = Answered();
        AssertRefused("请写明还差什么", () => item.Rate(Clerk, false, "", Notices, 10, At(11, 2)));

        item.Rate(Clerk, false, "图纸没有给", Notices, 10, At(11, 2));
        Assert.Equal((CoordinationState.Sent, Day(11, 16), (DateOnly?)null, true), (item.State, item.DueOn, item.RepliedOn, item.IsReopened));

        item.Reply(Liaison, "图纸已给", "", null, At(11, 5));
        item.Rate(Clerk, false, "图纸不符", Notices, 10, At(11, 9));
        Assert.Equal(CoordinationState.Unsolved, item.State);
    }

    [Fact]
    public void Unsolved_without_a_department_goes_before_the_district()
    {
        var item = Raised();
        item.Settle(Committee, "已协调", "", null, At(10, 13));

        item.Rate(Clerk, false, "没有结果", Notices, 10, At(10, 20));

        Assert.Equal((CoordinationState.Referred, (DateOnly?)null), (item.State, item.DueOn));
    }

    [Fact]
    public void Solved_ends_it()
    {
        var item = Answered();
        item.Rate(Clerk, true, "", Notices, 10, At(11, 2));

        Assert.Equal(CoordinationState.Solved, item.State);
        AssertRefused("没有待评价的答复", () => item.Rate(Clerk, true, "", Notices, 10, At(11, 3)));
    }

    [Fact]
    public void Every_act_names_who_and_the_department_that_had_it_then()
    {
        var item = Answered();

        Assert.Equal(
            [(CoordinationActKind.Raise, "叶超", null), (CoordinationActKind.Send, "何立", Housing), (CoordinationActKind.Answer, "罗建勋", (int?)Housing)],
            item.Acts.Select(a => (a.Kind, a.Name, a.DepartmentId)));
        Assert.False(((IAudited)item).IsRecorded);
        Assert.All(item.Acts, act => Assert.True(((IAudited)act).IsRecorded));
    }

    private CoordinationItem Answered()
    {
        var item = Sent();
        item.Reply(Liaison, "已到现场踏勘", "", null, At(10, 20));
        return item;
    }

    private CoordinationItem Sent()
    {
        var item = Raised();
        item.Send(Superior, Housing, Day(10, 27), "", Notices, At(10, 13));
        return item;
    }

    private CoordinationItem Raised(string request = "请区住建局出面协调") => Asked(request).Coordination!;

    private FilingRow Asked(string request)
    {
        var row = FillRow(request);
        new QuarterlyReport(_filing, [_task]).Confirm(Secretary, At(Due));
        return row;
    }

    private void Mend(string request, DateTime? now = null)
    {
        SendBack(_filing, $"T{_task.Id}", now ?? At(10, 14));
        FillRow(request, now ?? At(10, 14));
        new QuarterlyReport(_filing, [_task]).Confirm(Secretary, now ?? At(10, 14));
    }

    private FilingRow FillRow(string request, DateTime? now = null)
    {
        var row = _filing.Edit($"T{_task.Id}", $"任务1 {_task.Content}", now ?? At(Opens));
        row.Fill(Answer.Value, (int)ReportChoice.Behind, 100, "只办了1期", "多部门协调", "下季度补办", request: request);
        return row;
    }
}
