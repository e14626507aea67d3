using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Documents.ThreeLists;

public static partial class ListsWorkbook
{
    private const string DayRemedy = "不是明确的日期；请写成2026-10-31、10月31日或6月底前这样的形式";

    /// <summary>Reads the workbook as offices hand it in. Sheets may be missing; then their list is empty.</summary>
    /// <exception cref="BrokenRuleException">None of the three lists is there.</exception>
    public static ListsFile Read(IReadOnlyList<Sheet> sheets)
    {
        var reading = new Reading(sheets);
        return new ListsFile(
            reading.OrganizationName, reading.Year,
            Numbered(reading.Table(ProblemSheet), reading.ProblemOf, p => p.No),
            Numbered(reading.Table(TaskSheet), reading.TaskOf, t => t.No),
            reading.Duties(),
            reading.Findings, reading.Skipped);
    }

    /// <summary>序号 is the key under which a line is found again, so it must be there and only once.</summary>
    private static List<T> Numbered<T>(SheetTable? table, Func<SheetTable, SheetRow, T> read, Func<T, int?> no)
    {
        var lines = new List<T>();
        var rows = new Dictionary<int, int>();
        foreach (var row in table?.Rows ?? [])
        {
            var line = read(table!, row);
            lines.Add(line);
            if (table!.Text(row, "序号") is null)
            {
                table.Report(row, "序号", "是空的；请填写序号，新增的行接着往下编。");
            }
            else if (no(line) is { } number && !rows.TryAdd(number, row.Number))
            {
                table.Report(row, "序号", $"填写的是“{number}”，与第{rows[number]}行重复；请改正序号。");
            }
        }

        return lines;
    }

    /// <summary>One workbook while it is read: its tables, its headings, and what is found on the way.</summary>
    private sealed class Reading
    {
        private readonly Dictionary<string, SheetTable> _tables = [];
        private readonly List<Sheet> _used = [];
        private string? _unit, _titleName;

        public Reading(IReadOnlyList<Sheet> sheets)
        {
            Find(ProblemSheet, ProblemColumns, sheets);
            Find(TaskSheet, TaskColumns, sheets);
            Find(DutySheet, DutyColumns, sheets);
            Rule.Require(_tables.Count + Findings.Count > 0, $"文件中没有“{ProblemSheet}”“{TaskSheet}”或“{DutySheet}”工作表；请使用三张清单的表样，再重新导入。");
            Skipped.AddRange(sheets.Where(s => s.Rows.Count > 0 && !_used.Contains(s)).Select(s => new SkippedRow(s.Name, s.Rows[0].Number, "整张工作表未读取：" + Joined(s.Rows[0]))));
            if (Year is null && _tables.Values.FirstOrDefault() is { } table)
            {
                Findings.Add(CellFinding.At(table.Name, table.Above.Count > 0 ? table.Above[0].Number : table.HeaderRow, "标题", "中没有年度；请在标题中写明，如“某某党工委2026年度党建工作问题清单”。"));
            }
        }

        public string? OrganizationName => _unit ?? (_titleName is "" ? null : _titleName);
        public int? Year { get; private set; }
        public List<CellFinding> Findings { get; } = [];
        public List<SkippedRow> Skipped { get; } = [];

        public SheetTable? Table(string list) => _tables.GetValueOrDefault(list);

        public ProblemRow ProblemOf(SheetTable table, SheetRow row) => new(
            row.Number,
            No(table, row),
            Choice<ProblemSource>(table, row, "问题来源"),
            table.Text(row, "问题表述", Problem.StatementMaxLength),
            Choice<ProblemNature>(table, row, "性质"),
            table.Text(row, "成因", Problem.TextMaxLength),
            table.Text(row, "整改目标", Problem.TextMaxLength),
            table.Read(row, "整改时限", DeadlineOf, $"{DayRemedy}，或“{DeadlineKind.AtOnce.Text()}”“{DeadlineKind.LongTerm.Text()}”。"),
            table.Text(row, "责任领导"),
            table.Text(row, "责任人"),
            Tasks(table, row));

        public TaskRow TaskOf(SheetTable table, SheetRow row)
        {
            var target = table.Read(row, "目标值", TargetOf, $"不是数字；请只填数字或百分比（单位填在“单位”列），没有数量要求的填“{Qualitative}”。");
            var nodes = new QuarterNodes(Node("一季度"), Node("二季度"), Node("三季度"), Node("四季度"));
            return new TaskRow(
                row.Number,
                No(table, row),
                table.Text(row, "类别", WorkTask.CategoryMaxLength),
                table.Text(row, "任务内容", WorkTask.ContentMaxLength),
                target?.Measure,
                target?.Value,
                table.Text(row, "单位", WorkTask.UnitMaxLength),
                nodes.Any ? nodes : null,
                table.Read(row, "完成时限", t => OfficeDate.Parse(t, Year ?? 0), DayRemedy + "。"),
                table.Text(row, "牵头责任人"),
                table.Text(row, "配合单位", WorkTask.TextMaxLength),
                table.Text(row, "来源", WorkTask.TextMaxLength));

            // 50 under a target of 100% could mean half or fifty people, so the two must be written alike.
            int? Node(string quarter) => table.Read(
                row, quarter,
                t => Quantity.Parse(t) is { } node && target?.Measure is var measure && (measure is null or TaskMeasure.None || node.IsRate == measure is TaskMeasure.Rate) ? node.Hundredths : (int?)null,
                target?.Measure is TaskMeasure.Rate ? "不是百分比；目标值是百分比的，季度节点也请写成百分比，如50%。" : "不是数字；请只填本季度的数量，没有节点的留空。");
        }

