using PartyWork.Domain.Chasing;

namespace PartyWork.Domain.Tests.Chasing;

public sealed class ReminderTests
{
    private static readonly Actor Other = new(9, "苏文静", "区委组织部组织科干部");
    private static readonly Remindable Report = new(OrganizationId, 41, null, "文明社区党总支第三季度报告", true);

    [Fact]
    public void A_second_press_on_the_same_day_is_told_when_and_by_whom_whoever_presses()
    {
        var first = Chase(At(10, 9));

        AssertRefused("文明社区党总支第三季度报告今天已催办过：09:00由组织科何立办理", () => new Reminder(ReminderKind.Chase, Report, Other, "组织科", [first], At(Day(10, 9), 17)));
    }

    [Fact]
    public void The_day_ends_at_midnight_in_Beijing()
    {
        var late = Chase(At(Day(10, 9), 23, 59, 59));

        AssertRefused("今天已催办过：23:59由", () => Chase(At(Day(10, 9), 23, 59, 59), late));
        Assert.Equal(Day(10, 10), Chase(At(Day(10, 10), 0), late).On);
    }

    [Fact]
    public void A_call_and_a_chase_do_not_stand_in_each_others_way()
    {
        var chase = Chase(At(10, 9));
        var call = new Reminder(ReminderKind.Call, Report, Superior, "组织科", [chase], At(10, 9));

        Assert.Equal((ReminderKind.Call, Day(10, 9)), (call.Kind, call.On));
    }

    [Fact]
    public void Another_item_may_be_chased_on_the_same_day()
    {
        var other = Chase(At(10, 9));
        var matter = new Reminder(ReminderKind.Chase, new Remindable(OrganizationId, null, 41, "区住建局承办的协调事项", true), Superior, "组织科", [other], At(10, 9));

        Assert.Equal((null, 41), (matter.FilingId, matter.CoordinationItemId));
    }

    [Fact]
    public void What_has_not_opened_is_not_chased() =>
        AssertRefused("尚未开放，不需要催办", () => new Reminder(ReminderKind.Chase, Report with { IsOpen = false }, Superior, "组织科", [], At(10, 9)));

    private static Reminder Chase(DateTime now, params Reminder[] earlier) => new(ReminderKind.Chase, Report, Superior, "组织科", earlier, now);
}
