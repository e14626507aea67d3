using System.Globalization;

namespace PartyWork.Web.Data;

/// <summary>First letters in pinyin, by the collation of zh-CN; characters with several readings in names are listed by hand.</summary>
public static class Pinyin
{
    // The first character of each letter's range in pinyin order.
    private const string Bounds = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀";
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";

    private static readonly CompareInfo Chinese = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    private static readonly Dictionary<char, char> Exceptions = new()
    {
        ['曾'] = 'Z', ['单'] = 'S', ['仇'] = 'Q', ['解'] = 'X', ['查'] = 'Z', ['重'] = 'C', ['长'] = 'C', ['区'] = 'Q', ['行'] = 'H', ['石'] = 'S', ['乐'] = 'L',
    };

    public static string Initials(string text) => string.Concat(text.Select(Initial));

    private static string Initial(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            return char.ToUpperInvariant(c).ToString();
        }

        if (c is < '一' or > '鿿')
        {
            return "";
        }

        if (Exceptions.TryGetValue(c, out var letter))
        {
            return letter.ToString();
        }

        for (var i = Bounds.Length - 1; i >= 0; i--)
        {
            if (Chinese.Compare(c.ToString(), Bounds[i].ToString()) >= 0)
            {
                return Letters[i].ToString();
            }
        }

        return "";
    }
}
