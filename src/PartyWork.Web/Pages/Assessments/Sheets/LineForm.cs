using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>What is typed for one line on the spot.</summary>
public sealed class LineForm
{
    public string? Value { get; set; }
    public string? Reason { get; set; }
    public string? Evidence { get; set; }
    public bool NotApplicable { get; set; }

    /// <summary>现场认定, by the rubric's names.</summary>
    public Dictionary<string, string?> Facts { get; set; } = [];
    public int Version { get; set; }

    public static LineForm Of(LineView view) => new()
    {
        Value = view.Line.IsScored ? Typed.Print(view.Line.Given) : null,
        Reason = view.Line.Reason,
        Evidence = view.Line.Evidence,
        NotApplicable = view.Line is { IsScored: true, IsNotApplicable: true, State: not ScoreState.NotApplicable },
        Facts = view.Line.Facts.ToDictionary(f => f.Key, f => (string?)f.Value),
        Version = view.Version,
    };

    /// <param name="accepts">接受建议: the score that was typed does not count.</param>
    internal LineEntry Entry(LineView view, bool accepts) =>
        new(accepts || NotApplicable ? null : Typed.Number(Value, $"{view.Code}得分"), !accepts && NotApplicable, Reason?.Trim() ?? "", Evidence?.Trim() ?? "", Read(view));

    /// <summary>What was found, without what was left open.</summary>
    /// <exception cref="BrokenRuleException">A number is none.</exception>
    internal IReadOnlyDictionary<string, string> Read(LineView view)
    {
        var read = new Dictionary<string, string>();
        foreach (var (name, typed) in Facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)))
        {
            var field = FactField.Of(view).FirstOrDefault(f => f.Name == name) ?? throw new BrokenRuleException($"{view.Code}不认定“{name}”。");
            read[name] = field.IsNumber ? Quantity.Print(Typed.Number(typed, field.Label)!.Value) : typed!.Trim();
            Rule.Require(field.IsNumber || field.Options.Any(o => o.Value == read[name]), $"请从所列各项中选择“{field.Label}”。");
        }

        return read;
    }
}

/// <summary>A field for one thing that only people can find out.</summary>
/// <param name="Options">Bands of a judgement or words of a table with what they give, 是 and 否; empty for a number.</param>
public sealed record FactField(string Name, string Label, string Unit, IReadOnlyList<(string Value, string Text)> Options)
{
    public bool IsNumber => Options.Count == 0;

    /// <summary>In the order of the parts; what is on record is not asked again.</summary>
    public static IEnumerable<FactField> Of(LineView view)
    {
        var known = view.Line.Known();
        foreach (var name in view.Criterion.Names.Where(n => ScoreInputs.IsForAssessor(n) && !known[n].IsRecorded))
        {
            var (label, unit) = (ScoreMetrics.Words.Name(name), ScoreMetrics.All.GetValueOrDefault(name)?.Unit ?? "");
            var table = view.Criterion.Parts.FirstOrDefault(p => p.Kind is PartKind.Judge ? name == ScoreInputs.Judged : p.Kind is PartKind.Map && p.Subject == name);
            yield return new(name, label, unit, table is not null ? [.. table.Bands.Select(b => (b.Key, $"{ScoreWords.Text(b.Key)}（{b.Points:0.##}分）"))] : unit.Length > 0 ? [] : [("是", "是"), ("否", "否")]);
        }
    }
}
