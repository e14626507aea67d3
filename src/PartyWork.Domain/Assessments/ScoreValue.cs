using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

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

    /// <summary>Not recorded yet, because what yields it is still under way: what that is, and its last day.</summary>
    public (string What, DateOnly Until)? Awaited { get; private init; }

    /// <summary>Of a year's sum that could be made in so many months only, as that of a person appointed in September; null for the whole of it.</summary>
    public int? Months { get; private init; }

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

    public static ScoreValue After(string what, DateOnly until) => new() { Awaited = (what, until) };

    public ScoreValue Within(int months) => IsRecorded ? new() { Number = Number, Word = Word, IsOverNothing = IsOverNothing, Parts = Parts, Months = months } : this;

    /// <summary>Null where it is not known.</summary>
    internal bool? IsTrue => Number is { } number ? !number.IsZero : null;

    /// <summary>As it is stored with a score sheet: 47/48 with its two parts, =good, a number as a fraction with its months after @, — over nothing.</summary>
    internal string Write() => Plain() + (Months is { } months ? $"@{months}" : "");

    private string Plain() => Parts is { } parts ? $"{parts.Reached}|{parts.Required}" : IsOverNothing ? "—" : Word.Length > 0 ? "=" + Word : Number.ToString() ?? "";

    internal static ScoreValue Read(string stored) => stored switch
    {
        "—" => OverNothing,
        ['=', .. var word] => Of(word),
        _ when stored.Split('@') is [var sum, var months] => Read(sum).Within(int.Parse(months, System.Globalization.CultureInfo.InvariantCulture)),
        _ when stored.Split('|') is [var reached, var required] => new() { Number = Fraction.Read(reached) / Fraction.Read(required), Parts = (Fraction.Read(reached), Fraction.Read(required)) },
        _ => Of(Fraction.Read(stored)),
    };

    internal static ScoreValue Sum(ScoreValue a, ScoreValue b) =>
        a.IsOverNothing || b.IsOverNothing ? OverNothing : a.Number is { } x && b.Number is { } y ? Of(x + y) : NotRecorded;
}

/// <summary>What one criterion is scored from, by name.</summary>
public sealed class ScoreInputs(IReadOnlyDictionary<string, ScoreValue> values)
{
    /// <summary>Under this name the assessor's band of a judged criterion is given.</summary>
    public const string Judged = "judge";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The name's first part: who supplies it.</summary>
    public const string Facts = "fact.", Configured = "config.";

    /// <summary>情形 that decide whether a criterion applies; where no record says so, the assessor does.</summary>
    private static readonly HashSet<string> Circumstances = ["no_lagging_community", "no_committee", "own_site", "single"];

    public ScoreValue this[string name] => values.GetValueOrDefault(name, ScoreValue.NotRecorded);

    /// <summary>Given by people and not by records: an assessor's fact, a judgement, or a circumstance without a record behind it.</summary>
    public static bool IsForAssessor(string name) => name.StartsWith(Facts, StringComparison.Ordinal) || name == Judged || Circumstances.Contains(name);

    /// <summary>The same with what was entered for one criterion alone: 查实的问题数 means those of this criterion.</summary>
    public ScoreInputs With(IReadOnlyDictionary<string, ScoreValue> own) => new(values.Concat(own).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    /// <summary>What is known of these names, as text to be stored.</summary>
    internal string Write(IEnumerable<string> names) => JsonSerializer.Serialize(names.Where(n => this[n].IsRecorded).Order(StringComparer.Ordinal).ToDictionary(n => n, n => this[n].Write()), Plain);

    /// <summary>As a score sheet has stored it.</summary>
    public static ScoreInputs Read(string stored) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!.ToDictionary(v => v.Key, v => ScoreValue.Read(v.Value)));

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
/// <param name="IsAwaited">The system keeps no such record: nobody can enter it, and people look at the place.</param>
public sealed record ScoreMetric(string Key, string Name, string Unit, bool IsStock = false, string Remedy = "", string Becomes = "", bool IsAwaited = false)
{
    /// <summary>What the two parts of a rate are called: 应48 实47, 有效票21 满意20.</summary>
    public string Whole { get; init; } = "应";
    public string Part { get; init; } = "实";

    /// <summary>The rate says how much something has changed by: its parts are told as what it was and what it is, 原16 现6.</summary>
    public bool IsChange { get; init; }

    internal string Said((Fraction Reached, Fraction Required) parts) =>
        IsChange ? $"（原{parts.Required.Print()} 现{(parts.Required + parts.Reached).Print()}）" : $"（{Whole}{parts.Required.Print()} {Part}{parts.Reached.Print()}）";
}
