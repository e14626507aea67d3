using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using static PartyWork.Domain.Tests.Given;

namespace PartyWork.Domain.Tests.Evidence;

public sealed class EvidenceTests
{
    private static readonly DateOnly Today = Day(9, 28);
    private static readonly EvidenceDemand AskedFor = new(EvidenceKind.DocumentNumber, "须有报告可查");

    private static EvidenceItem Document(string no = "青组发〔2026〕12号", int organization = OrganizationId) => EvidenceItem.OfDocument(organization, "会议纪要", Day(9, 1), no, Clerk, Today);

    private static EvidenceItem Photo(int n) =>
        EvidenceItem.OfFile(OrganizationId, $"现场{n}", Day(9, 1), new EvidenceFile($"现场{n}.jpg", "image/jpeg", 10, new('a', 64), new('b', 64)), Clerk, Today);

    [Fact]
    public void It_has_the_day_of_what_it_shows_and_not_a_day_to_come()
    {
        Assert.Equal((Day(9, 1), Today), (Document().On, Document().AddedOn));
        AssertRefused("不能晚于今天", () => EvidenceItem.OfDocument(OrganizationId, "会议纪要", Today.AddDays(1), "1号", Clerk, Today));
    }

    [Theory]
    [InlineData("/reports/12")]
    [InlineData("/lists/3/tasks/4?tab=tasks")]
    public void A_link_leads_to_a_record_of_the_product(string link) => Assert.Equal(link, EvidenceItem.OfRecord(OrganizationId, "季报", Today, link, Clerk, Today).Link);

    [Theory]
    [InlineData("")]
    [InlineData("//elsewhere/reports/1")]
    [InlineData("https://elsewhere/reports/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/reports/1\" onclick=\"x")]
    [InlineData("/\\elsewhere")]
    public void A_link_never_leads_out_of_it(string link) => AssertRefused("本系统内的页面地址", () => EvidenceItem.OfRecord(OrganizationId, "季报", Today, link, Clerk, Today));

    [Theory]
    [InlineData("机密★1年 会议纪要")]
    [InlineData("秘密★")]
    public void What_is_marked_secret_is_refused(string title) => AssertRefused("非涉密系统", () => EvidenceItem.OfDocument(OrganizationId, title, Today, "1号", Clerk, Today));

    [Fact]
    public void One_piece_is_used_in_many_places()
    {
        var (item, first, second, problem) = (Document(), RunningTask(no: 1), RunningTask(no: 2), RectifiedProblem());

        first.Attach(item, 0, Clerk, At(Today));
        first.Attach(item, 3, Clerk, At(Today));
        second.Attach(item, 3, Clerk, At(Today));
        problem.Attach(item, Clerk, At(Today));

        Assert.Equal([0, 3], first.Evidence.Select(u => u.Quarter));
        Assert.All([.. first.Evidence, .. second.Evidence, .. problem.Evidence], u => Assert.Same(item, u.Item));
    }

    [Fact]
    public void In_one_place_it_is_used_once()
    {
        var (item, task) = (Document(), RunningTask());
        task.Attach(item, 3, Clerk, At(Today));

        AssertRefused("已经引用了", () => task.Attach(item, 3, Clerk, At(Today)));
    }

    [Fact]
    public void A_neighbours_evidence_proves_nothing_here() => AssertRefused("本组织登记", () => RunningTask().Attach(Document(organization: 8), 0, Clerk, At(Today)));

    [Fact]
    public void No_place_takes_more_than_three_files()
    {
        var task = RunningTask();
        foreach (var n in Enumerable.Range(1, 3))
        {
            task.Attach(Photo(n), 3, Clerk, At(Today));
        }

        AssertRefused("最多附3个文件", () => task.Attach(Photo(4), 3, Clerk, At(Today)));
        task.Attach(Document(), 3, Clerk, At(Today)); // a number costs nobody anything
        task.Attach(Photo(4), 2, Clerk, At(Today));
    }

