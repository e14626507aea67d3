using PartyWork.Domain.Calendar;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Figures;

/// <summary>组织科 asks two communities on Wednesday, 9 December 2026.</summary>
public sealed class DataRequestTests
{
    private const int Asker = 1;

    private static readonly DateTime Now = At(12, 9);
    private static readonly DataQuestion Question = new("电动自行车充电接口数", "辖区内公共充电接口，私人的不计。", "个", Day(12, 10), "充电接口", "字典里没有设施数。", "");

    [Fact]
    public void Each_organisation_owes_one_filing_of_the_same_window()
    {
        var (request, filings) = Ask(asked: [7, 8, 8]);

        Assert.Equal([7, 8], filings.Select(f => f.OrganizationId));
        Assert.All(filings, f => Assert.Same(request.Window, f.Window));
        Assert.Equal((FilingKind.DataRequest, 3, "数据征集第3号"), (request.Window.Kind, request.Window.Period, request.Window.Name));
        Assert.Equal((Day(12, 9), Day(12, 14), Day(12, 24)), (request.Window.Opens, request.Window.Due, request.Window.Locks));
    }

    [Fact]
    public void Nothing_is_asked_before_it_was_looked_for_and_without_a_reason()
    {
        AssertRefused("请先在“取数”里查一查", () => Ask(Question with { Searched = "" }));
        AssertRefused("已有的数为什么用不上", () => Ask(Question with { Reason = "" }));
        AssertRefused("请写明口径", () => Ask(Question with { Definition = "" }));
        AssertRefused("请填写单位", () => Ask(Question with { Unit = "" }));
        AssertRefused("至少选择一个党组织", () => Ask(asked: []));
        AssertRefused("查找的词不超过40字", () => Ask(Question with { Searched = new string('查', 41) }));
    }

    [Fact]
    public void Branches_answer_through_those_above_them() =>
        AssertRefused("党支部的数由上级党组织统一填报", () => Ask(level: OrganizationLevel.Branch));

    [Fact]
    public void A_request_leaves_three_workdays_and_is_due_on_one()
    {
        AssertRefused("截止日最早为12月14日", () => Ask(due: Day(12, 11)));
        AssertRefused("12月19日不是工作日，请改为12月21日", () => Ask(due: Day(12, 19)));
        AssertRefused("统计日不能晚于截止日", () => Ask(Question with { AsOf = Day(12, 15) }));
    }

    [Fact]
    public void A_number_zero_and_no_such_thing_are_three_answers()
    {
        var (request, filings) = Ask();
        var answer = new DataAnswer(filings[0], request);

        AssertRefused("没有的请选“无此项”，是0的填0", () => answer.Prepare(Clerk, Now));
        answer.Write(Answer.Value, null, "", Now);
        AssertRefused("的数；没有的请选", () => answer.Prepare(Clerk, Now));
        answer.Write(Answer.Nil, 500, "", Now);
        AssertRefused("请用一句话说明", () => answer.Confirm(Secretary, Now));
        Assert.Null(answer.Row!.Value);
        answer.Write(Answer.Value, 0, "", Now);
        answer.Confirm(Secretary, Now);

        Assert.Equal((FilingStage.Submitted, 0), (filings[0].Stage, answer.Row.Value));
    }

    [Fact]
    public void It_lives_as_every_filing_does()
    {
        var (request, filings) = Ask();
        var answer = new DataAnswer(filings[0], request);
        answer.Write(Answer.Value, 1200, "", Now);
        answer.SignOffline(Clerk, Day(12, 9), At(12, 14, 23));

        Assert.True(filings[0].SignaturePending);
        Assert.False(filings[0].IsLate);
        filings[0].Return(Superior, new Dictionary<string, string> { [DataAnswer.Key] = "请核对口径。" }, Day(12, 18), Notices, At(12, 15));
        answer.Write(Answer.Value, 1100, "已剔除私人接口", At(12, 16));
        answer.Confirm(Secretary, At(12, 16));
        filings[0].Accept(Superior, At(12, 17));

        Assert.Equal("“电动自行车充电接口数”：请核对口径。", filings[0].Acts.Single(a => a.Kind is FilingActKind.Return).Words);
        Assert.Equal((FilingStage.Accepted, false, 2), (filings[0].Stage, filings[0].IsLate, filings[0].Versions.Count));
    }

    [Fact]
    public void An_organisation_that_ended_before_the_due_day_owes_nothing()
    {
        var (_, filings) = Ask();

        Assert.True(filings[0].Lapse(Superior, Day(12, 10), At(12, 11)));

        Assert.Equal(FilingStatus.Lapsed, filings[0].Status(Day(12, 20)));
    }

    [Fact]
    public void No_asker_runs_more_than_a_few_at_the_same_time() => AssertRefused("本级已有3件征集正在进行", () => { Ask(open: DataRequest.MostOpen); });

    [Fact]
    public void Withdrawn_nobody_owes_it_any_more_and_what_was_accepted_stays()
    {
        var (request, filings) = Ask();
        var answer = new DataAnswer(filings[0], request);
        answer.Write(Answer.Value, 1200, "", Now);
        answer.Confirm(Secretary, Now);
        filings[0].Accept(Superior, Now);

        AssertRefused("只有发起征集的党组织可以撤回", () => { request.Withdraw(Asker + 1, "已从别处取得", filings, Superior, Now); });
        AssertRefused("请写明撤回的理由", () => { request.Withdraw(Asker, "", filings, Superior, Now); });
        Assert.Equal(1, request.Withdraw(Asker, "已从别处取得", filings, Superior, Now));

        Assert.Equal([FilingStage.Accepted, FilingStage.Lapsed], filings.Select(f => f.Stage));
        Assert.Contains("征集已撤回", filings[1].WhyLocked(Day(12, 10)), StringComparison.Ordinal);
        AssertRefused("已经撤回", () => { request.Withdraw(Asker, "再撤一次", filings, Superior, Now); });
    }

    private static (DataRequest Request, IReadOnlyList<Filing> Filings) Ask(DataQuestion? question = null, DateOnly? due = null, int[]? asked = null, OrganizationLevel level = OrganizationLevel.Primary, int open = 0) =>
        DataRequest.Ask(new WorkYear(2026, new Scheme(), "无变化"), 3, Asker, open, question ?? Question, level, due ?? Day(12, 14), asked ?? [7, 8], Notices, Superior, Now);
}
