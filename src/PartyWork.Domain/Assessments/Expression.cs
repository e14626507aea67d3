using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.Assessments;

/// <summary>
/// 条件: what a rubric says of metrics and facts, with and, or, not, comparison, in, and sums with +. What is unknown makes a condition unknown only
/// where it matters: false and unknown is false.
/// </summary>
public sealed partial class Expression
{
    public const int MaxLength = 200;

    private readonly Node _root;

    private Expression(string text, Node root) => (Text, _root, Names) = (text, root, [.. NamesIn(root).Distinct()]);

    public string Text { get; }

    /// <summary>The metrics, facts and circumstances that it asks about.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <exception cref="BrokenRuleException">The text is no condition; says where.</exception>
    public static Expression Condition(string text)
    {
        var root = Read(text);
        Rule.Require(root is Name or Compare or In or Not or Both or Either, $"“{text}”不是条件，请写成比较或判断，如 org.term_overdue_days > 30。");
        return new(text.Trim(), root);
    }

    /// <summary>One metric, or several with + between them.</summary>
    /// <exception cref="BrokenRuleException">The text is something else.</exception>
    public static Expression Sum(string text)
    {
        var root = Read(text);
        Rule.Require(root is Name or Plus, $"“{text}”应是一个指标，或几个指标相加。");
        return new(text.Trim(), root);
    }

    /// <summary>Null where it depends on what is not recorded.</summary>
    public bool? Holds(ScoreInputs inputs) => Truth(_root, inputs);

    public ScoreValue Value(ScoreInputs inputs) => ValueOf(_root, inputs);

    /// <summary>In the office's words: 责任书按期签订为“逾期”.</summary>
    public string Say(IReadOnlyDictionary<string, ScoreMetric> metrics) => Say(_root, metrics);

    private static bool? Truth(Node node, ScoreInputs inputs) => node switch
    {
        Not not => !Truth(not.Of, inputs),
        Both both => (Truth(both.A, inputs), Truth(both.B, inputs)) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        },
        Either either => (Truth(either.A, inputs), Truth(either.B, inputs)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        Compare compare => Compared(ValueOf(compare.A, inputs), compare.Sign, ValueOf(compare.B, inputs)),
        In among => ValueOf(among.Of, inputs) is { IsRecorded: true } value ? among.Words.Any(w => IsSame(value, w)) : null,
        _ => ValueOf(node, inputs) is { IsOverNothing: false } value ? value.IsTrue : false,
    };

    /// <summary>A rate over nothing is neither below nor above anything; a word is equal or not, and whether it is more or less nobody knows.</summary>
    private static bool? Compared(ScoreValue a, string sign, ScoreValue b)
    {
        if (!a.IsRecorded || !b.IsRecorded)
        {
            return null;
        }

        if (a.Number is { } x && b.Number is { } y)
        {
            var order = x.CompareTo(y);
            return sign switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, ">=" => order >= 0, "==" => order == 0, _ => order != 0 };
        }

