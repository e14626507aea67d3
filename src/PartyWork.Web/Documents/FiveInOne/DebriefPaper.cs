using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.FiveInOne;

/// <summary>述职报告 as it is read, printed and taken away: what was told from records, with the way there, and what the writer said around it.</summary>
public sealed record DebriefPaper(IReadOnlyList<DebriefPaper.Section> Sections)
{
    public static DebriefPaper Of(Debrief debrief, PledgeSheet? pledges, IReadOnlyList<TakenProblem> problems) => new(
        [.. Enum.GetValues<DebriefPart>().Select((part, i) => new Section($"{ChineseNumber.Write(i + 1)}、{part.Text()}", [.. Paragraphs(debrief, part, pledges, problems)]))]);

    private static IEnumerable<Paragraph> Paragraphs(Debrief debrief, DebriefPart part, PledgeSheet? pledges, IReadOnlyList<TakenProblem> problems)
    {
        foreach (var sentence in debrief.SentencesOf(part))
        {
            yield return new(sentence.Text, sentence.Link);
        }

        foreach (var (i, line) in DebriefMeeting.Lines(debrief.Text[part]).Index())
        {
            yield return new(part is DebriefPart.Problems ? $"{i + 1}．{line}" : line, "");
        }

        if (part is DebriefPart.Pledges)
        {
            foreach (var pledge in pledges?.Pledges.OrderBy(p => p.No).AsEnumerable() ?? [])
            {
                yield return new($"承诺{pledge.No}{Quoted(pledge.Text)}（{pledge.Outcome.Text()}）：{Said(debrief.AnswerTo(pledge))}", $"/five-in-one/{debrief.OrganizationId}/{debrief.Year}/pledges#p{pledge.No}");
            }
        }

        if (part is DebriefPart.Rectification)
        {
            foreach (var (problem, lists) in problems)
            {
                yield return new($"问题{problem.No}{Quoted(problem.Statement)}（{problem.State.Text()}）：{Said(debrief.AnswerTo(problem))}", lists == 0 ? "" : $"/lists/{lists}/problems/{problem.No}");
            }
        }
    }

    /// <summary>Quotation marks within it are single ones.</summary>
    private static string Quoted(string words) => $"“{words.TrimEnd('。').Replace('“', '‘').Replace('”', '’')}”";

    private static string Said(string words) => words.Length > 0 ? words : $"（{Debrief.Placeholder}）";

    public sealed record Section(string Heading, IReadOnlyList<Paragraph> Paragraphs);

    /// <param name="Link">Where its records are; empty where the writer says it.</param>
    public sealed record Paragraph(string Text, string Link);
}
