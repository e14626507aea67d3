using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.ThreeLists;

/// <summary>三张清单 on paper, to be signed: a list to a page.</summary>
public static class ListsDocument
{
    private static readonly WordColumn[] ProblemColumns =
    [
        new("序号", 6) { IsCentred = true }, new("问题来源", 10) { IsCentred = true }, new("问题表述", 24), new("性质", 6) { IsCentred = true }, new("成因", 18), new("整改目标", 18),
        new("整改时限", 10) { IsCentred = true }, new("责任领导", 9) { IsCentred = true }, new("责任人", 8) { IsCentred = true }, new("对应任务", 9) { IsCentred = true },
    ];

    private static readonly WordColumn[] TaskColumns =
    [
        new("序号", 6) { IsCentred = true }, new("类别", 9) { IsCentred = true }, new("任务内容", 26), new("目标", 8) { IsCentred = true },
        new("一", 5, "季度节点") { IsCentred = true }, new("二", 5, "季度节点") { IsCentred = true }, new("三", 5, "季度节点") { IsCentred = true }, new("四", 5, "季度节点") { IsCentred = true },
        new("完成时限", 10) { IsCentred = true }, new("牵头责任人", 10) { IsCentred = true }, new("配合单位", 12), new("来源", 11),
    ];

    private static readonly WordColumn[] DutyColumns =
    [
        new("序号", 6) { IsCentred = true }, new("岗位", 10) { IsCentred = true }, new("姓名", 8) { IsCentred = true }, new("责任性质", 10) { IsCentred = true }, new("责任内容", 37),
        new("对应任务", 10) { IsCentred = true }, new("频次", 10) { IsCentred = true }, new("时限", 10) { IsCentred = true },
    ];

    /// <param name="on">填报日期: the day of filing, before that the day of printing.</param>
    public static byte[] Write(string organizationName, int year, DateOnly on, IReadOnlyList<Problem> problems, IReadOnlyList<WorkTask> tasks, IReadOnlyList<DutyItem> duties)
    {
        // What was cancelled or handed over has left gaps; on paper all is numbered from 1, and what refers to a task refers to that number.
        var printed = tasks.Index().ToDictionary(t => t.Item.No, t => t.Index + 1);
        var document = new WordDocument(isLandscape: true);
        Add("问题清单", ProblemColumns, problems.Select((p, i) => Cells(i + 1, p, year, printed)));
        Add("任务清单", TaskColumns, tasks.Select((t, i) => Cells(i + 1, t, year)));
        Add("责任清单", DutyColumns, duties.Select((d, i) => Cells(i + 1, d, printed)));
        return document.ToBytes($"{organizationName}{year}年三张清单");

        void Add(string list, IReadOnlyList<WordColumn> columns, IEnumerable<string[]> rows)
        {
            document.Title($"{organizationName}\n{year}年度党建工作{list}");
            document.Line($"填报单位（盖章）：{organizationName}", $"填报日期：{on:yyyy年M月d日}");
            document.Table(columns, rows);
            document.Line("填表人：", "联系电话：", "书记（签字）：");
            document.NewPage();
        }
    }

    private static string[] Cells(int no, Problem p, int year, Dictionary<int, int> printed) =>
        [$"{no}", p.Source.Text(), p.Statement, p.Nature.Text(), p.Cause, p.Goal, p.Deadline.On is { } on ? Day(on, year) : p.Deadline.ToString(), p.Leader.Text, p.Owner.Text, References(p.Tasks, printed)];

    private static string[] Cells(int no, WorkTask t, int year) =>
    [
        $"{no}", t.Category, t.Content, t.Measure is TaskMeasure.None ? t.Measure.Text() : Print(t.Target, t) + (t.Measure is TaskMeasure.Count ? t.Unit : ""),
        Print(t.Nodes.First, t), Print(t.Nodes.Second, t), Print(t.Nodes.Third, t), Print(t.Nodes.Fourth, t), t.EffectiveDue is { } due ? Day(due, year) : "", t.Lead.Text, t.Cooperating, t.Source,
    ];

    private static string[] Cells(int no, DutyItem d, Dictionary<int, int> printed) => [$"{no}", d.PostTitle, d.Holder.Text, d.Character, d.Content, References(d.Tasks, printed), d.Frequency, d.Deadline];

    private static string Print(int? hundredths, WorkTask task) => hundredths is { } n ? Quantity.Print(n) + (task.Measure is TaskMeasure.Rate ? "%" : "") : "";

    /// <summary>The year stands in the title.</summary>
    private static string Day(DateOnly day, int year) => day.Year == year ? $"{day:M月d日}" : $"{day:yyyy年M月d日}";

    private static string References(IEnumerable<WorkTask> tasks, Dictionary<int, int> printed) => string.Join("、", tasks.Where(t => printed.ContainsKey(t.No)).Select(t => printed[t.No]).Order());
}
