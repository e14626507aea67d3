namespace PartyWork.Domain;

/// <summary>A rule of the office was broken. The message is the sentence the user reads.</summary>
public sealed class BrokenRuleException(string sentence) : Exception(sentence);

/// <summary>Rules are written where they hold, in the words of the office.</summary>
public static class Rule
{
    /// <exception cref="BrokenRuleException">The rule does not hold; carries <paramref name="sentence"/>.</exception>
    public static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new BrokenRuleException(sentence);
        }
    }

    /// <exception cref="BrokenRuleException">Nothing was written, or more than fits.</exception>
    public static void RequireText(string text, int most, string what) => Require(text.Length > 0 && text.Length <= most, $"请填写{what}，不超过{most}字。");
}
