namespace PartyWork.Web.Data;

/// <summary>What the current post may read: everything, or the organisations of its subtree. Unset reads nothing.</summary>
public sealed record OrgScope(bool Everything, IReadOnlyCollection<int> Ids)
{
    public static readonly OrgScope Nothing = new(false, []), All = new(true, []);

    /// <summary>The department whose liaison reads: what it has been given belongs to others, and is read besides. 0 for everybody else.</summary>
    public int Department { get; init; }

    /// <summary>The organisation of the active post, which alone reads what is kept to its owner; 0 for who reads nothing.</summary>
    public int Owner { get; init; }

    /// <summary>Who reads: a 岗位交接 is read by the two it is about, for between two posts there is no scope. 0 for nobody.</summary>
    public int Person { get; init; }

    /// <summary>The committee whose rounds the reader runs: what is scored there is read before it is told. 0 for everybody else.</summary>
    public int Organizer { get; init; }

    /// <summary>评分表 that the reader's teams have drawn in rounds that are open to them.</summary>
    public IReadOnlyCollection<int> Sheets { get; init; } = [];

    /// <summary>An assessor's: what the figures of the drawn organisations count, their score sheets and nothing of their people.</summary>
    public bool IsAssigned => Sheets.Count > 0;

    public bool ReadsNoOrganization => !Everything && Ids.Count == 0;
}
