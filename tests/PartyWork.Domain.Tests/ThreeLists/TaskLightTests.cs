using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

/// <summary>Computed, never chosen. Each task is due on 20 December with a node in every quarter unless a test says otherwise.</summary>
public sealed class TaskLightTests
{
    private static readonly (int, ReportChoice, int?)[] NothingReported = [];

    [Theory]
    [InlineData(TaskState.Draft, TaskLight.White)]
    [InlineData(TaskState.DoneClaimed, TaskLight.Blue)]
    [InlineData(TaskState.Done, TaskLight.Blue)]
    [InlineData(TaskState.Cancelled, TaskLight.Grey)]
    [InlineData(TaskState.CarriedOver, TaskLight.Grey)]
    [InlineData(TaskState.InProgress, TaskLight.Red)]
    public void What_does_not_run_has_its_own_colour_whatever_the_day(TaskState state, TaskLight light) =>
        Assert.Equal(light, WorkTask.LightOf(new(state, 2026, TaskMeasure.Count, Counted().Nodes, Day(12, 20), NothingReported, []), Day(12, 31)));

    [Theory]
    [InlineData(5, 20, TaskLight.Green)]
    [InlineData(5, 21, TaskLight.Red)]
    public void A_task_is_red_from_the_day_after_it_was_due(int month, int day, TaskLight light) =>
        Assert.Equal(light, Light(Day(month, day), Counted() with { DueOn = Day(5, 20), Nodes = new(null, 400, null, null) }));

    [Theory]
    [InlineData(1, 2, TaskLight.Green)] // no node has come yet
    [InlineData(3, 31, TaskLight.Green)]
    [InlineData(4, 1, TaskLight.Green)] // the window for the first quarter is open
    [InlineData(4, 15, TaskLight.Green)]
    [InlineData(4, 16, TaskLight.Stalled)] // every window has closed
    public void A_quarter_nobody_reported_is_missed_15_days_after_its_end(int month, int day, TaskLight light)
    {
        Assert.Equal(light, Light(Day(month, day), Counted()));
        Assert.Equal(light, Light(Day(month, day), Rated() with { Nodes = new(5_000, null, null, 10_000) }));
        Assert.Equal(light, Light(Day(month, day), Plain()));
    }

