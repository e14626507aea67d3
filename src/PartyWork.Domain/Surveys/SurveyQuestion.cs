namespace PartyWork.Domain.Surveys;

/// <summary>One question of a survey. Fixed content of the product (附录 A11, A12), taken down into the survey when it opens.</summary>
/// <param name="Options">In the order of the paper; empty where words are asked for.</param>
public sealed record SurveyQuestion(QuestionKind Kind, SurveyMeasure Measure, string Text, IReadOnlyList<string> Options)
{
    public const int Most = 8, MostChosen = 3, TextMaxLength = 60, WordsMaxLength = 200;

    /// <summary>Never in the denominator of a rate.</summary>
    public const string Unknown = "不了解";

    private static readonly string[] Satisfied = ["非常满意", "满意", "基本满意"], Good = ["好", "较好"], Aware = ["知道"];

    public bool IsChoice => Kind is not QuestionKind.Words;

    /// <summary>One option must be chosen; several and words may be left out.</summary>
    public bool IsRequired => Kind is QuestionKind.Graded or QuestionKind.Single;

    /// <summary>Whether a vote for the option stands in the numerator: 非常满意、满意、基本满意 of five grades, 好、较好 of four, 知道 (domain §7.7, metrics survey.*).</summary>
    public bool IsGood(string option) => Measure switch
    {
        SurveyMeasure.Satisfaction => Satisfied.Contains(option),
        SurveyMeasure.Approval or SurveyMeasure.Debrief => Good.Contains(option),
        SurveyMeasure.Awareness => Aware.Contains(option),
        _ => false,
    };

    /// <summary>The rate of its votes, in votes: (非常满意+满意+基本满意) or (好+较好) or 知道, over all votes but 不了解 (domain §7.7).</summary>
    /// <param name="counts">Votes by option.</param>
    public (int Numerator, int Denominator) RateOf(IReadOnlyList<int> counts) =>
        (Options.Index().Where(o => IsGood(o.Item)).Sum(o => counts[o.Index]), Options.Index().Where(o => o.Item != Unknown).Sum(o => counts[o.Index]));

    /// <summary>As it stands with the survey: a line a question.</summary>
    public static string Print(IEnumerable<SurveyQuestion> questions) =>
        string.Join('\n', questions.Select(q => $"{q.Kind.Text()}｜{q.Measure.Text()}｜{q.Text}｜{string.Join('/', q.Options)}"));

    public static IReadOnlyList<SurveyQuestion> Read(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var parts = line.Split('｜');
        return new SurveyQuestion(Words.Parse<QuestionKind>(parts[0])!.Value, Words.Parse<SurveyMeasure>(parts[1])!.Value, parts[2], parts[3].Split('/', StringSplitOptions.RemoveEmptyEntries));
    })];

    internal static void RequireAskable(IReadOnlyList<SurveyQuestion> questions)
    {
        Rule.Require(questions.Count is > 0 and <= Most, $"一次测评不超过{Most}题。");
        foreach (var question in questions)
        {
            Rule.Require(question.Text.Length is > 0 and <= TextMaxLength && !question.Text.Contains('｜', StringComparison.Ordinal), $"题目应在{TextMaxLength}字以内。");
            Rule.Require(question.IsChoice ? question.Options.Count >= 2 : question.Options.Count == 0, $"“{question.Text}”至少要有两个选项。");
            Rule.Require(question.Kind is not QuestionKind.Graded || question.Options[^1] == Unknown, $"“{question.Text}”按等级评价，最后一项应为“{Unknown}”。");
        }
    }
}

/// <summary>Votes by question and option. Nothing in it says who voted, or what else the same person chose.</summary>
/// <param name="Counts">One list a question, one number an option; words have an empty one.</param>
public sealed record SurveyTally(IReadOnlyList<IReadOnlyList<int>> Counts)
{
    public static SurveyTally Nothing(IEnumerable<SurveyQuestion> questions) => new([.. questions.Select(q => (IReadOnlyList<int>)new int[q.Options.Count])]);

    /// <summary>12/30/1 a line.</summary>
    public string Print() => string.Join('\n', Counts.Select(c => string.Join('/', c)));

    public static SurveyTally Read(string text) => new([.. text.Split('\n').Select(line => (IReadOnlyList<int>)[.. line.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))])]);

    public SurveyTally With(SurveyTally other) => new([.. Counts.Zip(other.Counts, (a, b) => (IReadOnlyList<int>)[.. a.Zip(b, (x, y) => x + y)])]);

    /// <summary>Each ballot's choices, one for each that was chosen.</summary>
    public static SurveyTally Of(IReadOnlyList<SurveyQuestion> questions, IEnumerable<SurveyBallot> ballots)
    {
        var counts = questions.Select(q => new int[q.Options.Count]).ToArray();
        foreach (var ballot in ballots)
        {
            foreach (var (question, chosen) in ballot.Chosen.Index())
            {
                foreach (var option in chosen)
                {
                    counts[question][option - 1]++;
                }
            }
        }

        return new(counts);
    }
}
