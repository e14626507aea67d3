using System.Globalization;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>各类得分 as the organisation was told them, hundredths of what the class is worth once others do not apply.</summary>
public sealed record ClassScore(string Name, int Worth, int Earned)
{
    /// <summary>93.3%; — where nothing of the class applies.</summary>
    public string Rate => Worth == 0 ? "—" : Math.Round(100m * Earned / Worth, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>In the rubric's order; the sums are of lines rounded once each, as on the sheet.</summary>
    public static IReadOnlyList<ClassScore> Of(ScoreSheet sheet) =>
        [.. sheet.Lines.GroupBy(sheet.CategoryOf).OrderBy(g => g.Key.No).Select(g => new ClassScore(g.Key.Name, g.Sum(l => l.Worth), g.Where(l => l.Worth > 0).Sum(l => l.WorthOf(l.Told) ?? 0)))];
}

/// <summary>扣分条款 as the organisation was told it; what a review changes later is in its decision.</summary>
/// <param name="No">问题编号 on the letter and in the ledger.</param>
/// <param name="Points">Printed points, hundredths.</param>
/// <param name="Loss">Of the printed points, hundredths.</param>
/// <param name="Evidence">佐证: what the assessor named, else the records by which it was computed.</param>
public sealed record LostLine(int No, string Code, string Standard, int Points, int Loss, string Problem, string Evidence)
{
    public static IReadOnlyList<LostLine> Of(ScoreSheet sheet) =>
        [.. sheet.Lines.OrderBy(l => l.No).Where(l => !l.IsNotApplicable && l.Told < l.Points).Select((l, i) => new LostLine(i + 1, l.Code, sheet.CriterionOf(l).Standard, l.Points, l.Points - l.Told!.Value, l.Agreed is not null ? sheet.Agreed : Why(l), l.Evidence.Length > 0 ? l.Evidence : "系统记录"))];

    /// <summary>Why points were lost, as the team said it or else as it was computed.</summary>
    public static string Why(SheetLine line) => line.TeamReason.Length > 0 ? line.TeamReason : ScoreWords.InWriting(line.Reason.Length > 0 ? line.Reason : line.Sentence);
}
