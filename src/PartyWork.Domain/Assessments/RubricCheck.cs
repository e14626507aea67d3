namespace PartyWork.Domain.Assessments;

/// <summary>What stands against publishing a rubric.</summary>
/// <param name="Code">Of the class, item or criterion; empty for the whole rubric.</param>
public sealed record RubricFinding(string Code, string Text);

/// <summary>核对: sums, codes and names of a whole rubric. What one criterion must be on its own is checked when it is written.</summary>
internal static class RubricCheck
{
    /// <summary>社区不实行一票否决, and a lagging community is a community.</summary>
    private static readonly RubricKind[] WithoutVeto = [RubricKind.Community, RubricKind.LaggingCommunity];

    public static IReadOnlyList<RubricFinding> Of(Rubric rubric, IReadOnlySet<string>? known) =>
        [.. Sums(rubric), .. PassRuleOf(rubric), .. rubric.Criteria.SelectMany(c => OfCriterion(rubric, c, known))];

    private static IEnumerable<RubricFinding> Sums(Rubric rubric)
    {
        if (rubric.Categories.Sum(c => c.Points) is var total && total != Rubric.FullMarks)
        {
            yield return new("", $"各类分值合计{Quantity.Print(total)}分，应为100分");
        }

        foreach (var category in rubric.Categories.OrderBy(c => c.No))
        {
            if (category.Items.Sum(i => i.Points) is var ofItems && ofItems != category.Points)
            {
                yield return new(category.Code, $"{category.Code} {category.Name}分值{Quantity.Print(category.Points)}分，所属各项合计{Quantity.Print(ofItems)}分");
            }

            foreach (var item in category.Items.OrderBy(i => i.No))
            {
                if (item.Criteria.Sum(c => c.Points) is var ofCriteria && ofCriteria != item.Points)
                {
                    yield return new(item.Code, $"{item.Code} {item.Name}分值{Quantity.Print(item.Points)}分，所属各条合计{Quantity.Print(ofCriteria)}分");
                }
            }
        }
    }

    /// <summary>By what is not written nothing can be accepted.</summary>
    private static IEnumerable<RubricFinding> PassRuleOf(Rubric rubric) => rubric.Kind is RubricKind.LaggingCommunity && rubric.PassRule is null
        ? [new("", $"结果认定没有写明验收标准，请照此写明各数：{new PassRule(8_000, 7_000, 8_500, 5_000).Print()}")]
        : [];

    private static IEnumerable<RubricFinding> OfCriterion(Rubric rubric, RubricCriterion criterion, IReadOnlySet<string>? known)
    {
        if (known is not null && criterion.Names.Where(n => !known.Contains(n)).ToList() is { Count: > 0 } unknown)
        {
            yield return new(criterion.Code, $"{criterion.Code}用到数据字典里没有的{string.Join("、", unknown)}");
        }

        if (criterion.Options.ReallocateTo is { Length: > 0 } target)
        {
            if (target == criterion.Code || !Scoring.Within(rubric, target).Any())
            {
                yield return new(criterion.Code, $"{criterion.Code}不适用时分值并入“{target}”，细则里没有这个编号");
            }
        }

        if (criterion.Options.VetoTrigger.Length > 0 && WithoutVeto.Contains(rubric.Kind))
        {
            yield return new(criterion.Code, $"{criterion.Code}不能触发否决审查：社区不实行一票否决");
        }
    }
}
