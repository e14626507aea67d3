using PartyWork.Domain.Evidence;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Rectification.GivenRecords;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>走访、资金、实事、区领导到点、督查单: what may be written down in a case.</summary>
public sealed class CaseRecordTests
{
    private static readonly ThingText Lift = new("3栋加装电梯", ThingCategory.Facilities, 24, 60_000_000, true, Given.Day(4, 1));
    private static readonly NoteText Unannounced = new(Given.Day(6, 3), "区委督查室", SupervisionManner.Unannounced, "看楼道、看公开栏。", Given.Day(7, 3));

    // 走访

    [Fact]
    public void A_household_known_by_its_number_is_counted_once_and_the_others_as_they_were_met()
    {
        var of = Running();
        CaseVisit[] visits = [Visit(of), Visit(of, day: 5), Visit(of, "３ 栋", "2-301"), Visit(of, household: "2-302"), Visit(of, "4栋"), Visit(of, household: "", households: 6)];

        Assert.Equal(3 + 6, CaseVisit.DistinctHouseholds(visits));

        visits[3].Withdraw("重复登记", Helper, Today);
        visits[5].Withdraw("重复登记", Helper, Today);
        Assert.Equal(2, CaseVisit.DistinctHouseholds(visits));
    }

    [Fact]
    public void A_visit_lies_between_the_listing_and_today()
    {
        var of = Running();
        AssertRefused("还没有到", () => new CaseVisit(of, new(Today.AddDays(1), "周启明", "3栋", "", 1, 0), Helper, Today));
        AssertRefused("早于列入整顿", () => new CaseVisit(of, new(Listed.AddDays(-1), "周启明", "3栋", "", 1, 0), Helper, Today));
        AssertRefused("走访户数应为1。", () => Visit(of, households: 2));
        AssertRefused("走访户数应为1至", () => Visit(of, household: "", households: 0));
    }

    [Fact]
    public void What_was_heard_at_a_visit_carries_its_day()
    {
        var visit = Visit(Running(), day: 4);

        var opinion = visit.Hear(5, new(default, default, OpinionCategory.Parking, "没有充电桩。"), Helper, Today);

        Assert.Equal((5, Given.Day(6, 4), OpinionSource.Visit, visit), (opinion.No, opinion.On, opinion.Source, opinion.Visit));
    }

    // 资金

    [Fact]
    public void No_more_is_spent_than_has_arrived()
    {
        var fund = Fund(Running(), 500_000);
        fund.Spend(Given.Day(6, 2), 300_000, "楼道粉刷", "记12", Helper, Today);

        AssertRefused("超过这笔资金的余额", () => fund.Spend(Given.Day(6, 3), 200_001, "灯具", "记13", Helper, Today));
        AssertRefused("已经登记过", () => fund.Spend(Given.Day(6, 3), 1, "灯具", "记12", Helper, Today));
        AssertRefused("凭证号", () => fund.Spend(Given.Day(6, 3), 1, "灯具", "", Helper, Today));
        fund.Spend(Given.Day(6, 3), 200_000, "灯具", "记13", Helper, Today);
        Assert.Equal((500_000L, 500_000L, 0L), (fund.ArrivedFen, fund.SpentFen, fund.LeftFen));
    }

    [Fact]
    public void What_is_only_promised_counts_nowhere_and_cannot_be_spent()
    {
        var fund = Fund(Running(), promised: true);

        Assert.Equal(0, fund.ArrivedFen);
        AssertRefused("到账以后", () => fund.Spend(Today, 1, "灯具", "记1", Helper, Today));
        fund.Change(new(fund.Source, fund.Giver, fund.AmountFen, fund.Purpose, Given.Day(6, 10)), Today);
        Assert.Equal(500_000, fund.ArrivedFen);
    }

    [Fact]
    public void A_fund_is_not_made_smaller_than_what_was_spent_of_it()
    {
        var fund = Fund(Running());
        var spending = fund.Spend(Given.Day(6, 2), 300_000, "楼道粉刷", "记12", Helper, Today);

        AssertRefused("不能少于", () => fund.Change(new(fund.Source, fund.Giver, 299_999, fund.Purpose, fund.ArrivedOn), Today));
        AssertRefused("不能改为未到账", () => fund.Change(new(fund.Source, fund.Giver, 500_000, fund.Purpose, null), Today));
        AssertRefused("不能晚于已登记的支出", () => fund.Change(new(fund.Source, fund.Giver, 500_000, fund.Purpose, Given.Day(6, 3)), Today));
        AssertRefused("已有支出的资金不能撤回", () => fund.Withdraw("重复登记", Helper, Today));

        spending.Withdraw("凭证作废", Helper, Today);
        fund.Withdraw("重复登记", Helper, Today);
        Assert.Equal((0L, 0L), (fund.ArrivedFen, fund.SpentFen));
    }

    // 实事

    [Fact]
    public void A_practical_thing_is_done_confirmed_and_published_in_this_order()
    {
        var thing = new PracticalThing(Running(), Lift, Helper, Today);
        AssertRefused("办成以后", () => thing.Confirm("王大爷", Today, Today));
        AssertRefused("确认以后公示", () => thing.Publish(Today, Today));
        AssertRefused("不能早于开工", () => thing.Finish(Given.Day(3, 31), Today));

        thing.Finish(Given.Day(6, 10), Today);
        AssertRefused("已经登记办成", () => thing.Finish(Today, Today));
        thing.Confirm("王大爷", Given.Day(6, 12), Today);
        thing.Publish(Today, Today);

        Assert.Equal(ThingState.Published, thing.State);
        AssertRefused("不能再改", () => thing.Change(Lift, Today));
    }

    // 区领导到点

