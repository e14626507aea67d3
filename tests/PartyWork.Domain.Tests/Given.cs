using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using AllLists = PartyWork.Domain.ThreeLists.ThreeLists;

namespace PartyWork.Domain.Tests;

/// <summary>What the tests start from: people, days, and one organisation's things, each complete unless a test says otherwise.</summary>
internal static class Given
{
    public const int OrganizationId = 7;

    public static readonly Actor
        Clerk = new(1, "陈思远", "春晖街道党工委党务干事"),
        Secretary = new(2, "叶超", "春晖街道党工委书记"),
        Superior = new(3, "何立", "区委组织部组织科科长");

    public static readonly QuarterNodes NoNodes = new(null, null, null, null);

    /// <summary>The third quarter of 2026 for committees: opens 25 Sep, due Monday 12 Oct, locks after 22 Oct.</summary>
    public static readonly DateOnly Opens = Day(9, 25), Due = Day(10, 12), Locks = Day(10, 22);

    /// <summary>The weekends and the notices that the product carries.</summary>
    public static Workdays Notices { get; } = new(ReadNotices());

    public static DateOnly Day(int month, int day, int year = 2026) => new(year, month, day);

    /// <summary>The UTC instant of a wall-clock time in Beijing.</summary>
    public static DateTime At(DateOnly day, int hour = 9, int minute = 0, int second = 0) => OfficeTime.Utc(day, new(hour, minute, second));

    public static DateTime At(int month, int day, int hour = 9) => At(Day(month, day), hour);

    /// <summary>The sentence with which an act is refused.</summary>
    public static string Refusal(Action act) => Assert.Throws<BrokenRuleException>(act).Message;

    public static void AssertRefused(string because, Action act) => Assert.Contains(because, Refusal(act), StringComparison.Ordinal);

    public static void AssertRefused(string because, Func<object> make) => AssertRefused(because, () => { _ = make(); });

    /// <summary>Ids are given by the database; here a test gives them.</summary>
    public static T WithId<T>(this T stored, int id, string property = "Id") where T : class
    {
        typeof(T).GetProperty(property)!.GetSetMethod(nonPublic: true)!.Invoke(stored, [id]);
        return stored;
    }

    public static string Characters(int count) => new('字', count);

    // Organisations

    public static Organization Committee(string code = "A01", string name = "春晖街道党工委") =>
        new(code, name, OrganizationLevel.Committee, OrganizationKind.WorkCommittee, OrganizationDomain.Subdistrict);

    public static Organization Community(string code = "A0101", string name = "文明社区党总支") =>
        new(code, name, OrganizationLevel.Primary, OrganizationKind.GeneralBranch, OrganizationDomain.Community);

    public static PostHolding Post(PostKind kind, int organizationId = OrganizationId, int id = 1) =>
        new PostHolding(new Person("周敏", ""), Committee(), kind, kind.Text(), Day(1, 1)).WithId(id).WithId(organizationId, nameof(PostHolding.OrganizationId));

    // Filings

    public static Window ThirdQuarter() => new(2026, FilingKind.QuarterlyReport, 3, OrganizationLevel.Committee, Opens, Due, Locks, 7);

    public static Window WindowOf(int quarter) =>
        Window.OfYear(2026, new Scheme(), Notices).Single(w => w.Kind is FilingKind.QuarterlyReport && w.Period == quarter && w.Level is OrganizationLevel.Committee);

    public static Filing NewFiling() => new(OrganizationId, ThirdQuarter());

    /// <summary>A filing with rows T1 and T2, begun on the day it opened.</summary>
    public static Filing Draft()
    {
        var filing = NewFiling();
        filing.Edit("T1", "任务1 培训", At(Opens)).Fill(Answer.Value, 1, 100);
        filing.Edit("T2", "任务2 调研", At(Opens)).Fill(Answer.Value, 1, 200);
        return filing;
    }

    public static Filing Submitted(DateTime? at = null)
    {
        var filing = Draft();
        filing.Prepare(Clerk, at ?? At(Due));
        filing.Confirm(Secretary, at ?? At(Due));
        return filing;
    }

    /// <summary>Submitted on the due day, and row T1 sent back the day after, to be mended by 20 Oct.</summary>
    public static Filing Returned()
    {
        var filing = Submitted();
        SendBack(filing, "T1", At(Due.AddDays(1)));
        return filing;
    }

    public static Filing Accepted()
    {
        var filing = Submitted();
        filing.Accept(Superior, At(10, 14));
        return filing;
    }

