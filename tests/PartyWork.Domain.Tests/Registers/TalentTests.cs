using PartyWork.Domain.Calendar;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class TalentTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Actor Office = new(1, "谢雨桐", "区委人才办主任");
    private static readonly Workdays Plain = new([]);

    [Theory]
    [InlineData(true, Degree.Doctor, TalentCategory.DoctorFounder, "海归创业")]
    [InlineData(true, Degree.Master, TalentCategory.MasterFounder, "海归创业")]
    [InlineData(false, Degree.Doctor, TalentCategory.ReturneeFounder, "没有的")]
    [InlineData(false, Degree.Master, TalentCategory.DoctorFounder, "应为博士")]
    [InlineData(false, Degree.Doctor, TalentCategory.MasterFounder, "博士填")]
    public void A_founder_counts_once_as_returnee_before_doctor_before_master(bool overseas, Degree degree, TalentCategory category, string said) =>
        Broken(said, new Talent { On = Today, Name = "x", IsOverseas = overseas, Degree = degree, Category = category });

    [Fact]
    public void A_manager_may_have_studied_abroad() => Entered(new Talent { On = Today, Name = "x", IsOverseas = true, Degree = Degree.Master, Category = TalentCategory.Manager });

    [Theory]
    [InlineData(1926)]
    [InlineData(2009)]
    public void A_talent_was_grown_up_when_brought_in(int born) => Broken("出生年份", new Talent { On = Today, Name = "x", BirthYear = born, Category = TalentCategory.Manager });

    [Fact]
    public void A_carrier_is_accredited_with_level_day_and_number_or_not_at_all()
    {
        Broken("级别、日期和文号", new TalentCarrier { On = new(2020, 1, 1), Name = "x", AreaSquareMetres = 1, Level = AccreditationLevel.National });
        Broken("建成日期与今天之间", new TalentCarrier { On = new(2020, 1, 1), Name = "x", AreaSquareMetres = 1, Level = AccreditationLevel.National, AccreditedOn = new(2019, 1, 1), AccreditationNo = "一号" });
        Broken("面积", new TalentCarrier { On = new(2020, 1, 1), Name = "x" });
    }

    [Fact]
    public void An_institution_settles_after_signing_and_somewhere()
    {
        Broken("落地日期", new IntroducedInstitution { On = new(2026, 3, 1), SettledOn = new(2026, 2, 1), CarrierName = "园区" });
        Broken("落地载体", new IntroducedInstitution { On = new(2026, 3, 1), SettledOn = new(2026, 4, 1) });
    }

    [Fact]
    public void Persons_of_an_activity_are_named_once_and_not_more_than_took_part()
    {
        var activity = new TalentActivity { On = Today, Name = "x", People = 1, Persons = { new() { Name = "甲", Unit = "乙" }, new() { Name = "丙", Unit = "乙" } } };
        Broken("少于列出", activity);
        (activity.People, activity.Persons[1].Name) = (2, "甲");
        Broken("不止一次", activity);
    }

    [Fact]
    public void Booths_are_counted_at_fairs_only() => Broken("展台", new TalentActivity { On = Today, Kind = TalentActivityKind.Survey, PeerBooths = 3 });

    [Fact]
    public void Advice_is_taken_up_by_somebody_after_it_was_given()
    {
        Broken("采纳日期", new ExpertAdvice { On = Today, AdoptedOn = Today.AddDays(-1), SubmittedTo = "区委" });
        Broken("报送单位", new ExpertAdvice { On = Today, AdoptedOn = Today });
    }

    [Theory]
    [InlineData(2026, 1, 31)]
    [InlineData(2026, 11, 1)]
    [InlineData(2026, 12, 19)]
    public void A_leader_s_contact_lies_within_the_link(int year, int month, int day) =>
        Broken("结对期间", new LeaderExpertLink { On = new(2026, 2, 1), EndedOn = month == 11 ? new(2026, 10, 1) : null, Contacts = { new() { Day = new(year, month, day), Content = "x" } } });

    [Fact]
    public void The_state_of_a_need_follows_from_its_days()
    {
        var need = new TalentNeed { On = new(2026, 3, 2), TalentName = "x", Content = "y" };
        Assert.Equal(TalentNeedState.Submitted, Entered(need).State);
        need.AcceptedOn = new(2026, 3, 3);
        Assert.Equal(TalentNeedState.Accepted, Entered(need).State);
        (need.AssignedOn, need.DepartmentOrganizationId) = (new(2026, 3, 4), 9);
        Assert.Equal(TalentNeedState.Assigned, Entered(need).State);
        need.StartedOn = new(2026, 3, 5);
        Assert.Equal(TalentNeedState.Processing, Entered(need).State);
        (need.RepliedOn, need.Result) = (new(2026, 3, 20), "已安排");
        Assert.Equal(TalentNeedState.Replied, Entered(need).State);
        need.ReopenedOn = new(2026, 3, 25);
        Assert.Equal(TalentNeedState.Reopened, Entered(need).State);
        need.RepliedOn = new(2026, 4, 2);
        Assert.Equal(TalentNeedState.Replied, Entered(need).State);
        (need.ClosedOn, need.Satisfaction) = (new(2026, 4, 3), TalentSatisfaction.Satisfied);
        Assert.Equal(TalentNeedState.Closed, Entered(need).State);
        Assert.Equal(TalentNeedState.Declined, Entered(new TalentNeed { On = new(2026, 3, 2), DeclinedOn = new(2026, 3, 3), DeclineReason = "不在范围" }).State);
    }

    [Fact]
    public void An_answer_is_due_fifteen_workdays_after_accepting_and_anew_after_reopening()
    {
        var need = new TalentNeed { On = new(2026, 3, 2), AcceptedOn = new(2026, 3, 2) };
        need.Count(Plain);
        Assert.Equal(new DateOnly(2026, 3, 23), need.DueOn);
        need.ReopenedOn = new(2026, 4, 6);
        need.Count(Plain);
        Assert.Equal(new DateOnly(2026, 4, 27), need.DueOn);
    }

    [Fact]
    public void No_step_of_a_need_is_left_out_or_taken_before_the_one_before()
    {
        Broken("请先填受理日期", Need(n => (n.AssignedOn, n.DepartmentOrganizationId) = (new(2026, 3, 4), 9)));
        Broken("不能早于受理日期", Need(n => (n.AcceptedOn, n.AssignedOn, n.DepartmentOrganizationId) = (new(2026, 3, 5), new(2026, 3, 4), 9)));
        Broken("只填一个", Need(n => (n.AcceptedOn, n.DeclinedOn, n.DeclineReason) = (new(2026, 3, 5), new(2026, 3, 5), "x")));
        Broken("写明理由", Need(n => n.DeclinedOn = new(2026, 3, 5)));
        Broken("主办部门", Need(n => (n.AcceptedOn, n.AssignedOn) = (new(2026, 3, 3), new(2026, 3, 4))));
        Broken("还没有到", Need(n => n.AcceptedOn = Today.AddDays(1)));
        Broken("应当先受理", Need(n => n.ReopenedOn = new(2026, 3, 5)));
    }

    [Fact]
    public void A_need_is_closed_with_an_answer_and_what_the_talent_says()
    {
        void Replied(TalentNeed n) => (n.AcceptedOn, n.AssignedOn, n.StartedOn, n.RepliedOn, n.DepartmentOrganizationId, n.Result) = (n.On, n.On, n.On, new(2026, 3, 9), 9, "已安排");
        Broken("答复以后", Need(n => (n.ClosedOn, n.Satisfaction) = (Today, TalentSatisfaction.Satisfied)));
        Broken("是否满意", Need(n => { Replied(n); n.ClosedOn = Today; }));
        Broken("办理结果", Need(n => { Replied(n); n.Result = ""; }));
        Broken("新的答复", Need(n => { Replied(n); n.ReopenedOn = new(2026, 3, 20); (n.ClosedOn, n.Satisfaction) = (Today, TalentSatisfaction.Satisfied); }));
    }

    private static TalentNeed Need(Action<TalentNeed> change)
    {
        var need = new TalentNeed { On = new(2026, 3, 2), TalentName = "x", Content = "y" };
        change(need);
        return need;
    }

    private static T Entered<T>(T record) where T : RegisterRecord
    {
        record.Enter(Office, Today);
        return record;
    }

    private static void Broken(string said, RegisterRecord record) =>
        Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => record.Enter(Office, Today)).Message, StringComparison.Ordinal);
}