        /// <summary>Where 岗位 is blank the line belongs to the post above, and so do a blank 姓名 and 责任性质. A named post inherits nothing: its 姓名 may be vacant.</summary>
        public List<DutyRow> Duties()
        {
            var lines = new List<DutyRow>();
            foreach (var row in Table(DutySheet)?.Rows ?? [])
            {
                var table = Table(DutySheet)!;
                var post = table.Text(row, "岗位");
                var above = post is null ? lines.LastOrDefault() : null;
                lines.Add(new DutyRow(
                    row.Number,
                    lines.Count + 1,
                    post ?? above?.PostTitle,
                    table.Text(row, "姓名") ?? above?.Holder,
                    table.Text(row, "责任性质") ?? above?.Character,
                    table.Text(row, "责任内容", DutyItem.ContentMaxLength),
                    Tasks(table, row),
                    table.Text(row, "频次", DutyItem.TextMaxLength),
                    table.Text(row, "时限", DutyItem.TextMaxLength)));
            }

            return lines;
        }

        private void Find(string list, SheetColumn[] columns, IReadOnlyList<Sheet> sheets)
        {
            var sheet = sheets.FirstOrDefault(s => s.Name.Contains(list, StringComparison.Ordinal))
                ?? sheets.FirstOrDefault(s => s.Rows.Count > 0 && Joined(s.Rows[0]).Contains(list, StringComparison.Ordinal));
            if (sheet is null)
            {
                return;
            }

            _used.Add(sheet);
            if (SheetTable.Find(sheet, [.. columns.Select(c => c.Header), NodeGroup, "序号"], Findings) is not { } table)
            {
                Findings.Add(CellFinding.At(sheet.Name, 1, "表头", $"没有找到；请保留表头（{string.Join("、", columns.Select(c => c.Header))}），再重新导入。"));
                return;
            }

            var notes = table.Rows.Where(r => IsNote(table, r)).ToList();
            _tables.Add(list, table with { Rows = [.. table.Rows.Except(notes)] });
            Skipped.AddRange(notes.Select(r => new SkippedRow(table.Name, r.Number, Joined(r))));
            table.ReportUnknown();
            foreach (var row in table.Above)
            {
                ReadHeading(table.Name, row);
            }
        }

        /// <summary>Title and 填报单位 say whose lists and of which year they are. The titles of the three sheets must agree; 填报单位 may be the full name.</summary>
        private void ReadHeading(string sheet, SheetRow row)
        {
            var text = Joined(row);
            var title = TitlePattern().Match(text);
            var unit = row.Cells.Select(c => UnitPattern().Match(c)).FirstOrDefault(m => m.Success);
            if (unit is not null)
            {
                _unit ??= unit.Groups["name"].Value;
            }
            else if (!title.Success)
            {
                Skipped.Add(new SkippedRow(sheet, row.Number, text));
            }
            else
            {
                var name = title.Groups["name"].Value.Trim();
                var year = int.Parse(title.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                if (name != (_titleName ??= name) || year != (Year ??= year))
                {
                    Findings.Add(CellFinding.Unread(sheet, row.Number, "标题", text, $"与前面的“{_titleName}{Year}年”不一致；请改为同一单位、同一年度。"));
                }
            }
        }

        /// <summary>Notes and signatures stand among the rows like data; their first words give them away. A line with a 序号 of its own is data whatever it says.</summary>
        private static bool IsNote(SheetTable table, SheetRow row)
        {
            var first = row.Cells.First(c => c.Length > 0);
            return NotePattern().IsMatch(first) && (table.Text(row, "序号") ?? first) == first;
        }

        private Deadline? DeadlineOf(string text) => Words.Parse<DeadlineKind>(text) switch
        {
            DeadlineKind.AtOnce => Deadline.AtOnce,
            DeadlineKind.LongTerm => Deadline.LongTerm,
            _ => OfficeDate.Parse(text, Year ?? 0) is { } day ? Deadline.By(day) : null,
        };

        private static (TaskMeasure Measure, int? Value)? TargetOf(string text) =>
            text == Qualitative ? (TaskMeasure.None, null)
            : Quantity.Parse(text) is { } target ? (target.IsRate ? TaskMeasure.Rate : TaskMeasure.Count, target.Hundredths)
            : null;

        private static int? No(SheetTable table, SheetRow row) =>
            table.Read(row, "序号", t => ChineseNumber.Read(t.Normalize(NormalizationForm.FormKC)), "不是序号；请填写正整数，说明文字请移到表格下方并以“注：”开头。");

        private static IReadOnlyList<int>? Tasks(SheetTable table, SheetRow row) => table.Read(
            row, "对应任务",
            t => ChineseNumber.References(t, TaskWord) is { Count: > 0 } numbers ? numbers : null,
            "不是任务序号；请写成“任务1、任务2”这样的形式。");

        private static T? Choice<T>(SheetTable table, SheetRow row, string column) where T : struct, Enum => table.Read(
            row, column,
            t => Words.Parse<T>(t.Normalize(NormalizationForm.FormKC)),
            $"不在可选范围内；请改为：{string.Join("、", Enum.GetValues<T>().Select(v => v.Text()))}。");

        private static string Joined(SheetRow row) => string.Join("  ", row.Cells.Where(c => c.Length > 0));
    }

    [GeneratedRegex("^(?<name>[^：:]*?)(?<year>20[0-9]{2})年.*清单")]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"^填报单位\s*[：:]\s*(?<name>\S+)")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"^(?:备?注|说明|填表说明|填表人|填报人|填报日期|制表人?|审核人?|审批人?|负责人|联系人|联系电话)\s*[：:]|^[^：:]{0,20}[（(](?:签字|签名|盖章|公章)[）)]")]
    private static partial Regex NotePattern();
}
