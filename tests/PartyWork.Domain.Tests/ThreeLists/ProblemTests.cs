using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class ProblemTests
{
    [Fact]
    public void A_problem_keeps_what_the_owner_writes()
    {
        var problem = ListedProblem();

        problem.Write(Stated() with { Source = ProblemSource.Residents, Statement = "电梯加装协调迟缓" });

        Assert.Equal(Stated() with { Source = ProblemSource.Residents, Statement = "电梯加装协调迟缓" }, problem.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_problem_is_stated_in_at_most_300_characters(int length) =>
        AssertRefused("问题1：请填写问题表述", () => ListedProblem(Stated() with { Statement = Characters(length) }));

    [Fact]
    public void Cause_and_goal_have_at_most_300_characters()
    {
        AssertRefused("成因和整改目标各不超过300字", () => ListedProblem(Stated() with { Cause = Characters(301) }));
        AssertRefused("成因和整改目标各不超过300字", () => ListedProblem(Stated() with { Goal = Characters(301) }));
    }

    [Fact]
    public void A_deadline_by_day_names_the_day() =>
        AssertRefused("限期整改的，请填写整改时限", () => ListedProblem(Stated() with { Deadline = new(DeadlineKind.ByDay, null) }));

    [Theory]
    [InlineData(2025)]
    [InlineData(2027)]
    public void A_deadline_lies_in_the_year(int year) =>
        AssertRefused("整改时限应在2026年内；跨年的请选“长期”", () => ListedProblem(Stated() with { Deadline = Deadline.By(Day(6, 30, year)) }));

    [Fact]
    public void A_deadline_reads_as_in_the_list() =>
        Assert.Equal(["2026-06-30", "立行立改", "长期"], new[] { Deadline.By(Day(6, 30)), Deadline.AtOnce, Deadline.LongTerm }.Select(d => d.ToString()));

    [Fact]
    public void A_filed_problem_is_being_rectified_and_no_longer_rewritten()
    {
        var problem = RectifiedProblem();

        Assert.Equal(ProblemState.Rectifying, problem.State);
        AssertRefused("清单已备案，问题表述不能直接修改", () => problem.Write(Stated()));
        AssertRefused("清单已备案，对应任务不能直接修改", () => problem.LinkTo([]));
    }

    [Fact]
    public void Linking_replaces_the_links_before()
    {
        var (first, second) = (DraftTask(no: 1), DraftTask(no: 2));
        var problem = ListedProblem(tasks: [first]);

        problem.LinkTo([second]);

        Assert.Equal([second], problem.Tasks);
    }

    [Fact]
    public void A_listed_problem_is_nobodys_record_yet()
    {
        Assert.False(((IAudited)ListedProblem()).IsRecorded);
        Assert.True(((IAudited)RectifiedProblem()).IsRecorded);
    }

    [Fact]
    public void Filing_again_does_not_reopen_what_was_closed()
    {
        var problem = ClosedProblem();

        File(problems: [problem]);

        Assert.Equal(ProblemState.Closed, problem.State);
    }
}
