namespace PartyWork.Web.Security;

/// <summary>What a password must be, as graded protection asks for it.</summary>
public static class PasswordRules
{
    public const int Shortest = 8, ShortestOfStaff = 12, Longest = 100;
    private const int Classes = 3, Fragment = 3;

    /// <returns>Null when it may be used, else the sentence that says what is wrong with it.</returns>
    public static string? Refusal(string password, string account, bool privileged)
    {
        var shortest = privileged ? ShortestOfStaff : Shortest;
        return password.Length < shortest ? $"新密码至少{shortest}位，现在是{password.Length}位，请加长。"
            : password.Length > Longest ? $"新密码不超过{Longest}位。"
            : ClassesIn(password) < Classes ? "新密码应包含大写字母、小写字母、数字、符号四类中的三类。"
            : FragmentIn(password, account) is { } fragment ? $"新密码不能包含账号中的连续字符“{fragment}”。"
            : password.Distinct().Count() <= Classes ? "新密码重复的字符太多，请换一个。"
            : CommonPasswords.Contains(password) ? "这个密码太常用，容易被猜到，请换一个。"
            : null;
    }

    private static int ClassesIn(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiLetterLower) ? 1 : 0) + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static string? FragmentIn(string password, string account) =>
        Enumerable.Range(0, Math.Max(0, account.Length - Fragment + 1)).Select(i => account.Substring(i, Fragment))
            .FirstOrDefault(f => f.All(char.IsAsciiLetterOrDigit) && password.Contains(f, StringComparison.OrdinalIgnoreCase));
}