    [Theory]
    [InlineData(3, 31, TaskLight.Green)] // the quarter is not over
    [InlineData(4, 1, TaskLight.Yellow)]
    [InlineData(4, 15, TaskLight.Yellow)]
    [InlineData(4, 16, TaskLight.Stalled)]
    public void A_reported_node_that_was_missed_is_yellow_for_15_days_then_red(int month, int day, TaskLight light) =>
        Assert.Equal(light, Light(Day(month, day), Counted(), (1, ReportChoice.Normal, 99)));

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 16)]
    [InlineData(6, 30)]
    [InlineData(7, 15)] // the second quarter may still be reported
    public void A_node_that_was_reached_is_green(int month, int day) =>
        Assert.Equal(TaskLight.Green, Light(Day(month, day), Counted(), (1, ReportChoice.Normal, 100)));

    [Fact]
    public void What_was_done_ahead_counts_for_the_quarters_after() =>
        Assert.Equal(TaskLight.Green, Light(Day(7, 31), Counted(), (1, ReportChoice.Normal, 200)));

    [Fact]
    public void What_is_caught_up_turns_green_again()
    {
        Assert.Equal(TaskLight.Stalled, Light(Day(6, 29), Counted(), (1, ReportChoice.Behind, 0)));
        Assert.Equal(TaskLight.Green, Light(Day(6, 29), Counted(), (1, ReportChoice.Behind, 0), (2, ReportChoice.Normal, 200)));
    }

    [Theory]
    [InlineData(4_999, TaskLight.Yellow)]
    [InlineData(5_000, TaskLight.Green)]
    public void A_rate_is_measured_by_where_it_stands(int reached, TaskLight light) =>
        Assert.Equal(light, Light(Day(7, 1), Rated(), (1, ReportChoice.Normal, 2_000), (2, ReportChoice.Normal, reached)));

    [Fact]
    public void The_choice_does_not_paint_over_the_numbers()
    {
        Assert.Equal(TaskLight.Yellow, Light(Day(4, 1), Counted(), (1, ReportChoice.Normal, 0)));
        Assert.Equal(TaskLight.Green, Light(Day(4, 1), Counted(), (1, ReportChoice.Behind, 100)));
    }

    [Fact]
    public void Without_numbers_the_choice_speaks()
    {
        Assert.Equal(TaskLight.Green, Light(Day(4, 20), Plain(), (1, ReportChoice.Normal, null)));
        Assert.Equal(TaskLight.Yellow, Light(Day(4, 15), Plain(), (1, ReportChoice.Behind, null)));
        Assert.Equal(TaskLight.Stalled, Light(Day(4, 16), Plain(), (1, ReportChoice.Behind, null)));
    }

    [Fact]
    public void Without_numbers_too_a_later_quarter_catches_up()
    {
        var task = Plain() with { Nodes = new(100, null, null, 100) };

        Assert.Equal(TaskLight.Stalled, Light(Day(7, 10), task, (1, ReportChoice.Behind, null)));
        Assert.Equal(TaskLight.Green, Light(Day(7, 10), task, (1, ReportChoice.Behind, null), (2, ReportChoice.Normal, null)));
    }

    [Fact]
    public void Behind_before_the_first_node_is_yellow() =>
        Assert.Equal(TaskLight.Yellow, Light(Day(7, 31), Plain() with { Nodes = new(null, null, null, 100) }, (2, ReportChoice.Behind, null)));

    [Fact]
    public void A_quarter_without_node_is_not_missed() =>
        Assert.Equal(TaskLight.Green, Light(Day(9, 30), Counted() with { Nodes = new(100, null, null, 300) }, (1, ReportChoice.Normal, 100)));

    /// <summary>Nobody reports it, so nobody can be late with it: only a number that a report took down can miss a node or the day.</summary>
    [Fact]
    public void What_a_figure_measures_is_not_late_because_nobody_reported_it()
    {
        var measured = Counted() with { MeasuredBy = "good_deeds" };
        Assert.Equal(TaskLight.Green, Light(Day(11, 30), measured));
        Assert.Equal(TaskLight.Green, Light(Day(12, 31), measured));

        Assert.Equal(TaskLight.Stalled, Light(Day(11, 30), measured, (3, ReportChoice.Behind, 100)));
        Assert.Equal(TaskLight.Red, Light(Day(12, 31), measured, (4, ReportChoice.Behind, 100)));
    }

    [Fact]
    public void An_extension_moves_the_red_day()
    {
        var task = RunningTask(Counted() with { Nodes = new(null, null, null, 400), DueOn = Day(10, 31) });
        Assert.Equal(TaskLight.Red, task.LightOn(Day(11, 1)));

        new TaskChange(task, TaskChangeKind.Extension, Day(11, 30), "", null, "场地未定", Clerk, Day(10, 31)).Approve(Superior, Day(11, 2));

        Assert.Equal(TaskLight.Green, task.LightOn(Day(11, 30)));
        Assert.Equal(TaskLight.Red, task.LightOn(Day(12, 1)));
    }

    [Fact]
    public void Until_the_day_that_is_told_the_colour_holds_and_the_day_after_it_does_not()
    {
        const int seed = 20261218;
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            List<(int Quarter, ReportChoice Choice, int? Value)> progress = [.. Enumerable.Range(1, 4).Where(_ => random.Next(2) == 0).Select(quarter => (quarter, (ReportChoice)random.Next(1, 4), Node()))];
            var facts = new LightFacts((TaskState)random.Next(1, 7), 2026, (TaskMeasure)random.Next(1, 4), new(Node(), Node(), Node(), Node()), random.Next(5) == 0 ? null : Day(1, 1).AddDays(random.Next(365)),
                progress, [.. progress.Select(p => (p.Quarter, p.Value))], random.Next(2) == 0);
            for (var today = Day(1, 1); today.Year == 2026;)
            {
                var (light, until) = (WorkTask.LightOf(facts, today), WorkTask.LightHolds(facts, today));
                for (var day = today; day <= (until ?? new DateOnly(2027, 3, 1)); day = day.AddDays(1))
                {
                    Assert.True(light == WorkTask.LightOf(facts, day), $"seed {seed}, {facts}: {light} is told to hold until {until}, but not on {day}.");
                }

                if (until is not { } last)
                {
                    break;
                }

                today = last.AddDays(1);
                Assert.NotEqual(light, WorkTask.LightOf(facts, today));
            }
        }

        int? Node() => random.Next(3) == 0 ? null : random.Next(1, 5) * 100;
    }

    private static TaskLight Light(DateOnly today, TaskText text, params (int Quarter, ReportChoice Choice, int? Value)[] reports)
    {
        var task = RunningTask(text);
        foreach (var (quarter, choice, value) in reports)
        {
            task.Report(quarter, choice, value, today);
        }

        return task.LightOn(today);
    }
}
