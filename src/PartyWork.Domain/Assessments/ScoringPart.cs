using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PartyWork.Domain.Assessments;

/// <summary>计分方式: what one part of a criterion does to its points. The names in brackets are the source files'.</summary>
public enum PartKind
{
    /// <summary>when … set: if it holds, the score is this, and nothing after it counts.</summary>
    [Description("符合条件直接定分")] WhenSet = 1,

    /// <summary>when … deduct: if it holds, subtracted once.</summary>
    [Description("符合条件扣分")] WhenDeduct,

    /// <summary>count: subtracted for each.</summary>
    [Description("每发生一次扣分")] Count,

    /// <summary>short … of … step: subtracted for each step begun below what is required; the requirement of a year is prorated at mid-year.</summary>
    [Description("每少一次扣分")] Short,

    /// <summary>over … limit … step: subtracted for each step begun above what is allowed.</summary>
    [Description("每超一个扣分")] Over,

    /// <summary>rate … full_at … step: subtracted by the gap; linear where the step is one percentage point, else for each step begun.</summary>
    [Description("达标率每低一档扣分")] Rate,

    /// <summary>ratio: the share that was reached of what was due.</summary>
    [Description("按完成比例得分")] Ratio,

    /// <summary>tiers, order ge: the first bound that is reached.</summary>
    [Description("达到分档得分")] TiersFrom,

    /// <summary>tiers, order le: the first bound that is not passed.</summary>
    [Description("不超过分档得分")] TiersUpTo,

    /// <summary>map: by the word that is recorded.</summary>
    [Description("按等次对应得分")] Map,

    /// <summary>judge: by the band that the assessor picks.</summary>
    [Description("考核组评判")] Judge,
}

/// <summary>One line of a table: 0.95 → 4分, 好 → 2分.</summary>
public sealed record ScoreBand(string Key, decimal Points);

/// <summary>计分方式的一条. A criterion starts with its points and its parts take away from them in order; what each column means depends on the kind.</summary>
/// <param name="Subject">The metric, several with +, or the condition; of a ratio its numerator. Empty for a judgement.</param>
public sealed record ScoringPart(PartKind Kind, string Subject)
{
    public const int MostBands = 12, BandMaxLength = 40;

    /// <summary>A judgement below the top band is explained in at least so many characters.</summary>
    public const int ReasonMinLength = 15;

    /// <summary>A step of one percentage point, at which a rate is scored without steps.</summary>
    private const decimal Percent = 0.01m;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What is required, allowed or full: a number, a parameter of the district; of a ratio its denominator.</summary>
    public string Against { get; init => field = Canonical(value); } = "";

    /// <summary>Deducted points; of <see cref="PartKind.WhenSet"/> the score itself, of tiers the score below the last bound.</summary>
    public decimal? Points { get; init => field = Canonical(value); }

    public decimal? Step { get; init => field = Canonical(value); }

    /// <summary>Of tiers the bounds in the order in which they are tried; of words each with its points.</summary>
    public IReadOnlyList<ScoreBand> Bands { get; init => field = [.. value.Select(b => new ScoreBand(Canonical(ScoreWords.Code(b.Key)), Canonical(b.Points)!.Value))]; } = [];

    /// <summary>The metrics, facts and parameters that it reads.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names => Kind is PartKind.Judge ? [ScoreInputs.Judged]
        : [.. (Kind is PartKind.WhenSet or PartKind.WhenDeduct ? Expression.Condition(Subject) : Expression.Sum(Subject)).Names
            .Concat(Kind is PartKind.Ratio ? Expression.Sum(Against).Names : AgainstName is { } name ? [name] : []).Distinct()];

    /// <summary>The parameter that says how much is required, where that is no number.</summary>
    [JsonIgnore]
    public string? AgainstName => Against.Length > 0 && AgainstNumber is null ? Against : null;

