using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenGrading;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class CompositionTests
{
    private static readonly PartScoreOf
        Routine = new(ResultPart.Routine, 9_250), MidYear = new(ResultPart.MidYear, 8_800), YearEnd = new(ResultPart.YearEnd, 9_000), Debrief = new(ResultPart.Debrief, 10_000), Public = new(ResultPart.Public, 9_533);

    [Fact]
    public void The_total_is_the_parts_by_their_weights_with_the_formula_in_its_own_numbers()
    {
        var composition = Composed([Routine, MidYear, YearEnd, Debrief, Public]);

        // 92.5×20% + 88×20% + 90×40% + 100×10% + 95.33×10% = 91.633
        Assert.Equal(9_163, composition.Total);
        Assert.Equal("平时92.5×20%＋年中检查88×20%＋年底考核90×40%＋述职评议100×10%＋党员群众测评95.33×10%＝91.63", composition.Formula);
    }

    [Fact]
    public void A_part_of_which_nothing_is_recorded_gives_its_weight_to_the_rest()
    {
        var composition = Composed([Routine, YearEnd]);

        // (92.5×20 + 90×40) ÷ 60 = 90.8333
        Assert.Equal(9_083, composition.Total);
        Assert.Equal("（平时92.5×20%＋年底考核90×40%）÷60%＝90.83", composition.Formula);
        Assert.Equal(3, composition.Parts.Count(p => p.Score is { Value: null, Words: "未记录" }));
    }

    [Fact]
    public void Without_any_part_there_is_no_total() => AssertRefused("没有任何部分有得分", () => Composed([]));

    [Fact]
    public void What_is_added_and_taken_off_keeps_to_its_limit_and_the_total_is_never_below_nought()
    {
        var composition = Composition.Of(Scheme(), RubricKind.Committee, [new(ResultPart.YearEnd, 300, "")], [new(300, ""), new(300, "")], [new(-900, "")]);

        Assert.Equal((500, 500, 300), (composition.Bonus, composition.Deduction, composition.Total));
        Assert.Equal(0, Composition.Of(Scheme(), RubricKind.Committee, [new(ResultPart.YearEnd, 300, "")], [], [new(-900, "")]).Total);
    }

    [Fact]
    public void The_same_matter_counts_once_at_its_highest_level()
    {
        var items = Composition.BonusOf(Scheme(), 2026, [Honor("先进基层党组织", HonorLevel.District), Honor("先进基层党组织", HonorLevel.Province), Honor("文明单位", HonorLevel.City)]);

        Assert.Equal([200, 0, 100], items.Select(i => i.Points));
        Assert.Contains("同一事项只按最高级别", items[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_higher_level_without_its_document_does_not_take_the_place_of_one_that_has_it()
    {
        var items = Composition.BonusOf(Scheme(), 2026, [Honor("先进基层党组织", HonorLevel.Province, document: ""), Honor("先进基层党组织", HonorLevel.District)]);

        Assert.Equal([(50, true), (0, false)], items.Select(i => (i.Points, i.Words.StartsWith('区'))));
        Assert.Contains("没有正式表彰文件", items[1].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("工作信息获领导批示", "批示")]
    [InlineData("党建经验被日报刊发", "刊发")]
    [InlineData("学习平台活跃度第一", "活跃度")]
    public void Forbidden_grounds_add_nothing_whatever_document_there_is(string name, string ground)
    {
        var item = Assert.Single(Composition.BonusOf(Scheme(), 2026, [Honor(name, HonorLevel.National)]));

        Assert.Equal(0, item.Points);
        Assert.Contains($"{ground}不得作为加分依据", item.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_formal_documents_of_the_year_add_points()
    {
        var items = Composition.BonusOf(Scheme(), 2026, [Honor("先进集体", HonorLevel.City, document: ""), Honor("上年荣誉", HonorLevel.City) with { On = new(2025, 12, 31) }]);

        Assert.Contains("没有正式表彰文件", Assert.Single(items).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Routine_is_what_was_done_of_what_was_due()
    {
        var score = Composition.RoutineOf(Scheme(), reports: (3, 4), tasks: (9, 10), coordination: (1, 1), inspections: (1, 2));

        // 30×3/4 + 40×0.9/0.95 + 15 + 7.5 = 82.8947
        Assert.Equal(8_289, score.Value);
        Assert.Equal("季报及时3／4×30＋到期任务完成9／10（达到95%为满分）×40＋协调事项按期办结1／1×15＋督查问题整改1／2×15", score.Words);
    }

    [Fact]
    public void A_share_of_nothing_due_gives_its_points_to_the_others()
    {
        var score = Composition.RoutineOf(Scheme(), reports: (4, 4), tasks: (19, 20), coordination: (0, 0), inspections: (0, 0));

        Assert.Equal(10_000, score.Value);
        Assert.StartsWith("（季报及时4／4×30＋到期任务完成19／20（达到95%为满分）×40）÷70×100；", score.Words, StringComparison.Ordinal);
        Assert.Contains("协调事项按期办结：没有到期的，15分按比例并入其余", score.Words, StringComparison.Ordinal);
        Assert.Null(Composition.RoutineOf(Scheme(), (0, 0), (0, 0), (0, 0), (0, 0)).Value);
    }

    [Fact]
    public void A_committees_year_end_is_its_own_duties_the_sampled_and_the_lagging()
    {
        var score = Composition.YearEndOf(Scheme(), 9_120, sampled: [8_800, 8_900], lagging: [7_000]);

        // 91.2×50% + 88.5×40% + 70×10%
        Assert.Equal(8_800, score.Value);
        Assert.Equal("本级91.2×50%＋抽查2个下属党组织平均88.5×40%＋1个后进社区整顿平均70×10%", score.Words);
    }

    [Fact]
    public void Without_lagging_communities_their_share_is_merged_into_its_own() =>
        Assert.Equal((9_012, "本级91.2×60%＋抽查2个下属党组织平均88.5×40%"), Composition.YearEndOf(Scheme(), 9_120, [8_800, 8_900], []) is { Value: var value, Words: var words } ? (value!.Value, words) : default);

    private static Composition Composed(IReadOnlyList<PartScoreOf> parts) => Composition.Of(Scheme(), RubricKind.Committee, parts.Select(p => new ResultPartScore(p.Part, p.Value, "")), [], []);

    private sealed record PartScoreOf(ResultPart Part, int Value);
}
