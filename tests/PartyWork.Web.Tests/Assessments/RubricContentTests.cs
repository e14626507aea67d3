using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;
using Query = System.Linq.Expressions.Expression;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>The six rubrics that the product brings along, and the two files in which rubrics travel.</summary>
public sealed class RubricContentTests
{
    private static readonly IReadOnlyList<Rubric> Rubrics = RubricContent.Read(2026, _ => 1);

    private static readonly string[] GoodWords = ["on_time", "good", "five_or_promoted", "single", "cross", "promoted_by_document"];

    // Whatever a metric may be: counts, rates, words of every table, yes and no.
    private static readonly ScoreValue[] Anything =
    [
        ScoreValue.Of(0), ScoreValue.Of(1), ScoreValue.Of(1_000), ScoreValue.Of(-1), ScoreValue.Rate(1, 3), ScoreValue.Rate(0, 0), ScoreValue.NotRecorded,
        .. new[] { "on_time", "late", "unsigned", "good", "average", "poor", "five_or_promoted", "keep2", "none", "single", "cross", "promoted_by_document", "免评" }.Select(ScoreValue.Of),
    ];

    private static readonly ScoreValue[] Good = [ScoreValue.Of(0), ScoreValue.Of(1), ScoreValue.Of(1_000), ScoreValue.Of(-1), .. GoodWords.Select(ScoreValue.Of)];

    public static TheoryData<RubricKind> Kinds() => [.. Enum.GetValues<RubricKind>()];

