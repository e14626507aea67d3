namespace PartyWork.Web.Registers;

/// <summary>What a list is narrowed to.</summary>
/// <param name="From">With <paramref name="To"/> the days of the record; for what holds until it ends, both null means: what holds today.</param>
/// <param name="Organizations">Null: all within the scope.</param>
/// <param name="Choices">Name of a column → the words chosen.</param>
public sealed record RegisterFilter(DateOnly? From, DateOnly? To, IReadOnlyCollection<int>? Organizations, string Words, IReadOnlyDictionary<string, string> Choices)
{
    public static readonly RegisterFilter Everything = new(null, null, null, "", new Dictionary<string, string>());

    /// <summary>Only what still holds on this day.</summary>
    public DateOnly? HoldingOn { get; init; }
    public bool WaitingOnly { get; init; }

    /// <summary>Only what waits past its day on this day, whatever the year it is of.</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>Only what counts for these days, which need not be the days on which it happened: a meeting held to make up for another.</summary>
    public (DateOnly From, DateOnly To)? CountedIn { get; init; }

    /// <summary>Organisations whose name fits the words: their records are found as well.</summary>
    public IReadOnlyCollection<int> Named { get; init; } = [];

    /// <summary>Those entered by mistake too.</summary>
    public bool WithWithdrawn { get; init; }
}

/// <summary>A record by its first text.</summary>
public sealed class RecordCaption
{
    public int Id { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>How much stands in a register.</summary>
public sealed class RegisterCount
{
    public required string Key { get; init; }
    public int Records { get; init; }
    public int Waiting { get; init; }
}
