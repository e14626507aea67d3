using System.Globalization;
using System.Text;
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
        Rule.Require(number is not null, $"“{field}”填写的“{text}”无法识别，应为0或正数，最多两位小数。");
        return number!.Value.Hundredths;
    }

    /// <param name="field">The field as its label names it.</param>
    /// <returns>Fen of what was typed in yuan; null where nothing was typed.</returns>
    public static long? Fen(string? yuan, string field)
    {
        if (string.IsNullOrWhiteSpace(yuan))
        {
            return null;
        }

        var plain = yuan.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('元');
        Rule.Require(decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < long.MaxValue / 100 && amount * 100 == decimal.Truncate(amount * 100),
            $"“{field}”填写的“{yuan}”无法识别，应为以元为单位的0或正数，最多两位小数。");
        return (long)(amount * 100);
    }
}
