using System.Collections.Concurrent;

namespace PartyWork.Web.Security;

/// <summary>
/// Wrong tries by where they come from. A whole office, or a whole district, may sit behind one address, so an address is never shut out. But after it has
/// locked ten accounts within an hour, its further wrong tries lock those accounts for this address alone and for nobody else. Kept in memory: each
/// process counts for itself.
/// </summary>
public sealed class SignInSources(TimeProvider clock)
{
    public const int MostLocked = 10;
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Source, string Account), Tries> _tries = new();
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _locked = new();

    /// <summary>Whether this account may not be tried from this source now.</summary>
    public bool Refuses(string source, string account) => _tries.TryGetValue((source, account), out var tries) && tries.LockedUntil > clock.GetUtcNow();

    /// <summary>Whether the source may still lock accounts for everybody.</summary>
    public bool MayLock(string source)
    {
        var locked = _locked.GetValueOrDefault(source);
        if (locked is null)
        {
            return true;
        }

        lock (locked)
        {
            while (locked.TryPeek(out var at) && clock.GetUtcNow() - at >= Hour)
            {
                locked.Dequeue();
            }

            return locked.Count < MostLocked;
        }
    }

    public void HasLocked(string source)
    {
        Forget(_locked, queue => { lock (queue) { return queue.All(at => clock.GetUtcNow() - at >= Hour); } });
        var locked = _locked.GetOrAdd(source, _ => new());
        lock (locked)
        {
            locked.Enqueue(clock.GetUtcNow());
        }
    }

    public void Failed(string source, string account)
    {
        var now = clock.GetUtcNow();
        Forget(_tries, tries => now - tries.Since >= Data.User.LockedFor && !(tries.LockedUntil > now));
        _tries.AddOrUpdate((source, account), _ => new Tries(1, now, null), (_, tries) =>
            now - tries.Since >= Data.User.LockedFor ? new Tries(1, now, null)
            : tries.Count + 1 < Data.User.MostFailures ? tries with { Count = tries.Count + 1 }
            : new Tries(0, now, now + Data.User.LockedFor));
    }

    public void Succeeded(string source, string account) => _tries.TryRemove((source, account), out _);

    private static void Forget<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, Func<TValue, bool> isOver) where TKey : notnull
    {
        if (kept.Count > MostRemembered)
        {
            foreach (var (key, _) in kept.Where(k => isOver(k.Value)).ToList())
            {
                kept.TryRemove(key, out _);
            }
        }
    }

    private sealed record Tries(int Count, DateTimeOffset Since, DateTimeOffset? LockedUntil);
}
