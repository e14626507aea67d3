using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>A rubric as a workbook that can be changed and imported again: what it is, its criteria with the printed sentences, and their parts.</summary>
public static class RubricWorkbook
{
    private const string HeadSheet = "基本情况", CriteriaSheet = "评分细则", PartsSheet = "计分方式";

    private const string What = "项目", Content = "内容", RubricName = "细则名称", KindName = "适用对象", MidName = "年中数据截止日", EndName = "年底数据截止日", VerdictName = "结果认定";

    private static readonly string[] HeadColumns = [What, Content];

    private static readonly SheetColumn[] CriteriaColumns =
    [
        new("类编号"), new("类名称"), new("类分值"), new("项编号"), new("项名称"), new("项分值"), new("条编号"), new("分值"), new("考核标准"), new("评分细则"),
        new("计分类型") { Choices = All<CriterionMethod>() }, new("自动计分程度") { Choices = All<CriterionAutomation>() }, new("考核阶段") { Choices = All<CriterionPhase>() }, new("检查方式"), new("佐证"),
        new("不适用情形"), new("分值并入"), new("否决审查"), new("免扣情形"), new("计量单位"), new("不计入"), new("宽限天数"), new("抽查数量"), new("不得作为佐证"), new("寒暑假合并") { Choices = ["是", "否"] },
    ];

    private static readonly SheetColumn[] PartsColumns = [new("条编号"), new("计分方式") { Choices = All<PartKind>() }, new("指标或条件"), new("应达到"), new("分值"), new("每档"), new("对照表"), new("读作")];

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
                Notes = ["评分细则的文字和“计分方式”表说的应是同一件事，修改时请一并修改。类、项与上一行相同的可以留空。"],
            },
            new SheetLayout(PartsSheet, rubric.Title, PartsColumns, [.. parts])
            {
                Notes = ["同一条的计分方式按行次先后计算。对照表写成“好=2；较好=1.6”。“读作”一列由系统生成，导入时不读。"],
            });
    }

    /// <param name="numberOf">The version that a rubric of this kind becomes.</param>
    /// <exception cref="BrokenRuleException">It is not such a workbook.</exception>
    public static RubricFile Read(IReadOnlyList<Sheet> sheets, int year, Func<RubricKind, int> numberOf)
    {
        var findings = new List<CellFinding>();
        var head = Find(sheets, HeadSheet, HeadColumns, findings);
        var lines = Find(sheets, CriteriaSheet, [.. CriteriaColumns.Select(c => c.Header)], findings);
        var parts = Find(sheets, PartsSheet, [.. PartsColumns.Select(c => c.Header)], findings);
        var given = head.Rows.Where(r => head.Text(r, What) is not null).ToLookup(r => head.Text(r, What)!, r => (Row: r, Text: head.Text(r, Content) ?? ""));
        string Given(string what) => given[what].Select(g => g.Text).FirstOrDefault() ?? "";
        var kind = Words.Parse<RubricKind>(Given(KindName)) ?? throw new BrokenRuleException($"“{HeadSheet}”表的适用对象“{Given(KindName)}”看不懂，应为{string.Join("、", All<RubricKind>())}之一。");
        var rubric = new Rubric(year, kind, numberOf(kind), Given(RubricName));
        rubric.Write(rubric.Name, Day(Given(MidName), rubric.MidOn), Day(Given(EndName), rubric.EndOn));
        rubric.Decide(Given(VerdictName));
        var builder = new RubricBuilder(rubric, (row, column, what) => row > 0 ? CellFinding.At(CriteriaSheet, row, column, "：" + what) : new(CriteriaSheet, 0, column, what)) { Findings = findings };
        var ofCriteria = Parts(parts, findings);
        var (category, item) = (default(RubricCategory), default(RubricItem));
        foreach (var row in lines.Rows.Where(r => lines.Text(r, "条编号") is not null))
        {
            string Text(string column) => lines.Text(row, column) ?? "";
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

        return builder.Finish();
    }

    private static SheetTable Find(IReadOnlyList<Sheet> sheets, string name, IReadOnlyCollection<string> columns, List<CellFinding> findings) =>
        sheets.FirstOrDefault(s => s.Name == name) is { } sheet && SheetTable.Find(sheet, columns, findings) is { } table ? table
        : throw new BrokenRuleException($"工作簿里没有“{name}”表，或表头被改动；请先导出一份细则，在其中修改后再导入。");

    private static ILookup<string, ScoringPart> Parts(SheetTable table, List<CellFinding> findings)
    {
        var parts = new List<(string Code, ScoringPart Part)>();
        foreach (var row in table.Rows.Where(r => table.Text(r, "条编号") is not null && table.Text(r, "计分方式") is not null))
        {
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
            options.GraceDays, options.SampleSize, options.ForbiddenEvidence, options.MergesVacations ? "是" : "",
        ];
    }

    private static CriterionText Criterion(Func<string, string> text, IEnumerable<ScoringPart> parts) => new(
        text("条编号"), RubricBuilder.Needed(Points(text("分值")), "分值"), text("考核标准"), text("评分细则"), [.. parts],
        new OptionsRow
        {
            NotApplicableWhen = text("不适用情形"), ReallocateTo = text("分值并入"), VetoTrigger = text("否决审查"), Exempt = text("免扣情形"), Unit = text("计量单位"), Exclude = text("不计入"),
            GraceDays = text("宽限天数"), SampleSize = text("抽查数量"), ForbiddenEvidence = text("不得作为佐证"), MergesVacations = text("寒暑假合并") == "是",
        }.Read(),
        Word<CriterionMethod>(text("计分类型"), "计分类型"), Word<CriterionAutomation>(text("自动计分程度"), "自动计分程度"), Word<CriterionPhase>(text("考核阶段"), "考核阶段"),
        text("检查方式").Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => Word<CheckWays>(w, "检查方式")).Aggregate(CheckWays.None, (all, way) => all | way), text("佐证"));

    private static T Word<T>(string text, string column) where T : struct, Enum => Words.Parse<T>(text) ?? throw new BrokenRuleException($"{column}“{text}”不在可选范围内，请选：{string.Join("、", All<T>())}。");

    private static string[] All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => v.Text())];

    private static int? Points(string text) => Quantity.Parse(text) is { IsRate: false } points ? points.Hundredths : null;

    /// <summary>On the rubric's year; what is no day leaves the usual one.</summary>
    private static DateOnly Day(string text, DateOnly usual) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(usual.Year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(usual.Year, day.Month))) : usual;
}
