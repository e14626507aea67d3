namespace PartyWork.Web.Security;

/// <summary>What people make passwords of when a rule asks for kinds of characters, more than 3,000 of them: walks over the keyboard, and a common word with a common ending before or after it.</summary>
public static class CommonPasswords
{
    private const string Resource = "PartyWork.Web.Content.common-passwords.txt";

    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Read()], LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>In small letters; capitals do not make a common password a rare one.</summary>
    public static IReadOnlyCollection<string> All => Known.Value;

    public static bool Contains(string password) => Known.Value.Contains(password.ToLowerInvariant());

    private static IEnumerable<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        var lists = new List<List<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                lists.Add([]);
            }
            else
            {
                lists[^1].AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        var (walks, words, endings) = (lists[0], lists[1], lists[2]);
        return walks.Concat(words.SelectMany(w => endings.SelectMany(e => (string[])[w + e, e + w])));
    }
}
