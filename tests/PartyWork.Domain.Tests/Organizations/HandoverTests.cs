using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class HandoverTests
{
    private static readonly Actor Leaving = new(21, "周敏", "文明社区党总支书记"), Coming = new(22, "林晓岚", "");

    private readonly PostHolding _post = Post(PostKind.Secretary, id: 11).WithId(21, nameof(PostHolding.PersonId));

    [Fact]
    public void When_both_have_confirmed_the_old_post_ends_and_the_new_one_begins()
    {
        var handover = Begun();
        handover.Confirm(Leaving, At(6, 1));
        AssertRefused("双方都确认后才能交接", () => handover.Complete("{}"));
        handover.Confirm(Coming, At(6, 2));

        var post = handover.Complete("{}");

        Assert.Equal(Day(6, 9), _post.To);
        Assert.Equal((handover.Incoming, PostKind.Secretary, "文明社区党总支书记", Day(6, 10), null), (post.Person, post.Kind, post.Title, post.From, post.To));
        Assert.Equal((HandoverState.Done, "{}"), (handover.State, handover.Sheet));
        AssertRefused("已经办结或撤回", handover.Withdraw);
    }

    [Fact]
    public void For_one_who_is_gone_the_superior_confirms_with_a_reason()
    {
        var handover = Begun();
        AssertRefused("请写明代为确认的原因", () => handover.ConfirmFor(true, Superior, "", At(6, 1)));
        AssertRefused("不能代对方确认", () => handover.ConfirmFor(true, Coming, "已调离", At(6, 1)));

        handover.ConfirmFor(true, Superior, "已调离本区", At(6, 1));
        handover.Confirm(Coming, At(6, 2));

        Assert.True(handover.IsAgreed);
        Assert.Equal("何立代为确认：已调离本区", handover.GivenBy);
        AssertRefused("移交人已经确认", () => handover.ConfirmFor(true, Superior, "已调离", At(6, 3)));
    }

    [Fact]
    public void Nobody_else_confirms()
    {
        AssertRefused("只有移交人和接任人可以确认", () => Begun().Confirm(Clerk, At(6, 1)));
    }

    [Fact]
    public void It_is_begun_for_a_post_that_is_held_by_another_on_a_later_day()
    {
        AssertRefused("交接日期应晚于移交人的任职日期", () => Begun(on: Day(1, 1)));
        AssertRefused("交接日期应在一年之内", () => Begun(on: Day(6, 2, 2027)));
        AssertRefused("请填写交接依据", () => Begun(reason: ""));
        _post.End(Day(5, 1));
        AssertRefused("已登记离任", () => Begun());
    }

    [Fact]
    public void What_is_open_has_the_new_holder_as_lead_and_what_is_finished_keeps_the_old_one()
    {
        var handover = Begun().WithId(11, nameof(Handover.OutgoingHoldingId));
        var (open, done, others) = (RunningTask(), DoneTask(2), RunningTask(Counted() with { Lead = new("叶超", 12) }, 3));
        var (problem, closed) = (RectifiedProblem(Stated() with { Owner = new("周敏", 11), Leader = new("叶超", 12) }), ClosedProblem());
        var duty = new DutyItem(OrganizationId, 2026, 1, new DutyText("党工委书记", new("周敏", 11), "", "专题研究", "", ""));

        handover.MoveLeads(Post(PostKind.Secretary, id: 30), [open, done, others], [problem, closed], [duty]);

        Responsible now = new("林晓岚", 30);
        Assert.Equal([now, Holder(), new("叶超", 12)], new[] { open.Lead, done.Lead, others.Lead });
        Assert.Equal((now, new Responsible("叶超", 12)), (problem.Owner, problem.Leader));
        Assert.Equal(Stated().Owner, closed.Owner);
        Assert.Equal(now, duty.Holder);
    }

    private Handover Begun(DateOnly? on = null, string reason = "青组任〔2026〕5号") =>
        new Handover(_post, new Person("林晓岚", "8123").WithId(22), "文明社区党总支书记", on ?? Day(6, 10), reason, Superior, Day(6, 1)).WithId(22, nameof(Handover.IncomingId));
}
