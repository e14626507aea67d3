using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>工作目标: what is to be reached and by when. Key point, template, clause and task say it in the same words.</summary>
/// <param name="Target">Hundredths; for rates hundredths of a percent point. Null where nothing is counted.</param>
public sealed record Objective(string Category, string Content, TaskMeasure Measure, int? Target, string Unit, DateOnly DueOn)
{
    /// <summary>4期 · 95% · 定性.</summary>
    public string TargetText => Target is not { } target ? "定性" : Quantity.Print(target) + (Measure is TaskMeasure.Rate ? "%" : Unit);

    /// <param name="what">How the sentence names it: 要点3, 第三条.</param>
    internal void Check(string what, int year)
    {
        Rule.Require(Content.Length is > 0 and <= WorkTask.ContentMaxLength, $"{what}：请填写内容，不超过{WorkTask.ContentMaxLength}字。");
        Rule.Require(Category.Length is > 0 and <= WorkTask.CategoryMaxLength, $"{what}：请填写类别，不超过{WorkTask.CategoryMaxLength}字。");
        Rule.Require(Unit.Length <= WorkTask.UnitMaxLength, $"{what}：单位不超过{WorkTask.UnitMaxLength}字。");
        Rule.Require(Measure is TaskMeasure.None == Target is null, $"{what}：请填写目标值；没有数量要求的选“定性”。");
        Rule.Require(DueOn.Year == year, $"{what}：完成时限应在{year}年内。");
    }

    /// <summary>The same, a year later; the 29th of February becomes the 28th.</summary>
    internal Objective NextYear() => this with { DueOn = DueOn.AddYears(1) };
}
