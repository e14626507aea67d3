using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.DemonstrationSites.GivenSites;

namespace PartyWork.Domain.Tests.DemonstrationSites;

/// <summary>Appendix B of the domain for a demonstration site: each guard, and that nothing is open before its turn.</summary>
public sealed class SiteGuardTests
{
    private static readonly Dictionary<SiteStage, Func<DemonstrationSite>> At_ = new()
    {
        [SiteStage.Declared] = Declared, [SiteStage.Endorsed] = () => Endorsed(), [SiteStage.Reviewed] = Reviewed, [SiteStage.Visited] = Visited, [SiteStage.InNotice] = InNotice, [SiteStage.Confirmed] = Confirmed,
        [SiteStage.Cultivating] = Cultivated, [SiteStage.Named] = () => Named(), [SiteStage.Warned] = Warned,
    };

    private static readonly Dictionary<string, (SiteStage[] Open, Action<DemonstrationSite> Act)> Acts = new()
    {
        ["endorse"] = ([SiteStage.Declared], s => s.Endorse("同意", Eligible(s.Programme), CommitteeSecretary, At(3, 20), Day(3, 20))),
        ["review"] = ([SiteStage.Endorsed], s => s.Review("齐全", Staff, Day(4, 1))),
        ["visit"] = ([SiteStage.Reviewed], s => s.Visit(Day(4, 10), ["甲", "乙"], [5, 5, 5, 5], Day(4, 10))),
        ["shortlist"] = ([SiteStage.Visited], s => s.Shortlist(Day(4, 18))),
        ["object"] = ([SiteStage.InNotice], s => s.Object("匿名", "材料不实", Day(4, 21), Day(4, 21))),
        ["confirm"] = ([SiteStage.InNotice], s => s.Confirm(Choice, "纪要", Day(4, 25), Day(4, 25))),
        ["decline"] = ([SiteStage.Endorsed, SiteStage.Reviewed, SiteStage.Visited, SiteStage.InNotice], s => s.Decline("名额有限", Day(5, 1))),
        ["plan"] = ([SiteStage.Confirmed], s => s.WritePlan("短板", "叶超", "韩志远")),
        ["decide"] = ([SiteStage.Cultivating], s => s.Decide(SiteOutcome.Continued, null, null, "再培育一年", "纪要", Day(12, 30), Staff, Day(12, 30))),
        ["recheck"] = ([SiteStage.Named, SiteStage.Warned], s => s.Recheck(SiteOutcome.Kept, 9_000, null, "", null, "纪要", Day(12, 20, 2028), Staff, Day(12, 20, 2028))),
    };

    public static TheoryData<string, SiteStage> Steps => new(from act in Acts.Keys from stage in At_.Keys select (act, stage));

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_act_is_open_at_its_step_and_at_no_other(string act, SiteStage stage)
    {
        var (site, (open, what)) = (At_[stage](), Acts[act]);

        if (open.Contains(stage))
        {
            what(site);
        }
        else
        {
            Assert.Contains("示范点“十分钟服务圈”：", Refusal(() => what(site)), StringComparison.Ordinal);
            Assert.Equal(stage, site.Stage);
        }
    }

    public static TheoryData<string, string> Ineligible => new()
    {
        { "rectified", "正在后进社区整顿中" },
        { "veto", "2年内有一票否决事项：挪用、截留党建或专项经费" },
        { "vacant", "书记空缺" },
        { "live", "同领域已有在册的示范点“小巷调解”" },
        { "quota", "党（工）委已推荐3个，限额3个，不能再推荐" },
    };

    [Theory]
    [MemberData(nameof(Ineligible))]
    public void A_committee_recommends_only_who_is_eligible_and_is_told_the_fact(string fact, string sentence)
    {
        var facts = fact switch
        {
            "rectified" => Sound with { CaseId = 3 },
            "veto" => Sound with { Veto = "挪用、截留党建或专项经费" },
            "vacant" => Sound with { Secretary = "" },
            "live" => Sound with { Live = "小巷调解" },
            _ => Sound with { Recommended = 3 },
        };
        var site = Declared();

        AssertRefused(sentence, () => site.Endorse("同意", Eligible(site.Programme, facts), CommitteeSecretary, At(3, 20), Day(3, 20)));

        Assert.Equal((SiteStage.Declared, FilingStage.Submitted), (site.Stage, site.Filing.Stage));
    }

