using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>A rubric as a file gives it: the draft where everything was understood, else what was not, each with its place.</summary>
public sealed record RubricFile(Rubric? Rubric, IReadOnlyList<CellFinding> Findings);

/// <summary>Puts a draft together row by row; a row that breaks a rule is reported with the rule's sentence, and the rest is read all the same.</summary>
internal sealed class RubricBuilder(Rubric rubric, Func<int, string, string, CellFinding> report)
{
    public List<CellFinding> Findings { get; init; } = [];

    public RubricCategory? Category(int row, string code, string name, int? points) =>
        rubric.Categories.FirstOrDefault(c => c.Code == code) ?? Try(row, "类", () => rubric.AddCategory(code, name, Needed(points, "分值")));

    public RubricItem? Item(int row, RubricCategory? category, string code, string name, int? points) => category is null ? null
        : category.Items.FirstOrDefault(i => i.Code == code) ?? Try(row, "项", () => rubric.AddItem(category, code, name, Needed(points, "分值")));

    public void Criterion(int row, RubricItem? item, Func<CriterionText> text)
    {
        if (item is not null)
        {
            Try(row, "条", () => rubric.AddCriterion(item, text()));
        }
    }

    public T? Try<T>(int row, string column, Func<T> act) where T : class
    {
        try
        {
            return act();
        }
        catch (BrokenRuleException broken)
        {
            Findings.Add(report(row, column, broken.Message));
            return null;
        }
    }

    /// <summary>The draft, when nothing was found and its sums agree.</summary>
    public RubricFile Finish()
    {
        Findings.AddRange(Findings.Count > 0 ? [] : rubric.Check(null).Select(f => report(0, f.Code, f.Text + "。")));
        return new(Findings.Count == 0 ? rubric : null, Findings);
    }

    public static int Needed(int? value, string what) => value ?? throw new BrokenRuleException($"请填写{what}，最多两位小数。");
}
