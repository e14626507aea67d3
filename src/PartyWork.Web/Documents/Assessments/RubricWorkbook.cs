using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>A rubric as a workbook that can be changed and imported again: what it is, its criteria with the printed sentences, and their parts.</summary>
public static class RubricWorkbook
{
    private const string HeadSheet = "基本情况", CriteriaSheet = "评分细则", PartsSheet = "计分方式";

    private const string What = "项目", Content = "内容", RubricName = "细则名称", KindName = "适用对象", MidName = "年中数据截止日", EndName = "年底数据截止日", VerdictName = "结果认定";

    private const string ReadAs = "读作", Yes = "是", No = "否";

    private static readonly string[] HeadColumns = [What, Content];

    private static readonly string[] CriteriaNotes = ["评分细则的文字和“计分方式”表说的应是同一件事，修改时请一并修改。类、项与上一行相同的可以留空。"];

    private static readonly string[] PartsNeeded = ["条编号", "计分方式"];

    private static readonly string[] PartsNotes = ["同一条的计分方式按行次先后计算。对照表写成“好=2；较好=1.6”。“读作”一列由系统生成，导入时不读。"];

    private static readonly SheetColumn[] CriteriaColumns =
    [
        new("类编号"), new("类名称"), new("类分值"), new("项编号"), new("项名称"), new("项分值"), new("条编号"), new("分值"), new("考核标准"), new("评分细则"),
        new("计分类型") { Choices = All<CriterionMethod>() }, new("自动计分程度") { Choices = All<CriterionAutomation>() }, new("考核阶段") { Choices = All<CriterionPhase>() }, new("检查方式"), new("佐证"),
        new("不适用情形"), new("分值并入"), new("否决审查") { Choices = [.. ScoreWords.VetoGrounds.Select(ScoreWords.Text)] }, new("免扣情形"), new("计量单位"), new("不计入"), new("宽限天数"), new("抽查数量"), new("不得作为佐证"), new("寒暑假合并") { Choices = [Yes, No] },
    ];

    private static readonly SheetColumn[] PartsColumns = [new("条编号"), new("计分方式") { Choices = All<PartKind>() }, new("指标或条件"), new("应达到"), new("分值"), new("每档"), new("对照表"), new(ReadAs)];

    /// <param name="words">Reads the parts out in the last column, which is not read back.</param>
    public static byte[] Write(Rubric rubric, PartWords words)
    {
        object?[][] head =
        [
            [RubricName, rubric.Name], [KindName, rubric.Kind.Text()], [MidName, rubric.MidOn], [EndName, rubric.EndOn], [VerdictName, rubric.Verdict], .. rubric.Parameters.Select(p => new object?[] { p.Key, p.Value }),
        ];
        var criteria = from category in rubric.Categories.OrderBy(c => c.No) from item in category.Items.OrderBy(i => i.No) from criterion in item.Criteria.OrderBy(c => c.No) select Row(category, item, criterion);
        var parts = from criterion in rubric.Criteria
                    from part in criterion.Parts
                    let row = PartRow.Of(part)
                    select new object?[] { criterion.Code, row.Kind, row.Subject, row.Against, row.Points, row.Step, row.Bands, words.Say(part) };
        return SheetWriter.Write(
            new SheetLayout(HeadSheet, rubric.Title, [.. HeadColumns.Select(c => new SheetColumn(c))], head),
            new SheetLayout(CriteriaSheet, rubric.Title, CriteriaColumns, [.. criteria])
            {
                Notes = CriteriaNotes,
            },
            new SheetLayout(PartsSheet, rubric.Title, PartsColumns, [.. parts])
            {
                Notes = PartsNotes,
            });
    }

