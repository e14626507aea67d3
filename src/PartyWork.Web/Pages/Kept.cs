using Microsoft.Extensions.Caching.Memory;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>The program's memory of what was read, within a size counted in rows.</summary>
public sealed class KeptMemory() : MemoryCache(new MemoryCacheOptions { SizeLimit = MostRows })
{
    private const int MostRows = 200_000;
}

/// <summary>
/// What was read for a post, kept until anybody has saved what may count (<see cref="TreeStamp.Work"/>, which the rights read brings along) or the day has
/// changed. A request that has itself saved reads afresh.
/// </summary>
public sealed class Kept(PartyWorkDb db, CurrentUser user, BusinessClock clock, KeptMemory memory)
{
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(30);

    /// <summary>Whose reading it is: all who read the whole district read the same.</summary>
    public int Reader => user.Scope.Everything ? 0 : user.Post!.HoldingId;

    /// <param name="what">The whole question, the reader included.</param>
    /// <param name="rows">How many rows the answer holds on to.</param>
    public async Task<T> ReadAsync<T>(object what, Func<Task<T>> read, Func<T, int> rows)
        where T : class
    {
        if (db.Lease.HasMovedWork)
        {
            return await read();
        }

        // From before the reading: what is kept may be newer than it says, never older.
        var (version, day) = (user.WorkVersion, clock.Today);
        if (memory.TryGetValue(what, out Answer<T>? last) && last!.Version == version && last.Day == day)
        {
            return last.Value;
        }

        var value = await read();
        memory.Set(what, new Answer<T>(version, day, value), new MemoryCacheEntryOptions { Size = 1 + rows(value), SlidingExpiration = Unasked });
        return value;
    }

    private sealed record Answer<T>(int Version, DateOnly Day, T Value);
}
