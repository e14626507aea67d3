using System.ComponentModel;

namespace PartyWork.Domain.Filings;

/// <summary>常用意见用在哪里.</summary>
public enum PhraseUse
{
    [Description("退回、不予批准的原因")] Returning,
    [Description("考核评分的理由")] Scoring,
}

/// <summary>常用意见: words that a reason is started from. The district's are offered to every reviewer and to the assessors, a person's own to that person alone.</summary>
public sealed class ReturnPhrase : IAudited
{
    /// <summary>As long as a reason of a row may be.</summary>
    public const int TextMaxLength = FilingRow.ReasonMaxLength;

    /// <summary>More are not looked through any more.</summary>
    public const int MostOfAPerson = 30, MostOfTheDistrict = 60;

    private ReturnPhrase(int? personId, PhraseUse use) => (PersonId, Use) = (personId, use);

    private ReturnPhrase() { }

    public int Id { get; private set; }

    /// <summary>Whose own it is; null for the district's.</summary>
    public int? PersonId { get; private set; }
    public PhraseUse Use { get; private set; }
    public string Text { get; private set; } = "";

    bool IAudited.IsRecorded => PersonId is null; // what one likes to write is nobody else's business

    int? IAudited.AuditOrganizationId => null;

    /// <param name="others">Those that the person, or the district, has already for the same use.</param>
    public static ReturnPhrase Add(int? personId, string text, IReadOnlyCollection<ReturnPhrase> others, PhraseUse use = PhraseUse.Returning)
    {
        Rule.Require(Enum.IsDefined(use) && (use is PhraseUse.Returning || personId is null), "评分理由由区委组织部统一维护。");
        var most = personId is null ? MostOfTheDistrict : MostOfAPerson;
        Rule.Require(others.Count < most, $"常用意见最多{most}条，请先删去不用的。");
        var phrase = new ReturnPhrase(personId, use);
        phrase.Rewrite(text, others);
        return phrase;
    }

    public void Rewrite(string text, IEnumerable<ReturnPhrase> others)
    {
        Rule.Require(text.Length is > 0 and <= TextMaxLength, $"请填写常用意见，不超过{TextMaxLength}字。");
        Rule.Require(others.All(o => o == this || o.Text != text), $"“{text}”已经有了，不必再加。");
        Text = text;
    }
}
