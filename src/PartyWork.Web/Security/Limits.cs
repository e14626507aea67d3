using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace PartyWork.Web.Security;

/// <summary>How often in a minute one account may do what costs the house most: the settings under Security:Limits; 0: as often as one likes.</summary>
public sealed record LimitRules
{
    public int Imports { get; init; } = 4;

    public int Exports { get; init; } = 6;

    public int Searches { get; init; } = 60;
}

/// <summary>
/// Counts imports, exports and searches by account, never by address: a whole office sits behind one. Kept in memory: each process counts for itself.
/// </summary>
public sealed class Limits(LimitRules rules, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Handlers that answer with a piece of a page, with what was uploaded, or with an empty form to fill.
    private static readonly string[] NoExports = ["Figure", "File", "Rest", "Template"];

    // The fields of the lists' filters into which words are typed.
    private static readonly string[] Words = ["Words", "Q"];

    private readonly ConcurrentDictionary<(int UserId, string What), Queue<DateTimeOffset>> _done = new();

    /// <returns>How long to wait; null when it may be done now, and then it counts.</returns>
    public TimeSpan? Wait(int userId, HandlerMethodDescriptor handler, HttpRequest request)
    {
        if (Of(handler, request) is not { Most: > 0 } limit)
        {
            return null;
        }

        var (now, done) = (clock.GetUtcNow(), _done.GetOrAdd((userId, limit.What), _ => new()));
        lock (done)
        {
            while (done.TryPeek(out var at) && now - at >= Minute)
            {
                done.Dequeue();
            }

            if (done.Count >= limit.Most)
            {
                return done.Peek() + Minute - now;
            }

            done.Enqueue(now);
            return null;
        }
    }

    /// <summary>When to come back, for a program and for the page that tells it.</summary>
    public static void Tell(HttpResponse response, TimeSpan wait) => response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private (int Most, string What)? Of(HandlerMethodDescriptor handler, HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? handler.Parameters.Any(p => p.ParameterType == typeof(IFormFile)) ? (rules.Imports, nameof(rules.Imports)) : null
        : handler.Name is { Length: > 0 } name ? NoExports.Contains(name) ? null : (rules.Exports, nameof(rules.Exports))
        : Words.Any(w => request.Query[w].ToString().Length > 0) ? (rules.Searches, nameof(rules.Searches))
        : null;
}
