using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>申诉（复核）申请表: as it was filed and decided in the product, or with the criterion alone to be filled in by hand.</summary>
public static class ObjectionForm
{
    private static readonly WordColumn[] Columns = [new("项目", 16), new("内容", 54)];

    /// <param name="sheet">Told, with round, rubric, lines and objections.</param>
    /// <param name="code">条编号; null for a form without a criterion.</param>
    public static byte[] Write(ScoreSheet sheet, string organizationName, string? code)
    {
        var line = sheet.Lines.FirstOrDefault(l => l.Code == code);
        var objection = sheet.Objections.FirstOrDefault(o => o.Code == code);
        var document = new WordDocument();
        document.Title($"{sheet.Round.Plan.Name}\n申诉（复核）申请表");
        document.Line($"反馈意见书：{sheet.LetterNo}", $"申诉截止：{sheet.ObjectionUntil:yyyy-MM-dd}");
        document.Table(Columns,
        [
            ["申请单位", organizationName],
            ["条款号和考核标准", line is null ? "" : $"{line.Code}　{sheet.CriterionOf(line).Standard}（{Quantity.Print(line.Points)}分）"],
            ["考核组评分和扣分事实", line is null ? "" : line.IsNotApplicable ? "认定不适用" : $"{Quantity.Print(line.Told ?? 0)}分。{LostLine.Why(line)}"],
            ["申请理由（限一项）", Chosen(Enum.GetValues<ObjectionGround>(), objection?.Ground)],
            ["具体情况和佐证", objection?.Reason ?? "\n\n\n"],
            ["书记签字、日期", objection is null ? "\n" : $"{objection.FiledBy}　{Day(objection.FiledAt)}"],
            ["复核人（两人以上）", objection?.DecidedAt is null ? "\n" : $"{objection.FirstReviewer}、{objection.SecondReviewer}"],
            ["复核意见", objection?.DecidedAt is null ? "\n\n\n" : objection.Opinion],
            ["结果", Chosen(Enum.GetValues<ObjectionOutcome>(), objection?.Outcome) + (objection?.Outcome is ObjectionOutcome.Adjusted && line?.Reviewed is { } reviewed ? $"（调整为{Quantity.Print(reviewed)}分）" : "")],
            ["部领导签字", "\n"],
            ["送达日期", objection?.DecidedAt is { } decided ? Day(decided) : ""],
        ]);
        document.Line("每条限申诉一次；复核决定是最终决定。");
        return document.ToBytes($"{organizationName}{sheet.Round.Plan.Name}申诉（复核）申请表");
    }

    private static string Chosen<T>(T[] all, T? chosen) where T : struct, Enum => string.Join("　", all.Select(v => $"{(chosen is { } c && c.Equals(v) ? "■" : "□")}{v.Text()}"));

    private static string Day(DateTime at) => $"{OfficeTime.DayOf(at):yyyy年M月d日}";
}
