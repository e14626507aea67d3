using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Figures;

/// <summary>One organisation's answer to a <see cref="DataRequest"/>: a filing of a single row, which is a number, 无此项, or not answered yet.</summary>
public sealed class DataAnswer(Filing filing, DataRequest request) : FiledForm(filing)
{
    /// <summary>The filing's one row.</summary>
    public const string Key = "N";

    /// <summary>无此项: said by the organisation, which is neither 0 nor silence.</summary>
    public const string Nil = "无此项";

    public FilingRow? Row => Filing.Rows.SingleOrDefault(r => r.Key == Key);

    /// <summary>What is still missing before it can be handed over; null when it is complete.</summary>
    public string? Missing => Row switch
    {
        null or { Answer: Answer.Unanswered } => $"请填写“{request.Title}”；没有的请选“{Nil}”，是0的填0。",
        { Answer: Answer.Value, Value: null } => $"请填写“{request.Title}”的数；没有的请选“{Nil}”，是0的填0。",
        { Answer: Answer.Nil, Words.Length: 0 } => $"选“{Nil}”请用一句话说明。",
        _ => null,
    };

    /// <summary>Keeps what was typed, complete or not.</summary>
    /// <param name="value">Hundredths; null when none was typed.</param>
    public void Write(Answer answer, int? value, string words, DateTime now)
    {
        Rule.Require(words.Length <= FilingRow.WordsMaxLength, $"说明不超过{FilingRow.WordsMaxLength}字。");
        Filing.Edit(Key, request.Title, now).Fill(answer, null, answer is Answer.Value ? value : null, words);
    }

    protected override void Complete(DateTime now)
    {
        var missing = Missing;
        Rule.Require(missing is null, missing ?? "");
    }
}
