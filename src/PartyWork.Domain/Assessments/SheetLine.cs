using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Assessments;

/// <summary>What an assessor enters for one line.</summary>
/// <param name="Value">Hundredths of the printed points; null takes the suggestion.</param>
/// <param name="IsNotApplicable">不适用: its points go to others.</param>
/// <param name="Evidence">佐证编号或出处 of a score that differs from the suggestion, and of points that were taken for what was found on the spot.</param>
/// <param name="Facts">现场认定: what only people can find out, by the rubric's names: numbers, bands, 是 or 否.</param>
public sealed record LineEntry(int? Value, bool IsNotApplicable, string Reason, string Evidence, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>接受: as it was computed.</summary>
    public static readonly LineEntry Accepting = new(null, false, "", "", new Dictionary<string, string>());
}

/// <summary>What a line comes to before anybody judges it.</summary>
/// <param name="Value">Hundredths of the printed points; null where only people can say, or where it does not apply.</param>
/// <param name="Sentence">What was found and what it costs: the assessor's suggestion, the letter's line and the problem's words.</param>
public sealed record LineSuggestion(ScoreState State, int? Value, string Sentence);

/// <summary>评分表的一条, with its five values. All are hundredths of the printed points; what the line is worth once others do not apply is beside them.</summary>
public sealed class SheetLine : IBelongToOrganization, IAudited
{
    public const int WordsMaxLength = 300, SentenceMaxLength = 1000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal SheetLine(int organizationId, int no, RubricCriterion criterion, ScoreBasis basis, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        (OrganizationId, No, Code, Points, Months) = (organizationId, no, criterion.Code, criterion.Points, basis.ElapsedMonths);
        Inputs = basis.Inputs.Write(criterion.Names);
        (State, Computed, var sentence) = Suggest(criterion, LineEntry.Accepting.Facts, metrics);
        (ComputedSentence, IsNotApplicable) = (Cut(sentence), State is ScoreState.NotApplicable);
    }

    /// <summary>The same line for another team: from the same records, and nobody has scored it.</summary>
    internal SheetLine(SheetLine of)
    {
        (OrganizationId, No, Code, Points, Months, Inputs) = (of.OrganizationId, of.No, of.Code, of.Points, of.Months, of.Inputs);
        (State, Computed, ComputedSentence, IsNotApplicable, Self, SelfReason) = (of.State, of.Computed, of.ComputedSentence, of.State is ScoreState.NotApplicable, of.Self, of.SelfReason);
    }

    private SheetLine() { }

