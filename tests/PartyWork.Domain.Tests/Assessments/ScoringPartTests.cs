using PartyWork.Domain.Assessments;
using static PartyWork.Domain.Tests.Assessments.GivenRubric;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>What a part must be before it may stand in a rubric.</summary>
public sealed class ScoringPartTests
{
    public static TheoryData<string, ScoringPart> Refused() => new()
    {
        { "请填写指标或条件", PerLateReport with { Subject = "" } },
        { "不需要指标", ByJudgement with { Subject = "m" } },
        { "请填写分值", PerLateReport with { Points = null } },
        { "扣分应大于0", PerLateReport with { Points = 0 } },
        { "最多两位小数", PerLateReport with { Points = 0.125m } },
        { "不能为负", PerLateReport with { Points = -1 } },
        { "不填应达到的数", PerLateReport with { Against = "4" } },
        { "不填每档的数", PerLateReport with { Step = 1 } },
        { "不填对照表", PerLateReport with { Bands = [new("1", 1)] } },
        { "请填写应达到的数", PerMissedStudy with { Against = "" } },
        { "请填写每多少算一档", PerMissedStudy with { Step = null } },
        { "每档的数应大于0", PerMissedStudy with { Step = 0 } },
        { "以 config. 开头", PerMissedStudy with { Against = "whatever" } },
        { "满分线应在0至1之间", PerPointOfRate with { Against = "95" } },
        { "不小于1个百分点", PerPointOfRate with { Step = 0.001m } },
        { "不另填", ByShare with { Points = 2 } },
        { "请填写对照表", ByGrade with { Bands = [] } },
        { "最高一档应等于本条分值2分", ByGrade with { Bands = [new("good", 1)] } },
        { "不重复", ByGrade with { Bands = [new("good", 2), new("好", 1)] } },
        { "从高到低", new ScoringPart(PartKind.TiersFrom, "m") { Bands = [new("0.8", 2), new("0.9", 1)], Points = 0 } },
        { "从低到高", new ScoringPart(PartKind.TiersUpTo, "m") { Bands = [new("0.1", 2), new("0", 1)], Points = 0 } },
        { "应是数字", new ScoringPart(PartKind.TiersFrom, "m") { Bands = [new("很高", 2)], Points = 0 } },
        { "逐档降低", new ScoringPart(PartKind.TiersFrom, "m") { Bands = [new("0.9", 2), new("0.8", 2)], Points = 0 } },
        { "应低于本条分值", new ScoringPart(PartKind.WhenSet, "m == 0") { Points = 2 } },
        { "看不懂", new ScoringPart(PartKind.WhenSet, "m = 0") { Points = 0 } },
        { "不是条件", new ScoringPart(PartKind.WhenDeduct, "a + b") { Points = 1 } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_scored_is_refused_with_the_column(string because, ScoringPart part) => AssertRefused(because, () => part.Check(200));

    [Fact]
    public void The_refusal_begins_with_the_code() => AssertRefused("A1-1：“每发生一次扣分”", () => Draft(Criterion(parts: PerLateReport with { Points = 0 })));

    [Fact]
    public void What_is_stored_is_read_back()
    {
        IReadOnlyList<ScoringPart> parts = [PerLateReport, PerMissedStudy, PerPointOfRate, ByShare, ByGrade, ByJudgement];

        var read = ScoringPart.Read(ScoringPart.Write(parts));

        Assert.Equal(ScoringPart.Write(parts), ScoringPart.Write(read));
        Assert.Equal(ByGrade.Bands, read[4].Bands);
    }

    [Fact]
    public void The_same_number_written_differently_is_the_same_part() =>
        Assert.Equal(ScoringPart.Write([PerMissedStudy]), ScoringPart.Write([PerMissedStudy with { Against = "4.0", Points = 0.750m, Step = 1.0m }]));

    [Fact]
    public void Options_are_read_back_and_read_out()
    {
        var options = CriterionOptions.Read(new CriterionOptions { NotApplicableWhen = "no_committee", ReallocateTo = "C1-1", Exempt = ["approved_extension", "system_outage"], SampleSize = 10, GraceDays = 7 }.Write());

        Assert.Equal(["不设支委会的不适用，分值并入C1-1", "经批准延期的不扣", "抽查10条"], options.Sentences(Metrics));
        Assert.Equal(["系统故障的不扣", "前后7日内视为按期"], options.LeftToAssessors());
    }

    [Fact]
    public void A_condition_among_the_options_is_read_out_in_words()
    {
        var options = new CriterionOptions { NotApplicableWhen = "quarterly.late_count == 0 and no_committee" };

        var sentence = options.Sentences(Metrics).Single();

        Assert.StartsWith("季报迟报次数", sentence, StringComparison.Ordinal);
        Assert.Contains("不设支委会", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_five_grounds_open_a_veto_review()
    {
        AssertRefused("否决审查的事由“drunk”不在规定的5种之内，请选：发生严重政治问题", () => Draft(Criterion() with { Options = new() { VetoTrigger = "drunk" } }));
        Assert.All(ScoreWords.VetoGrounds, g => Draft(Criterion() with { Options = new() { VetoTrigger = g } }));
    }
}
