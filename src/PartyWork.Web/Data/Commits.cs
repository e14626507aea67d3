using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PartyWork.Web.Data;

/// <summary>Written in the transaction that it names: whoever lost the connection while committing asks for it, and knows.</summary>
public sealed class CommitMark
{
    /// <summary>For so long a mark is kept; it is asked for within a minute.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; set; }

    /// <summary>UTC, by the real clock.</summary>
    public DateTime At { get; set; }
}

/// <summary>
/// Against a server whose connections break: what failed for that reason is done again from the start, and a commit whose answer was lost is looked up
/// first, whatever the error was. SQLite is in the process and needs none of it.
/// </summary>
/// <param name="longestWait">Between two attempts; six of them take half a minute, in which an availability group changes over.</param>
public sealed class LostConnections(ExecutionStrategyDependencies dependencies, TimeSpan? longestWait = null)
    : SqlServerRetryingExecutionStrategy(dependencies, Attempts, longestWait ?? TimeSpan.FromSeconds(7), null)
{
    private const int Attempts = 6;

    /// <summary>From this severity on the server, or the network, has ended the connection.</summary>
    private const byte Ended = 20;

    protected override bool ShouldRetryOn(Exception exception) =>
        base.ShouldRetryOn(exception) || exception is SqlException { Class: >= Ended } or DbException { IsTransient: true };

    protected override bool ShouldVerifySuccessOn(Exception exception) => exception is DbException or InvalidOperationException or IOException;
}

/// <summary>A unit of work in its transaction, once and no more than once.</summary>
public static class Commits
{
    /// <summary>Runs the work, again if the connection broke before it was committed; never again if it was.</summary>
    public static Task<T> RunAsync<T>(PartyWorkDb db, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var strategy = db.Database.CreateExecutionStrategy();
        var mark = Guid.NewGuid();
        return strategy.ExecuteInTransactionAsync(work, async (act, cancel) =>
        {
            if (strategy.RetriesOnFailure)
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO CommitMarks (Id, At) VALUES ({mark}, {db.Lease.Clock.GetUtcNow().UtcDateTime})", cancel);
            }

            return await act();
        }, (_, _) => IsThereAsync(db, mark), cancellationToken);
    }

    /// <summary>Marks that nobody asks for any more go, whenever the program starts.</summary>
    public static Task<int> ForgetAsync(PartyWorkDb db)
    {
        var before = db.Lease.Clock.GetUtcNow().UtcDateTime - CommitMark.Kept;
        return db.CommitMarks.Where(m => m.At < before).ExecuteDeleteAsync();
    }

    /// <summary>By an update, which waits for a transaction that is still on its way; a reading would not where the database reads by versions.</summary>
    private static async Task<bool> IsThereAsync(PartyWorkDb db, Guid mark) =>
        await db.CommitMarks.Where(m => m.Id == mark).ExecuteUpdateAsync(s => s.SetProperty(m => m.At, m => m.At)) == 1;
}
