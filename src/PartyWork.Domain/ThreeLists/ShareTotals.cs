using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Domain.ThreeLists;

/// <summary>What the shares of a task reached in one quarter.</summary>
/// <param name="Accepted">Hundredths from accepted reports only; null when none of them gave a number.</param>
/// <param name="Pending">The same from reports that are submitted and not yet reviewed: shown beside it, never counted.</param>
/// <param name="AcceptedReports">How many of the children had the quarter's report accepted.</param>
/// <param name="PendingReports">How many wait for review.</param>
/// <param name="Children">How many children still owe their share.</param>
public sealed record ShareTotal(int? Accepted, int? Pending, int AcceptedReports, int PendingReports, int Children);

/// <summary>What one share's summary depends on.</summary>
/// <param name="Reports">Quarter → where the child's report stands.</param>
/// <param name="Before">Of a share that was taken over with its child the one that it goes on from.</param>
public sealed record ShareFacts(
    TaskState State, IReadOnlyList<(int Quarter, ReportChoice Choice, int? Value)> Progress, IReadOnlyDictionary<int, FilingStage> Reports, ShareFacts? Before = null);

/// <summary>由下级汇总, quarter by quarter. Always computed from all shares, never added to.</summary>
public sealed record ShareTotals(ShareTotal First, ShareTotal Second, ShareTotal Third, ShareTotal Fourth)
{
    /// <summary>Four quarters of the largest sum still add up in whole hundredths.</summary>
    private const int Largest = int.MaxValue / 4;

    public static readonly ShareTotals None = Of(TaskCombining.Sum, []);

    public ShareTotal this[int quarter] => quarter switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        4 => Fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(quarter)),
    };

    /// <summary>How many children have finished, as far as their reports were accepted; where they are counted by 完成个数.</summary>
    public int Finished => Enumerable.Range(1, 4).Sum(q => this[q].Accepted ?? 0) / Quantity.One;

    /// <summary>Of how many.</summary>
    public int Children => Fourth.Children;

    public static ShareTotals Of(TaskCombining combining, IReadOnlyList<ShareFacts> shares) =>
        new(Of(combining, shares, 1), Of(combining, shares, 2), Of(combining, shares, 3), Of(combining, shares, 4));

    private static ShareTotal Of(TaskCombining combining, IReadOnlyList<ShareFacts> shares, int quarter)
    {
        var open = shares.Where(IsOwed).ToList();
        return new(Value(combining, shares, quarter, FilingStage.Accepted), Value(combining, shares, quarter, FilingStage.Submitted),
            open.Count(s => Stands(s, quarter, FilingStage.Accepted)), open.Count(s => Stands(s, quarter, FilingStage.Submitted)), open.Count);
    }

    /// <summary>What the reports that stand at this stage say of the quarter. A share that was cancelled or taken over keeps in a sum what it had done; it no longer pulls an average.</summary>
    private static int? Value(TaskCombining combining, IReadOnlyList<ShareFacts> shares, int quarter, FilingStage stage)
    {
        var said = shares.Where(s => Stands(s, quarter, stage) && !IsSaidBefore(s, quarter)).ToList();
        var values = said.SelectMany(s => s.Progress).Where(p => p.Quarter == quarter && p.Value is not null).Select(p => (long)p.Value!.Value).ToList();
        switch (combining)
        {
            case TaskCombining.Count:
                return said.Count == 0 ? null : said.Count(s => s.Progress.Any(p => p.Quarter == quarter && p.Choice is ReportChoice.Done)) * Quantity.One;
            case TaskCombining.Sum:
                return values.Count == 0 ? null : (int)Math.Min(values.Sum(), Largest);
            default:
                var levels = shares.Where(IsOwed).Select(s => LevelOf(s, quarter, stage)).Where(l => l is not null).ToList();
                return values.Count == 0 || levels.Count == 0 ? null : (int)Math.Round(levels.Average(l => (decimal)l!.Value), MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>The level last reached; of accepted reports an earlier quarter's stands until the next is accepted.</summary>
    private static int? LevelOf(ShareFacts share, int quarter, FilingStage stage) => share.Progress
        .Where(p => p.Value is not null && Stands(share, p.Quarter, stage) && (p.Quarter == quarter || (p.Quarter < quarter && stage is FilingStage.Accepted)))
        .OrderBy(p => p.Quarter).Select(p => p.Value).LastOrDefault();

    private static bool IsOwed(ShareFacts share) => share.State is not (TaskState.Cancelled or TaskState.HandedOver);

    /// <summary>What the child had handed in before it was taken over counts there; its successor's line only repeats it.</summary>
    private static bool IsSaidBefore(ShareFacts share, int quarter) => share.Before is { } before
        && ((before.Progress.Any(p => p.Quarter == quarter) && (Stands(before, quarter, FilingStage.Accepted) || Stands(before, quarter, FilingStage.Submitted))) || IsSaidBefore(before, quarter));

    private static bool Stands(ShareFacts share, int quarter, FilingStage stage) => share.Reports.TryGetValue(quarter, out var now) && now == stage;
}
