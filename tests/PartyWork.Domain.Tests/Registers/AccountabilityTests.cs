using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Given;

namespace PartyWork.Domain.Tests.Registers;

public sealed class AccountabilityTests
{
    [Fact]
    public void A_decision_without_a_document_number_is_not_registered() => AssertRefused("请填写问责决定的文号",
        () => new AccountabilityDecision { OrganizationId = 1, On = Day(9, 1), Kind = AccountabilityKind.Circular, Subject = "某社区", DecidedBy = "区委", Matter = "程序缺失" }.Enter(Superior, Day(9, 2)));

    [Fact]
    public void Who_is_told_to_put_it_right_is_told_by_when()
    {
        var measure = new OrganizationalMeasure { OrganizationId = 1, On = Day(9, 1), Kind = MeasureKind.RectifyByDay, Subject = "书记", TakenBy = "部长", Matter = "整改不力" };
        AssertRefused("限期整改的，请填写整改时限", () => measure.Enter(Superior, Day(9, 2)));
        measure.Deadline = Day(9, 1);
        AssertRefused("整改时限应晚于实施日期", () => measure.Enter(Superior, Day(9, 2)));
    }

    [Fact]
    public void A_report_to_the_members_is_heard_by_more_than_half_of_them_between_december_and_march()
    {
        var told = new MembersDebrief { OrganizationId = 1, On = new(2026, 1, 15), Speaker = "书记", Entitled = 40, Present = 20, Place = "会议室" };

        AssertRefused("不超过半数", () => told.Check(Day(9, 1)));
        told.Present = 21;
        told.Check(Day(9, 1));
        told.Present = 41;
        AssertRefused("不多于应到人数", () => told.Check(Day(9, 1)));
        (told.Present, told.On) = (21, new(2026, 4, 1));
        AssertRefused("12月至次年3月", () => told.Check(Day(9, 1)));
    }
}
