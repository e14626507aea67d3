using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PartyWork.Domain.Assessments;

/// <summary>计分类型: the kind of rule, as the printed sheet names it.</summary>
public enum CriterionMethod
{
    [Description("按次扣分")] DeductPerEvent = 1,
    [Description("按缺扣分")] DeductPerMissing,
    [Description("按率扣分")] RateThreshold,
    [Description("按比例得分")] Proportional,
    [Description("分档得分")] Tiered,
    [Description("等次对应")] Mapped,
    [Description("评判得分")] Judge,
    [Description("符合与否")] Boolean,
    [Description("综合")] Composite,
}

/// <summary>自动计分程度: how much of it the records yield.</summary>
public enum CriterionAutomation
{
    [Description("全部自动")] Full = 1,
    [Description("部分自动")] Partial,
    [Description("人工评定")] None,
}

/// <summary>考核阶段 of a criterion.</summary>
public enum CriterionPhase
{
    [Description("年中")] Mid = 1,
    [Description("年底")] End,
    [Description("年中和年底")] Both,
}

/// <summary>检查方式.</summary>
[Flags]
public enum CheckWays
{
    [Description("无")] None = 0,
    [Description("查记录")] Records = 1,
    [Description("抽查")] Sample = 2,
    [Description("查资料")] Documents = 4,
    [Description("看现场")] Site = 8,
    [Description("访谈")] Interview = 16,
    [Description("测评")] Survey = 32,
}

/// <summary>适用和查证约定 beside the parts; none of it deducts by itself.</summary>
public sealed record CriterionOptions
{
    public static readonly CriterionOptions None = new();

    /// <summary>Of 免扣情形 what the metrics leave out by themselves: a report is not late before the day to which its term was extended.</summary>
    private static readonly IReadOnlyList<string> Counted = ["approved_extension"];

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>不适用情形: a condition under which the criterion does not apply and its points go to others.</summary>
    public string NotApplicableWhen { get; init; } = "";

    /// <summary>The code of the criterion, item or category that its points go to; empty for the rest of its item.</summary>
    public string ReallocateTo { get; init; } = "";

    /// <summary>否决审查: a deduction here opens a review under this ground.</summary>
    public string VetoTrigger { get; init; } = "";

    /// <summary>免扣情形: left out where the metric is counted, or known to the assessors alone.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>计量单位 of a rate: 支部·月.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is left out of the count: 不设支委会.</summary>
    public string Exclude { get; init; } = "";

    /// <summary>宽限 in days.</summary>
    public int? GraceDays { get; init; }

    /// <summary>抽查数量.</summary>
    public int? SampleSize { get; init; }

    /// <summary>不得作为佐证.</summary>
    public IReadOnlyList<string> ForbiddenEvidence { get; init; } = [];

    /// <summary>寒暑假可以合并补开.</summary>
    public bool MergesVacations { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Plain);

    public static CriterionOptions Read(string stored) => JsonSerializer.Deserialize<CriterionOptions>(stored, Plain)!;

    /// <summary>One sentence each of what bears on the computed score.</summary>
    /// <param name="metrics">Names and units of what the condition reads.</param>
    public IEnumerable<string> Sentences(IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        if (NotApplicableWhen.Length > 0)
        {
            yield return $"{Expression.Condition(NotApplicableWhen).Say(metrics)}的不适用，分值并入{(ReallocateTo.Length > 0 ? ReallocateTo : "同项其余条款")}";
        }

        if (VetoTrigger.Length > 0)
        {
            yield return $"扣分的同时提请“{ScoreWords.Text(VetoTrigger)}”否决审查";
        }

        if (Spared(Counted.Contains) is { Length: > 0 } spared)
        {
            yield return spared;
        }

        if (Unit.Length > 0)
        {
            yield return $"以“{ScoreWords.Text(Unit)}”为单位计算";
        }

        if (Exclude.Length > 0)
        {
            yield return $"{ScoreWords.Text(Exclude)}的不计入";
        }

        if (SampleSize is { } size)
        {
            yield return $"抽查{size}条";
        }

        if (ForbiddenEvidence.Count > 0)
        {
            yield return $"{string.Join("、", ForbiddenEvidence.Select(ScoreWords.Text))}不作为佐证";
        }
    }

