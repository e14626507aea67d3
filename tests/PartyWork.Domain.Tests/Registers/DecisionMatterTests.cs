using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

/// <summary>一征三议两公开: no step before the one before it holds.</summary>
public sealed class DecisionMatterTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);

    [Fact]
    public void A_matter_goes_through_its_eight_steps_and_is_closed_when_the_second_publication_has_ended()
    {
        var matter = Matter(8);
        Enter(matter);
        Assert.Equal((DecisionStep.PublishResult, new DateOnly(2026, 6, 10)), (matter.Reached, matter.ClosedOn));
    }

    [Theory]
    [InlineData(3, "下一步应是“征求意见”")]
    [InlineData(6, "下一步应是“征求意见”")]
    public void No_step_is_taken_first_that_is_not_the_first(int step, string said) => Refused(said, Matter(0).With(AllSteps()[step - 1]));

    [Fact]
    public void A_step_is_not_left_out()
    {
        var matter = Matter(5);
        matter.Steps.RemoveAll(s => s.Step is DecisionStep.Assembly);
        Refused("下一步应是“党员大会讨论”", matter);
    }

    [Fact]
    public void A_step_does_not_come_before_the_one_before_it()
    {
        var matter = Matter(2);
        matter.Steps[0].From = matter.On.AddDays(-1);
        Refused("应在上一步", matter);
    }

    [Fact]
    public void Opinions_are_gathered_for_three_days_and_summed_up()
    {
        var matter = Matter(2);
        matter.Steps[0].To = matter.Steps[0].From.AddDays(1);
        Refused("不少于3天", matter);
        (matter.Steps[0].To, matter.Steps[0].Words) = (matter.Steps[0].From.AddDays(2), "");
        Refused("汇总情况", matter);
    }

    [Theory]
    [InlineData(DecisionStep.Propose)]
    [InlineData(DecisionStep.Assembly)]
    public void A_meeting_without_quorum_carries_nothing_further(DecisionStep step)
    {
        var matter = Matter(4);
        var meeting = matter.Steps.Single(s => s.Step == step);
        (meeting.Present, meeting.InFavour) = (meeting.Due / 2, 1); // just half is not more than half
        Refused("须有过半数的应到人员到会", matter);
    }

    [Fact]
    public void The_residents_do_not_vote_before_the_superior_has_looked_at_the_plan()
    {
        var matter = Matter(5);
        matter.SuperiorOpinion = "";
        Refused("上级党组织的审核意见", matter);
    }

    [Theory]
    [InlineData(20, 20)] // half of those due
    [InlineData(30, 15)] // half of those present
    public void A_vote_that_failed_stays_recorded_and_nothing_is_published_after_it(int present, int inFavour)
    {
        var matter = Matter(5);
        (matter.Steps[4].Present, matter.Steps[4].InFavour) = (present, inFavour);
        Enter(matter);
        Refused("决议没有通过", matter.With(AllSteps()[5]));
    }

    [Fact]
    public void After_a_failed_vote_a_new_plan_is_proposed_once()
    {
        var matter = Matter(5);
        matter.Steps[4].InFavour = 10;
        var again = AllSteps()[1..5];
        foreach (var step in again)
        {
            step.From = step.From.AddDays(60);
        }

        matter.Steps.AddRange(again);
        Enter(matter);
        Assert.Equal(DecisionStep.Resolve, matter.Reached);
        again[3].InFavour = 10;
        Refused("决议没有通过", matter.With(new() { Step = DecisionStep.Propose, From = again[3].From.AddDays(3), Due = 9, Present = 9 }));
    }

    [Fact]
    public void Works_begin_when_the_resolution_has_been_published_for_seven_days_without_an_open_objection()
    {
        var matter = Matter(7);
        matter.Steps[5].To = matter.Steps[5].From.AddDays(5);
        Refused("不少于7天", matter);
        matter.Steps[5].To = matter.Steps[6].From;
        Refused("期满后", matter);
        (matter.Steps[5].To, matter.OpenObjections) = (matter.Steps[5].From.AddDays(6), 1);
        Refused("1件异议", matter);
    }

    [Fact]
    public void The_result_is_published_when_works_are_accepted_and_the_supervisors_have_spoken()
    {
        var matter = Matter(8);
        matter.SupervisionOpinion = "";
        Refused("监督意见", matter);
        (matter.SupervisionOpinion, matter.Steps[6].To) = ("符合方案", null);
        Refused("完工验收", matter);
    }

    [Theory]
    [InlineData(7, null, true)]
    [InlineData(6, null, false)]
    [InlineData(7, 2, false)]
    public void A_result_published_too_briefly_or_with_an_open_objection_closes_nothing(int days, int? objections, bool closed)
    {
        var matter = Matter(8);
        matter.Steps[7].To = matter.Steps[7].From.AddDays(days - 1);
        matter.OpenObjections = objections;
        Enter(matter);
        Assert.Equal(closed, matter.ClosedOn is not null);
    }

    [Fact]
    public void Urgent_works_begin_after_deliberation_and_the_vote_and_the_publications_follow()
    {
        var (matter, all) = (Matter(4), AllSteps());
        all[6].From = all[3].From.AddDays(1);
        matter.Steps.AddRange([all[6], all[4], all[5], all[7]]);
        Refused("下一步应是“决议”", matter);
        matter.IsEmergency = true;
        Enter(matter);
        Assert.NotNull(matter.ClosedOn);
    }

    [Fact]
    public void More_do_not_agree_than_are_present() => Refused("赞成不多于实到", Matter(1).With(new() { Step = DecisionStep.Propose, From = new(2026, 3, 20), Due = 9, Present = 8, InFavour = 9 }));

    [Fact]
    public void Who_stops_a_matter_says_why()
    {
        var matter = Matter(1);
        matter.StoppedOn = Today;
        Refused("终止原因", matter);
    }

    [Fact]
    public void The_district_lays_down_how_long_and_how_many_and_a_matter_goes_by_the_rule_of_its_day()
    {
        var strict = Strict(new(2026, 1, 1));
        Refused("不少于6天", Matter(2).Under(strict));
        Refused("须有三分之二以上的应到人员到会", Matter(4).But(s => s.Steps[0].To = s.Steps[0].From.AddDays(5)).But(s => (s.Steps[1].Present, s.Steps[1].InFavour) = (6, 6)).Under(strict));
        var matter = Matter(5).But(s => s.Steps[0].To = s.Steps[0].From.AddDays(5)).Under(strict);
        (matter.Steps[4].Present, matter.Steps[4].InFavour) = (38, 26); // of 40 due: two thirds of those present agree, not of those due
        Enter(matter);
        Refused("三分之二以上的应到人员赞成", matter.With(AllSteps()[5]));

        Enter(Matter(8).Under(Strict(new(2026, 3, 2)))); // raised the day before
        Enter(Matter(8).Under(Strict(new(2025, 1, 1), ended: new(2026, 3, 1))));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(3, 0)]
    [InlineData(3, 91)]
    public void A_rule_is_of_some_days_and_not_of_a_slip_of_the_key(int consult, int publish) =>
        Given.AssertRefused("应在1至90天之间", () => new DecisionRule { On = new(2026, 1, 1), ConsultDays = consult, PublicationDays = publish }.Enter(Given.Clerk, Today));

    private static DecisionRule Strict(DateOnly from, DateOnly? ended = null) => new() { On = from, EndedOn = ended, ConsultDays = 6, PublicationDays = 10, Quorum = VoteShare.TwoThirds, Majority = VoteShare.TwoThirds, Base = VoteBase.Due, Basis = "区委通知" };

    private static DecisionMatter Matter(int steps)
    {
        var matter = new DecisionMatter { OrganizationId = 7, On = new(2026, 3, 1), Name = "增设晾衣架", RaisedBy = "居民提议", Households = 120, SuperiorOpinion = "同意", SupervisionOpinion = "符合方案" };
        matter.Steps.AddRange(AllSteps()[..steps]);
        return matter;
    }

    private static DecisionStepRecord[] AllSteps() =>
    [
        new() { Step = DecisionStep.Consult, From = new(2026, 3, 3), To = new(2026, 3, 7), Words = "收回96份，赞成88份" },
        new() { Step = DecisionStep.Propose, From = new(2026, 3, 10), Due = 10, Present = 9, InFavour = 9 },
        new() { Step = DecisionStep.Assembly, From = new(2026, 3, 14), Due = 40, Present = 33, InFavour = 33 },
        new() { Step = DecisionStep.Deliberate, From = new(2026, 3, 18) },
        new() { Step = DecisionStep.Resolve, From = new(2026, 3, 25), Due = 40, Present = 36, InFavour = 31 },
        new() { Step = DecisionStep.PublishResolution, From = new(2026, 3, 26), To = new(2026, 4, 1) },
        new() { Step = DecisionStep.Implement, From = new(2026, 4, 5), To = new(2026, 5, 28) },
        new() { Step = DecisionStep.PublishResult, From = new(2026, 6, 3), To = new(2026, 6, 10) },
    ];

    private static void Enter(DecisionMatter matter) => matter.Enter(Given.Clerk, Today);

    private static void Refused(string because, DecisionMatter matter) => Given.AssertRefused(because, () => Enter(matter));
}

internal static class GivenMatters
{
    public static DecisionMatter With(this DecisionMatter matter, DecisionStepRecord step)
    {
        matter.Steps.Add(step);
        return matter;
    }

    public static DecisionMatter But(this DecisionMatter matter, Action<DecisionMatter> change)
    {
        change(matter);
        return matter;
    }

    public static DecisionMatter Under(this DecisionMatter matter, DecisionRule rule)
    {
        matter.Follow([rule]);
        return matter;
    }
}