    /// <param name="numberOf">The version that a rubric of this kind becomes.</param>
    /// <exception cref="BrokenRuleException">It is not such a workbook.</exception>
    public static RubricFile Read(IReadOnlyList<Sheet> sheets, int year, Func<RubricKind, int> numberOf)
    {
        var findings = new List<CellFinding>();
        var head = Find(sheets, HeadSheet, HeadColumns, [], findings);
        var lines = Find(sheets, CriteriaSheet, [.. CriteriaColumns.Select(c => c.Header)], CriteriaNotes, findings);
        var parts = Find(sheets, PartsSheet, [.. PartsColumns.Select(c => c.Header)], PartsNotes, findings);
        var given = head.Rows.ToLookup(r => head.Text(r, What) ?? "", r => (Row: r, Text: head.Text(r, Content) ?? ""));
        string Given(string what) => given[what].Select(g => g.Text).FirstOrDefault() ?? "";
        var kind = Words.Parse<RubricKind>(Given(KindName)) ?? throw new BrokenRuleException($"“{HeadSheet}”表的适用对象“{Given(KindName)}”看不懂，应为{string.Join("、", All<RubricKind>())}之一。");
        var rubric = new Rubric(year, kind, numberOf(kind), Given(RubricName));
        rubric.Write(rubric.Name, Day(MidName, rubric.MidOn), Day(EndName, rubric.EndOn));
        rubric.Decide(Given(VerdictName));
        var builder = new RubricBuilder(rubric, (row, column, what) => row > 0 ? CellFinding.At(CriteriaSheet, row, column, "：" + what) : new(CriteriaSheet, 0, column, what)) { Findings = findings };
        var ofCriteria = Parts(parts, findings);
        var (category, item) = (default(RubricCategory), default(RubricItem));
        foreach (var row in lines.Rows)
        {
            string Text(string column) => lines.Text(row, column) ?? "";
            if (Text("条编号").Length == 0)
            {
                lines.Report(row, "条编号", "：这一行没有条编号，未读取；请填写，或把整行删去。");
                continue;
            }

            category = Text("类编号").Length == 0 ? category : builder.Category(row.Number, Text("类编号"), Text("类名称"), Points(Text("类分值")));
            item = Text("项编号").Length == 0 ? item : builder.Item(row.Number, category, Text("项编号"), Text("项名称"), Points(Text("项分值")));
            builder.Criterion(row.Number, item, () => Criterion(Text, ofCriteria[Text("条编号")]));
        }

        foreach (var lost in ofCriteria.Where(p => builder.Findings.Count == 0 && rubric.Criteria.All(c => c.Code != p.Key)))
        {
            builder.Findings.Add(new(PartsSheet, 0, "条编号", $"“{PartsSheet}”表的条编号“{lost.Key}”在“{CriteriaSheet}”表里没有。"));
        }

        foreach (var parameter in rubric.Parameters.Where(p => Given(p.Key).Length > 0).ToList())
        {
            builder.Try(given[parameter.Key].First().Row.Number, Content, () =>
            {
                rubric.SetParameter(parameter.Key, RubricBuilder.Needed(Points(Given(parameter.Key)), parameter.Key));
                return rubric;
            });
        }

        string[] read = [RubricName, KindName, MidName, EndName, VerdictName, .. rubric.Parameters.Select(p => p.Key)];
        foreach (var strange in given.Where(g => builder.Findings.Count == 0 && !read.Contains(g.Key)).SelectMany(g => g).ToList())
        {
            head.Report(strange.Row, What, $"：“{head.Text(strange.Row, What)}”不是细则的内容，计分方式也没有用到；请改正，或把整行删去。");
        }

        return builder.Finish();

        // On the rubric's year; a blank leaves the usual one.
        DateOnly Day(string what, DateOnly usual) =>
            given[what].Select(g => head.Read(g.Row, Content, t => OfficeDate.Parse(t, usual.Year), "不是完整的日期；请写成2026-06-30这样的形式。")).FirstOrDefault() is { } day ? day.AddYears(usual.Year - day.Year) : usual;
    }

