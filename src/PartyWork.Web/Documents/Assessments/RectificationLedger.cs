using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>整改台账: a row for each line that lost points, with what the problem lists say of its rectification; what they do not say yet is left to be written.</summary>
public static class RectificationLedger
{
    private static readonly WordColumn[] Columns =
    [
        new("编号", 5) { IsCentred = true }, new("条款及扣分", 9) { IsCentred = true }, new("问题", 22), new("目标", 10, "整改安排"), new("措施", 14, "整改安排"), new("责任领导", 7, "整改安排"), new("责任人", 7, "整改安排"), new("时限", 7, "整改安排"),
        new("进展（每月一句）", 14), new("完成日期", 7), new("佐证", 7), new("单位自查", 8, "核实销号"), new("党（工）委核实人、日期", 9, "核实销号"), new("组织部抽查", 8, "核实销号"), new("销号日期", 7, "核实销号"),
    ];

    /// <param name="sheet">Submitted, with round, rubric and lines. What a review has given back in full is left out.</param>
    /// <param name="rectified">By the id of the line.</param>
    public static byte[] Write(ScoreSheet sheet, string organizationName, IReadOnlyDictionary<int, Rectified> rectified) => Write([(sheet, organizationName)], rectified);

    /// <summary>Several ledgers, each an original of its own, in one file to be printed.</summary>
    public static byte[] Write(IReadOnlyList<(ScoreSheet Sheet, string OrganizationName)> ledgers, IReadOnlyDictionary<int, Rectified> rectified)
    {
        var document = new WordDocument(isLandscape: true);
        foreach (var (i, (sheet, name)) in ledgers.Index())
        {
            if (i > 0)
            {
                document.NewOriginal();
            }

            Write(document, sheet, name, rectified);
        }

        return document.ToBytes($"{(ledgers.Count == 1 ? ledgers[0].OrganizationName : "")}{ledgers[0].Sheet.Round.Plan.Name}整改台账");
    }

    private static void Write(WordDocument document, ScoreSheet sheet, string organizationName, IReadOnlyDictionary<int, Rectified> rectified)
    {
        var plan = sheet.Round.Plan;
        var open = LostLine.Of(sheet).Where(l => sheet.Lines.First(x => x.Code == l.Code).Standing < l.Points).ToList();
        document.Title($"{organizationName}\n{plan.Name}整改台账");
        document.Line($"单位（盖章）：{organizationName}", $"来源：{(sheet.LetterNo.Length > 0 ? sheet.LetterNo : "反馈意见书")}", $"问题：{open.Count}条");
        document.Table(Columns, open.Count == 0 ? [Blank("没有扣分的条款。")] : open.Select(l => Row($"{l.No}", $"{l.Code}\n扣{Quantity.Print(l.Loss)}分", l.Problem.Length > 0 ? l.Problem : l.Standard, rectified.GetValueOrDefault(sheet.Lines.First(x => x.Code == l.Code).Id))));
        document.Line("填表人：", "联系电话：", "书记（签字）：");
    }

    private static string[] Blank(string words) => Row("", "", words);

    private static string[] Row(string no, string code, string problem, Rectified? done = null) => done is null
        ? [no, code, problem, .. Enumerable.Repeat("", Columns.Length - 3)]
        : [no, code, problem, done.Goal, done.Measures, done.Leader, done.Owner, $"{done.Deadline}", done.Progress, Day(done.ClosedOn), done.Evidence > 0 ? $"{done.Evidence}件" : "", done.Basis, done.VerifiedBy, "", Day(done.ClosedOn)];

    private static string Day(DateOnly? day) => $"{day:yyyy-MM-dd}";
}
