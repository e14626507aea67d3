namespace PartyWork.Domain.Assessments;

/// <summary>得分说明 in the office's words: 应48 实47 → −0.5 → 12月25日前补开可挽回.</summary>
internal sealed class ScoreSentence(IReadOnlyDictionary<string, ScoreMetric> metrics, IReadOnlySet<string> stocks, DateOnly until)
{
    private readonly PartWords _words = new(metrics);

    private const string Arrow = " → ", Irreversible = "不可挽回";

    public string Of(RubricCriterion criterion, CriterionScore score, ScoreBasis basis, Fraction scale, bool isReachable)
    {
        var losses = score.Parts.Where(p => !p.Loss.IsZero).ToList();
        var sentences = losses.Select(p => Found(p, criterion, basis) + Arrow + (p.IsSet ? $"本条得{((Fraction.OfHundredths(criterion.Points) - p.Loss) * scale).Print()}分" : $"−{(p.Loss * scale).Print()}") + After(p.Part, basis.Inputs)).ToList();
        if (sentences.Count == 0)
        {
            sentences.Add(string.Join("，", score.Parts.Where(p => p.Unknown.Count == 0).Select(p => Found(p, criterion, basis)).Where(f => f.Length > 0).Distinct()) is { Length: > 0 } found ? $"{found}，不扣分" : "没有应扣分的情形");
        }
        else if (!isReachable && losses.Exists(p => After(p.Part, basis.Inputs) != Arrow + Irreversible))
        {
            sentences.Add("补上后本条仍因其他扣分无法挽回");
        }

        if (score.Parts.Where(p => p.IsForAssessor).SelectMany(p => p.Unknown).Distinct().ToList() is { Count: > 0 } facts)
        {
            sentences.Add($"{string.Join("、", facts.Select(_words.Name))}由考核组现场认定，暂按无问题计");
        }

        return string.Join("；", sentences) + "。";
    }

    public string Unscored(RubricCriterion criterion, CriterionScore score, ScoreInputs inputs)
    {
        if (score.State is ScoreState.NotApplicable)
        {
            var reason = score.Parts.FirstOrDefault(p => p.IsOverNothing) is { } part
                ? $"{_words.Name(part.Part.Kind is PartKind.Ratio ? part.Part.Against : part.Part.Subject)}没有应考核的对象"
                : Expression.Condition(criterion.Options.NotApplicableWhen).Say(metrics);
            return $"{reason}，本条不适用，分值并入其他条款。";
        }

        var missing = score.Parts.Where(p => p.IsNotRecorded).SelectMany(p => p.Unknown).Distinct().Where(n => !ScoreInputs.IsForAssessor(n)).ToList();
        var unlisted = missing.Where(n => inputs[n].Word.Length > 0).ToList();
        return missing.Count == 0 ? "系统没有可用的记录，由考核组现场评定。"
            : unlisted.Count > 0 ? $"{_words.Name(unlisted[0])}记录为“{ScoreWords.Text(inputs[unlisted[0]].Word)}”，对照表没有这一档，由考核组评定。"
            : $"{string.Join("、", missing.Select(_words.Name))}未记录，本条由考核组评定；{(missing.TrueForAll(n => n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)) ? "请区委组织部在细则中填写区定标准" : "补录后即可自动计分")}。";
    }

    private string Found(PartScore scored, RubricCriterion criterion, ScoreBasis basis)
    {
        var (part, inputs) = (scored.Part, basis.Inputs);
        switch (part.Kind)
        {
            case PartKind.WhenSet or PartKind.WhenDeduct:
                return scored.Loss.IsZero && !scored.IsSet ? "" : Expression.Condition(part.Subject).Say(metrics);
            case PartKind.Judge:
                return $"考核组评为“{ScoreWords.Text(inputs[ScoreInputs.Judged].Word)}”";
            case PartKind.Map:
                return $"{_words.Name(part.Subject)}为“{_words.Value(part.Subject, inputs)}”";
            case PartKind.Short:
                return $"{_words.Name(part.Subject)}应{_words.Measure(part.Subject, Scoring.Required(part, inputs, basis.ElapsedMonths, stocks))} 实{_words.Value(part.Subject, inputs)}";
            case PartKind.Over:
                return $"{_words.Name(part.Subject)}限{_words.Measure(part.Subject, Scoring.Required(part, inputs, basis.ElapsedMonths, stocks))} 实{_words.Value(part.Subject, inputs)}";
            case PartKind.Rate:
                return $"{_words.Name(part.Subject)}应达{_words.Measure(part.Subject, Fraction.Of(part.AgainstNumber!.Value))} 实为{_words.Value(part.Subject, inputs)}{Counted(inputs[part.Subject])}";
            case PartKind.Ratio:
                return $"{_words.Name(part.Against)}{_words.Value(part.Against, inputs)} {_words.Name(part.Subject)}{_words.Value(part.Subject, inputs)}";
            default:
                return $"{_words.Name(part.Subject)}{_words.Value(part.Subject, inputs)}{Counted(inputs[part.Subject])}";
        }
    }

    private static string Counted(ScoreValue value) => value.Parts is { } parts ? $"（应{parts.Required.Print()} 实{parts.Reached.Print()}）" : "";

    /// <summary>What earns it back, or that nothing does.</summary>
    private string After(ScoringPart part, ScoreInputs inputs)
    {
        var remedies = part.Names.Select(n => metrics.GetValueOrDefault(n)).OfType<ScoreMetric>().Where(m => m.Remedy.Length > 0 && (m.Becomes.Length == 0 || inputs[m.Key].Word != m.Becomes)).Select(m => m.Remedy).Distinct().ToList();
        return remedies.Count == 0 || !part.Names.Where(n => !n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)).All(n => metrics.GetValueOrDefault(n)?.Remedy.Length > 0)
            ? Arrow + Irreversible
            : $"{Arrow}{until.Month}月{until.Day}日前{string.Join("、", remedies)}可挽回{(part.Names.Any(n => metrics.GetValueOrDefault(n)?.Becomes.Length > 0) ? "一部分" : "")}";
    }
}
