namespace PartyWork.Domain.Assessments;

/// <summary>得分依据: what is known of a metric, a fact that the assessor entered, or a parameter of the district.</summary>
public sealed record ScoreValue
{
    /// <summary>未记录: nobody has entered anything. It is not nought, and no score is made of it.</summary>
    public static readonly ScoreValue NotRecorded = new();

    /// <summary>A rate whose denominator is nought: there was nothing to be reached.</summary>
    public static readonly ScoreValue OverNothing = new() { IsOverNothing = true };

    private ScoreValue() { }

    /// <summary>Exact; a rate from 0 to 1.</summary>
    public Fraction? Number { get; private init; }

    /// <summary>One of <see cref="ScoreWords"/>, or the district's own; empty for numbers.</summary>
    public string Word { get; private init; } = "";
    public bool IsOverNothing { get; private init; }

    /// <summary>Of a rate what it was made of, for the sentence: 47 of 48.</summary>
    public (Fraction Reached, Fraction Required)? Parts { get; private init; }

    public bool IsRecorded => Number is not null || Word.Length > 0 || IsOverNothing;

    public static ScoreValue Of(decimal number) => new() { Number = Fraction.Of(number) };

    public static ScoreValue Of(Fraction number) => new() { Number = number };

    public static ScoreValue Of(bool flag) => Of(flag ? Fraction.One : Fraction.Zero);

    public static ScoreValue Of(string word) => word switch
    {
        "" => NotRecorded,
        "是" => Of(true),
        "否" => Of(false),
        _ => new() { Word = ScoreWords.Code(word) },
    };

    public static ScoreValue Rate(decimal reached, decimal required) => required == 0
        ? OverNothing
        : new() { Number = Fraction.Of(reached) / Fraction.Of(required), Parts = (Fraction.Of(reached), Fraction.Of(required)) };

    /// <summary>Null where it is not known.</summary>
    internal bool? IsTrue => Number is { } number ? !number.IsZero : null;

    internal static ScoreValue Sum(ScoreValue a, ScoreValue b) =>
        a.IsOverNothing || b.IsOverNothing ? OverNothing : a.Number is { } x && b.Number is { } y ? Of(x + y) : NotRecorded;
}

/// <summary>What one criterion is scored from, by name.</summary>
public sealed class ScoreInputs(IReadOnlyDictionary<string, ScoreValue> values)
{
    /// <summary>Under this name the assessor's band of a judged criterion is given.</summary>
    public const string Judged = "judge";

    /// <summary>The name's first part: who supplies it.</summary>
    public const string Facts = "fact.", Configured = "config.";

    /// <summary>情形 that decide whether a criterion applies; where no record says so, the assessor does.</summary>
    private static readonly HashSet<string> Circumstances = ["no_lagging_community", "no_committee", "own_site", "single"];

    public ScoreValue this[string name] => values.GetValueOrDefault(name, ScoreValue.NotRecorded);

    /// <summary>Given by people and not by records: an assessor's fact, a judgement, or a circumstance without a record behind it.</summary>
    public static bool IsForAssessor(string name) => name.StartsWith(Facts, StringComparison.Ordinal) || name == Judged || Circumstances.Contains(name);

    /// <summary>The same with what was entered for one criterion alone: 查实的问题数 means those of this criterion.</summary>
    public ScoreInputs With(IReadOnlyDictionary<string, ScoreValue> own) => new(values.Concat(own).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    /// <summary>As it would be once what can still be made good has been: 未签订 becomes 逾期.</summary>
    internal ScoreInputs Mended(IReadOnlyDictionary<string, ScoreMetric> metrics) => new(values.ToDictionary(v => v.Key, v =>
        v.Value.Word.Length > 0 && metrics.GetValueOrDefault(v.Key) is { Becomes.Length: > 0 } metric ? ScoreValue.Of(metric.Becomes) : v.Value));
}

/// <summary>计分指标 as a rubric sees it.</summary>
/// <param name="Key">The same as the figure's.</param>
/// <param name="Unit">% for rates, which run from 0 to 1.</param>
/// <param name="IsStock">Holds on a day, and is therefore required in full at mid-year too.</param>
/// <param name="Remedy">What earns lost points back, as words after “12月25日前”: 补开. Empty where nothing does.</param>
/// <param name="Becomes">The value that the remedy leaves, where that is not the best one.</param>
public sealed record ScoreMetric(string Key, string Name, string Unit, bool IsStock = false, string Remedy = "", string Becomes = "");
