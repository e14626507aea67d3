using System.Security.Cryptography;

namespace PartyWork.Domain.Surveys;

/// <summary>
/// 测评码 of one slip. It knows its survey and whether it has been used; not when, not as which, and nothing of what was answered.
/// </summary>
public sealed class SurveyToken
{
    /// <summary>Ten characters without look-alikes: some 49 random bits, which cannot be tried out over the net.</summary>
    public const int Length = 10;
    public const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <param name="seal">What is stored of the code; the code itself stands on the slip alone.</param>
    internal SurveyToken(Survey survey, string seal) => (Id, Survey, Seal) = (Unordered.Id(), survey, seal);

    private SurveyToken() { }

    public long Id { get; private set; }
    public int SurveyId { get; private set; }
    public Survey Survey { get; private set; } = null!;
    public string Seal { get; private set; } = "";
    public bool IsUsed { get; private set; }

    public static string NewCode() => RandomNumberGenerator.GetString(Characters, Length);

    /// <summary>As it may have been typed: small letters, blanks and hyphens make no difference.</summary>
    /// <returns>Empty where it cannot be a code.</returns>
    public static string Plain(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
        return code.Length == Length && code.All(Characters.Contains) ? code : "";
    }

    internal void Use()
    {
        Rule.Require(!IsUsed, "这个测评码已经用过。每个码只能提交一次，感谢您的参与。");
        IsUsed = true;
    }
}

/// <summary>选票: what one person chose. It names no token, no day and no number in a row, so that nothing leads back to a slip.</summary>
public sealed class SurveyBallot
{
    public const int ChoicesMaxLength = 100;

    /// <param name="chosen">By question the numbers of the chosen options, from 1.</param>
    internal SurveyBallot(int surveyId, IEnumerable<IReadOnlyList<int>> chosen) => (Id, SurveyId, Choices) = (Unordered.Id(), surveyId, string.Join(';', chosen.Select(c => string.Join(',', c))));

    private SurveyBallot() { }

    /// <summary>Random, and the order in which the database keeps the rows.</summary>
    public long Id { get; private set; }
    public int SurveyId { get; private set; }

    /// <summary>1;2;1,3; by question.</summary>
    public string Choices { get; private set; } = "";

    public IReadOnlyList<IReadOnlyList<int>> Chosen => [.. Choices.Split(';').Select(c => (IReadOnlyList<int>)[.. c.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))])];
}

/// <summary>What somebody wrote, apart from what he ticked: who recognises the words must not learn the grades.</summary>
public sealed class SurveyOpinion
{
    internal SurveyOpinion(int surveyId, string text) => (Id, SurveyId, Text) = (Unordered.Id(), surveyId, text);

    private SurveyOpinion() { }

    public long Id { get; private set; }
    public int SurveyId { get; private set; }
    public string Text { get; private set; } = "";
}

/// <summary>What was answered through one code.</summary>
/// <param name="Ballot">What was chosen.</param>
/// <param name="Opinions">What was written; mostly nothing.</param>
public sealed record SurveyAnswer(SurveyBallot Ballot, IReadOnlyList<SurveyOpinion> Opinions);

/// <summary>Keys that tell nothing of the order in which rows came; whole numbers, because SQLite keeps rows in their order and would keep a hidden running number beside any other key.</summary>
internal static class Unordered
{
    public static long Id() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
