using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class YearCarryTests
{
    private static readonly Dictionary<int, int> Nothing = [];

    [Fact]
    public void What_is_carried_is_numbered_after_what_next_year_already_has()
    {
        var (tasks, problems) = Lists();
        var (nextTasks, nextProblems) = new CarryOver(new Dictionary<int, int> { [5] = 8 }, Nothing, []).Run(Closing(), Year(2027), tasks, problems);

        Assert.Equal([(9, 1), (10, 2)], nextTasks.Select(t => (t.No, t.CarriedFromId!.Value)));
        Assert.All(nextTasks, t => Assert.Equal((2027, TaskState.Draft), (t.Year, t.State)));
        Assert.All(tasks, t => Assert.Equal(TaskState.CarriedOver, t.State));
        Assert.Equal(1, Assert.Single(nextProblems).No);
    }

    [Fact]
    public void A_problem_stays_linked_to_its_tasks_whether_they_come_along_or_came_before()
    {
        var (tasks, problems) = Lists();
        var first = new CarryOver(Nothing, Nothing, []).Run(Closing(), Year(2027), [tasks[0]], []).Tasks;
        var (now, problem) = new CarryOver(new Dictionary<int, int> { [5] = 1 }, Nothing, first).Run(Closing(), Year(2027), [tasks[1]], problems);
        Assert.Equal([first[0], now[0]], Assert.Single(problem).Tasks);
    }

    [Fact]
    public void Nothing_is_carried_before_closing_without_a_next_year_or_without_a_choice()
    {
        var (tasks, problems) = Lists();
        var carry = new CarryOver(Nothing, Nothing, []);
        Refused("收官后才能结转", () => carry.Run(Year(2026), Year(2027), tasks, problems));
        Refused("请先新建2027年度", () => carry.Run(Closing(), null, tasks, problems));
        Refused("请至少选择一项", () => carry.Run(Closing(), Year(2027), [], []));
        Assert.All(tasks, t => Assert.Equal(TaskState.InProgress, t.State));
    }

    private static WorkYear Year(int year) => new(year, new Scheme(), "无变化");

    private static WorkYear Closing()
    {
        var year = Year(2026);
        for (var i = 0; i < 3; i++)
        {
            year.Advance(new DateOnly(2026, 12, 25), 9);
        }

        return year;
    }

    private static (List<WorkTask>, List<Problem>) Lists()
    {
        var tasks = Enumerable.Range(1, 2).Select(no => Identified(new WorkTask(5, 2026, no, new TaskText("", $"任务{no}", TaskMeasure.Count, 300, "次",
            new QuarterNodes(null, null, null, 300), new DateOnly(2026, 12, 15), new Responsible("张三", 7), "", "")), no)).ToList();
        var problem = new Problem(5, 2026, 3, new ProblemText(ProblemSource.SelfCheck, "活动阵地不足", ProblemNature.Individual, "", "", Deadline.By(new DateOnly(2026, 11, 30)), Responsible.Nobody, Responsible.Nobody));
        problem.LinkTo(tasks);
        new Domain.ThreeLists.ThreeLists(2026, [problem], tasks, []).File();
        return (tasks, [Identified(problem, 1)]);
    }

    // What the database does.
    private static T Identified<T>(T entity, int id)
    {
        typeof(T).GetProperty("Id")!.SetValue(entity, id);
        return entity;
    }

    private static void Refused(string words, Action act) => Assert.Contains(words, Assert.Throws<BrokenRuleException>(act).Message, StringComparison.Ordinal);
}
