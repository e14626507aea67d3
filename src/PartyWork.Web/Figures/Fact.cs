namespace PartyWork.Web.Figures;

/// <summary>事实: one record that a figure counts. Init properties, so that EF can filter and group what a definition selects.</summary>
public sealed record Fact
{
    public int OrganizationId { get; init; }

    /// <summary>What kind of record it is; <see cref="RecordKinds"/> knows its caption and address.</summary>
    public string RecordKind { get; init; } = "";
    public int RecordId { get; init; }

    /// <summary>What a sum adds up: whole fen, people, square metres. Of a text its rank: the highest is named first.</summary>
    public long Amount { get; init; }

    /// <summary>What is counted once, however many records name it; of a text the words themselves.</summary>
    public string DistinctKey { get; init; } = "";

    /// <summary>The day it happened or began to hold; never after the cut-off.</summary>
    public DateOnly On { get; init; }

    /// <summary>The day it came to be known here: what is entered after a freeze is an amendment. Null where the two are one.</summary>
    public DateOnly? EnteredOn { get; init; }
}

/// <summary>What is asked about: a stock holds on the cut-off, a flow happened from the first to the last day.</summary>
public sealed record Period(DateOnly From, DateOnly Cutoff)
{
    public int Year => Cutoff.Year;

    /// <summary>From 1 January.</summary>
    public static Period To(DateOnly cutoff) => new(new(cutoff.Year, 1, 1), cutoff);
}
