using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Documents.Reports;

namespace PartyWork.Web.Tests.Documents.Reports;

/// <summary>The offline form goes out and comes back: unedited it changes nothing, edited exactly what was edited, stale it overwrites nothing.</summary>
public sealed class ReportWorkbookTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Seeds = 50;

    private static readonly DateTime Now = new(2026, 12, 18, 2, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Fragments = ["已办结", "=1+1", "两行\n第二行", "𠮷祥·李", "100%", "“引号”", " 空格 ", "<b>&amp;", "\u0001控制", "_x000D_", "１２户", "+86", "a,b;c", "注：不是说明"];

    [Fact]
    public async Task Fifty_round_trips_change_what_was_edited_and_nothing_else()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            output.WriteLine($"seed {seed}");
            var random = new Random(seed);
            var (filing, report) = await ReportAsync();
            Fill(filing, report, random);
            var versions = filing.Rows.ToDictionary(r => r.Key, _ => random.Next(1, 9));
            var file = Write(filing, report, versions);

            Assert.Empty(Plan(file, file, report).Changing);
            Assert.Empty(Plan(file, file, report).Findings);

            var edits = Edits(report, file, random, random.Next(1, 12));
            var edited = Edit(file, edits.Select(e => (e.Row, e.Column, e.Text)));
            var plan = Plan(edited, file, report);
            Assert.Empty(plan.Findings);
            Assert.Equal(edits.Select(e => (e.Key, e.Column, e.Text)).Order(), plan.Lines.SelectMany(l => l.Cells.Select(c => (l.Line.Key, c.Key, c.Value))).Order());

            // Meanwhile one of the edited rows was changed online.
            var stale = edits[0].Key;
            versions[stale] = versions.GetValueOrDefault(stale) + 1;
            filing.Edit(stale, "任务", Now);
            var late = Plan(edited, Write(filing, report, versions), report);
            Assert.Contains("下载以后已在网上修改过", Assert.Single(late.Findings).Message, StringComparison.Ordinal);
            Assert.Equal(edits.Select(e => e.Key).Where(k => k != stale).Distinct().Order(), late.Changing.Select(l => l.Line.Key).Order());
        }
    }

    [Fact]
    public async Task Excel_offers_the_choices_and_hides_the_key_and_the_file_is_valid()
    {
        var (filing, report) = await ReportAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(filing, report, [])), false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal(["\"正常推进,已完成,滞后,本季无此项\"", $"\"{string.Join(',', ReportLine.Causes)}\""], sheet.Descendants<DataValidation>().Select(v => v.Formula1!.Text));
        Assert.Equal($"H4:H{3 + report.Lines.Count}", sheet.Descendants<DataValidation>().First().SequenceOfReferences!.InnerText);
        Assert.Equal([15u], sheet.Descendants<Column>().Where(c => c.Hidden?.Value == true).Select(c => c.Min!.Value));
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_row_and_column_and_that_row_is_left_out()
    {
        var (filing, report) = await ReportAsync();
        var file = Write(filing, report, []);
        var edited = Edit(file, [(4, ReportWorkbook.ValueColumn, "三个"), (4, ReportWorkbook.WordsColumn, "已办"), (5, ReportWorkbook.ChoiceColumn, "还行"), (6, ReportWorkbook.CauseColumn, "没空"), (7, ReportWorkbook.NextStepColumn, new string('长', 301)), (8, ReportWorkbook.WordsColumn, "好")]);

        var plan = Plan(edited, file, report);

        Assert.Equal(
            [
                "工作表“季度报告”第4行“本季实际”填写的是“三个”，无法识别；应为0或正数，最多两位小数。",
                "工作表“季度报告”第5行“本季情况”填写的是“还行”，不在可选范围内；请改为：正常推进、已完成、滞后、本季无此项。",
                "工作表“季度报告”第6行“滞后原因”填写的是“没空”，不在可选范围内；请改为：人员调整、资金未到位、多部门协调、施工条件所限、群众意见不一、上级安排变动、其他。",
                "工作表“季度报告”第7行“下步措施”有301字，超过300字；请精简。",
            ],
            plan.Findings.Select(f => f.Message));
        Assert.Equal(report.Lines[4].Key, Assert.Single(plan.Changing).Line.Key);
    }

    [Fact]
    public async Task Only_rows_that_can_be_changed_are_and_a_row_taken_out_or_put_in_is_told()
    {
        var (filing, report) = await ReportAsync();
        var file = Write(filing, report, []);
        var edited = Edit(file, [(4, ReportWorkbook.WordsColumn, "改了"), (5, "行标识", "T999999/0"), (6, "行标识", "")]);

        var plan = ReportPlan.Of(Read(edited), Read(file), report, _ => false);

        Assert.Empty(plan.Changing);
        Assert.Equal(3, plan.Findings.Count);
        Assert.Single(plan.Findings, f => f.Row == 4 && f.Message.Contains("已审定，不能修改", StringComparison.Ordinal));
        Assert.Single(plan.Findings, f => f.Row == 5 && f.Message.Contains("本期已不用填报", StringComparison.Ordinal));
        Assert.Single(plan.Findings, f => f.Row == 6 && f.Message.Contains("不是下载时的行", StringComparison.Ordinal));
        Assert.Equal([report.Lines[1].Key, report.Lines[2].Key], plan.Missing.Select(l => l.Key));
    }

    [Fact]
    public void Another_workbook_is_refused_with_the_remedy() =>
        Assert.Contains("请重新下载离线填报表", Assert.Throws<BrokenRuleException>(() => ReportWorkbook.Read(Samples.Read(Samples.ThreeLists, "三单.xlsx"))).Message, StringComparison.Ordinal);

    internal static byte[] Edit(byte[] file, IEnumerable<(int Row, string Column, string Text)> edits)
    {
        var copy = new MemoryStream();
        copy.Write(file);
        using (var document = SpreadsheetDocument.Open(copy, true))
        {
            var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
            var header = rows[2].Elements<Cell>().Select(c => c.InnerText).ToList();
            foreach (var (row, column, text) in edits)
            {
                var cell = rows[row - 1].Elements<Cell>().ElementAt(header.IndexOf(column));
                cell.RemoveAllChildren();
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text));
            }
        }

        return copy.ToArray();
    }

    private static ReportFile Read(byte[] file) => ReportWorkbook.Read(Samples.Read(file, "离线填报.xlsx"));

    private static ReportPlan Plan(byte[] file, byte[] now, QuarterlyReport report) => ReportPlan.Of(Read(file), Read(now), report, _ => true);

    private static byte[] Write(Filing filing, QuarterlyReport report, Dictionary<string, int> versions) =>
        ReportWorkbook.Write("文明社区党总支", "QH01001", filing, report, new Dictionary<string, FilingRow>(), r => versions.GetValueOrDefault(r.Key));

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => Fragments[random.Next(Fragments.Length)]));

    private static void Fill(Filing filing, QuarterlyReport report, Random random)
    {
        foreach (var line in report.Lines.Where(_ => random.Next(4) > 0))
        {
            var choice = random.Next(0, 4);
            filing.Edit(line.Key, line.Label, Now).Fill(
                choice == 0 ? Answer.Nil : Answer.Value, choice == 0 ? null : choice, line.Measure is Domain.ThreeLists.TaskMeasure.None || random.Next(3) == 0 ? null : random.Next(0, 100_000),
                Text(random), random.Next(2) == 0 ? "" : ReportLine.Causes[random.Next(7)], Text(random), Text(random), Text(random));
        }
    }

    /// <summary>Cells that are really different from what stands there.</summary>
    private static List<(int Row, string Key, string Column, string Text)> Edits(QuarterlyReport report, byte[] file, Random random, int count)
    {
        var stored = Read(file).Rows;
        var cells = stored.SelectMany(r => ReportWorkbook.Answered.Select(c => (Row: r, Column: c))).Where(c => c.Column != ReportWorkbook.ValueColumn || report.Lines.Single(l => l.Key == c.Row.Key) is { IsComputed: false, Measure: not Domain.ThreeLists.TaskMeasure.None }).ToArray();
        random.Shuffle(cells);
        return [.. cells.Take(count).Select(c => (c.Row.Row, c.Row.Key, c.Column, NewText(c.Column, c.Row.Cells.GetValueOrDefault(c.Column, ""))))];

        string NewText(string column, string was) => column switch
        {
            ReportWorkbook.ChoiceColumn => ((string[])["正常推进", "已完成", "滞后", "本季无此项"]).First(t => t != was),
            ReportWorkbook.ValueColumn => Quantity.Print(random.Next(100_001, 200_000)),
            ReportWorkbook.CauseColumn => ReportLine.Causes.First(t => t != was),
            _ => $"改为{random.Next()}",
        };
    }

    private Task<(Filing Filing, QuarterlyReport Report)> ReportAsync() => app.WithDbAsync(async db =>
    {
        var id = await app.FilingAsync("QH01001", 4);
        var filing = await db.Filings.AsNoTracking().Include(f => f.Window).Include(f => f.Rows).SingleAsync(f => f.Id == id);
        return (filing, new QuarterlyReport(filing, await db.WorkTasks.AsNoTracking().Include(t => t.Progress).Where(t => t.OrganizationId == filing.OrganizationId && t.Year == 2026).ToListAsync()));
    });
}
