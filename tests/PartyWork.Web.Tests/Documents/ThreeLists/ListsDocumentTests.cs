using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Documents.ThreeLists;

namespace PartyWork.Web.Tests.Documents.ThreeLists;

public sealed class ListsDocumentTests
{
    private static readonly DateOnly Due = new(2026, 6, 30);

    [Fact]
    public void Rows_are_numbered_without_gaps_and_what_refers_to_a_task_refers_to_its_printed_number()
    {
        WorkTask[] tasks = [Task(2), Task(94)];
        var problem = new Problem(1, 2026, 7, new(ProblemSource.Residents, "问题", ProblemNature.Individual, "成因", "目标", Deadline.By(Due), Responsible.Nobody, Responsible.Nobody));
        problem.LinkTo([tasks[1]]);

        using var word = WordprocessingDocument.Open(new MemoryStream(ListsDocument.Write("文明社区党总支", 2026, new(2026, 3, 9), [problem], tasks, [])), false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var rows = body.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList();

        Assert.Contains("填报日期：2026年3月9日", body.InnerText, StringComparison.Ordinal);
        Assert.Contains(rows, r => r[0] == "1" && r[2] == "问题" && r[^1] == "2");
        Assert.Equal(["1", "2"], rows.Where(r => r.Contains("任务")).Select(r => r[0]));
    }

    private static WorkTask Task(int no) => new(1, 2026, no, new("类别", "任务", TaskMeasure.None, null, "", new(null, 100, null, null), Due, Responsible.Nobody, "", "来源"));
}
