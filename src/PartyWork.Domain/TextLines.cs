namespace PartyWork.Domain;

/// <summary>What is written one a line.</summary>
internal static class TextLines
{
    public static IReadOnlyList<string> Of(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