        return a.IsOverNothing || b.IsOverNothing ? false : sign switch { "==" => IsSame(a, b), "!=" => !IsSame(a, b), _ => null };
    }

    private static bool IsSame(ScoreValue a, ScoreValue b) => a.Number is { } x && b.Number is { } y ? x == y : a.Word.Length > 0 && a.Word == b.Word;

    private static ScoreValue ValueOf(Node node, ScoreInputs inputs) => node switch
    {
        Name name => inputs[name.Key],
        Literal literal => literal.Value,
        Plus plus => plus.Terms.Select(t => ValueOf(t, inputs)).Aggregate(ScoreValue.Sum),
        _ => Truth(node, inputs) is { } truth ? ScoreValue.Of(truth) : ScoreValue.NotRecorded,
    };

    private static IEnumerable<string> NamesIn(Node node) => node switch
    {
        Name name => [name.Key],
        Plus plus => plus.Terms.SelectMany(NamesIn),
        Not not => NamesIn(not.Of),
        Both both => NamesIn(both.A).Concat(NamesIn(both.B)),
        Either either => NamesIn(either.A).Concat(NamesIn(either.B)),
        Compare compare => NamesIn(compare.A).Concat(NamesIn(compare.B)),
        In among => NamesIn(among.Of),
        _ => [],
    };

    private static string Say(Node node, IReadOnlyDictionary<string, ScoreMetric> metrics) => node switch
    {
        Name name => metrics.GetValueOrDefault(name.Key)?.Name ?? ScoreWords.Text(name.Key),
        Literal { Value.Word: { Length: > 0 } word } => $"“{ScoreWords.Text(word)}”",
        Literal literal => literal.Text,
        Plus plus => string.Join("与", plus.Terms.Select(t => Say(t, metrics))) + "之和",
        Not { Of: Name name } => $"{Say(name, metrics)}为“否”",
        Not not => $"并非（{Say(not.Of, metrics)}）",
        Both both => $"{Say(both.A, metrics)}，且{Say(both.B, metrics)}",
        Either either => $"{Say(either.A, metrics)}，或{Say(either.B, metrics)}",
        Compare compare => Say(compare.A, metrics) + Sign(compare.Sign, compare.B) + Quantified(compare, metrics),
        In among => $"{Say(among.Of, metrics)}为{string.Join("或", among.Words.Select(w => Say(new Literal(w, ""), metrics)))}",
        _ => "",
    };

    private static string Sign(string sign, Node right) => sign switch
    {
        "<" => "低于",
        "<=" => "不超过",
        ">" => "超过",
        ">=" => "达到",
        "==" => "为",
        _ => "不是",
    };

    private static string Quantified(Compare compare, IReadOnlyDictionary<string, ScoreMetric> metrics) =>
        compare is not { A: Name name, B: Literal { Value.Number: { } number } } || metrics.GetValueOrDefault(name.Key) is not { } metric ? Say(compare.B, metrics)
        : metric.Unit == "%" ? $"{(number * Fraction.Of(100)).Print()}%"
        : metric.Unit.Length == 0 && compare.Sign is "==" or "!=" ? number.IsZero ? "“否”" : "“是”" // a flag has no unit
        : number.Print() + metric.Unit;

    private static Node Read(string text)
    {
        Rule.Require(text.Trim().Length is > 0 and <= MaxLength, $"条件或指标不能为空，不超过{MaxLength}字。");
        return new Reader(text).All();
    }

    [GeneratedRegex(@"\G\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(?<number>-?[0-9]{1,12}(?:\.[0-9]{1,6})?)|'(?<word>[^']{1,40})'|(?<sign><=|>=|==|!=|[<>+(),]))")]
    private static partial Regex Token();

    private abstract record Node;

    private sealed record Name(string Key) : Node;

    private sealed record Literal(ScoreValue Value, string Text) : Node;

    private sealed record Plus(IReadOnlyList<Node> Terms) : Node;

    private sealed record Compare(Node A, string Sign, Node B) : Node;

    private sealed record In(Node Of, IReadOnlyList<ScoreValue> Words) : Node;

    private sealed record Not(Node Of) : Node;

    private sealed record Both(Node A, Node B) : Node;

    private sealed record Either(Node A, Node B) : Node;

    private sealed class Reader(string text)
    {
        private int _at;
        private Match? _next;

        public Node All()
        {
            Advance();
            var node = Either();
            Rule.Require(_next is null, Misread());
            return node;
        }

        private Node Either()
        {
            var node = Both();
            while (TakeWord("or", "或"))
            {
                node = new Either(node, Both());
            }

            return node;
        }

        private Node Both()
        {
            var node = Not();
            while (TakeWord("and", "且"))
            {
                node = new Both(node, Not());
            }

            return node;
        }

        private Node Not() => TakeWord("not", "非") ? new Not(Not()) : Comparison();

        private Node Comparison()
        {
            var left = Plus();
            if (TakeWord("in", "属于"))
            {
                return new In(left, Words());
            }

            foreach (var sign in (ReadOnlySpan<string>)["<=", ">=", "==", "!=", "<", ">"])
            {
                if (TakeSign(sign))
                {
                    return new Compare(left, sign, Plus());
                }
            }

            return left;
        }

        private Node Plus()
        {
            var terms = new List<Node> { Primary() };
            while (TakeSign("+"))
            {
                terms.Add(Primary());
            }

            return terms.Count == 1 ? terms[0] : new Plus(terms);
        }

        private Node Primary()
        {
            if (TakeSign("("))
            {
                var inner = Either();
                Rule.Require(TakeSign(")"), Misread());
                return inner;
            }

            return Take("number") is { } number ? new Literal(ScoreValue.Of(decimal.Parse(number, CultureInfo.InvariantCulture)), number)
                : Take("word") is { } word ? new Literal(ScoreValue.Of(word), word)
                : _next?.Groups["name"].Value is not ("and" or "or" or "not" or "in" or "且" or "或" or "非" or "属于") && Take("name") is { } name ? new Name(name)
                : throw new BrokenRuleException(Misread());
        }

        private List<ScoreValue> Words()
        {
            Rule.Require(TakeSign("("), Misread());
            var words = new List<ScoreValue>();
            do
            {
                words.Add(ScoreValue.Of(Take("word") ?? Take("name") ?? throw new BrokenRuleException(Misread())));
            }
            while (TakeSign(","));
            Rule.Require(TakeSign(")"), Misread());
            return words;
        }

        private bool TakeWord(string word, string chinese) => _next?.Groups["name"].Value is { } name && (name == word || name == chinese) && Take("name") is not null;

        private bool TakeSign(string sign) => _next?.Groups["sign"].Value == sign && Take("sign") is not null;

        private string? Take(string group)
        {
            if (_next?.Groups[group] is not { Success: true } taken)
            {
                return null;
            }

            Advance();
            return taken.Value;
        }

        private void Advance()
        {
            if (string.IsNullOrWhiteSpace(text[_at..]))
            {
                _next = null;
                return;
            }

            var match = Token().Match(text, _at);
            Rule.Require(match.Success, Misread());
            (_next, _at) = (match, match.Index + match.Length);
        }

        private string Misread()
        {
            var at = _at + text[_at..].TakeWhile(char.IsWhiteSpace).Count();
            return $"条件“{text}”在第{Math.Min(at + 1, text.Length)}个字符附近看不懂，请检查括号、引号和且、或、非。";
        }
    }
}