    public static void SendBack(Filing filing, string key, DateTime now, string reason = "请写明完成情况") =>
        filing.Return(Superior, new Dictionary<string, string> { [key] = reason }, Notices.After(OfficeTime.DayOf(now), 5), Notices, now);

    public static FilingRow Row(this Filing filing, string key) => filing.Rows.Single(r => r.Key == key);

    // Three lists

    public static Responsible Holder(string name = "周敏") => new(name, 11);

    /// <summary>Four training courses, one each quarter, by 20 December.</summary>
    public static TaskText Counted() =>
        new("组织建设", "组织党支部书记业务培训", TaskMeasure.Count, 400, "期", new(100, 100, 100, 100), Day(12, 20), Holder(), "", "自定");

    /// <summary>Coverage of 100%: 50% by the middle of the year.</summary>
    public static TaskText Rated() =>
        Counted() with { Content = "两新党组织书记全员轮训", Measure = TaskMeasure.Rate, Target = 10_000, Unit = "", Nodes = new(null, 5_000, null, 10_000) };

    /// <summary>A task without a number that has something to show each quarter.</summary>
    public static TaskText Plain() =>
        Counted() with { Content = "完善议事规则", Measure = TaskMeasure.None, Target = null, Unit = "", Nodes = new(100, 100, 100, 100) };

    public static WorkTask DraftTask(TaskText? text = null, int no = 1) => new WorkTask(OrganizationId, 2026, no, text ?? Counted()).WithId(100 + no);

    public static WorkTask RunningTask(TaskText? text = null, int no = 1)
    {
        var task = DraftTask(text, no);
        File(tasks: [task]);
        return task;
    }

    public static WorkTask DoneTask(int no = 1)
    {
        var task = RunningTask(no: no);
        task.Report(1, ReportChoice.Done, 400, Day(3, 28));
        task.AcceptDone();
        return task;
    }

    public static WorkTask CancelledTask(int no = 1)
    {
        var task = RunningTask(no: no);
        new TaskChange(task, TaskChangeKind.Cancellation, null, "", null, "上级统一组织，不再单独开展", Clerk, Day(2, 1)).Approve(Superior, Day(2, 2));
        return task;
    }

    public static ProblemText Stated() =>
        new(ProblemSource.LastAssessment, "3个支部缺第四季度党课", ProblemNature.Common, "交接不到位", "按期开展率100%", Deadline.By(Day(6, 30)), Holder("叶超"), Holder("朱红怡"));

    public static Problem ListedProblem(ProblemText? text = null, int no = 1, params IEnumerable<WorkTask> tasks)
    {
        var problem = new Problem(OrganizationId, 2026, no, text ?? Stated()).WithId(200 + no);
        problem.LinkTo(tasks);
        return problem;
    }

    public static Problem RectifiedProblem(ProblemText? text = null, params IEnumerable<WorkTask> tasks)
    {
        var problem = ListedProblem(text, 1, tasks);
        File(problems: [problem]);
        return problem;
    }

    public static Problem ClaimedProblem(ProblemText? text = null)
    {
        var problem = RectifiedProblem(text);
        problem.ClaimClosed(Clerk, "3个支部已补课并备案", "");
        return problem;
    }

    public static Problem ClosedProblem()
    {
        var problem = ClaimedProblem();
        problem.Verify(Superior, Day(7, 1));
        return problem;
    }

    public static DutyItem Duty(string post = "党工委书记", int no = 1) =>
        new(OrganizationId, 2026, no, new DutyText(post, Holder("叶超"), "第一责任人", "每季度专题研究党建工作1次", "每季度1次", "全年"));

    public static AllLists Lists(IReadOnlyList<Problem>? problems = null, IReadOnlyList<WorkTask>? tasks = null, IReadOnlyList<DutyItem>? duties = null) =>
        new(2026, problems ?? [], tasks ?? [], duties ?? []);

    /// <summary>备案, so that tasks run and problems are being rectified.</summary>
    public static void File(IReadOnlyList<Problem>? problems = null, IReadOnlyList<WorkTask>? tasks = null, IReadOnlyList<DutyItem>? duties = null) =>
        Lists(problems, tasks, duties).File();

    private static IEnumerable<CalendarDay> ReadNotices()
    {
        using var reader = new StreamReader(typeof(Given).Assembly.GetManifestResourceStream("workdays.csv")!);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1))
        {
            var cells = line.Split(',');
            yield return new CalendarDay(
                DateOnly.ParseExact(cells[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                cells[2] == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.Workday, cells[3]);
        }
    }
}
