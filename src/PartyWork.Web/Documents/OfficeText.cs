namespace PartyWork.Web.Documents;

/// <summary>What may stand in a file of the office programs.</summary>
internal static class OfficeText
{
    /// <summary>Control characters and half surrogate pairs, which come with pasted text, would make the file unreadable.</summary>
    public static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' or (>= ' ' and not (0xFFFE or 0xFFFF))));
}
