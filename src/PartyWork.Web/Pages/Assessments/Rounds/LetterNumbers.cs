using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>反馈意见书文号: a pattern with a running number, counted on from the largest that the year's letters bear.</summary>
/// <param name="used">The numbers that letters of the year bear.</param>
public sealed class LetterNumbers(IReadOnlyList<string> used)
{
    /// <summary>Where the running number stands in a pattern.</summary>
    public const string Number = "{n}";

    /// <summary>Sheets that went back to their teams have none any more. One command.</summary>
    public static async Task<LetterNumbers> OfAsync(PartyWorkDb db, int year) =>
        new(await db.ScoreSheets.Where(s => s.Round.Year == year && s.LetterNo != "" && s.Stage >= SheetStage.Feedback).Select(s => s.LetterNo).ToListAsync());

    /// <summary>青组考反〔2026〕{n}号.</summary>
    public static string Usual(string place, int year) => $"{place[..1]}组考反〔{year}〕{Number}号";

    public static string Of(string pattern, int number) => pattern.Replace(Number, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The next of this pattern.</summary>
    public int Next(string pattern)
    {
        var at = pattern.IndexOf(Number, StringComparison.Ordinal);
        var (before, after) = at < 0 ? (pattern, "") : (pattern[..at], pattern[(at + Number.Length)..]);
        return 1 + used.Where(u => u.Length > before.Length + after.Length && u.StartsWith(before, StringComparison.Ordinal) && u.EndsWith(after, StringComparison.Ordinal))
            .Select(u => int.TryParse(u[before.Length..^after.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 100_000 ? n : 0).DefaultIfEmpty().Max();
    }

    /// <exception cref="BrokenRuleException">One of them has been used, or stands here twice.</exception>
    public void RequireFree(IEnumerable<string> letters)
    {
        var twice = letters.Where(l => l.Length > 0).Concat(used).GroupBy(l => l).FirstOrDefault(g => g.Count() > 1);
        Rule.Require(twice is null, $"文号“{twice?.Key}”已经用过，请换一个。");
    }
}