    [JsonIgnore]
    public decimal? AgainstNumber => decimal.TryParse(Against, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [JsonIgnore]
    internal bool IsLinear => Step == Percent;

    public static string Write(IEnumerable<ScoringPart> parts) => JsonSerializer.Serialize(parts, Plain);

    public static IReadOnlyList<ScoringPart> Read(string stored) => JsonSerializer.Deserialize<List<ScoringPart>>(stored, Plain)!;

    /// <summary>Whether a judgement stands: its band is one of the table's and, below the top, it says why.</summary>
    /// <exception cref="BrokenRuleException">It does not.</exception>
    public void RequireReason(string band, string reason)
    {
        var picked = Bands.FirstOrDefault(b => b.Key == ScoreWords.Code(band));
        Rule.Require(Kind is PartKind.Judge && picked is not null, $"请从“{string.Join("、", Bands.Select(b => ScoreWords.Text(b.Key)))}”中选择一档。");
        Rule.Require(picked!.Points == Bands.Max(b => b.Points) || reason.Trim().Length >= ReasonMinLength, $"评为“{ScoreWords.Text(picked.Key)}”应说明理由，不少于{ReasonMinLength}字。");
    }

    /// <param name="points">The criterion's, in hundredths.</param>
    /// <exception cref="BrokenRuleException">A column is missing, superfluous or out of range; the sentence names the kind and the column.</exception>
    public void Check(int points)
    {
        var most = points / (decimal)Quantity.One;
        Rule.Require(Enum.IsDefined(Kind), "请选择计分方式。");
        Say(Kind is PartKind.Judge == string.IsNullOrWhiteSpace(Subject), Kind is PartKind.Judge ? "不需要指标，由考核组在现场选择档次。" : "请填写指标或条件。");
        _ = Names;
        var (needsAgainst, needsStep, needsBands) = Kind switch
        {
            PartKind.Short or PartKind.Over or PartKind.Rate => (true, true, false),
            PartKind.Ratio => (true, false, false),
            PartKind.TiersFrom or PartKind.TiersUpTo or PartKind.Map or PartKind.Judge => (false, false, true),
            _ => (false, false, false),
        };
        Say(Against.Length > 0 == needsAgainst, needsAgainst ? "请填写应达到的数。" : "不填应达到的数。");
        Say(Step is not null == needsStep, needsStep ? "请填写每多少算一档。" : "不填每档的数。");
        Say(Bands.Count > 0 == needsBands && Bands.Count <= MostBands, needsBands ? $"请填写对照表，最多{MostBands}档。" : "不填对照表。");
        Say(Points is not null == Kind is not (PartKind.Ratio or PartKind.Map or PartKind.Judge), Points is null ? "请填写分值。" : "分值由比例或对照表得出，不另填。");
        Say(Step is null or > 0, "每档的数应大于0。");
        Say(Kind is not PartKind.Rate || Step >= Percent, "达标率每档不小于1个百分点（0.01）。");
        Say(Kind is not PartKind.Rate || AgainstNumber is > 0 and <= 1, "满分线应在0至1之间，如0.95表示95%。");
        Say(Kind is not (PartKind.Short or PartKind.Over) || AgainstNumber is >= 0 || AgainstName!.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal), "应达到的数应是数字，或以 config. 开头的区定标准。");
        Say(IsFine(Points) && Bands.All(b => IsFine(b.Points)), "分值最多两位小数，不能为负。");
        Say(Kind is not (PartKind.WhenDeduct or PartKind.Count or PartKind.Short or PartKind.Over or PartKind.Rate) || Points > 0, "扣分应大于0。");
        Say(Kind is not (PartKind.WhenSet or PartKind.TiersFrom or PartKind.TiersUpTo) || Points < most, $"定分或最低档应低于本条分值{most:0.##}分。");
        if (needsBands)
        {
            CheckBands(most);
        }

        void Say(bool holds, string sentence) => Rule.Require(holds, $"“{Kind.Text()}”{sentence}");
    }

    private void CheckBands(decimal most)
    {
        Rule.Require(Bands.All(b => b.Key.Length is > 0 and <= BandMaxLength) && Bands.DistinctBy(b => b.Key).Count() == Bands.Count, $"“{Kind.Text()}”对照表的每一档应填写且不重复。");
        Rule.Require(Bands.Max(b => b.Points) == most, $"“{Kind.Text()}”对照表最高一档应等于本条分值{most:0.##}分。");
        if (Kind is PartKind.TiersFrom or PartKind.TiersUpTo)
        {
            var bounds = Bands.Select(b => decimal.TryParse(b.Key, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound) ? bound : (decimal?)null).ToList();
            var inOrder = bounds.Zip(bounds.Skip(1)).All(b => Kind is PartKind.TiersFrom ? b.First > b.Second : b.First < b.Second);
            Rule.Require(!bounds.Contains(null) && inOrder, $"“{Kind.Text()}”的分档线应是数字，{(Kind is PartKind.TiersFrom ? "从高到低" : "从低到高")}排列。");
            Rule.Require(Bands.Zip(Bands.Skip(1)).All(b => b.First.Points > b.Second.Points) && Bands[^1].Points > Points, $"“{Kind.Text()}”的得分应逐档降低。");
        }
    }

    private static bool IsFine(decimal? points) => points is null || (points >= 0 && points * Quantity.One == decimal.Truncate(points.Value * Quantity.One));

    /// <summary>4.0 and 4 are one number, and one text where two versions are compared.</summary>
    private static decimal? Canonical(decimal? number) => number / 1.0000000000000000000000000000m;

    private static string Canonical(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Canonical(number)!.Value.ToString(CultureInfo.InvariantCulture)
            : text.Trim();
}
