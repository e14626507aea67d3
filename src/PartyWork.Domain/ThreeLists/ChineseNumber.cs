using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.ThreeLists;

/// <summary>Numbers inside references such as 任务1、任务７ or 责任书第三条.</summary>
public static partial class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>条款号 named in a source: 责任书第三条、第五条；问题1 → 3, 5.</summary>
    public static IReadOnlyList<int> Clauses(string source) =>
        [.. ClausePattern().Matches(source.Normalize(System.Text.NormalizationForm.FormKC)).Select(m => Read(m.Groups[1].Value)).OfType<int>()];

    /// <summary>序号 after a word: 任务1、任务２；3 → 1, 2, 3. Null when something else stands there.</summary>
    public static IReadOnlyList<int>? References(string text, string word)
    {
        var numbers = new List<int>();
        foreach (var part in text.Normalize(System.Text.NormalizationForm.FormKC).Replace(word + ' ', word, StringComparison.Ordinal).Split(['、', ',', ';', '，', '；', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Read(part.StartsWith(word, StringComparison.Ordinal) ? part[word.Length..] : part) is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>Reads 12 or 十二, up to 99; null otherwise.</summary>
    public static int? Read(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is > 0 and var digit ? digit : null;
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal);
        var ones = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1], StringComparison.Ordinal);
        return tens > 0 && ones >= 0 && ten <= 1 && text.Length <= ten + 2 ? tens * 10 + ones : null;
    }

    /// <summary>三, 十二, 二十: 1 to 99, as headings are numbered.</summary>
    public static string Write(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? $"{Digits[tens]}" : "") + (tens > 0 ? "十" : "") + (ones > 0 ? $"{Digits[ones]}" : "");
    }

    [GeneratedRegex("(?<=责任书[^;]*)第([0-9一二三四五六七八九十]+)条")]
    private static partial Regex ClausePattern();
}
