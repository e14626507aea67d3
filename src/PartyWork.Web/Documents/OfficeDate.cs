using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyWork.Web.Documents;

/// <summary>Days as offices write them.</summary>
public static partial class OfficeDate
{
    /// <summary>
    /// Reads 2026-10-31, 2026.10.31, 2026/10/31, 2026年10月31日, 12月20日, 2026年6月底前, 11月底, 年底前 and Excel's day numbers of this century.
    /// Null for anything else: 6月前 and 6.10 can be read in two ways, so they are asked back.
    /// </summary>
    /// <param name="year">The year of a day written without one; 0 when it is not known.</param>
    public static DateOnly? Parse(string text, int year)
    {
        var plain = Blanks().Replace(text.Normalize(NormalizationForm.FormKC), "");
        if (plain.Length == 5 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= 36526 and < 73051)
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        }

        if (Day().Match(plain) is { Success: true } day)
        {
            return Of(Year(day), Number(day, "month"), Number(day, "day"));
        }

        if (MonthEnd().Match(plain) is { Success: true } end)
        {
            var month = end.Groups["month"].Success ? Number(end, "month") : 12;
            return Of(Year(end), month, 1)?.AddMonths(1).AddDays(-1);
        }

        return null;

        int Year(Match match) => match.Groups["year"].Success ? Number(match, "year") : year;

        static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

        static DateOnly? Of(int year, int month, int day) =>
            year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^(?:(?<year>[0-9]{4})(?<sign>[-./])(?<month>[0-9]{1,2})\\k<sign>(?<day>[0-9]{1,2})|(?:(?<year>[0-9]{4})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日)(?:之?前|以前)?$")]
    private static partial Regex Day();

    [GeneratedRegex("^(?:(?<year>[0-9]{4})年(?:(?<month>[0-9]{1,2})月)?|(?<month>[0-9]{1,2})月|年)[底末](?:之?前|以前)?$")]
    private static partial Regex MonthEnd();
}
