using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace PartyWork.Domain;

/// <summary>The Chinese word of an enum value, written beside the value as its description.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Cache = new();

    /// <summary>Several flags are named one after the other: 书记、专职副书记.</summary>
    public static string Text(this Enum value) => Cache.GetOrAdd(value, v =>
        string.Join('、', v.ToString().Split(", ").Select(name => v.GetType().GetField(name)?.GetCustomAttribute<DescriptionAttribute>()?.Description ?? name)));

    /// <summary>The value whose Chinese word is <paramref name="text"/>, or null.</summary>
    public static T? Parse<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => v!.Value.Text() == text);
}
