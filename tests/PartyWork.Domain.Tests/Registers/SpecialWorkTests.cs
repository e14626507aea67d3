using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class SpecialWorkTests
{
    private const string Flood = "防汛值守（2026年）";
    private static readonly DateOnly Today = new(2026, 9, 28), Ended = new(2026, 9, 20);
    private static readonly Actor Clerk = new(1, "毛建", "文明社区党务干事");

    [Fact]
    public void Disposal_removes_what_is_personal_and_keeps_the_numbers()
    {
        var (first, second) = (Household("东苑", "2-1-301"), Household("东苑", "2-1-302"));
        var (east, west) = (Area("东苑", 1), Area("西苑", 40));

        var certificate = DisposalCertificate.Dispose(1, Flood, Ended, [first, second], [east, west], Clerk, Today);

        Assert.All([first, second], h => Assert.Equal(("", "", "", (DateOnly?)Today, 3), (h.Door, h.Phone, h.Help, h.DisposedOn, h.People)));
        Assert.Equal((2, 2, 40), (east.HouseholdsRegistered, east.HouseholdsDue, west.HouseholdsRegistered));
        Assert.Equal((2, 2, 1, "毛建（文明社区党务干事）", false), (certificate.Records, certificate.Households, certificate.Yards, certificate.DisposedBy, certificate.IsLate));
    }

    [Fact]
    public void What_was_entered_by_mistake_is_removed_too_and_counts_nowhere()
    {
        var (good, mistaken, area) = (Household("东苑", "2-1-301"), Household("东苑", "9-9-999"), Area("东苑", 2));
        mistaken.Withdraw("重复登记", Clerk, Today);
        var certificate = DisposalCertificate.Dispose(1, Flood, Ended, [good, mistaken], [area], Clerk, Today);
        Assert.Equal(("", 2, 1, 1), (mistaken.Door, certificate.Records, certificate.Households, area.HouseholdsRegistered));
    }

    [Fact]
    public void Nothing_is_disposed_of_while_the_assignment_goes_on()
    {
        Refused("还没有结束", null, [Household("东苑", "2-1-301")]);
        Refused("还没有结束", Today.AddDays(1), [Household("东苑", "2-1-301")]);
        Refused("没有需要处置", Ended, []);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Thirty_days_after_the_end_it_is_late(int days, bool late) =>
        Assert.Equal(late, DisposalCertificate.Dispose(1, Flood, Ended, [Household("东苑", "2-1-301")], [], Clerk, Ended.AddDays(days)).IsLate);

    [Fact]
    public void A_household_that_was_disposed_of_is_written_to_no_more()
    {
        var household = Household("东苑", "2-1-301");
        household.Dispose(Today);
        Broken("已经处置", household);
    }

    [Fact]
    public void A_vacant_flat_has_no_people_and_any_other_has_some()
    {
        Broken("空置", Household("东苑", "1", h => h.Kind = HouseholdKind.Vacant));
        Broken("请填写人数", Household("东苑", "1", h => h.People = 0));
    }

    [Fact]
    public void No_more_households_are_registered_than_there_are()
    {
        var area = Area("东苑", 5);
        area.HouseholdsDue = 4;
        Broken("多于应登记", area);
    }

    [Fact]
    public void Who_was_on_duty_is_told_after_the_shift_and_by_its_leader()
    {
        Broken("还没有到值守日期", new DutyShift { On = Today.AddDays(1), Required = 2, Present = 2, Leader = "毛建" });
        Broken("带班人", new DutyShift { On = Today, Required = 2, Present = 2 });
        Broken("应到人数", new DutyShift { On = Today });
        new DutyShift { On = Today.AddDays(3), Required = 2 }.Enter(Clerk, Today);
    }

    [Fact]
    public void One_person_does_not_lead_two_posts_in_one_shift()
    {
        var here = new DutyShift { On = Today, AssignmentName = Flood, Place = "东门", Shift = ShiftKind.Day, Required = 2, Leader = "毛建" };
        DutyShift There(ShiftKind shift, string leader, DateOnly? on = null) => new() { On = on ?? Today, AssignmentName = Flood, Place = "西门", Shift = shift, Required = 2, Leader = leader };

        var said = Assert.Throws<BrokenRuleException>(() => here.CheckBeside([There(ShiftKind.Day, "毛建")])).Message;
        Assert.Equal("毛建已在“西门”9月28日8—16时的班次带班，不能同时在“东门”9月28日8—16时的班次带班；请改换带班人或班次。", said);
        here.CheckBeside([There(ShiftKind.Evening, "毛建"), There(ShiftKind.Day, "韩志远"), There(ShiftKind.Day, "毛建", Today.AddDays(1))]);
        new DutyShift { On = Today, Shift = ShiftKind.Day, Required = 2 }.CheckBeside([There(ShiftKind.Day, "")]);
    }

    private static void Refused(string said, DateOnly? ended, SpecialHousehold[] rows) =>
        Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => DisposalCertificate.Dispose(1, Flood, ended, rows, [], Clerk, Today)).Message, StringComparison.Ordinal);

    private static SpecialHousehold Household(string yard, string door, Action<SpecialHousehold>? change = null)
    {
        var household = new SpecialHousehold { OrganizationId = 1, On = new(2026, 7, 1), AssignmentName = Flood, YardName = yard, Door = door, People = 3, Phone = "0-8530001", Help = "行动不便，需要转移" };
        change?.Invoke(household);
        return household;
    }

    private static SpecialArea Area(string yard, int registered) => new() { OrganizationId = 1, On = new(2026, 6, 1), AssignmentName = Flood, YardName = yard, HouseholdsDue = registered, HouseholdsRegistered = registered };

    private static void Broken(string said, RegisterRecord record) =>
        Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => record.Enter(Clerk, Today)).Message, StringComparison.Ordinal);
}
