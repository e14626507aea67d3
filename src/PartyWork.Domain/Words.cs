using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace PartyWork.Domain;

/// <summary>The Chinese word of an enum value, written beside the value as its description.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Cache = new();

    public static string Text(this Enum value) => Cache.GetOrAdd(value, v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<DescriptionAttribute>()?.Description ?? v.ToString());

    /// <summary>The value whose Chinese word is <paramref name="text"/>, or null.</summary>
    public static T? Parse<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => v!.Value.Text() == text);
}