    /// <summary>The table with all of its columns and without blank rows and the product's own notes: of every row that is left something must come.</summary>
    private static SheetTable Find(IReadOnlyList<Sheet> sheets, string name, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> notes, List<CellFinding> findings)
    {
        var table = sheets.FirstOrDefault(s => s.Name == name) is { } sheet ? SheetTable.Find(sheet, columns, findings) : null;
        Rule.Require(table is not null && columns.All(c => c == ReadAs || table.Has(c)), $"工作簿里没有“{name}”表，或表头被改动；请先导出一份细则，在其中修改后再导入。");
        table!.ReportUnknown();
        return table with { Rows = [.. table.Rows.Where(r => string.Concat(r.Cells) is { Length: > 0 } text && !notes.Contains(text))] };
    }

    private static ILookup<string, ScoringPart> Parts(SheetTable table, List<CellFinding> findings)
    {
        var parts = new List<(string Code, ScoringPart Part)>();
        foreach (var row in table.Rows)
        {
            if (PartsNeeded.FirstOrDefault(c => table.Text(row, c) is null) is { } blank)
            {
                table.Report(row, blank, $"：这一行没有{blank}，未读取；请填写，或把整行删去。");
                continue;
            }

            try
            {
                parts.Add((table.Text(row, "条编号")!, new PartRow
                {
                    Kind = table.Text(row, "计分方式"), Subject = table.Text(row, "指标或条件"), Against = table.Text(row, "应达到"),
                    Points = table.Text(row, "分值"), Step = table.Text(row, "每档"), Bands = table.Text(row, "对照表"),
                }.Read()));
            }
            catch (BrokenRuleException broken)
            {
                findings.Add(CellFinding.At(PartsSheet, row.Number, "计分方式", "：" + broken.Message));
            }
        }

        return parts.ToLookup(p => p.Code, p => p.Part);
    }

    private static object?[] Row(RubricCategory category, RubricItem item, RubricCriterion c)
    {
        var options = OptionsRow.Of(c.Options);
        return
        [
            category.Code, category.Name, category.Points, item.Code, item.Name, item.Points, c.Code, c.Points, c.Standard, c.Sentence,
            c.Method.Text(), c.Automation.Text(), c.Phase.Text(), c.Checks.Text(), c.Evidence,
            options.NotApplicableWhen, options.ReallocateTo, options.VetoTrigger, options.Exempt, options.Unit, options.Exclude,
            options.GraceDays, options.SampleSize, options.ForbiddenEvidence, options.MergesVacations ? Yes : "",
        ];
    }

    private static CriterionText Criterion(Func<string, string> text, IEnumerable<ScoringPart> parts) => new(
        text("条编号"), RubricBuilder.Needed(Points(text("分值")), "分值"), text("考核标准"), text("评分细则"), [.. parts],
        new OptionsRow
        {
            NotApplicableWhen = text("不适用情形"), ReallocateTo = text("分值并入"), VetoTrigger = text("否决审查"), Exempt = text("免扣情形"), Unit = text("计量单位"), Exclude = text("不计入"),
            GraceDays = text("宽限天数"), SampleSize = text("抽查数量"), ForbiddenEvidence = text("不得作为佐证"), MergesVacations = Flag(text("寒暑假合并"), "寒暑假合并"),
        }.Read(),
        Word<CriterionMethod>(text("计分类型"), "计分类型"), Word<CriterionAutomation>(text("自动计分程度"), "自动计分程度"), Word<CriterionPhase>(text("考核阶段"), "考核阶段"),
        text("检查方式").Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => Word<CheckWays>(w, "检查方式")).Aggregate(CheckWays.None, (all, way) => all | way), text("佐证"));

    private static T Word<T>(string text, string column) where T : struct, Enum => Words.Parse<T>(text) ?? throw new BrokenRuleException($"{column}“{text}”不在可选范围内，请选：{string.Join("、", All<T>())}。");

    private static bool Flag(string text, string column) => text switch
    {
        Yes => true,
        No or "" => false,
        _ => throw new BrokenRuleException($"{column}“{text}”应为{Yes}或{No}。"),
    };

    private static string[] All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => v.Text())];

    private static int? Points(string text) => Quantity.Parse(text) is { IsRate: false } points ? points.Hundredths : null;
}
