using System.Globalization;

namespace PartyWork.Domain;

/// <summary>Quantities are whole hundredths (12.5 is 1250), so that sums stay exact and both databases order them alike.</summary>
public static class Quantity
{
    public const int One = 100;

    /// <summary>At most two decimals, no trailing zeros: 1250 → “12.5”.</summary>
    public static string Print(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reads 15, １５, 12.5, 1,200, 100% or 100％; null when it is no number of at most two decimals.</summary>
    public static (int Hundredths, bool IsRate)? Parse(string text)
    {
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        var isRate = plain.EndsWith('%');
        plain = plain.TrimEnd('%').Trim();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 10_000_000 && number * 100 == decimal.Truncate(number * 100)
            ? ((int)(number * 100), isRate)
            : null;
    }
}
