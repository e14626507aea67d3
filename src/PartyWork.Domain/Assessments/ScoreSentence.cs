namespace PartyWork.Domain.Assessments;

/// <summary>得分说明 in the office's words: 应48 实47 → −0.5 → 12月25日前补开可挽回.</summary>
/// <param name="isAtCheck">考核时: what is missing changes nothing any more, and nobody needs to be told so line by line.</param>
internal sealed class ScoreSentence(IReadOnlyDictionary<string, ScoreMetric> metrics, IReadOnlySet<string> stocks, bool isAtCheck = false)
{
    private readonly PartWords _words = new(metrics);

    private const string Arrow = ScoreWords.Arrow, Irreversible = Arrow + "不可挽回";

    public string Of(RubricCriterion criterion, CriterionScore score, ScoreBasis basis, Fraction scale, bool isReachable)
    {
        // 定分 overrides what was deducted before it.
        var losses = score.Parts.Where(p => score.Parts.Any(s => s.IsSet) ? p.IsSet : !p.Loss.IsZero).ToList();
        var points = Fraction.OfHundredths(criterion.Points);
        var sentences = losses.Zip(Taken(losses, points)).Select(p => Found(p.First, criterion, basis) + Arrow + (p.First.IsSet ? $"本条得{((points - p.First.Loss) * scale).Print()}分" : Lost(p.First, p.Second, scale)) + After(p.First.Part, basis)).ToList();
        if (sentences.Count == 0)
        {
            sentences.Add(string.Join("，", score.Parts.Where(p => p.Unknown.Count == 0).Select(p => Found(p, criterion, basis)).Where(f => f.Length > 0).Distinct()) is { Length: > 0 } found ? $"{found}，不扣分" : "没有应扣分的情形");
        }
        else if (!isReachable && losses.Exists(p => After(p.Part, basis) is not ("" or Irreversible)))
        {
            sentences.Add("补上后本条仍因其他扣分无法挽回");
        }

        return string.Join("；", sentences) + "。";
    }

    /// <summary>Why a criterion has no score: it does not apply, or something that would change it is not recorded; what has been found already is told before it.</summary>
    public string Unscored(RubricCriterion criterion, CriterionScore score, ScoreBasis basis, Fraction scale)
    {
        var inputs = basis.Inputs;
        if (score.State is ScoreState.NotApplicable)
        {
            var reason = score.Parts.Where(p => p.IsOverNothing).OrderByDescending(p => p.Part.Kind is PartKind.Ratio).FirstOrDefault() is { } nothing
                ? $"{WithoutObject(nothing.Part)}{(nothing.Part.Kind is PartKind.Ratio ? "（细则没有规定最少项数）" : "")}"
                : Expression.Condition(criterion.Options.NotApplicableWhen).Say(metrics);
            return $"{reason}，本条不适用，分值并入其他条款。";
        }

        var found = string.Concat(score.Parts.Where(p => !p.Loss.IsZero && !p.IsSet).Select(p => $"已知扣分：{Found(p, criterion, basis)}{Arrow}{Lost(p, Fraction.Least(p.Loss, Fraction.OfHundredths(criterion.Points)), scale)}{After(p.Part, basis)}；"));
        if (score.State is ScoreState.Partial)
        {
            return $"{found}{string.Join("、", score.Parts.SelectMany(p => p.Unknown).Distinct().Select(_words.Name))}由考核组现场认定，本条由考核组评定。";
        }

        var missing = score.Parts.Where(p => p.IsNotRecorded).SelectMany(p => p.Unknown).Distinct().Where(n => !ScoreInputs.IsForAssessor(n)).ToList();
        var misfit = missing.Find(n => inputs[n] is { IsRecorded: true, IsOverNothing: false });
        return missing.Count == 0 ? $"{found}由考核组现场评定。"
            : misfit is not null ? $"{_words.Name(misfit)}记录为“{_words.Value(misfit, inputs)}”，{(score.Parts.Any(p => p.Part.Kind is PartKind.Map && p.Unknown.Contains(misfit)) ? "对照表没有这一档" : "不能用来计分")}，由考核组评定。"
            : $"{found}{string.Join("；", Missing(missing, inputs))}。";
    }

    /// <summary>Each kind of what is missing with what helps: waiting, looking at the place, entering it.</summary>
    private IEnumerable<string> Missing(List<string> missing, ScoreInputs inputs)
    {
        foreach (var awaited in missing.Where(n => inputs[n].Awaited is not null).GroupBy(n => inputs[n].Awaited!.Value))
        {
            yield return $"{Names(awaited)}：{awaited.Key.What}{awaited.Key.Until.Month}月{awaited.Key.Until.Day}日结束后计分";
        }

        var (kept, notKept) = (missing.Where(n => inputs[n].Awaited is null && metrics.GetValueOrDefault(n) is not { IsAwaited: true }).ToList(), missing.Where(n => metrics.GetValueOrDefault(n) is { IsAwaited: true }).ToList());
        if (notKept.Count > 0)
        {
            yield return $"系统没有“{Names(notKept)}”的记录，由考核组现场查证";
        }

        if (kept.Count > 0)
        {
            yield return $"{Names(kept)}未记录，本条由考核组评定{(isAtCheck || notKept.Count > 0 ? "" : kept.TrueForAll(n => n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)) ? "；请区委组织部在细则中填写区定标准" : "；补录后即可自动计分")}";
        }
    }

