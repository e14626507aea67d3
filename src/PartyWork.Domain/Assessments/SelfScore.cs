using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Assessments;

/// <summary>自评: what an organisation says of itself before it is assessed. Whatever it leaves alone is as the records have it, and in full where they have nothing, so that it writes only where it differs.</summary>
/// <param name="lines">The criteria that are assessed, with what each comes to by the records today.</param>
public sealed class SelfScore(Filing filing, IReadOnlyList<ScoreLine> lines) : FiledForm(filing)
{
    /// <summary>Rows beside the criteria's.</summary>
    public const string Highlights = "亮点", Weaknesses = "不足";

    /// <summary>主要不足 at least.</summary>
    public const int LeastWeaknesses = 3;

    /// <summary>亮点 at most.</summary>
    public const int MostHighlights = 3;

    public FilingRow? Row(string key) => Filing.Rows.SingleOrDefault(r => r.Key == key);

    /// <summary>Hundredths of the printed points: what it says, else what is computed, else all; null where the line does not apply.</summary>
    public int? Of(ScoreLine line) => line.State is ScoreState.NotApplicable ? null : Row(line.Criterion.Code)?.Value ?? ComputedOf(line) ?? line.Criterion.Points;

    /// <summary>Nobody reviews a self-score: what is handed in is 已报送.</summary>
    public static string State(FilingStatus status) => status is FilingStatus.Submitted ? "已报送" : status.Text();

    public static int? ComputedOf(ScoreLine line) => line.State is not ScoreState.Computed || line.Points == 0 ? null
        : (Fraction.OfHundredths(line.Earned) * Fraction.OfHundredths(line.Criterion.Points) / Fraction.OfHundredths(line.Points)).RoundedHundredths();

    /// <summary>What is still missing, by row and field; empty when it can be handed over.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. lines.Where(l => l.State is not ScoreState.NotApplicable).SelectMany(l => MissingOf(l)),
        .. LinesOf(Weaknesses).Count >= LeastWeaknesses ? Array.Empty<string>() : [$"主要不足至少写{LeastWeaknesses}条，每行一条。"],
    ];

    /// <summary>Keeps what was typed, complete or not.</summary>
    /// <param name="value">Hundredths; null takes what is computed.</param>
    public void Write(ScoreLine line, int? value, string reason, DateTime now)
    {
        var (code, points) = (line.Criterion.Code, line.Criterion.Points);
        Rule.Require(value is null or >= 0 && !(value > points), $"{code}的自评分应在0至{Quantity.Print(points)}之间。");
        Rule.Require(reason.Length <= FilingRow.WordsMaxLength, $"{code}的说明不超过{FilingRow.WordsMaxLength}字。");
        Filing.Edit(code, $"{code} {line.Criterion.Standard}", now).Fill(value is null ? Answer.Unanswered : Answer.Value, null, value, reason);
    }

    /// <summary>亮点 and 主要不足, one a line.</summary>
    public void Write(string key, string words, DateTime now)
    {
        Rule.Require(words.Length <= FilingRow.WordsMaxLength, $"{key}不超过{FilingRow.WordsMaxLength}字。");
        Rule.Require(key != Highlights || TextLines.Of(words).Count <= MostHighlights, $"亮点最多写{MostHighlights}条。");
        Filing.Edit(key, key, now).Fill(words.Length == 0 ? Answer.Unanswered : Answer.Value, null, null, words);
    }

    public IReadOnlyList<string> LinesOf(string key) => TextLines.Of(Row(key)?.Words ?? "");

    private IEnumerable<string> MissingOf(ScoreLine line)
    {
        var (row, computed) = (Row(line.Criterion.Code), ComputedOf(line));
        if (row?.Value is { } own && row.Words.Length == 0 && (computed is null ? own < line.Criterion.Points : own != computed))
        {
            yield return computed is null ? $"{line.Criterion.Code}自评没有得满，请说明扣在哪里。" : $"{line.Criterion.Code}的自评分与系统分{Quantity.Print(computed.Value)}不同，请说明原因。";
        }
    }

    protected override void Complete(DateTime now) => Rule.Require(Missing.Count == 0, string.Join("", Missing.Take(5)) + (Missing.Count > 5 ? $"等{Missing.Count}处。" : ""));
}