    [Theory]
    [InlineData(null, false, "尚未评定，未达到三星以上的要求")]
    [InlineData(StarLevel.Two, false, "二星，未达到三星以上的要求")]
    [InlineData(StarLevel.Three, true, "三星，达到三星以上的要求")]
    public void Of_a_two_new_organisation_the_star_is_shown_and_asked_for(StarLevel? star, bool holds, string words)
    {
        var finding = SiteEligibility.Check(Published().Programme, SiteDomain.TwoNew, Sound with { Star = star }, 7).Single(f => f.Sentence.StartsWith("星级", StringComparison.Ordinal));

        Assert.Equal(holds, finding.Holds);
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
        Assert.Equal((EligibilityRecord.Stars, 7), (finding.Record, finding.Id));
        Assert.DoesNotContain(SiteEligibility.Check(Published().Programme, SiteDomain.Community, Sound, 7), f => f.Sentence.StartsWith("星级", StringComparison.Ordinal));
    }

    [Fact]
    public void A_visit_has_two_persons_and_a_mark_for_every_item()
    {
        var site = Reviewed();

        AssertRefused("不少于2人", () => site.Visit(Day(4, 10), ["韩志远", "韩志远"], [5, 5, 5, 5], Day(4, 10)));
        AssertRefused("逐项评分", () => site.Visit(Day(4, 10), ["甲", "乙"], [5, 5, null, 5], Day(4, 10)));
        AssertRefused("逐项评分", () => site.Visit(Day(4, 10), ["甲", "乙"], [5, 6, 5, 5], Day(4, 10)));
        AssertRefused("查看日期", () => site.Visit(Day(3, 31), ["甲", "乙"], [5, 5, 5, 5], Day(4, 10)));

        site.Visit(Day(4, 10), ["甲", "乙"], [5, 4, 5, 4], Day(4, 10));
        Assert.Equal((9_000, "甲、乙"), (site.VisitScore, site.Visitors)); // 18 of 20
    }

    [Fact]
    public void Nothing_is_confirmed_before_the_notice_is_over()
    {
        var site = InNotice();

        Assert.Equal(Day(4, 24), site.NoticeUntil); // five days, the first one counted
        AssertRefused("公示至4月24日，期满后才能确定", () => site.Confirm(Choice, "纪要", Day(4, 24), Day(4, 24)));
        site.Confirm(Choice, "纪要", Day(4, 25), Day(4, 25));
        Assert.Equal((SiteStage.Confirmed, Day(5, 10)), (site.Stage, site.PlanDueOn));
    }

    [Fact]
    public void An_open_objection_stops_the_confirmation_and_so_does_one_that_stands()
    {
        var (open, upheld) = (InNotice(), InNotice());
        var objection = open.Object("匿名", "服务站平时锁门", Day(4, 22), Day(4, 22));
        upheld.Object("居民周某", "荣誉不实", Day(4, 22), Day(4, 22)).Decide(true, "荣誉证书系伪造", Staff, Day(4, 28));

        AssertRefused("还有1件异议没有核实", () => open.Confirm(Choice, "纪要", Day(4, 30), Day(4, 30)));
        AssertRefused("有异议经核实成立", () => upheld.Confirm(Choice, "纪要", Day(4, 30), Day(4, 30)));
        objection.Decide(false, "实地核实三次，均按公示时间开放", Staff, Day(4, 28));
        open.Confirm(Choice, "纪要", Day(4, 30), Day(4, 30));
    }

