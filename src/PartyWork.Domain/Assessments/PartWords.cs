namespace PartyWork.Domain.Assessments;

/// <summary>计分方式 in words that its reader can check against the printed sentence.</summary>
public sealed class PartWords(IReadOnlyDictionary<string, ScoreMetric> metrics)
{
    /// <summary>专题研究党建应达4次，每少1次扣0.75分.</summary>
    public string Say(ScoringPart part) => part.Kind switch
    {
        PartKind.WhenSet => $"{Expression.Condition(part.Subject).Say(metrics)}的，本条得{part.Points:0.##}分",
        PartKind.WhenDeduct => $"{Expression.Condition(part.Subject).Say(metrics)}的，扣{part.Points:0.##}分",
        PartKind.Count when Unit(part.Subject).Length == 0 => $"{Name(part.Subject)}的，每次扣{part.Points:0.##}分",
        PartKind.Count => $"{Name(part.Subject)}，每1{Unit(part.Subject)}扣{part.Points:0.##}分",
        PartKind.Short => $"{Name(part.Subject)}应达{Needed(part)}，每少{part.Step:0.##}{Unit(part.Subject)}扣{part.Points:0.##}分",
        PartKind.Over => $"{Name(part.Subject)}不超过{Needed(part)}，每超{part.Step:0.##}{Unit(part.Subject)}扣{part.Points:0.##}分",
        PartKind.Rate => $"{Name(part.Subject)}达到{Needed(part)}得满分，每低{part.Step * 100:0.##}个百分点扣{part.Points:0.##}分",
        PartKind.Ratio => $"按{Name(part.Subject)}÷{Name(part.Against)}得分",
        PartKind.TiersFrom => $"{Name(part.Subject)}：{string.Join("、", part.Bands.Select(b => $"达到{Bound(part, b)}得{b.Points:0.##}分"))}，否则{part.Points:0.##}分",
        PartKind.TiersUpTo => $"{Name(part.Subject)}：{string.Join("、", part.Bands.Select(b => $"不超过{Bound(part, b)}得{b.Points:0.##}分"))}，否则{part.Points:0.##}分",
        PartKind.Map => $"{Name(part.Subject)}：{Table(part)}",
        _ => $"考核组评判：{Table(part)}；除最高一档外须写明理由",
    };

    public string Name(string subject) => metrics.GetValueOrDefault(subject)?.Name ?? (subject.Contains('+', StringComparison.Ordinal) ? Expression.Sum(subject).Say(metrics) : ScoreWords.Text(subject));

    /// <summary>What is known of one name: 97.92%（应48 实47）, 好, 是, 未记录.</summary>
    public string Known(string name, ScoreInputs inputs) => inputs[name] switch
    {
        { IsRecorded: false } => "未记录",
        { IsOverNothing: true } => "没有应考核的对象",
        { Parts: not null } => Value(name, inputs) + Counted(name, inputs),
        { IsTrue: { } flag } when metrics.GetValueOrDefault(name) is { Unit.Length: 0 } => flag ? "是" : "否",
        _ => Value(name, inputs),
    };

    /// <summary>Of a rate what it was made of, in the metric's own words; else nothing.</summary>
    internal string Counted(string name, ScoreInputs inputs) => inputs[name].Parts is { } parts && metrics.GetValueOrDefault(name) is { } metric ? metric.Said(parts) : "";

    internal string Value(string subject, ScoreInputs inputs) => Expression.Sum(subject).Value(inputs) is { Number: { } number } ? Measure(subject, number) : ScoreWords.Text(inputs[subject].Word);

    internal string Measure(string subject, Fraction number) => Unit(subject) is "%" ? $"{(number * Fraction.Of(100)).Print()}%" : number.Print() + Unit(subject);

    private string Needed(ScoringPart part) => part.AgainstNumber is { } number ? Measure(part.Subject, Fraction.Of(number)) : Name(part.Against);

    private string Bound(ScoringPart part, ScoreBand band) => Measure(part.Subject, Fraction.Of(decimal.Parse(band.Key, System.Globalization.CultureInfo.InvariantCulture)));

    private static string Table(ScoringPart part) => string.Join("、", part.Bands.Select(b => $"{ScoreWords.Text(b.Key)}{b.Points:0.##}分"));

    /// <summary>Of a sum the first metric's.</summary>
    private string Unit(string subject) => Expression.Sum(subject).Names.Select(n => metrics.GetValueOrDefault(n)?.Unit).FirstOrDefault() ?? "";
}
