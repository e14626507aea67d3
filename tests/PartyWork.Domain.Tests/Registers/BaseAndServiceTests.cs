using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class BaseAndServiceTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Actor Visitor = new(1, "毛建", "文明社区党务干事"), Host = new(2, "许豪华", "桂花社区书记");

    [Fact]
    public void A_base_offers_something_and_holds_somebody()
    {
        Broken("活动模块", new OpenBase { On = Today, Capacity = 30 });
        Broken("接待能力", new OpenBase { On = Today, Modules = ActivityModules.Education });
    }

    [Fact]
    public void A_booking_is_agreed_before_the_day_and_confirmed_once_more_when_it_was_held()
    {
        var booking = new BaseBooking { OrganizationId = 1, ConfirmerId = 2, On = Today.AddDays(2), BaseName = "x", Topic = "y", People = 20 };
        booking.Enter(Visitor, Today);
        booking.Confirm("", Host, Today);
        Assert.Equal((BookingStage.Booked, RecordConfirmation.Confirmed), (booking.Stage, booking.Confirmation));

        booking.Present = 18;
        booking.Enter(Visitor, Today.AddDays(2));
        Assert.Equal((BookingStage.Used, RecordConfirmation.Waiting), (booking.Stage, booking.Confirmation));
        booking.Rating = BaseRating.Good;
        booking.Enter(Visitor, Today.AddDays(2));
        Assert.Equal(BookingStage.Rated, booking.Stage);
    }

    [Fact]
    public void A_booking_that_is_called_off_asks_nobody()
    {
        var booking = new BaseBooking { OrganizationId = 1, ConfirmerId = 2, On = Today.AddDays(2), BaseName = "x", Topic = "y", People = 20, CancelledOn = Today };
        booking.Enter(Visitor, Today);
        Assert.Equal((BookingStage.Cancelled, RecordConfirmation.NotAsked), (booking.Stage, booking.Confirmation));
    }

    [Fact]
    public void A_booking_says_who_runs_the_base_and_tells_of_the_visit_afterwards()
    {
        Broken("管理基地", new BaseBooking { On = Today, People = 1 });
        Broken("预约人数", new BaseBooking { On = Today, ConfirmerId = 2 });
        Broken("还没有举行", new BaseBooking { On = Today.AddDays(1), ConfirmerId = 2, People = 1, Present = 1 });
        Broken("没有成行", new BaseBooking { On = Today, ConfirmerId = 2, People = 1, Present = 0 });
        Broken("评价", new BaseBooking { On = Today, ConfirmerId = 2, People = 1, Rating = BaseRating.Good });
        Broken("取消日期", new BaseBooking { On = Today, ConfirmerId = 2, People = 1, Present = 1, CancelledOn = Today });
    }

    [Fact]
    public void Parts_of_a_community_s_service_are_not_more_than_the_whole()
    {
        Broken("覆盖户数", new CommunityService { On = Today, Households = 1, HouseholdsCovered = 2 });
        Broken("办结件数", new CommunityService { On = Today, OrdersDone = 1 });
        Broken("按时办结", new CommunityService { On = Today, Orders = 1, OrdersDone = 1, OrdersOnTime = 2 });
        Broken("满意件数", new CommunityService { On = Today, Orders = 1, OrdersDone = 1, OrdersSatisfied = 2 });
    }

    [Fact]
    public void Petitions_are_counted_by_the_month_and_a_finding_names_its_document()
    {
        var month = new DateOnly(Today.Year, Today.Month, 1).AddDays(-1);
        Broken("当月最后一天", new PetitionCount { On = month.AddDays(-1), Source = "区信访局" });
        Broken("都在信访件次之内", new PetitionCount { On = month, Cases = 1, MassEvents = 2, Source = "区信访局" });
        Broken("认定意见的文号", new PetitionCount { On = month, Cases = 3, RepeatedOrSkipped = 1, Source = "区信访局" });
        Broken("数据来源", new PetitionCount { On = month });

        var count = new PetitionCount { On = month, Cases = 3, Source = "区信访局" };
        count.Enter(Visitor, Today);
        Assert.Contains("已经登记", Assert.Throws<BrokenRuleException>(() => new PetitionCount { On = month }.CheckBeside([count])).Message, StringComparison.Ordinal);
    }

    private static void Broken(string said, RegisterRecord record) =>
        Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => record.Enter(Visitor, Today)).Message, StringComparison.Ordinal);
}
