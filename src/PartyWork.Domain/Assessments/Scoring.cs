namespace PartyWork.Domain.Assessments;

/// <summary>
/// 计分语法: a criterion starts with its points, each part takes away from them in order, and the score is kept between 0 and the points. Pure: the
/// same inputs give the same score, whatever else is known.
/// </summary>
public static class Scoring
{
    public const int MonthsOfYear = 12;

    /// <param name="elapsedMonths">12 at the end of the year; what a year requires is prorated to so many months.</param>
    /// <param name="stocks">Metrics that hold on a day and are never prorated.</param>
    public static CriterionScore Score(RubricCriterion criterion, ScoreInputs inputs, int elapsedMonths = MonthsOfYear, IReadOnlySet<string>? stocks = null) =>
        Score(criterion, inputs, elapsedMonths, stocks ?? new HashSet<string>(), _ => false);

    /// <summary>The criteria that a code names: itself, or all of an item or a category.</summary>
    public static IEnumerable<RubricCriterion> Within(Rubric rubric, string code) => rubric.Categories.SelectMany(c => c.Items.SelectMany(i => i.Criteria.Where(x => x.Code == code || i.Code == code || c.Code == code)));

    /// <summary>What is required of the whole year.</summary>
    internal static Fraction RequiredOfYear(ScoringPart part, ScoreInputs inputs) => AgainstOf(part, inputs).Number ?? Fraction.Zero;

    /// <summary>What is required by now, and never of months in which nobody could have done it.</summary>
    internal static Fraction Required(ScoringPart part, ScoreInputs inputs, int elapsedMonths, IReadOnlySet<string> stocks)
    {
        var whole = RequiredOfYear(part, inputs);
        return part.Kind is PartKind.Short && !part.Names.Any(stocks.Contains) ? whole * Fraction.Of(Math.Min(elapsedMonths, inputs[part.Subject].Months ?? MonthsOfYear)) / Fraction.Of(MonthsOfYear) : whole;
    }

    /// <param name="isLeftOut">Parts that are taken as mended.</param>
    internal static CriterionScore Score(RubricCriterion criterion, ScoreInputs inputs, int elapsedMonths, IReadOnlySet<string> stocks, Func<ScoringPart, bool> isLeftOut)
    {
        var points = Fraction.OfHundredths(criterion.Points);
        if (criterion.Options.NotApplicableWhen is { Length: > 0 } condition && Expression.Condition(condition).Holds(inputs) is true)
        {
            return new(ScoreState.NotApplicable, Fraction.Zero, []);
        }

        var parts = new List<PartScore>();
        foreach (var part in criterion.Parts.Where(p => !isLeftOut(p)))
        {
            var scored = Score(part, points, inputs, elapsedMonths, stocks);
            parts.Add(scored);
            if (scored.IsSet)
            {
                break;
            }
        }

        var set = parts.Find(p => p.IsSet);
        var earned = set is not null ? points - set.Loss : Fraction.Most(Fraction.Zero, points - parts.Aggregate(Fraction.Zero, (sum, p) => sum + p.Loss));
        // 定分 overrides every deduction, known or not; only an earlier 定分 that is not known would change it.
        var decisive = set is null ? parts : parts.FindAll(p => p.Part.Kind is PartKind.WhenSet);
        // Nothing was due: of a ratio the criterion does not apply; any other part over nothing takes nothing away, and what stands beside it still costs.
        var appliesToNothing = set is null && (parts.Exists(p => p.IsOverNothing && p.Part.Kind is PartKind.Ratio) || (parts.Count == criterion.Parts.Count && parts.TrueForAll(p => p.IsOverNothing)));
        var state = appliesToNothing ? ScoreState.NotApplicable
            : decisive.Exists(p => p.IsNotRecorded) || (decisive.Count > 0 && decisive.TrueForAll(p => p.IsForAssessor)) ? ScoreState.ForAssessor
            : decisive.Exists(p => p.IsForAssessor) ? ScoreState.Partial
            : ScoreState.Computed;
        return new(state, state is ScoreState.Computed ? earned : Fraction.Zero, parts);
    }

