using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.AnnualReports;

/// <summary>A paragraph in its place, with the number that it bears today.</summary>
/// <param name="Place">Key of the paragraph; the anchor on the page.</param>
/// <param name="Number">一、 （一） 1. or nothing.</param>
/// <param name="Text">With figures bound into it.</param>
public sealed record OutlineLine(string Place, ParagraphLevel Level, string Number, string Text)
{
    public string Print(IReadOnlyDictionary<string, ReportFigure> values) => Number + ReportText.Print(Text, values);
}

/// <summary>What is printed: empty items are dropped, headings with nothing beneath them too, and numbers are given anew.</summary>
public static class ReportOutline
{
    /// <summary>Paragraphs whose clauses each stand for themselves (深化区域化党建): one of nothing is left out and the rest still reads.</summary>
    private static readonly HashSet<string> InClauses = ["unions"];

    public static IReadOnlyList<OutlineLine> Of(IEnumerable<ReportParagraph> paragraphs, IReadOnlyDictionary<string, ReportFigure> values)
    {
        var standing = paragraphs.Where(p => !p.IsEmpty(values)).OrderBy(p => p.Order).ToList();
        standing = [.. standing.Where((p, i) => p.Level is not ParagraphLevel.Second || HasText(standing, i))];
        standing = [.. standing.Where((p, i) => p.Level is not ParagraphLevel.First || HasText(standing, i))];
        var lines = new List<OutlineLine>();
        var (first, second, item) = (0, 0, 0);
        foreach (var paragraph in standing)
        {
            (first, second, item) = paragraph.Level switch
            {
                ParagraphLevel.First => (first + 1, 0, 0),
                ParagraphLevel.Second => (first, second + 1, 0),
                ParagraphLevel.Item => (first, second, item + 1),
                _ => (first, second, item),
            };
            var number = paragraph.Level switch
            {
                ParagraphLevel.First => $"{ChineseNumber.Write(first)}、",
                ParagraphLevel.Second => $"（{ChineseNumber.Write(second)}）",
                ParagraphLevel.Item => $"{item}.",
                _ => "",
            };
            lines.Add(new(paragraph.Key, paragraph.Level, number, paragraph.OwnText is null && InClauses.Contains(paragraph.Key) ? ReportText.WithoutNothing(paragraph.Text, values) : paragraph.Text));
        }

        return lines;
    }

    private static bool HasText(List<ReportParagraph> standing, int heading) =>
        standing.Skip(heading + 1).TakeWhile(p => p.Level > standing[heading].Level).Any(p => !p.IsHeading);
}
