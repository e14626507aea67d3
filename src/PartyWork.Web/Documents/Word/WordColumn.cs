namespace PartyWork.Web.Documents.Word;

/// <summary>A column of a table on paper.</summary>
/// <param name="Width">Its share of the line, relative to the other columns.</param>
/// <param name="Group">Upper header over neighbouring columns, e.g. 季度节点.</param>
public sealed record WordColumn(string Header, int Width, string? Group = null)
{
    /// <summary>Numbers, days and short words stand in the middle; texts begin at the left.</summary>
    public bool IsCentred { get; init; }
}
