using System.Text;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.AnnualReports;

/// <summary>
/// The words of a paragraph with figures bound into them: {figure_key} stands where a number or name will stand. Who edits sees {名称}.
/// Words are free; a bound figure can be moved but neither broken nor lost.
/// </summary>
public static partial class ReportText
{
    /// <summary>What stands for a figure where only the written words matter.</summary>
    public const char Slot = '\uFFFC';

    /// <summary>The keys of the bound figures in the order of the text, repeated ones repeated.</summary>
    public static IReadOnlyList<string> Chips(string text) => [.. ChipPattern().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>Words and figures in turn: Key is null for words.</summary>
    public static IEnumerable<(string Text, string? Key)> Pieces(string text)
    {
        var from = 0;
        foreach (Match chip in ChipPattern().Matches(text))
        {
            if (chip.Index > from)
            {
                yield return (text[from..chip.Index], null);
            }

            yield return (chip.Value, chip.Groups[1].Value);
            from = chip.Index + chip.Length;
        }

        if (from < text.Length)
        {
            yield return (text[from..], null);
        }
    }

    /// <summary>The written words alone, a <see cref="Slot"/> for every figure.</summary>
    public static string Words(string text) => ChipPattern().Replace(text, $"{Slot}");

    /// <summary>As it will be printed; what has no value keeps its name in brackets, so that nobody overlooks it.</summary>
    public static string Print(string text, IReadOnlyDictionary<string, ReportFigure> values) =>
        ChipPattern().Replace(text, m => values.TryGetValue(m.Groups[1].Value, out var figure) ? figure.Printed : $"【{m.Groups[1].Value}】");

    /// <summary>Without the clauses that would count to nothing: “0个社区成立大党委” is not told.</summary>
    public static string WithoutNothing(string text, IReadOnlyDictionary<string, ReportFigure> values) => string.Join('。', text.Split('。')
        .Select(s => (Sentence: s, Clauses: s.Split('，').Where(c => !IsNothing(c, values)).ToList())).Where(s => s.Clauses.Count > 0).Select(s => string.Join('，', s.Clauses)));

    /// <summary>For the one who edits: {lagging_communities} → {后进社区数}.</summary>
    public static string ToNames(string text, IReadOnlyDictionary<string, string> names) =>
        ChipPattern().Replace(text, m => $"{{{names.GetValueOrDefault(m.Groups[1].Value, m.Groups[1].Value)}}}");

    /// <summary>What was typed, as it is stored: names become keys again, line breaks and blanks at the ends go.</summary>
    /// <exception cref="BrokenRuleException">A bracket is missing, or a name between brackets is no figure's.</exception>
    public static string FromNames(string typed, IReadOnlyDictionary<string, string> names)
    {
        var text = string.Concat(typed.Replace('｛', '{').Replace('｝', '}').Split('\n', '\r').Select(l => l.Trim()));
        var keys = names.GroupBy(n => n.Value).ToDictionary(g => g.Key, g => g.First().Key);
        var stored = new StringBuilder();
        for (var from = 0; from < text.Length;)
        {
            var open = text.IndexOfAny(['{', '}'], from);
            if (open < 0)
            {
                stored.Append(text[from..]);
                break;
            }

            var close = text[open] == '{' ? text.IndexOfAny(['{', '}'], open + 1) : -1;
            Rule.Require(close > 0 && text[close] == '}', $"“{Around(text, open)}”处的花括号不成对。指标写作“{{名称}}”，请补全或恢复范文后再改。");
            var name = text[(open + 1)..close].Trim();
            Rule.Require(keys.ContainsKey(name) || names.ContainsKey(name), $"“{{{name}}}”不是数据字典里的指标。请照原样保留花括号里的名称，或从右侧指标中选用。");
            stored.Append(text[from..open]).Append('{').Append(keys.GetValueOrDefault(name, name)).Append('}');
            from = close + 1;
        }

        return stored.ToString();
    }

    private static bool IsNothing(string clause, IReadOnlyDictionary<string, ReportFigure> values) =>
        Chips(clause) is { Count: > 0 } chips && chips.All(k => values.TryGetValue(k, out var figure) && figure is { IsThere: true, Number: 0 });

    /// <exception cref="BrokenRuleException">Names the figures of the template that the new text has lost.</exception>
    public static void RequireKept(string template, string text, IReadOnlyDictionary<string, string> names)
    {
        var kept = Chips(text).CountBy(k => k).ToDictionary();
        var lost = Chips(template).CountBy(k => k).Where(c => kept.GetValueOrDefault(c.Key) < c.Value).Select(c => $"{{{names.GetValueOrDefault(c.Key, c.Key)}}}").ToList();
        Rule.Require(lost.Count == 0, $"缺少指标{string.Join("、", lost)}。文字可以改，指标不能删；请放回句中，本年确无此项的请用“本段不写”。");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 4)..Math.Min(text.Length, at + 8)];

    [GeneratedRegex(@"\{([a-z0-9_]+)\}")]
    private static partial Regex ChipPattern();
}
