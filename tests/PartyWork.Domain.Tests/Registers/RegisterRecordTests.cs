using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class RegisterRecordTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Actor Clerk = new(1, "毛建", "文明社区党务干事"), Community = new(2, "许豪华", "文明社区书记");

    [Fact]
    public void Who_entered_a_record_first_stays_with_it()
    {
        var honor = new Honor { OrganizationId = 1, On = new(2026, 6, 30), Name = "先进基层党组织", GrantedBy = "区委" };
        honor.Enter(Clerk, Today);
        Assert.Equal((Today, "毛建（文明社区党务干事）"), (honor.EnteredOn, honor.EnteredBy));
    }

    [Theory]
    [InlineData(1926)]
    [InlineData(2206)]
    public void A_year_that_cannot_be_meant_is_asked_back(int year) => Broken("年份", new Honor { On = new(year, 6, 30), Name = "x", GrantedBy = "y" });

    [Fact]
    public void What_ends_does_not_end_before_it_begins() => Broken("结束的日期", new PolicyDocument { On = new(2026, 6, 1), EndedOn = new(2026, 5, 31), Title = "x" });

    [Fact]
    public void What_happened_has_no_future_day() => Broken("还没有到", new Honor { On = Today.AddDays(1), Name = "x", GrantedBy = "y" });

    [Fact]
    public void A_person_who_is_honoured_has_a_name_and_a_collective_none()
    {
        Broken("获奖人姓名", new Honor { On = Today, Object = HonorObject.Person });
        Broken("不填获奖人", new Honor { On = Today, Object = HonorObject.Collective, PersonName = "张三" });
    }

    [Fact]
    public void A_withdrawn_record_says_why_and_is_changed_no_more()
    {
        var honor = new Honor { OrganizationId = 1, On = Today, Name = "x", GrantedBy = "y" };
        honor.Enter(Clerk, Today);
        Assert.Contains("原因", Assert.Throws<BrokenRuleException>(() => honor.Withdraw(" ", Clerk, Today)).Message, StringComparison.Ordinal);
        honor.Withdraw("重复登记", Clerk, Today);
        Assert.True(honor.IsWithdrawn);
        Assert.Contains("已经撤回", Assert.Throws<BrokenRuleException>(() => honor.Enter(Clerk, Today)).Message, StringComparison.Ordinal);
        Assert.Contains("已经撤回", Assert.Throws<BrokenRuleException>(() => honor.Withdraw("再撤", Clerk, Today)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trainee_is_not_present_longer_than_the_class_lasts_and_stands_there_once()
    {
        var training = new TrainingClass { On = Today, LastDay = Today, Hours = 8, Name = "x" };
        training.Trainees.Add(new Trainee { Name = "张三", Unit = "甲", HoursPresent = 9 });
        Broken("多于总学时", training);
        training.Trainees[0].HoursPresent = 8;
        training.Trainees.Add(new Trainee { Name = "张三", Unit = "甲", HoursPresent = 8 });
        Broken("不止一次", training);
    }

    [Fact]
    public void A_good_deed_has_somebody_whom_it_did_good() => Broken("受益人数", new GoodDeed { On = Today, ConfirmerId = 2 });

    [Fact]
    public void The_beneficiary_is_asked_when_it_is_done_and_anew_after_every_change()
    {
        var deed = new GoodDeed { OrganizationId = 1, ConfirmerId = 2, On = new(2026, 11, 1), Name = "修路灯", People = 30 };
        deed.Enter(Clerk, Today);
        Assert.Equal(RecordConfirmation.NotAsked, deed.Confirmation);
        (deed.DoneOn, deed.Result) = (new(2026, 12, 1), "修好3盏");
        deed.Enter(Clerk, Today);
        Assert.Equal(RecordConfirmation.Waiting, deed.Confirmation);
        deed.Confirm("", Community, Today);
        Assert.Equal((RecordConfirmation.Confirmed, Today, "许豪华（文明社区书记）"), (deed.Confirmation, deed.ConfirmedOn, deed.ConfirmedBy));
        deed.People = 300;
        deed.Enter(Clerk, Today);
        Assert.Equal((RecordConfirmation.Waiting, null), (deed.Confirmation, deed.ConfirmedOn));
    }

    [Fact]
    public void Who_refuses_says_why_and_nobody_confirms_for_himself()
    {
        var deed = new GoodDeed { OrganizationId = 1, ConfirmerId = 1, On = Today, People = 3, DoneOn = Today, Result = "办成" };
        Broken("不能是登记单位自己", deed);
        deed.ConfirmerId = 2;
        deed.Enter(Clerk, Today);
        Assert.Contains("理由", Assert.Throws<BrokenRuleException>(() => deed.Refuse("", Community, Today)).Message, StringComparison.Ordinal);
        deed.Refuse("没有这回事", Community, Today);
        Assert.Contains("不需要确认", Assert.Throws<BrokenRuleException>(() => deed.Confirm("", Community, Today)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_are_not_present_than_were_due() => Broken("不能多于应到", new MeetingRecord { On = Today, Due = 20, Present = 21, Topic = "x" });

    private static void Broken(string said, RegisterRecord record) =>
        Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => record.Enter(Clerk, Today)).Message, StringComparison.Ordinal);
}