    public int Id { get; private set; }
    public int SheetId { get; private set; }
    public ScoreSheet Sheet { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>Place on the sheet, from 1; on paper the same.</summary>
    public int No { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>分值 as printed.</summary>
    public int Points { get; private set; }

    /// <summary>What it counts for: its points and what those that do not apply have given it; 0 where it does not apply itself.</summary>
    public int Worth { get; private set; }
    public ScoreState State { get; private set; }

    /// <summary>What it was computed from, as stored when self-scoring ended.</summary>
    public string Inputs { get; private set; } = "";

    /// <summary>Elapsed months to which a year's requirement was prorated.</summary>
    public int Months { get; private set; }

    /// <summary>系统分; null where only people can say.</summary>
    public int? Computed { get; private set; }

    /// <summary>计算依据.</summary>
    public string ComputedSentence { get; private set; } = "";

    /// <summary>自评分; null where the organisation filed none.</summary>
    public int? Self { get; private set; }
    public string SelfReason { get; private set; } = "";

    /// <summary>考评人打分.</summary>
    public int? Given { get; private set; }
    public bool IsNotApplicable { get; private set; }
    public string Reason { get; private set; } = "";
    public string Evidence { get; private set; } = "";

    /// <summary>What the suggestion said when it was scored.</summary>
    public string Sentence { get; private set; } = "";
    public string FactsText { get; private set; } = "";
    public string ScoredBy { get; private set; } = "";

    /// <summary>UTC; null while nobody has scored it.</summary>
    public DateTime? ScoredAt { get; private set; }

    /// <summary>组长定分.</summary>
    public int? Team { get; private set; }
    public string TeamReason { get; private set; } = "";

    /// <summary>联合复核商定分, by which the organisation is told; an objection changes the reviewed value and not this. Null where the team's was upheld.</summary>
    public int? Agreed { get; private set; }

    /// <summary>What the organisation is told: the team's score, or what two teams agreed on before the feedback. What an objection changes later is in its decision.</summary>
    public int? Told => Agreed ?? Team;

    /// <summary>复核分; null where no review changed it.</summary>
    public int? Reviewed { get; private set; }
    public string ReviewReason { get; private set; } = "";

    bool IAudited.IsRecorded => ScoredAt is not null;

    public bool IsScored => ScoredAt is not null;

    /// <summary>The value that holds now.</summary>
    public int? Standing => IsNotApplicable && IsScored ? 0 : Reviewed ?? Team ?? Given ?? Computed;

    /// <summary>What it has lost, hundredths of the printed points; 0 while nobody has scored it.</summary>
    public int Loss => IsScored && !IsNotApplicable && Standing is { } value ? Points - value : 0;

    /// <summary>Why points were lost, as letter and problem say it: the reason that somebody gave, else what was computed.</summary>
    public string LossSentence => ReviewReason.Length > 0 ? ReviewReason : TeamReason.Length > 0 ? TeamReason : Reason.Length > 0 ? Reason : Sentence;

    /// <summary>What is to be put right: the fact that the team found, whatever a review thought of the points; only where the review alone took points, its reason.</summary>
    public string LostFact => ReviewReason.Length > 0 && (Team ?? Given) == Points ? ReviewReason : TeamReason.Length > 0 ? TeamReason : Reason.Length > 0 ? Reason : Sentence;

    public IReadOnlyDictionary<string, string> Facts => FactsText.Length == 0 ? LineEntry.Accepting.Facts : JsonSerializer.Deserialize<Dictionary<string, string>>(FactsText)!;

    /// <summary>By what the line is worth, rounded once.</summary>
    public int? WorthOf(int? value) => value is { } v ? new SheetPoints(Points, Worth, v).OfWorth : null;

    /// <summary>What it was computed from, by the rubric's names.</summary>
    public ScoreInputs Known() => ScoreInputs.Read(Inputs);

    internal void Say(int? self, string reason) => (Self, SelfReason) = (self, reason);

    internal void Weigh(int worth) => Worth = worth;

    internal LineSuggestion Suggest(RubricCriterion criterion, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var scored = RubricScoring.Single(criterion, new ScoreBasis(ScoreInputs.Read(Inputs).With(facts.Where(f => f.Value.Trim().Length > 0).ToDictionary(f => f.Key, f => ValueOf(f.Value.Trim()))), Months, null), metrics);
        return new(scored.State, scored.State is ScoreState.Computed ? scored.Earned : null, scored.Sentence);
    }

    internal void Score(RubricCriterion criterion, LineEntry entry, LineSuggestion suggestion, Actor by, DateTime now)
    {
        var known = criterion.Names.Where(ScoreInputs.IsForAssessor).ToHashSet();
        var stranger = entry.Facts.Keys.FirstOrDefault(k => !known.Contains(k));
        Rule.Require(stranger is null, $"{Code}不认定“{stranger}”。");
        Rule.Require(entry.Reason.Length <= WordsMaxLength && entry.Evidence.Length <= WordsMaxLength, $"{Code}：理由和佐证各不超过{WordsMaxLength}字。");
        var applies = !entry.IsNotApplicable && (suggestion.State is not ScoreState.NotApplicable || entry.Value is not null);
        var value = applies ? entry.Value ?? suggestion.Value : null;
        Rule.Require(!applies || value is not null, $"{Code}没有系统分，请打分。");
        Rule.Require(value is null or >= 0 && !(value > Points), $"{Code}的得分应在0至{Quantity.Print(Points)}之间。");
        Rule.Require(applies || suggestion.State is ScoreState.NotApplicable || entry.Reason.Length > 0, $"{Code}：认定不适用的，请写明理由。");
        if (applies && value != suggestion.Value)
        {
            Rule.Require(value == Points && suggestion.Value is null || entry.Reason.Length > 0, suggestion.Value is null ? $"{Code}：扣分的，请写明扣分原因。" : $"{Code}：得分与系统建议的{Quantity.Print(suggestion.Value.Value)}分不同，请写明理由。");
            Rule.Require(suggestion.Value is null || entry.Evidence.Length > 0, $"{Code}：得分与系统建议不同，请写明佐证编号或出处。");
        }

        if (applies && criterion.Parts.FirstOrDefault(p => p.Kind is PartKind.Judge) is { } judge)
        {
            if (entry.Facts.GetValueOrDefault(ScoreInputs.Judged)?.Trim() is { Length: > 0 } band)
            {
                judge.RequireReason(band, entry.Reason);
            }

            Rule.Require(value == Points || entry.Reason.Length >= ScoringPart.ReasonMinLength, $"{Code}由考核组评判，没有评为最高一档的，理由不少于{ScoringPart.ReasonMinLength}字。");
        }

        var isOnRecord = value == suggestion.Value && entry.Facts.Count == 0; // the records by which it was computed are its evidence
        Rule.Require(!applies || value == Points || isOnRecord || entry.Evidence.Length > 0, $"{Code}：扣分要有佐证，请写明佐证编号、材料名称或在哪里看到，例如“查阅《会议记录》”“现场查看”。");
        (Given, IsNotApplicable, Reason, Evidence, Sentence, ScoredBy, ScoredAt) = (value, !applies, entry.Reason, entry.Evidence, Cut(suggestion.Sentence), by.Name, now);
        FactsText = entry.Facts.Count == 0 ? "" : JsonSerializer.Serialize(entry.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(), Plain);
        (Team, TeamReason) = (null, "");
    }

    internal void Settle(int value, string reason)
    {
        Rule.Require(IsScored && !IsNotApplicable, $"{Code}还没有评分，或者不适用，组长不定分。");
        Rule.Require(value >= 0 && value <= Points, $"{Code}的得分应在0至{Quantity.Print(Points)}之间。");
        Rule.Require(reason.Length <= WordsMaxLength && (value == Given || reason.Length > 0), $"{Code}：组长定分与考评人打分不同，请写明理由，不超过{WordsMaxLength}字。");
        Rule.Require(value >= Given || Evidence.Length > 0, $"{Code}：组长比考评人多扣分的，请先在打分处写明佐证编号或出处。");
        (Team, TeamReason) = value == Given ? ((int?)null, "") : (value, reason);
    }

    internal void Merge() => Team ??= Given;

    internal void Agree(int value, string agreed)
    {
        Review(value, agreed);
        Agreed = value;
    }

    internal void Review(int value, string reason)
    {
        Rule.Require(!IsNotApplicable, $"{Code}不适用，不能调整分值。");
        Rule.Require(value >= 0 && value <= Points, $"{Code}的得分应在0至{Quantity.Print(Points)}之间。");
        Rule.Require(value != Standing, $"{Code}现在就是{Quantity.Print(value)}分；不调整的，请选“维持”。");
        (Reviewed, ReviewReason) = (value, reason.Length > WordsMaxLength ? reason[..WordsMaxLength] : reason);
    }

    internal void Clear()
    {
        (Given, Team, Reason, Evidence, Sentence, FactsText, ScoredBy, ScoredAt, TeamReason) = (null, null, "", "", "", "", "", null, "");
        IsNotApplicable = State is ScoreState.NotApplicable;
    }

    private static ScoreValue ValueOf(string typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? ScoreValue.Of(number) : ScoreValue.Of(typed);

    private static string Cut(string sentence) => sentence.Length > SentenceMaxLength ? sentence[..SentenceMaxLength] : sentence;
}

/// <summary>What a line was given, against its printed points and what it is worth; hundredths.</summary>
public sealed record SheetPoints(int Points, int Worth, int Value)
{
    /// <summary>By what the line is worth, rounded once.</summary>
    public int OfWorth => (Fraction.OfHundredths(Value) * Fraction.OfHundredths(Worth) / Fraction.OfHundredths(Points)).RoundedHundredths();
}