    private static PartScore Score(ScoringPart part, Fraction points, ScoreInputs inputs, int elapsedMonths, IReadOnlySet<string> stocks)
    {
        if (part.Kind is PartKind.WhenSet or PartKind.WhenDeduct)
        {
            var holds = Expression.Condition(part.Subject).Holds(inputs);
            return holds is null ? Unknown(part, inputs)
                : holds is false ? new(part, Fraction.Zero, false, [], false)
                : part.Kind is PartKind.WhenSet ? new(part, points - PointsOf(part), true, [], false)
                : new(part, PointsOf(part), false, [], false);
        }

        if (part.Kind is PartKind.Map or PartKind.Judge)
        {
            var word = inputs[part.Kind is PartKind.Judge ? ScoreInputs.Judged : part.Subject];
            return BandOf(part, word) is { } band ? new(part, points - Fraction.Of(band.Points), false, [], false) : new(part, Fraction.Zero, false, part.Names, false);
        }

        var (value, against) = (Expression.Sum(part.Subject).Value(inputs), AgainstOf(part, inputs));
        var isOverNothing = value.IsOverNothing || against.IsOverNothing || (part.Kind is PartKind.Ratio && against.Number is { IsZero: true });
        return isOverNothing ? new(part, Fraction.Zero, false, [], true)
            : value.Number is not { } number || (part.Against.Length > 0 && against.Number is null) ? Unknown(part, inputs)
            : new(part, LossOf(part, points, number, part.Against.Length > 0 ? Required(part, inputs, elapsedMonths, stocks) : Fraction.Zero), false, [], false);
    }

    private static Fraction LossOf(ScoringPart part, Fraction points, Fraction value, Fraction against) => part.Kind switch
    {
        PartKind.Count => PointsOf(part) * Fraction.Most(Fraction.Zero, value),
        PartKind.Short => PointsOf(part) * Steps(against - value, part),
        PartKind.Over => PointsOf(part) * Steps(value - against, part),
        PartKind.Rate => PointsOf(part) * Steps(against - value, part),
        PartKind.Ratio => points * (Fraction.One - Fraction.Most(Fraction.Zero, Fraction.Least(Fraction.One, value / against))),
        _ => points - Fraction.Of(part.Bands.FirstOrDefault(b => Fraction.Of(BoundOf(b)) is var bound && (part.Kind is PartKind.TiersFrom ? value >= bound : value <= bound))?.Points ?? part.Points!.Value),
    };

    /// <summary>How many steps a gap has: of a rate by percentage points every part of a step, else every step begun.</summary>
    private static Fraction Steps(Fraction gap, ScoringPart part)
    {
        var steps = Fraction.Most(Fraction.Zero, gap) / Fraction.Of(part.Step!.Value);
        return part is { Kind: PartKind.Rate, IsLinear: true } ? steps : steps.Ceiling();
    }

    private static ScoreValue AgainstOf(ScoringPart part, ScoreInputs inputs) =>
        part.AgainstNumber is { } number ? ScoreValue.Of(number)
        : part.Kind is PartKind.Ratio ? Expression.Sum(part.Against).Value(inputs)
        : part.AgainstName is { } name ? inputs[name]
        : ScoreValue.NotRecorded;

    private static ScoreBand? BandOf(ScoringPart part, ScoreValue value) =>
        part.Bands.FirstOrDefault(b => value.Word.Length > 0 ? b.Key == value.Word : value.Number is { } number && NumberOf(b) is { } key && key == number);

    /// <summary>Of a line of a table 是 and 否 are numbers too.</summary>
    private static Fraction? NumberOf(ScoreBand band) => ScoreValue.Of(band.Key).Number
        ?? (decimal.TryParse(band.Key, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var key) ? Fraction.Of(key) : null);

    private static decimal BoundOf(ScoreBand band) => decimal.Parse(band.Key, System.Globalization.CultureInfo.InvariantCulture);

    private static Fraction PointsOf(ScoringPart part) => Fraction.Of(part.Points!.Value);

    /// <summary>It waits for what is not recorded; where all is, for the words that stand where numbers should.</summary>
    private static PartScore Unknown(ScoringPart part, ScoreInputs inputs)
    {
        List<string> missing = [.. part.Names.Where(n => !inputs[n].IsRecorded)], words = [.. part.Names.Where(n => inputs[n].Word.Length > 0)];
        return new(part, Fraction.Zero, false, missing.Count > 0 ? missing : words.Count > 0 ? words : part.Names, false);
    }
}
