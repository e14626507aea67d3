using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class RubricTests
{
    [Fact]
    public void Sums_that_do_not_agree_are_named_with_their_place()
    {
        var rubric = new Rubric(2026, RubricKind.Committee, 1, "细则");
        var item = rubric.AddItem(rubric.AddCategory("A", "主体责任", 1_800), "A1", "签状与承诺", 500);
        rubric.AddCriterion(item, Criterion(points: 300));

        Assert.Equal(["各类分值合计18分，应为100分", "A 主体责任分值18分，所属各项合计5分", "A1 签状与承诺分值5分，所属各条合计3分"], rubric.Check(Known).Select(f => f.Text));
    }

    [Fact]
    public void What_does_not_add_up_is_not_published() => AssertRefused("各类分值合计2分", () => Draft(Criterion()).Publish(Known, Superior, Day(3, 1)));

    [Fact]
    public void A_metric_that_the_dictionary_has_not_is_found() =>
        Assert.Equal("A1-1用到数据字典里没有的no.such", Draft(Criterion(points: Rubric.FullMarks, parts: new ScoringPart(PartKind.Count, "no.such") { Points = 1 })).Check(Known).Single().Text);

    [Fact]
    public void Points_go_to_a_code_that_is_there() =>
        Assert.Contains("没有这个编号", Draft(Criterion(points: Rubric.FullMarks, na: "no_lagging_community", to: "Z9")).Check(Known).Single().Text, StringComparison.Ordinal);

    [Fact]
    public void Communities_have_no_veto()
    {
        var rubric = new Rubric(2026, RubricKind.Community, 1, "社区细则");
        var item = rubric.AddItem(rubric.AddCategory("A", "责任", Rubric.FullMarks), "A1", "责任", Rubric.FullMarks);
        rubric.AddCriterion(item, Criterion(points: Rubric.FullMarks) with { Options = new() { VetoTrigger = "fabrication" } });

        Assert.Contains("社区不实行一票否决", rubric.Check(Known).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_published_nothing_of_it_changes()
    {
        var rubric = Published();
        var criterion = rubric.Criteria.Single();

        AssertRefused("另立新版", () => rubric.Write("新名称", rubric.MidOn, rubric.EndOn));
        AssertRefused("另立新版", () => rubric.AddCategory("B", "新类", 100));
        AssertRefused("另立新版", () => rubric.Change(criterion, criterion.Text() with { Standard = "新标准" }));
        AssertRefused("另立新版", () => rubric.Remove(criterion));
        AssertRefused("已经启用", () => rubric.Publish(Known, Superior, Day(3, 2)));
    }

    [Fact]
    public void A_copy_is_a_draft_with_the_same_words_on_the_days_of_its_year()
    {
        var rubric = Published();

        var next = rubric.Copy(2027, 1);

        Assert.False(next.IsFrozen);
        Assert.Equal((new DateOnly(2027, 6, 30), new DateOnly(2027, 12, 25)), (next.MidOn, next.EndOn));
        Assert.Equal(rubric.Criteria.Single().Text(), next.Criteria.Single().Text() with { Parts = rubric.Criteria.Single().Parts, Options = rubric.Criteria.Single().Options });
        Assert.Equal(rubric.Criteria.Single().Score, next.Criteria.Single().Score);
    }

    [Fact]
    public void The_parts_do_not_change_without_the_sentence()
    {
        var rubric = Whole();
        var criterion = rubric.Criteria.Single();

        AssertRefused("评分细则的文字没有改", () => rubric.Change(criterion, criterion.Text() with { Parts = [PerLateReport with { Points = 0.5m }] }));
        AssertRefused("评分细则的文字没有改", () => rubric.Change(criterion, criterion.Text() with { Options = new() { SampleSize = 5 } }));
    }

    [Fact]
    public void The_sentence_does_not_change_without_the_parts()
    {
        var rubric = Whole();
        var criterion = rubric.Criteria.Single();

        AssertRefused("计分方式没有改", () => rubric.Change(criterion, criterion.Text() with { Sentence = "迟报1次扣0.5分" }));
        rubric.Change(criterion, criterion.Text() with { Sentence = "迟报1次扣0.5分", Parts = [PerLateReport with { Points = 0.5m }] });
        Assert.Equal("迟报1次扣0.5分", criterion.Sentence);
    }

    [Fact]
    public void Words_are_mended_where_the_writer_says_that_the_meaning_stays()
    {
        var rubric = Whole();
        var criterion = rubric.Criteria.Single();

        rubric.Change(criterion, criterion.Text() with { Sentence = "迟报一次扣0.3分。" }, isWordingOnly: true);

        Assert.Equal("迟报一次扣0.3分。", criterion.Sentence);
    }

    [Fact]
    public void What_is_beside_them_changes_on_its_own()
    {
        var rubric = Whole();
        var criterion = rubric.Criteria.Single();

        rubric.Change(criterion, criterion.Text() with { Evidence = "会议记录", Checks = CheckWays.Records | CheckWays.Sample });

        Assert.Equal("查记录、抽查", criterion.Checks.Text());
    }

    [Fact]
    public void Neither_is_ever_missing()
    {
        AssertRefused("只有计分方式而没有文字", () => Draft(Criterion() with { Sentence = "" }));
        AssertRefused("只有文字而没有计分方式", () => Draft(Criterion() with { Parts = [] }));
    }

    [Fact]
    public void A_code_is_used_once()
    {
        AssertRefused("“A1-1”已经用过", () => Draft(Criterion(), Criterion()));
        var rubric = Draft(Criterion("A1-1"), Criterion("A1-2"));
        AssertRefused("“A1-1”已经用过", () => rubric.Change(rubric.Criteria.Last(), Criterion("A1-1")));
    }

    [Fact]
    public void A_class_with_items_and_an_item_with_criteria_are_not_removed_at_one_stroke()
    {
        var rubric = Draft(Criterion("A1-1"), Criterion("A1-2"));
        var category = rubric.Categories.Single();
        var item = category.Items.Single();

        AssertRefused("还有1项", () => rubric.Remove(category));
        AssertRefused("还有2条", () => rubric.Remove(item));
        rubric.Remove(rubric.Criteria.First());
        Assert.Equal(1, rubric.Criteria.Single().No);
        rubric.Remove(rubric.Criteria.Single());
        rubric.Remove(item);
        rubric.Remove(category);
        Assert.Empty(rubric.Categories);
    }

    [Fact]
    public void It_asks_for_the_parameters_that_its_parts_read()
    {
        var rubric = Draft(Criterion(parts: new ScoringPart(PartKind.Short, "lagging.first_secretary_days") { Against = "config.required_days", Points = 0.5m, Step = 5 }));

        rubric.SetParameter("config.required_days", 9_000);
        Assert.Equal(9_000, rubric.Copy(2027, 1).Parameters.Single().Value);
        AssertRefused("没有用到", () => rubric.SetParameter("config.other", 1));
        rubric.Remove(rubric.Criteria.Single());
        Assert.Empty(rubric.Parameters);
    }

    [Theory]
    [InlineData(OrganizationLevel.District, OrganizationDomain.District, null)]
    [InlineData(OrganizationLevel.Committee, OrganizationDomain.Subdistrict, RubricKind.Committee)]
    [InlineData(OrganizationLevel.Committee, OrganizationDomain.TwoNew, RubricKind.Committee)]
    [InlineData(OrganizationLevel.Primary, OrganizationDomain.Community, RubricKind.Community)]
    [InlineData(OrganizationLevel.Branch, OrganizationDomain.Community, null)]
    [InlineData(OrganizationLevel.Primary, OrganizationDomain.School, RubricKind.School)]
    [InlineData(OrganizationLevel.Branch, OrganizationDomain.TwoNew, RubricKind.TwoNew)]
    public void Who_is_scored_by_which(OrganizationLevel level, OrganizationDomain domain, RubricKind? kind) => Assert.Equal(kind, RubricKinds.Of(level, domain));

    [Fact]
    public void Compared_with_last_year_each_criterion_says_what_is_different()
    {
        var last = Draft(Criterion("A1-1"), Criterion("A1-2"), Criterion("A1-3"));
        var now = last.Copy(2027, 1);
        var criteria = now.Criteria.ToList();
        now.Change(criteria[0], criteria[0].Text() with { Sentence = "迟报1次扣0.5分", Parts = [PerLateReport with { Points = 0.5m }] });
        now.Remove(criteria[2]);
        now.AddCriterion(now.Categories.Single().Items.Single(), Criterion("A1-4"));

        var changes = RubricComparison.Of(last, now).Where(c => c.Level == 3).ToList();

        Assert.Equal([("A1-1", RubricChangeKind.Changed), ("A1-2", RubricChangeKind.Same), ("A1-4", RubricChangeKind.Added), ("A1-3", RubricChangeKind.Removed)], changes.Select(c => (c.Code, c.Kind)));
        Assert.Equal(["评分细则", "计分方式"], changes[0].Fields);
    }

    [Fact]
    public void Compared_are_also_its_days_its_verdict_and_what_the_district_set()
    {
        var last = Draft(Criterion(parts: new ScoringPart(PartKind.Short, "lagging.first_secretary_days") { Against = "config.required_days", Points = 0.5m, Step = 5 }));
        last.SetParameter("config.required_days", 9_000);
        var now = last.Copy(2027, 1);
        Assert.All(RubricComparison.Of(last, now), c => Assert.Equal(RubricChangeKind.Same, c.Kind));

        now.Write(now.Name, now.MidOn, new(2027, 12, 20));
        now.Decide("不低于80分的通过");
        now.SetParameter("config.required_days", 10_000);

        Assert.Equal(
            [("年底数据截止日", RubricChangeKind.Changed, "12月25日", "12月20日"), ("结果认定", RubricChangeKind.Added, "", "不低于80分的通过"), ("config.required_days", RubricChangeKind.Changed, "90", "100")],
            RubricComparison.Of(last, now).Where(c => c.Kind is not RubricChangeKind.Same).Select(c => (c.Name, c.Kind, c.Words.Old, c.Words.New)));
    }

    [Fact]
    public void A_criterion_that_only_took_another_code_is_the_same_criterion()
    {
        var last = Draft(Criterion("A1-1"), Criterion("A1-2"));
        var now = Draft(Criterion("A1-2") with { Standard = "A1-1的标准" }, Criterion("A1-3") with { Standard = "A1-2的标准" });

        Assert.Equal([("A1-2", "A1-1"), ("A1-3", "A1-2")], RubricComparison.Of(last, now).Where(c => c.Level == 3).Select(c => (c.Code, c.OldCode)));
    }
}