    [Fact]
    public void A_leaders_visit_says_who_came_and_why()
    {
        var of = Running();
        AssertRefused("到点事项", () => new LeaderVisit(of, new(Given.Day(6, 5), "赵立群", "", ""), Helper, Today));

        Assert.Equal("协调电梯", new LeaderVisit(of, new(Given.Day(6, 5), "赵立群", "协调电梯", ""), Helper, Today).Matter);
    }

    // 督查单

    [Theory]
    [InlineData(true, ProblemState.Rectifying)]
    [InlineData(false, ProblemState.Listed)]
    public void What_was_found_is_a_row_of_the_problem_list(bool isFiled, ProblemState state)
    {
        var note = new SupervisionNote(Running(), 1, Unannounced, Given.Superior, Today);

        var problem = note.Find("公开栏三个月没有更新", 12, isFiled);

        Assert.Equal((12, 2026, ProblemSource.Inspection, state, Deadline.By(Given.Day(7, 3))), (problem.No, problem.Year, problem.Source, problem.State, problem.Deadline));
        Assert.Equal(isFiled, problem.AwaitsArrangement);
        AssertRefused("列入问题清单的督查单不能撤回", () => note.Withdraw("重复", Given.Superior, Today));
    }

    [Fact]
    public void A_note_takes_one_photo_of_what_was_seen_and_any_document()
    {
        var note = new SupervisionNote(Running(), 1, Unannounced, Given.Superior, Today);

        var use = note.Attach(Photo(1), Given.Superior, Given.At(9, 10));

        Assert.True(use.IsSubmitted);
        AssertRefused("最多附1张现场照片", () => note.Attach(Photo(2), Given.Superior, Given.At(9, 10)));
        note.Attach(EvidenceItem.OfDocument(1, "督查通报", Today, "青组督〔2026〕3号", Given.Superior, Today), Given.Superior, Given.At(9, 10));

        static EvidenceItem Photo(int n) => EvidenceItem.OfFile(1, $"现场{n}", Today, new($"现场{n}.jpg", "image/jpeg", 10, new($"{n}"[0], 64), new($"{n}"[0], 64)), Given.Superior, Today);
    }

    [Fact]
    public void It_is_closed_when_the_object_has_confirmed_it_and_all_that_was_found_is_closed()
    {
        var note = new SupervisionNote(Running(), 1, Unannounced, Given.Superior, Today);
        var problem = note.Find("公开栏三个月没有更新", 12, isFiled: true);
        Assert.Equal(SupervisionState.Issued, note.State);

        note.Confirm(Given.Clerk, Today);
        Assert.Equal(SupervisionState.Rectifying, note.State);
        AssertRefused("不能再加问题", () => note.Find("楼道堆物", 13, isFiled: true));

        problem.ClaimClosed(Given.Clerk, "已更新公开栏", "");
        problem.Verify(Given.Superior, Today);
        Assert.Equal(SupervisionState.Closed, note.State);
    }

    [Fact]
    public void A_problem_needs_a_day_by_which_it_is_put_right() =>
        AssertRefused("整改时限", () => new SupervisionNote(Running(), 1, Unannounced with { DueOn = null }, Given.Superior, Today).Find("楼道堆物", 1, isFiled: true));

    [Fact]
    public void What_an_inspection_brought_is_arranged_once()
    {
        var problem = new SupervisionNote(Running(), 1, Unannounced, Given.Superior, Today).Find("公开栏三个月没有更新", 12, isFiled: true);

        problem.Arrange("每月更新", Deadline.By(Given.Day(7, 1)), new Responsible("叶超", null), new Responsible("陈思远", null));

        AssertRefused("可以登记整改安排", () => problem.Arrange("每季更新", Deadline.LongTerm, new Responsible("叶超", null), new Responsible("陈思远", null)));
    }

    // 结束以后

    [Fact]
    public void Nothing_is_recorded_changed_or_withdrawn_after_the_end()
    {
        var of = Running();
        var (visit, fund, thing, note) = (Visit(of), Fund(of), new PracticalThing(of, Lift, Helper, Today), new SupervisionNote(of, 1, Unannounced, Given.Superior, Today));
        var leader = new LeaderVisit(of, new(Given.Day(6, 5), "赵立群", "协调电梯", ""), Helper, Today);
        of.Ended();

        Action[] acts =
        [
            () => Visit(of), () => Fund(of), () => _ = new PracticalThing(of, Lift, Helper, Today), () => _ = new LeaderVisit(of, new(Given.Day(6, 5), "赵立群", "协调电梯", ""), Helper, Today),
            () => _ = new SupervisionNote(of, 2, Unannounced, Given.Superior, Today), () => visit.Change(new(Given.Day(6, 1), "周启明", "3栋", "", 1, 0), Today), () => fund.Spend(Given.Day(6, 2), 1, "灯具", "记1", Helper, Today),
            () => thing.Finish(Today, Today), () => leader.Change(new(Given.Day(6, 5), "赵立群", "协调电梯", ""), Today), () => note.Confirm(Given.Clerk, Today), () => note.Find("楼道堆物", 1, true), () => visit.Withdraw("重复", Helper, Today),
        ];
        Assert.All(acts, act => AssertRefused("已于2026-06-01结束", act));
    }

    [Fact]
    public void What_is_withdrawn_says_why_and_stays_as_it_is()
    {
        var visit = Visit(Running());
        AssertRefused("撤回的原因", () => visit.Withdraw(" ", Helper, Today));

        visit.Withdraw("重复登记", Helper, Today);

        Assert.Equal(("重复登记", "周启明（文明社区第一书记）"), (visit.WithdrawReason, visit.WithdrawnBy));
        AssertRefused("已经撤回", () => visit.Change(new(Given.Day(6, 1), "周启明", "3栋", "", 1, 0), Today));
    }
}