    [Theory]
    [InlineData(5, 3, "拟确定3个，已确定3个")]
    [InlineData(3, 2, "确定数应少于申报数")]
    [InlineData(4, 2, null)]
    public void Fewer_are_confirmed_than_were_declared_and_no_more_than_the_programme_seeks(int declared, int confirmed, string? refusal)
    {
        var site = InNotice();
        void Confirm() => site.Confirm(new(declared, confirmed), "纪要", Day(5, 18), Day(5, 18));

        if (refusal is null)
        {
            Confirm();
        }
        else
        {
            AssertRefused(refusal, Confirm);
        }
    }

    [Theory]
    [InlineData(null, "还没有年底考核得分")]
    [InlineData(8_499, "年度得分84.99，未达到命名所需的85分")]
    [InlineData(8_500, null)]
    public void A_name_is_given_from_eighty_five_points_on(int? score, string? refusal)
    {
        var site = Cultivated();
        void Name() => site.Decide(SiteOutcome.Named, score, null, "", "青发〔2026〕30号", Day(12, 30), Staff, Day(12, 30));

        if (refusal is null)
        {
            Name();
            Assert.Equal((SiteStage.Named, Day(12, 30)), (site.Stage, site.NamedOn));
        }
        else
        {
            AssertRefused(refusal, Name);
        }
    }

    [Theory]
    [InlineData(SiteOutcome.Warned)]
    [InlineData(SiteOutcome.Delisted)]
    public void A_warning_and_a_delisting_name_their_reason(SiteOutcome outcome)
    {
        var site = Named();

        AssertRefused("请选择事由", () => site.Recheck(outcome, 7_000, null, "情况", Day(3, 1, 2028), "纪要", Day(12, 20, 2027), Staff, Day(12, 20, 2027)));
        AssertRefused("请写明情况", () => site.Recheck(outcome, 7_000, SiteReason.Veto, "", Day(3, 1, 2028), "纪要", Day(12, 20, 2027), Staff, Day(12, 20, 2027)));
    }

    [Fact]
    public void Low_marks_take_a_name_away_only_in_the_second_year_running()
    {
        var site = Named();
        var (first, second) = (Day(12, 20, 2027), Day(12, 20, 2028));
        AssertRefused("没有连续两年低于80分", () => site.Recheck(SiteOutcome.Delisted, 7_500, SiteReason.LowTwice, "连续两年", null, "纪要", first, Staff, first));
        site.Recheck(SiteOutcome.Warned, 7_500, SiteReason.PlanNotKept, "得分偏低", Day(3, 31, 2028), "纪要", first, Staff, first);

        site.Recheck(SiteOutcome.Delisted, 7_900, SiteReason.LowTwice, "连续两年", null, "纪要", second, Staff, second);

        Assert.Equal((SiteStage.Delisted, SiteReason.LowTwice, second), (site.Stage, site.EndReason, site.EndedOn));
        Assert.Equal([SiteOutcome.Named, SiteOutcome.Warned, SiteOutcome.Delisted], site.Decisions.Select(d => d.Outcome)); // it keeps its history
    }

    [Fact]
    public void A_name_is_looked_at_once_a_year_and_again_only_after_a_warning()
    {
        var (kept, warned, day) = (Named(), Warned(), Day(12, 21, 2027));
        kept.Recheck(SiteOutcome.Kept, 9_000, null, "", null, "纪要", day, Staff, day);

        AssertRefused("2027年已经复核过", () => kept.Recheck(SiteOutcome.Kept, 9_000, null, "", null, "纪要", day, Staff, day));
        Assert.Equal(Day(3, 31, 2028), warned.Warning!.RectifyBy);
        warned.Recheck(SiteOutcome.Kept, 8_600, null, "", null, "纪要", day, Staff, day);
        Assert.Equal((SiteStage.Named, null), (warned.Stage, warned.Warning));
    }

