using System.Text.Json;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.ThreeLists;

namespace PartyWork.Web.Tests.Documents.ThreeLists;

public class ListsWorkbookTests
{
    private static readonly ListsFile Sample = ListsWorkbook.Read(Samples.Read(Samples.ThreeLists, "三单.xlsx"));

    [Fact]
    public void The_committees_workbook_is_understood_without_a_finding()
    {
        Assert.Empty(Sample.Findings);
        Assert.Equal(("春晖街道党工委", 2026), (Sample.OrganizationName, Sample.Year));
        Assert.Equal((8, 13, 7), (Sample.Problems.Count, Sample.Tasks.Count, Sample.Duties.Count));
        Assert.Equal(
            [
                new SkippedRow("问题清单", 13, "注：1.问题表述要具体到事；2.“长期”问题须有本年度目标。"),
                new SkippedRow("任务清单", 19, "填表人：陈思远        联系电话：8123××××        党工委书记（签字）："),
            ],
            Sample.Skipped);
    }

    [Fact]
    public void Every_problem_is_understood()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Sample.Problems.Select(p => p.No!.Value));
        Assert.Equal([4, 5, 6, 7, 9, 10, 11, 12], Sample.Problems.Select(p => p.Row));
        Assert.Equal(
            [ProblemSource.LastAssessment, ProblemSource.DebriefComment, ProblemSource.DisciplineInspection, ProblemSource.Residents, ProblemSource.SelfCheck, ProblemSource.LifeMeeting, ProblemSource.Inspection, ProblemSource.LastAssessment],
            Sample.Problems.Select(p => p.Source!.Value));
        Assert.Equal("共共个个共共个共", string.Concat(Sample.Problems.Select(p => p.Nature!.Value.Text()[0])));
        Assert.Equal(
            ["2026-06-30", "2026-09-30", "立行立改", "2026-10-31", "2026-12-20", "长期", "2026-05-31", "2026-11-30"],
            Sample.Problems.Select(p => p.Deadline!.ToString()));
        Assert.Equal("1 2/3/4/5/6/7/8/9", string.Join('/', Sample.Problems.Select(p => string.Join(' ', p.Tasks!))));
        Assert.Equal("叶超 叶超 叶超 周敏 叶超 叶超 李国平 周敏", string.Join(' ', Sample.Problems.Select(p => p.Leader)));
        Assert.Equal("朱红怡 周敏 李国平 许豪华 周敏 各班子成员 朱红怡 王海燕", string.Join(' ', Sample.Problems.Select(p => p.Owner)));
        Assert.Equal(
            ("部分社区党组织“三会一课”记录不规范，抽查8个支部中3个缺第四季度党课", "支部委员调整频繁，交接不到位", "全年“三会一课”按期开展率100%"),
            (Sample.Problems[0].Statement, Sample.Problems[0].Cause, Sample.Problems[0].Goal));
        Assert.All(Sample.Problems, p => Assert.True(p is { Statement: not null, Cause: not null, Goal: not null }));
    }

    [Fact]
    public void Every_task_is_understood()
    {
        Assert.Equal(Enumerable.Range(1, 13), Sample.Tasks.Select(t => t.No!.Value));
        Assert.Equal([4, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17, 18], Sample.Tasks.Select(t => t.Row));
        Assert.Equal("4 2 15 12 6 4 28 144 100% 12 800 20 3", string.Join(' ', Sample.Tasks.Select(t => Quantity.Print(t.Target!.Value) + (t.Measure is TaskMeasure.Rate ? "%" : ""))));
        Assert.Equal("次 期 个 个社区 单元 次 人次 次 - 份 户 人次 个", string.Join(' ', Sample.Tasks.Select(t => t.Unit ?? "-")));
        Assert.Equal(new(100, 100, 100, 100), Sample.Tasks[0].Nodes);
        Assert.Equal(new(null, 100, null, 100), Sample.Tasks[1].Nodes);
        Assert.Equal(new(1200, null, null, null), Sample.Tasks[3].Nodes);
        Assert.Equal(new(null, 5000, null, 10000), Sample.Tasks[8].Nodes);
        Assert.Equal(new(10000, 30000, 30000, 10000), Sample.Tasks[10].Nodes);
        Assert.Equal(
            "12-20 11-30 09-30 04-30 10-31 12-20 12-25 12-31 11-30 03-31 11-15 12-20 10-31",
            string.Join(' ', Sample.Tasks.Select(t => t.DueOn!.Value.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(Sample.Tasks, t => Assert.Equal(2026, t.DueOn!.Value.Year));
        Assert.Equal("在有物业小区新建功能型党支部 （含老旧小区）", Sample.Tasks[2].Content);
        Assert.Equal("问题1；责任书第三条", Sample.Tasks[1].Source);
        Assert.Equal(("主体责任", "叶超", null, "问题6"), (Sample.Tasks[6].Category, Sample.Tasks[6].Lead, Sample.Tasks[6].Cooperating, Sample.Tasks[6].Source));
        Assert.Equal("各社区、住建部门", Sample.Tasks[2].Cooperating);
        Assert.All(Sample.Tasks, t => Assert.True(t is { Category: not null, Content: not null, Lead: not null, Source: not null }));
    }

    [Fact]
    public void Every_duty_is_understood_and_blank_cells_continue_the_post_above()
    {
        Assert.Equal(Enumerable.Range(1, 7), Sample.Duties.Select(d => d.No));
        Assert.Equal(
            ["党工委书记/叶超/第一责任人", "党工委书记/叶超/第一责任人", "党工委书记/叶超/第一责任人", "党工委专职副书记/周敏/直接责任人", "党工委专职副书记/周敏/直接责任人", "党工委其他班子成员/李国平/一岗双责", "社区党组织书记/各社区书记/具体责任人"],
            Sample.Duties.Select(d => $"{d.PostTitle}/{d.Holder}/{d.Character}"));
        Assert.Equal("1 10/-/7/3 6/-/4/5 8", string.Join('/', Sample.Duties.Select(d => d.Tasks is null ? "-" : string.Join(' ', d.Tasks))));
        Assert.Equal("全年 2026-07-31 全年 全年 每季度末后5日 6月、12月 全年", string.Join(' ', Sample.Duties.Select(d => d.Deadline)));
        Assert.Equal(("带头讲党课", "每年不少于1次"), (Sample.Duties[1].Content, Sample.Duties[1].Frequency));
    }

    [Fact]
    public void What_is_written_is_read_back_as_the_same_rows()
    {
        var problems = Sample.Problems.Select((p, i) => p with { Row = i + 4 }).ToList();
        var tasks = Sample.Tasks.Append(new TaskRow(0, 99, "类", "=1+1", TaskMeasure.None, null, null, new(0, null, 1250, null), null, "00123", "@x", "-")).Select((t, i) => t with { Row = i + 4 }).ToList();
        var duties = Sample.Duties.Append(new DutyRow(0, 8, "党务干事", null, null, "说明情况", null, null, "2026-01-01")).Select((d, i) => d with { Row = i + 3 }).ToList();
        var back = ListsWorkbook.Read(Samples.Read(ListsWorkbook.Write("春晖街道党工委", 2026, problems, tasks, duties), "三单.xlsx"));
        Assert.Empty(back.Findings);
        Assert.Equal(("春晖街道党工委", 2026, 2), (back.OrganizationName, back.Year, back.Skipped.Count));
        Assert.Equal(Json(problems), Json(back.Problems));
        Assert.Equal(Json(tasks), Json(back.Tasks));
        Assert.Equal(Json(duties), Json(back.Duties));
    }

    [Fact]
    public void The_written_workbook_has_the_form_of_the_sample()
    {
        var sample = Samples.Read(Samples.ThreeLists, "三单.xlsx");
        var written = Samples.Read(ListsWorkbook.Write("春晖街道党工委", 2026, Sample.Problems, Sample.Tasks, Sample.Duties), "三单.xlsx");
        Assert.Equal(sample.Select(s => s.Name), written.Select(s => s.Name));
        foreach (var (theirs, ours, lines) in sample.Zip(written, [3, 3, 2]))
        {
            Assert.Equal(theirs.Rows.Take(lines).Select(HeadLine), ours.Rows.Take(lines).Select(HeadLine));
        }

        static string HeadLine(SheetRow row) => string.Join('|', row.Cells.Where(c => !c.StartsWith("填报日期", StringComparison.Ordinal)));
    }

    [Fact]
    public void Columns_in_another_order_give_the_same_rows()
    {
        var turned = Samples.Read(Samples.ThreeLists, "三单.xlsx").Select(s => s with
        {
            Rows = [.. s.Rows.Select(r => r.Cells.Count < 3 ? r : r with { Cells = [.. Enumerable.Repeat("", 13 - r.Cells.Count), .. r.Cells.Reverse()] })],
        });
        var file = ListsWorkbook.Read([.. turned]);
        Assert.Empty(file.Findings);
        Assert.Equal(Json(Sample.Problems), Json(file.Problems));
        Assert.Equal(Json(Sample.Tasks), Json(file.Tasks));
        Assert.Equal(Json(Sample.Duties), Json(file.Duties));
    }

    [Fact]
    public void An_absent_column_or_sheet_leaves_everything_as_it_is()
    {
        var file = ListsWorkbook.Read([Samples.SheetOf("任务清单", ["某党委2026年度任务清单"], ["序号", "第二季度"], ["3", "5"])]);
        Assert.Empty(file.Findings);
        Assert.Equal(new TaskRow(3, 3, null, null, null, null, null, new(null, 500, null, null), null, null, null, null), Assert.Single(file.Tasks));
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("整改时限", "尽快", "不是明确的日期；请写成2026-10-31、10月31日或6月底前这样的形式，或“立行立改”“长期”。")]
    [InlineData("问题来源", "领导交办", "不在可选范围内；请改为：上年考核、述职点评、巡察反馈、督查、民主(组织)生活会、群众反映、自查、其他、年中检查。")]
    [InlineData("性质", "一般", "不在可选范围内；请改为：共性、个性。")]
    [InlineData("对应任务", "见附件", "不是任务序号；请写成“任务1、任务2”这样的形式。")]
    [InlineData("序号", "甲", "不是序号；请填写正整数，说明文字请移到表格下方并以“注：”开头。")]
    public void What_is_not_understood_in_a_problem_is_told_with_its_place_and_its_remedy(string column, string text, string remedy) =>
        AssertFinding("问题清单", column, text, remedy);

    [Theory]
    [InlineData("目标值", "4次", "不是数字；请只填数字或百分比（单位填在“单位”列），没有数量要求的填“定性”。")]
    [InlineData("一季度", "√", "不是数字；请只填本季度的数量，没有节点的留空。")]
    [InlineData("完成时限", "立行立改", "不是明确的日期；请写成2026-10-31、10月31日或6月底前这样的形式。")]
    public void What_is_not_understood_in_a_task_is_told_with_its_place_and_its_remedy(string column, string text, string remedy) =>
        AssertFinding("任务清单", column, text, remedy);

    [Fact]
    public void A_node_must_be_a_rate_where_the_target_is_one()
    {
        var file = ListsWorkbook.Read([Samples.SheetOf("任务清单", ["某党委2026年度任务清单"], ["序号", "目标值", "一季度", "二季度"], ["1", "100%", "50", "50%"])]);
        Assert.Equal("工作表“任务清单”第3行“一季度”填写的是“50”，不是百分比；目标值是百分比的，季度节点也请写成百分比，如50%。", Assert.Single(file.Findings).Message);
        Assert.Equal(new QuarterNodes(null, 5000, null, null), file.Tasks[0].Nodes);
    }

    [Fact]
    public void Lines_without_or_with_the_same_number_and_unknown_columns_are_told()
    {
        var file = ListsWorkbook.Read([Samples.SheetOf("问题清单", ["某党委2026年度问题清单"], ["序号", "问题表述", "分管领导"], ["1", "甲", "乙"], ["", "丙"], ["1", "丁"], ["备注：以上", "", ""])]);
        Assert.Equal([(2, "分管领导"), (4, "序号"), (5, "序号")], file.Findings.Select(f => (f.Row, f.Column)));
        Assert.Equal(["甲", "丙", "丁"], file.Problems.Select(p => p.Statement));
        Assert.Equal(new SkippedRow("问题清单", 6, "备注：以上"), Assert.Single(file.Skipped));
    }

    [Fact]
    public void Sheets_that_disagree_on_year_or_organisation_and_a_title_without_a_year_are_told()
    {
        var disagree = ListsWorkbook.Read([
            Samples.SheetOf("问题清单", ["甲党委2026年度问题清单"], ["序号", "问题表述"]),
            Samples.SheetOf("任务清单", ["乙党委2025年度任务清单"], ["序号", "任务内容"])]);
        Assert.Equal("工作表“任务清单”第1行“标题”填写的是“乙党委2025年度任务清单”，与前面的“甲党委2026年”不一致；请改为同一单位、同一年度。", Assert.Single(disagree.Findings).Message);
        var yearless = ListsWorkbook.Read([Samples.SheetOf("问题清单", ["问题清单"], ["序号", "整改时限"], ["1", "12月20日"])]);
        Assert.Equal(["标题", "整改时限"], yearless.Findings.Select(f => f.Column));
    }

    [Fact]
    public void The_reporting_unit_may_be_the_full_name_and_share_its_cell()
    {
        var file = ListsWorkbook.Read([Samples.SheetOf("问题清单", ["附件1"], ["甲党委2026年度问题清单"], ["填报单位：中共甲委员会    填报日期：3月12日"], ["序号", "问题表述"])]);
        Assert.Empty(file.Findings);
        Assert.Equal("中共甲委员会", file.OrganizationName);
        Assert.Equal("附件1", Assert.Single(file.Skipped).Text);
    }

    [Fact]
    public void Sheets_of_another_purpose_are_counted_as_skipped_and_a_workbook_without_lists_is_refused()
    {
        var other = Samples.SheetOf("填表说明", ["请如实填写"]);
        var file = ListsWorkbook.Read([Samples.SheetOf("Sheet1", ["某党委2026年度问题清单"], ["序号", "问题表述"], ["1", "甲"]), other]);
        Assert.Equal(new SkippedRow("填表说明", 1, "整张工作表未读取：请如实填写"), Assert.Single(file.Skipped));
        Assert.Single(file.Problems);
        Assert.Throws<BrokenRuleException>(() => ListsWorkbook.Read([other]));
    }

    [Fact]
    public void A_named_post_does_not_inherit_the_holder_above()
    {
        var file = ListsWorkbook.Read([Samples.SheetOf("责任清单", ["某党委2026年度责任清单"], ["岗位", "姓名", "责任内容"], ["书记", "叶超", "甲"], ["副书记", "", "乙"], ["", "", "丙"])]);
        Assert.Equal("书记叶超 副书记 副书记", string.Join(' ', file.Duties.Select(d => d.PostTitle + d.Holder)));
    }

    private static void AssertFinding(string list, string column, string text, string remedy)
    {
        string[] header = ["序号", column == "序号" ? "成因" : column], row = column == "序号" ? [text, "某"] : ["1", text];
        var finding = Assert.Single(ListsWorkbook.Read([Samples.SheetOf(list, [$"某党委2026年度{list}"], header, row)]).Findings);
        Assert.Equal((list, 3, column, $"工作表“{list}”第3行“{column}”填写的是“{text}”，{remedy}"), (finding.Sheet, finding.Row, finding.Column, finding.Message));
    }

    private static string Json<T>(T rows) => JsonSerializer.Serialize(rows);
}
