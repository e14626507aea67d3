using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Assessments;

/// <summary>A whole rubric scored: what applies, whose points go where, what each line comes to.</summary>
public static class RubricScoring
{
    /// <summary>The criteria of a phase: at mid-year those for mid-year, at the end all. A lagging community is checked by all of them whenever it is.</summary>
    public static IEnumerable<RubricCriterion> OfPhase(Rubric rubric, AssessmentPhase phase) =>
        rubric.Criteria.Where(c => phase is AssessmentPhase.End || rubric.Kind is RubricKind.LaggingCommunity || c.Phase is not CriterionPhase.End);

    /// <param name="basis">What each criterion is scored from; one that was scored at mid-year keeps the basis of mid-year, in which nothing can be earned back any more.</param>
    /// <param name="metrics">Names, units and remedies of what the parts read.</param>
    public static ScoredRubric Score(Rubric rubric, AssessmentPhase phase, Func<RubricCriterion, ScoreBasis> basis, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var stocks = StocksOf(metrics);
        var scored = OfPhase(rubric, phase).Select(c => (Criterion: c, Basis: basis(c))).Select(c => (c.Criterion, c.Basis, Score: Scoring.Score(c.Criterion, c.Basis.Inputs, c.Basis.ElapsedMonths, stocks))).ToList();
        var applies = scored.Where(s => s.Score.State is not ScoreState.NotApplicable).Select(s => s.Criterion).ToHashSet();
        var taken = Reallocated(rubric, [.. scored.Select(s => s.Criterion)], applies);
        var words = new ScoreSentence(metrics, stocks);
        return new([.. scored.Select(s => Line(s.Criterion, s.Basis, s.Score, taken[s.Criterion], words, metrics, stocks))]);
    }

    /// <summary>One criterion by itself, at its printed points, as a check finds it.</summary>
    public static ScoreLine Single(RubricCriterion criterion, ScoreBasis basis, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var stocks = StocksOf(metrics);
        return Line(criterion, basis, Scoring.Score(criterion, basis.Inputs, basis.ElapsedMonths, stocks), (criterion.Points, []), new ScoreSentence(metrics, stocks, isAtCheck: true), metrics, stocks);
    }

    /// <summary>What each criterion counts for, in hundredths, when only some of them apply.</summary>
    public static IReadOnlyDictionary<RubricCriterion, int> Worth(Rubric rubric, IReadOnlyList<RubricCriterion> criteria, IReadOnlySet<RubricCriterion> applies) =>
        Reallocated(rubric, [.. criteria], [.. applies]).ToDictionary(t => t.Key, t => t.Value.Points);

    /// <summary>
    /// 不适用条款的分值: to what the rubric names, else to the other criteria of the item, else of the class, else to all; in proportion to their points,
    /// by largest remainder.
    /// </summary>
    private static Dictionary<RubricCriterion, (int Points, List<string> From)> Reallocated(Rubric rubric, List<RubricCriterion> all, HashSet<RubricCriterion> applies)
    {
        var taken = all.ToDictionary(c => c, c => (Points: applies.Contains(c) ? c.Points : 0, From: new List<string>()));
        var moves = all.Where(c => !applies.Contains(c))
            .Select(c => (Criterion: c, To: Takers(rubric, c).Select(group => all.Where(x => applies.Contains(x) && group.Contains(x)).ToList()).FirstOrDefault(g => g.Count > 0)))
            .Where(m => m.To is not null)
            .GroupBy(m => string.Join(' ', m.To!.Select(c => c.Code)));
        foreach (var move in moves)
        {
            var to = move.First().To!;
            foreach (var (criterion, share) in to.Zip(Apportionment.Share(move.Sum(m => m.Criterion.Points), [.. to.Select(c => c.Points)])))
            {
                var (points, from) = taken[criterion];
                from.AddRange(move.Select(m => m.Criterion.Code));
                taken[criterion] = (points + share, from);
            }
        }

        return taken;
    }

    /// <summary>Who may take a criterion's points, nearest first.</summary>
    private static IEnumerable<HashSet<RubricCriterion>> Takers(Rubric rubric, RubricCriterion criterion)
    {
        var category = rubric.Categories.Single(c => c.Items.Any(i => i.Criteria.Contains(criterion)));
        if (criterion.Options.ReallocateTo is { Length: > 0 } target)
        {
            yield return [.. Scoring.Within(rubric, target)];
        }

        yield return [.. category.Items.Single(i => i.Criteria.Contains(criterion)).Criteria];
        yield return [.. category.Items.SelectMany(i => i.Criteria)];
        yield return [.. rubric.Criteria];
    }

    private static ScoreLine Line(RubricCriterion criterion, ScoreBasis basis, CriterionScore score, (int Points, List<string> From) taken, ScoreSentence words, IReadOnlyDictionary<string, ScoreMetric> metrics, IReadOnlySet<string> stocks)
    {
        if (score.State is not ScoreState.Computed)
        {
            return new(criterion, score.State, taken.Points, 0, 0, 0, taken.Points, words.Unscored(criterion, score, basis, Fraction.OfHundredths(taken.Points) / Fraction.OfHundredths(criterion.Points)), score.Parts, taken.From) { Why = ScoreLine.WhyOpen(score, basis.Inputs, metrics) };
        }

        // What was lost with things that can still be mended: the score with those parts left out, against the score as it stands. Past the data day nothing can.
        var mended = basis.Until is null ? score : Scoring.Score(criterion, basis.Inputs.Mended(metrics), basis.ElapsedMonths, stocks, p => CanBeMended(p, metrics));
        var scale = Fraction.OfHundredths(taken.Points) / Fraction.OfHundredths(criterion.Points);
        var earned = (score.Earned * scale).RoundedHundredths();
        var reachable = Math.Max(earned, (mended.Earned * scale).RoundedHundredths());
        var sentence = words.Of(criterion, score, basis, scale, reachable > earned);
        return new(criterion, score.State, taken.Points, earned, reachable - earned, taken.Points - reachable, 0, sentence, score.Parts, taken.From);
    }

    private static HashSet<string> StocksOf(IReadOnlyDictionary<string, ScoreMetric> metrics) => metrics.Values.Where(m => m.IsStock).Select(m => m.Key).ToHashSet();

    /// <summary>Everything recorded that the part reads can be made good, and wholly.</summary>
    private static bool CanBeMended(ScoringPart part, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var read = part.Names.Where(n => !n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)).ToList();
        return read.Count > 0 && read.TrueForAll(n => metrics.GetValueOrDefault(n) is { Remedy.Length: > 0, Becomes.Length: 0 });
    }
}