    /// <summary>由考核组掌握: one sentence each of what is agreed and no record lets the product count.</summary>
    public IEnumerable<string> LeftToAssessors()
    {
        if (Spared(e => !Counted.Contains(e)) is { Length: > 0 } spared)
        {
            yield return spared;
        }

        if (GraceDays is { } days)
        {
            yield return $"前后{days}日内视为按期";
        }

        if (MergesVacations)
        {
            yield return "寒暑假可以合并补开";
        }
    }

    private string Spared(Func<string, bool> which) => Exempt.Where(which).ToList() is { Count: > 0 } spared ? $"{string.Join("、", spared.Select(ScoreWords.Text))}的不扣" : "";

    internal void Check()
    {
        if (NotApplicableWhen.Length > 0)
        {
            _ = Expression.Condition(NotApplicableWhen);
        }

        Rule.Require(ReallocateTo.Length == 0 || NotApplicableWhen.Length > 0, "填写了分值并入何处，还应填写不适用情形。");
        Rule.Require(VetoTrigger.Length == 0 || ScoreWords.VetoGrounds.Contains(VetoTrigger),
            $"否决审查的事由“{VetoTrigger}”不在规定的{ScoreWords.VetoGrounds.Count}种之内，请选：{string.Join("、", ScoreWords.VetoGrounds.Select(ScoreWords.Text))}。");
        Rule.Require(GraceDays is null or (> 0 and <= 31), "宽限天数应在1至31之间。");
        Rule.Require(SampleSize is null or (> 0 and <= 100), "抽查数量应在1至100之间。");
        Rule.Require(new[] { Unit, Exclude, ReallocateTo }.Concat(Exempt).Concat(ForbiddenEvidence).All(t => t.Length <= ScoringPart.BandMaxLength),
            $"适用和查证约定的每一项不超过{ScoringPart.BandMaxLength}字。");
    }
}

/// <summary>条: everything that can be written of a criterion. The printed sentence and the parts say the same and change together.</summary>
/// <param name="Points">分值 in hundredths.</param>
/// <param name="Standard">考核标准.</param>
/// <param name="Sentence">评分细则 as printed.</param>
/// <param name="Evidence">佐证, several with 、 between.</param>
public sealed record CriterionText(
    string Code, int Points, string Standard, string Sentence, IReadOnlyList<ScoringPart> Parts, CriterionOptions Options,
    CriterionMethod Method, CriterionAutomation Automation, CriterionPhase Phase, CheckWays Checks, string Evidence)
{
    public const int MostParts = 8;

    /// <exception cref="BrokenRuleException">A field is missing or its parts do not fit; the sentence begins with the criterion's code.</exception>
    public void Check()
    {
        try
        {
            Rule.Require(Rubric.IsCode(Code), "编号由字母、数字和短横线组成，如A1-1，不超过20位。");
            Rule.Require(Points is > 0 and <= Rubric.FullMarks, "分值应大于0，不超过100分。");
            Rule.Require(Standard.Length is > 0 and <= RubricCriterion.WordsMaxLength, $"请填写考核标准，不超过{RubricCriterion.WordsMaxLength}字。");
            Rule.Require(Sentence.Length is > 0 and <= RubricCriterion.WordsMaxLength, $"请填写评分细则的文字，不超过{RubricCriterion.WordsMaxLength}字：只有计分方式而没有文字，被考核单位看不懂。");
            Rule.Require(Parts.Count is > 0 and <= MostParts, $"请填写计分方式，最多{MostParts}条：只有文字而没有计分方式，系统算不出分。");
            Rule.Require(Evidence.Length <= RubricCriterion.WordsMaxLength, $"佐证不超过{RubricCriterion.WordsMaxLength}字。");
            Rule.Require(Enum.IsDefined(Method) && Enum.IsDefined(Automation) && Enum.IsDefined(Phase) && Checks is not CheckWays.None, "请选择计分类型、自动计分程度、考核阶段和检查方式。");
            foreach (var part in Parts)
            {
                part.Check(Points);
            }

            Options.Check();
        }
        catch (BrokenRuleException broken)
        {
            throw new BrokenRuleException($"{Code}：{broken.Message}");
        }
    }
}
