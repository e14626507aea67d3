using PartyWork.Domain;

namespace PartyWork.Web.Pages;

/// <summary>Numbers between a text field and the domain's hundredths.</summary>
public static class Typed
{
    public static string? Print(int? hundredths) => hundredths is { } n ? Quantity.Print(n) : null;

    /// <param name="field">The field as its label names it.</param>
    /// <returns>Hundredths; null where nothing was typed.</returns>
    public static int? Number(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var number = Quantity.Parse(text);
        Rule.Require(number is not null, $"“{field}”填写的“{text}”不是数字，请填写不超过两位小数的数字。");
        return number!.Value.Hundredths;
    }
}