    [Fact]
    public void A_withdrawn_file_leaves_its_place_to_another()
    {
        var task = RunningTask();
        var photos = Enumerable.Range(1, 4).Select(Photo).ToList();
        photos.Take(3).ToList().ForEach(p => task.Attach(p, 3, Clerk, At(Today)));
        photos[0].Withdraw(Clerk, "拍错了地方", Today);

        task.Attach(photos[3], 3, Clerk, At(Today));

        Assert.Equal(4, task.Evidence.Count); // the withdrawn one stays to be seen
    }

    [Fact]
    public void Withdrawing_needs_a_reason_and_happens_once()
    {
        var item = Document();
        AssertRefused("撤回原因", () => item.Withdraw(Clerk, "", Today));
        item.Withdraw(Clerk, "文号写错", Today);

        Assert.Equal(("文号写错", "陈思远", Today), (item.WithdrawReason, item.WithdrawnBy, item.WithdrawnOn));
        AssertRefused("已经撤回", () => item.Withdraw(Clerk, "再撤一次", Today));
        AssertRefused("不能再引用", () => RunningTask().Attach(item, 0, Clerk, At(Today)));
    }

    [Fact]
    public void What_went_up_with_a_report_stays_with_it()
    {
        var task = RunningTask();
        var (sent, later) = (task.Attach(Document(), 3, Clerk, At(Today)), task.Attach(Document("2号"), 4, Clerk, At(Today)));

        Confirm(task, ReportChoice.Normal);

        AssertRefused("不能取消引用", sent.RequireDetachable);
        later.RequireDetachable();
    }

    [Fact]
    public void What_a_closing_was_claimed_with_stays_with_it()
    {
        var problem = RectifiedProblem();
        var use = problem.Attach(Document(), Clerk, At(Today));
        problem.ClaimClosed(Clerk, "3个支部已补课", "");

        AssertRefused("不能取消引用", use.RequireDetachable);
        AssertRefused("不在整改中", () => problem.Attach(Document("2号"), Clerk, At(Today)));
    }

    [Fact]
    public void Nothing_is_asked_for_unless_the_task_says_what_and_why()
    {
        Confirm(RunningTask(), ReportChoice.Done);
        AssertRefused("同时选择种类并写明理由", () => DraftTask(Counted() with { Demand = new(EvidenceKind.File, "") }));
        AssertRefused("同时选择种类并写明理由", () => DraftTask(Counted() with { Demand = new(null, "要看照片") }));
    }

    [Fact]
    public void Only_done_waits_for_what_the_task_asks_for()
    {
        Confirm(RunningTask(Counted() with { Demand = AskedFor }), ReportChoice.Normal);
        var task = RunningTask(Counted() with { Demand = AskedFor });
        AssertRefused("选“已完成”需附文号佐证（须有报告可查）", () => Confirm(task, ReportChoice.Done));

        task.Attach(Photo(1), 3, Clerk, At(Today)); // of another kind
        AssertRefused("需附文号佐证", () => Confirm(task, ReportChoice.Done));

        task.Attach(Document(), 2, Clerk, At(Today)); // in whichever quarter
        Confirm(task, ReportChoice.Done);
    }

    [Fact]
    public void What_was_withdrawn_no_longer_answers_it()
    {
        var (task, item) = (RunningTask(Counted() with { Demand = AskedFor }), Document());
        task.Attach(item, 3, Clerk, At(Today));
        item.Withdraw(Clerk, "文号写错", Today);

        AssertRefused("需附文号佐证", () => Confirm(task, ReportChoice.Done));
    }

    private static void Confirm(Domain.ThreeLists.WorkTask task, ReportChoice choice)
    {
        var filing = new Filing(OrganizationId, WindowOf(3));
        var report = new QuarterlyReport(filing, [task]);
        filing.Edit($"T{task.Id}", "任务", At(Today)).Fill(Answer.Value, (int)choice, choice is ReportChoice.Done ? 400 : 300, "四期培训全部办完");
        report.Confirm(Secretary, At(Today, 15));
    }
}