    private string Names(IEnumerable<string> names) => string.Join("、", names.Select(_words.Name));

    /// <summary>What each loss really took: of the points no more than were left.</summary>
    private static IEnumerable<Fraction> Taken(List<PartScore> losses, Fraction points)
    {
        foreach (var part in losses)
        {
            var taken = Fraction.Least(part.Loss, points);
            points -= taken;
            yield return taken;
        }
    }

    private static string Lost(PartScore part, Fraction taken, Fraction scale) =>
        taken.IsZero ? "本条已扣完" : $"−{(taken * scale).Print()}{(taken == part.Loss ? "" : "（扣完为止）")}";

    private string Found(PartScore scored, RubricCriterion criterion, ScoreBasis basis)
    {
        var (part, inputs) = (scored.Part, basis.Inputs);
        if (scored.IsOverNothing)
        {
            return WithoutObject(part);
        }

        switch (part.Kind)
        {
            case PartKind.WhenSet or PartKind.WhenDeduct:
                return scored.Loss.IsZero && !scored.IsSet ? "" : Expression.Condition(part.Subject).Say(metrics);
            case PartKind.Judge:
                return $"考核组评为“{ScoreWords.Text(inputs[ScoreInputs.Judged].Word)}”";
            case PartKind.Map:
                return $"{_words.Name(part.Subject)}为“{_words.Value(part.Subject, inputs)}”";
            case PartKind.Short:
                return $"{_words.Name(part.Subject)}{Due(part, basis)} 实{_words.Value(part.Subject, inputs)}";
            case PartKind.Over:
                return $"{_words.Name(part.Subject)}限{_words.Measure(part.Subject, Scoring.Required(part, inputs, basis.ElapsedMonths, stocks))} 实{_words.Value(part.Subject, inputs)}";
            case PartKind.Rate:
                return $"{_words.Name(part.Subject)}应达{_words.Measure(part.Subject, Fraction.Of(part.AgainstNumber!.Value))} 实为{_words.Value(part.Subject, inputs)}{_words.Counted(part.Subject, inputs)}";
            case PartKind.Ratio:
                return $"{_words.Name(part.Against)}{_words.Value(part.Against, inputs)} {_words.Name(part.Subject)}{_words.Value(part.Subject, inputs)}";
            default:
                return $"{_words.Name(part.Subject)}{_words.Value(part.Subject, inputs)}{_words.Counted(part.Subject, inputs)}";
        }
    }

    /// <summary>What is required; where it is a year's, prorated, from what and how.</summary>
    private string Due(ScoringPart part, ScoreBasis basis)
    {
        var (due, year) = (Scoring.Required(part, basis.Inputs, basis.ElapsedMonths, stocks), Scoring.RequiredOfYear(part, basis.Inputs));
        var months = basis.Inputs[part.Subject].Months is { } inPost && inPost < basis.ElapsedMonths ? $"在岗满{inPost}" : $"已满{basis.ElapsedMonths}";
        return due == year ? $"应{_words.Measure(part.Subject, due)}" : $"全年应{_words.Measure(part.Subject, year)}（按{months}个月折算{_words.Measure(part.Subject, due)}）";
    }

    private string WithoutObject(ScoringPart part) => $"{_words.Name(part.Kind is PartKind.Ratio ? part.Against : part.Subject)}没有应考核的对象";

    /// <summary>What earns it back, or that nothing does.</summary>
    private string After(ScoringPart part, ScoreBasis basis)
    {
        if (basis.Until is not { } until)
        {
            return isAtCheck ? "" : Irreversible;
        }

        var remedies = part.Names.Select(n => metrics.GetValueOrDefault(n)).OfType<ScoreMetric>().Where(m => m.Remedy.Length > 0 && (m.Becomes.Length == 0 || basis.Inputs[m.Key].Word != m.Becomes)).Select(m => m.Remedy).Distinct().ToList();
        return remedies.Count == 0 || !part.Names.Where(n => !n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)).All(n => metrics.GetValueOrDefault(n)?.Remedy.Length > 0)
            ? Irreversible
            : $"{Arrow}{until.Month}月{until.Day}日前{string.Join("、", remedies)}可挽回{(part.Names.Any(n => metrics.GetValueOrDefault(n)?.Becomes.Length > 0) ? "一部分" : "")}";
    }
}
