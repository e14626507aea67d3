using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyWork.Domain;

/// <summary>Quantities are whole hundredths (12.5 is 1250), so that sums stay exact and both databases order them alike.</summary>
public static partial class Quantity
{
    public const int One = 100;

    /// <summary>Four quarters of the largest number still add up in whole hundredths.</summary>
    private const int Largest = 5_000_000;

    /// <summary>At most two decimals, no trailing zeros: 1250 → “12.5”.</summary>
    public static string Print(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reads 15, １５, 12.5, 1,200, 100% or 100％; null when it is no number of at most two decimals.</summary>
    public static (int Hundredths, bool IsRate)? Parse(string text)
    {
        var match = NumberPattern().Match(text.Normalize(System.Text.NormalizationForm.FormKC).Trim());
        return match.Success
            && decimal.TryParse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && number <= Largest && number * 100 == decimal.Truncate(number * 100)
            ? ((int)(number * 100), match.Groups[2].Length > 0)
            : null;
    }

    /// <summary>A comma only parts thousands: 1,2 may mean 1.2 or 12, and is not guessed.</summary>
    [GeneratedRegex(@"^((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]+)?) *(%?)$")]
    private static partial Regex NumberPattern();
}