    [Fact]
    public void All_six_are_there_with_their_classes_items_and_criteria()
    {
        Assert.Equal(
            [(RubricKind.Committee, 8, 15, 31), (RubricKind.Community, 8, 30, 60), (RubricKind.Organ, 7, 26, 52), (RubricKind.School, 6, 11, 25), (RubricKind.TwoNew, 7, 25, 46), (RubricKind.LaggingCommunity, 6, 6, 24)],
            Rubrics.Select(r => (r.Kind, r.Counts.Categories, r.Counts.Items, r.Counts.Criteria)));
        Assert.Contains("不低于80分", Rubrics[^1].Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_in_post_are_required_by_the_months_that_are_over()
    {
        var criterion = Of(RubricKind.LaggingCommunity).Criteria.Single(c => c.Names.Contains("lagging.first_secretary_days"));
        var inputs = Perfect(criterion).With(new Dictionary<string, ScoreValue> { ["lagging.first_secretary_days"] = ScoreValue.Of(70), ["config.required_days"] = ScoreValue.Of(150) });

        Assert.Contains("全年应150天（按已满6个月折算75天） 实70天 → −0.5", RubricScoring.Single(criterion, new(inputs, 6, null), ScoreMetrics.All).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_stands_against_publishing_them(RubricKind kind) => Assert.Empty(Of(kind).Check(ScoreMetrics.Known));

    /// <summary>未记录 is never 0, whoever would record it: of perfect work what one part reads forgotten, metrics and an assessor's facts alike, leaves the criterion to the assessor, and it says which.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_part_scores_what_is_not_recorded_as_nought(RubricKind kind)
    {
        var (rubric, tried) = (Of(kind), 0);
        foreach (var criterion in rubric.Criteria)
        {
            var perfect = Perfect(criterion);
            foreach (var part in criterion.Parts)
            {
                var line = RubricScoring.Single(criterion, new(perfect.With(part.Names.ToDictionary(n => n, _ => ScoreValue.NotRecorded)), 12, null), ScoreMetrics.All);

                Assert.Equal((criterion.Code, part.Subject, 0, criterion.Points), (criterion.Code, part.Subject, line.Earned, line.Open));
                Assert.Contains("由考核组", line.Sentence, StringComparison.Ordinal);
                Assert.True(line.Parts.All(p => p.IsForAssessor) || part.Names.Any(n => line.Sentence.Contains(ScoreMetrics.Words.Name(n), StringComparison.Ordinal)), $"{criterion.Code} {part.Subject}: {line.Sentence}");
                tried++;
            }
        }

        Assert.InRange(tried, 20, 400);
    }

    /// <summary>组织措施 and 问责 are for the organisation and those above it. A line that was scored from them could not be opened by who scores it, so that none may be.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_line_is_scored_from_a_register_that_assessors_do_not_read(RubricKind kind)
    {
        var closed = Web.Registers.Registers.All.Where(r => r.ReadBy is not null).Select(r => r.RecordType).ToHashSet();
        Assert.Contains(typeof(OrganizationalMeasure), closed);
        using var db = RegisterModel();
        var period = Period.To(new DateOnly(2026, 12, 18));
        var figures = Of(kind).Criteria.SelectMany(c => c.Names).Select(FigureDictionary.Find).OfType<Figure>().SelectMany(f => f.Fold is FigureFold.Ratio ? [FigureDictionary.Find(f.Numerator), FigureDictionary.Find(f.Denominator)] : (Figure?[])[f]).OfType<Figure>().Where(f => f.Facts is not null).DistinctBy(f => f.Key).ToList();

        Assert.InRange(figures.Count, 3, 200);
        Assert.Empty(figures.SelectMany(f => RootsOf(f.Facts!.Invoke(db, period).Expression).Intersect(closed).Select(t => $"{f.Key}: {t.Name}")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Perfect_work_gives_exactly_100(RubricKind kind)
    {
        var rubric = Of(kind);
        var perfect = rubric.Criteria.ToDictionary(c => c, Perfect);

        var scored = RubricScoring.Score(rubric, AssessmentPhase.End, c => new(perfect[c], 12, rubric.EndOn), ScoreMetrics.All);

        Assert.All(scored.Lines, l => Assert.Equal((l.Criterion.Code, l.Criterion.Points), (l.Criterion.Code, l.Earned)));
        Assert.Equal(Rubric.FullMarks, scored.Earned);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_known_a_score_is_between_nought_and_the_points_and_all_lines_add_up_to_100(RubricKind kind)
    {
        var rubric = Of(kind);
        var random = new Random(20_261_218);
        for (var round = 0; round < 60; round++)
        {
            var scored = RubricScoring.Score(rubric, AssessmentPhase.End, c => new(new(c.Names.ToDictionary(n => n, _ => Anything[random.Next(Anything.Length)])), random.Next(1, 13), rubric.EndOn), ScoreMetrics.All);

            Assert.Equal(Rubric.FullMarks, scored.Points);
            Assert.All(scored.Lines, l =>
            {
                Assert.Equal(l.Points, l.Earned + l.AtRisk + l.Lost + l.Open);
                Assert.All([l.Earned, l.AtRisk, l.Lost, l.Open], part => Assert.InRange(part, 0, l.Points));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_workbook_brings_back_what_was_exported(RubricKind kind)
    {
        var rubric = Of(kind);

        var read = RubricWorkbook.Read(Sheets(rubric), 2026, _ => 2);

        Assert.Empty(read.Findings);
        Assert.All(RubricComparison.Of(rubric, read.Rubric!), c => Assert.True(c.Kind is RubricChangeKind.Same, $"{c.Code} {string.Join("、", c.Fields)}"));
        Assert.Equal((rubric.Verdict, rubric.MidOn, rubric.EndOn), (read.Rubric!.Verdict, read.Rubric.MidOn, read.Rubric.EndOn));
    }

    [Theory]
    [InlineData("评分细则", "分值", "两分", "请填写分值")]
    [InlineData("评分细则", "评分细则", "", "请填写评分细则的文字")]
    [InlineData("评分细则", "考核阶段", "随时", "考核阶段“随时”不在可选范围内")]
    [InlineData("评分细则", "条编号", "Z9-9", "请填写计分方式")]
    [InlineData("计分方式", "计分方式", "随便扣", "计分方式“随便扣”不在可选范围内")]
    [InlineData("计分方式", "指标或条件", "a = 3", "看不懂")]
    [InlineData("计分方式", "分值", "很多", "分值“很多”应是数字")]
    [InlineData("评分细则", "条编号", "", "没有条编号")]
    [InlineData("评分细则", "否决审查", "酗酒", "不在规定的5种之内")]
    [InlineData("评分细则", "寒暑假合并", "或许", "寒暑假合并“或许”应为是或否")]
    [InlineData("计分方式", "条编号", "", "没有条编号")]
    [InlineData("计分方式", "计分方式", "", "没有计分方式")]
    [InlineData("计分方式", "对照表", "好=2 较好=1.6", "每档之间用分号隔开")]
    public void A_workbook_row_that_is_not_understood_is_named(string sheet, string column, string text, string because)
    {
        var (sheets, row) = Changed(sheet, (header, rows) => (header + 1, rows[header].Cells.ToList().IndexOf(column)), text);

        var read = RubricWorkbook.Read(sheets, 2026, _ => 2);

        Assert.Null(read.Rubric);
        Assert.Contains(read.Findings, f => f.Message.Contains(because, StringComparison.Ordinal) && f.Row == row);
    }

    [Theory]
    [InlineData("年中数据截止日", 1, "六月底", "填写的是“六月底”，不是完整的日期")]
    [InlineData("年底数据截止日", 0, "年底截至日", "“年底截至日”不是细则的内容")]
    [InlineData("年底数据截止日", 0, "", "不是细则的内容")]
    public void A_line_of_the_first_sheet_that_is_not_understood_is_named(string what, int column, string text, string because)
    {
        var (sheets, row) = Changed("基本情况", (_, rows) => (rows.FindIndex(r => r.Cells[0] == what), column), text);

        var read = RubricWorkbook.Read(sheets, 2026, _ => 2);

        Assert.Null(read.Rubric);
        Assert.Contains(read.Findings, f => f.Message.Contains(because, StringComparison.Ordinal) && f.Row == row);
    }

    [Fact]
    public void A_day_of_another_year_is_the_same_day_of_the_rubrics_own()
    {
        var (sheets, _) = Changed("基本情况", (_, rows) => (rows.FindIndex(r => r.Cells[0] == "年中数据截止日"), 1), "2025-06-28");

        Assert.Equal(new DateOnly(2026, 6, 28), RubricWorkbook.Read(sheets, 2026, _ => 2).Rubric!.MidOn);
    }

    [Fact]
    public void A_column_that_nobody_reads_is_named_and_one_that_is_missing_refuses_the_workbook()
    {
        var (more, row) = Changed("评分细则", (header, rows) => (header, rows[header].Cells.Count), "备注");
        Assert.Contains(RubricWorkbook.Read(more, 2026, _ => 2).Findings, f => f.Message.Contains("“备注”不是本表的表头", StringComparison.Ordinal) && f.Row == row);

        var (fewer, _) = Changed("评分细则", (header, rows) => (header, rows[header].Cells.ToList().IndexOf("佐证")), "");
        Assert.Contains("“评分细则”表，或表头被改动", Assert.Throws<BrokenRuleException>(() => RubricWorkbook.Read(fewer, 2026, _ => 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("      points: 1\n      standard: 按期与街道党工委", "      points: 1.234\n      standard: 按期与街道党工委", "请填写分值")]
    [InlineData("{count: lists.broken_links, deduct: 0.2}", "{count: lists.broken_links, minus: 0.2}", "计分方式“count、minus”看不懂")]
    [InlineData("{count: lists.broken_links, deduct: 0.2}", "{count: lists.broken, deduct: 0.2}", "没有列在指标中")]
    [InlineData("phase: mid", "phase: someday", "“phase: someday”看不懂")]
    [InlineData("grace_days: 7", "grace_days: 7.5", "“grace_days: 7.5”应是整数")]
    [InlineData("sample_size: 10", "sample_size: 99999999999", "“99999999999”应是小于100000的数字")]
    [InlineData("counts: {categories: 8, items: 30, criteria: 60}", "counts: {categories: 8, items: 30, criteria: 61}", "不符")]
    [InlineData("auto_points: {full: 62.0", "auto_points: {full: 63", "实有62分")]
    [InlineData("  name: 责任落实\n  points: 12", "  name: 责任落实\n  points: 13", "所属各项合计12分")]
    public void A_line_of_an_exchange_file_that_is_not_understood_is_named(string from, string to, string because)
    {
        var text = Source("community");
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, from);

        var read = RubricYaml.Read(text[..at] + to + text[(at + from.Length)..], 2026, _ => 1);

        Assert.Null(read.Rubric);
        Assert.Contains(read.Findings, f => f.Message.Contains(because, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: x", "开头应为")]
    [InlineData("schema: partywork.rubric/1\napplies_to: village\nname: x", "适用对象“village”看不懂")]
    [InlineData("schema: [", "行的格式不对")]
    [InlineData("- a\n- b", "不是考核细则")]
    public void What_is_no_rubric_is_refused_in_one_sentence(string text, string because) =>
        Assert.Contains(because, Assert.Throws<BrokenRuleException>(() => RubricYaml.Read(text, 2026, _ => 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_name_that_a_rubric_reads_has_a_name_that_people_read() =>
        Assert.All(Rubrics.SelectMany(r => r.Criteria).SelectMany(c => c.Names).Distinct(), n => Assert.NotEmpty(ScoreMetrics.All[n].Name));

    [Fact]
    public void No_half_width_punctuation_is_left_beside_chinese_words() =>
        Assert.All(Rubrics.SelectMany(r => r.Criteria.SelectMany(c => new[] { c.Standard, c.Sentence, c.Evidence }).Append(r.Name)), t => Assert.False(t.AsSpan().ContainsAny(",;()"), t));

    private static SqliteDb RegisterModel() => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);

    private static HashSet<Type> RootsOf(Query query)
    {
        var roots = new Roots();
        roots.Visit(query);
        return roots.Found;
    }

    private static Rubric Of(RubricKind kind) => Rubrics.Single(r => r.Kind == kind);

    /// <summary>The schools' workbook with one cell written otherwise, and the number of its row.</summary>
    private static (IReadOnlyList<Sheet> Sheets, int Row) Changed(string sheet, Func<int, List<SheetRow>, (int Row, int Column)> cell, string text)
    {
        var sheets = Sheets(Of(RubricKind.School)).ToList();
        var at = sheets.FindIndex(s => s.Name == sheet);
        var rows = sheets[at].Rows.ToList();
        var (row, column) = cell(rows.FindIndex(r => r.Cells.Contains("条编号")), rows);
        string[] cells = [.. rows[row].Cells, .. Enumerable.Repeat("", Math.Max(0, column + 1 - rows[row].Cells.Count))];
        cells[column] = text;
        rows[row] = rows[row] with { Cells = cells };
        sheets[at] = sheets[at] with { Rows = rows };
        return (sheets, rows[row].Number);
    }

    private static IReadOnlyList<Sheet> Sheets(Rubric rubric) => SheetReader.Read(new MemoryStream(RubricWorkbook.Write(rubric, ScoreMetrics.Words)), "细则.xlsx");

    /// <summary>Inputs under which the criterion applies and keeps all its points: found by trying, so that the test knows no rule.</summary>
    private static ScoreInputs Perfect(RubricCriterion criterion)
    {
        var names = criterion.Names.ToList();
        foreach (var picks in Picks(names.Count, Good.Length))
        {
            var inputs = new ScoreInputs(names.Zip(picks).ToDictionary(n => n.First, n => Good[n.Second]));
            if (Scoring.Score(criterion, inputs) is { State: ScoreState.Computed } score && score.Earned == Fraction.OfHundredths(criterion.Points))
            {
                return inputs;
            }
        }

        throw new InvalidOperationException($"{criterion.Code}: nothing gives all points.");
    }

    private static IEnumerable<int[]> Picks(int places, int choices)
    {
        for (var n = 0; n < Math.Pow(choices, places); n++)
        {
            var rest = n;
            yield return [.. Enumerable.Range(0, places).Select(_ => { var pick = rest % choices; rest /= choices; return pick; })];
        }
    }

    private static string Source(string name)
    {
        using var reader = new StreamReader(typeof(RubricContent).Assembly.GetManifestResourceStream($"PartyWork.Web.Content.rubrics.{name}.yaml")!);
        return reader.ReadToEnd();
    }

    /// <summary>Whatever a query is made of, at its root or within.</summary>
    private sealed class Roots : System.Linq.Expressions.ExpressionVisitor
    {
        public HashSet<Type> Found { get; } = [];

        public override Query? Visit(Query? node)
        {
            if (node is not null && node.Type.IsAssignableTo(typeof(IQueryable)))
            {
                Found.UnionWith(node.Type.GetGenericArguments());
            }

            return base.Visit(node);
        }

        protected override Query VisitExtension(Query node) => node;
    }
}
