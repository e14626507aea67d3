using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

public enum RubricChangeKind
{
    [Description("相同")] Same = 1,
    [Description("有修改")] Changed,
    [Description("新增")] Added,
    [Description("删除")] Removed,
}

/// <summary>One thing of the whole rubric, one class, item or criterion beside its counterpart of the other version.</summary>
/// <param name="Level">0 the whole rubric, 1 类, 2 项, 3 条.</param>
/// <param name="Name">Of the whole rubric what is compared, as the screen names it; a parameter's key.</param>
/// <param name="Fields">What differs, as the screen names it: 分值, 评分细则.</param>
public sealed record RubricChange(int Level, RubricChangeKind Kind, string Code, string OldCode, string Name, int? OldPoints, int? Points, IReadOnlyList<string> Fields, RubricCriterion? Old, RubricCriterion? New)
{
    /// <summary>Of the whole rubric what stands in the other version and in this one; empty for nothing.</summary>
    public (string Old, string New) Words { get; init; } = ("", "");
}

/// <summary>对比: what this version has that the other has not, and what reads differently.</summary>
public static class RubricComparison
{
    private static readonly (string Name, Func<RubricCriterion, object?> Value)[] OfCriterion =
    [
        ("编号", c => c.Code), ("分值", c => c.Points), ("考核标准", c => c.Standard), ("评分细则", c => c.Sentence), ("计分方式", c => c.Score), ("适用和查证约定", c => c.OptionsText),
        ("计分类型", c => c.Method), ("自动计分程度", c => c.Automation), ("考核阶段", c => c.Phase), ("检查方式", c => c.Checks), ("佐证", c => c.Evidence),
    ];

    /// <summary>All that a criterion says, as the screen names it.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. OfCriterion.Select(f => f.Name)];

    /// <summary>In the order of the newer version; what is gone stands at the end. A criterion that only took another code is found by its standard.</summary>
    public static IReadOnlyList<RubricChange> Of(Rubric old, Rubric now)
    {
        var oldCriteria = old.Criteria.ToList();
        var pairs = Pair(oldCriteria, [.. now.Criteria]);
        var changes = OfWhole(old, now).ToList();
        foreach (var category in now.Categories.OrderBy(c => c.No))
        {
            var before = old.Categories.FirstOrDefault(c => c.Code == category.Code);
            changes.Add(Head(1, category.Code, before?.Name, category.Name, before?.Points, category.Points));
            foreach (var item in category.Items.OrderBy(i => i.No))
            {
                var itemBefore = old.Categories.SelectMany(c => c.Items).FirstOrDefault(i => i.Code == item.Code);
                changes.Add(Head(2, item.Code, itemBefore?.Name, item.Name, itemBefore?.Points, item.Points));
                changes.AddRange(item.Criteria.OrderBy(c => c.No).Select(c => Of(pairs.GetValueOrDefault(c), c)));
            }
        }

        changes.AddRange(old.Categories.Where(c => now.Categories.All(n => n.Code != c.Code)).Select(c => Gone(1, c.Code, c.Name, c.Points, null)));
        changes.AddRange(old.Categories.SelectMany(c => c.Items).Where(i => now.Categories.SelectMany(c => c.Items).All(n => n.Code != i.Code)).Select(i => Gone(2, i.Code, i.Name, i.Points, null)));
        changes.AddRange(oldCriteria.Except(pairs.Values).Select(c => Gone(3, c.Code, c.Standard, c.Points, c)));
        return changes;
    }

    /// <summary>Days are the same where month and day are: each version has them in its own year.</summary>
    private static IEnumerable<RubricChange> OfWhole(Rubric old, Rubric now)
    {
        yield return Whole("细则名称", old.Name, now.Name);
        yield return Whole("年中数据截止日", $"{old.MidOn:M月d日}", $"{now.MidOn:M月d日}");
        yield return Whole("年底数据截止日", $"{old.EndOn:M月d日}", $"{now.EndOn:M月d日}");
        yield return Whole("结果认定", old.Verdict, now.Verdict);
        foreach (var key in now.Parameters.Concat(old.Parameters).Select(p => p.Key).Distinct())
        {
            yield return Whole(key, Parameter(old, key), Parameter(now, key));
        }

        static string Parameter(Rubric rubric, string key) => rubric.Parameters.FirstOrDefault(p => p.Key == key)?.Value is { } value ? Quantity.Print(value) : "";
    }

    private static RubricChange Whole(string name, string old, string now) =>
        new(0, old == now ? RubricChangeKind.Same : old.Length == 0 ? RubricChangeKind.Added : now.Length == 0 ? RubricChangeKind.Removed : RubricChangeKind.Changed, "", "", name, null, null, [], null, null) { Words = (old, now) };

    private static Dictionary<RubricCriterion, RubricCriterion> Pair(List<RubricCriterion> old, List<RubricCriterion> now)
    {
        var byStandard = old.GroupBy(c => c.Standard).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
        var byCode = old.ToDictionary(c => c.Code);
        var pairs = new Dictionary<RubricCriterion, RubricCriterion>();
        var taken = new HashSet<RubricCriterion>();
        foreach (var criterion in now.Where(c => byStandard.ContainsKey(c.Standard)))
        {
            Take(criterion, byStandard[criterion.Standard]);
        }

        foreach (var criterion in now.Where(c => !pairs.ContainsKey(c) && byCode.ContainsKey(c.Code)))
        {
            Take(criterion, byCode[criterion.Code]);
        }

        return pairs;

        void Take(RubricCriterion criterion, RubricCriterion before)
        {
            if (taken.Add(before))
            {
                pairs[criterion] = before;
            }
        }
    }

    private static RubricChange Head(int level, string code, string? oldName, string name, int? oldPoints, int points)
    {
        string[] fields = [.. Differing(("名称", oldName, name), ("分值", oldPoints, points))];
        return new(level, oldName is null ? RubricChangeKind.Added : fields.Length > 0 ? RubricChangeKind.Changed : RubricChangeKind.Same, code, oldName is null ? "" : code, name, oldPoints, points, oldName is null ? [] : fields, null, null);
    }

    private static RubricChange Of(RubricCriterion? old, RubricCriterion now)
    {
        if (old is null)
        {
            return new(3, RubricChangeKind.Added, now.Code, "", now.Standard, null, now.Points, [], null, now);
        }

        string[] fields = [.. Differing(OfCriterion.Select(f => (f.Name, f.Value(old), f.Value(now))))];
        return new(3, fields.Length > 0 ? RubricChangeKind.Changed : RubricChangeKind.Same, now.Code, old.Code, now.Standard, old.Points, now.Points, fields, old, now);
    }

    private static RubricChange Gone(int level, string code, string name, int points, RubricCriterion? old) => new(level, RubricChangeKind.Removed, code, code, name, points, null, [], old, null);

    private static IEnumerable<string> Differing(params IEnumerable<(string Name, object? Old, object? Now)> fields) => fields.Where(f => !Equals(f.Old, f.Now)).Select(f => f.Name);
}
