using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.FiveInOne;

/// <summary>述职报告 on paper, to be read at the meeting and signed.</summary>
public static class DebriefDocument
{
    public static string TitleOf(int year) => $"{year}年度抓基层党建工作述职报告";

    /// <param name="secretary">Whose report it is.</param>
    public static byte[] Write(Debrief debrief, DebriefPaper paper, string organization, string secretary)
    {
        var document = new WordDocument();
        document.Title(TitleOf(debrief.Year));
        document.Line($"{organization}　{secretary}");
        foreach (var section in paper.Sections)
        {
            document.Heading(section.Heading);
            foreach (var paragraph in section.Paragraphs)
            {
                document.Text(paragraph.Text);
            }
        }

        document.LastText(debrief.Grade is { } grade ? $"综合评价等次：{grade.Text()}（{debrief.GradedOn:yyyy年M月d日}）。" : "以上报告，请予评议。");
        document.Line($"述职人（签字）：{debrief.SubmittedBy}", debrief.SubmittedOn is { } on ? $"{on:yyyy年M月d日}" : "        年    月    日");
        return document.ToBytes($"{organization}{TitleOf(debrief.Year)}");
    }
}