    [Fact]
    public void Continued_it_makes_a_plan_for_the_next_year()
    {
        var site = Cultivated();

        site.Decide(SiteOutcome.Continued, 8_300, null, "再培育一年", "纪要", Day(12, 30), Staff, Day(12, 30));

        Assert.True(site.IsPlanOpen);
        Assert.Equal(SiteStage.Cultivating, site.Stage);
        foreach (var outcome in (SiteOutcome[])[SiteOutcome.Named, SiteOutcome.Continued])
        {
            AssertRefused("新一年的一点一策还没有审定", () => site.Decide(outcome, 9_000, null, "再培育一年", "纪要", Day(12, 31), Staff, Day(12, 31)));
        }

        site.Decide(SiteOutcome.Removed, null, SiteReason.Unfit, "场所拆迁", "纪要", Day(12, 31), Staff, Day(12, 31));
    }

    [Fact]
    public void A_plan_names_who_answers_for_each_measure_and_its_tasks_come_into_force_with_it()
    {
        var site = Confirmed();
        AssertRefused("请选择措施的责任人", () => SiteMeasure.NewTask(OrganizationId, 2026, 1, "措施", null, "", Day(11, 30), Responsible.Nobody, ""));
        AssertRefused("请先填写现状短板", () => site.SubmitPlan(Secretary, Day(5, 20)));
        site.WritePlan("服务半径偏大", "叶超", "韩志远");
        AssertRefused("请至少列一项措施", () => site.SubmitPlan(Secretary, Day(5, 20)));
        var (made, chosen) = (Measure(), RunningTask(no: 2));
        site.Take(made, true, null, "", "");
        site.Take(chosen, false, null, "", "");
        site.SubmitPlan(Secretary, Day(5, 20));
        AssertRefused("一点一策已经报送", () => { site.Drop(site.Measures[0]); });

        site.ApprovePlan(true, Staff, Day(5, 22));

        Assert.Equal((TaskState.InProgress, TaskState.InProgress, SiteStage.Cultivating), (made.State, chosen.State, site.Stage));
        Assert.Equal(("示范创建", "示范点一点一策"), (made.Category, made.Source));
    }

    [Fact]
    public void While_the_lists_are_not_filed_a_measure_waits_with_them()
    {
        var site = Planned();

        site.ApprovePlan(false, Staff, Day(6, 2));

        Assert.Equal(TaskState.Draft, site.Measures[0].Task.State);
    }

    [Fact]
    public void A_dropped_measure_takes_along_only_the_task_that_was_made_for_it()
    {
        var site = Confirmed();
        var (made, chosen) = (site.Take(Measure(), true, null, "", ""), site.Take(RunningTask(no: 2), false, null, "", ""));

        Assert.Same(made.Task, site.Drop(made));
        Assert.Null(site.Drop(chosen));
        Assert.Empty(site.Measures);
    }

    [Fact]
    public void A_plan_is_done_as_far_as_its_tasks_are() =>
        Assert.Equal((1, 2), DemonstrationSite.Completion([TaskState.Done, TaskState.InProgress, TaskState.Cancelled, TaskState.HandedOver]));

    [Fact]
    public void Who_has_no_lists_tells_a_measure_s_progress_once_to_the_task_itself()
    {
        var measure = Cultivated().Measures[0];
        AssertRefused("在季度报告中填一次", () => measure.Report(true, ReportChoice.Normal, null, "已选址", Secretary, Day(8, 3)));
        AssertRefused("不填完成数", () => measure.Report(false, ReportChoice.Normal, 100, "已选址", Secretary, Day(8, 3)));

        measure.Report(false, ReportChoice.Done, null, "服务圈建成，10月起运行", Secretary, Day(11, 3));
        measure.Return("还差一个服务点");
        Assert.Equal((TaskState.InProgress, "还差一个服务点"), (measure.Task.State, measure.ReturnReason));

        measure.Report(false, ReportChoice.Done, null, "服务点补齐", Secretary, Day(11, 20));
        measure.Accept();
        Assert.Equal((TaskState.Done, Day(11, 20), ""), (measure.Task.State, measure.Task.ClaimedOn, measure.ReturnReason));
        AssertRefused("不能再报送进展", () => measure.Report(false, ReportChoice.Normal, null, "再改", Secretary, Day(12, 1)));
    }
}
