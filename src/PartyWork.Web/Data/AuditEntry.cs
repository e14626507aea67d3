namespace PartyWork.Web.Data;

/// <summary>One change: who, when, what, old and new, why. Each carries the hash of the one before.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>UTC, by the real clock.</summary>
    public DateTime At { get; set; }
    public int? UserId { get; set; }
    public string Name { get; set; } = "";
    public string Post { get; set; } = "";

    /// <summary>The organisation whose thing it is; null for the district's own.</summary>
    public int? OrganizationId { get; set; }
    public string Kind { get; set; } = "";
    public string Key { get; set; } = "";
    public string Act { get; set; } = "";

    /// <summary>JSON: field → [old, new].</summary>
    public string Changes { get; set; } = "";
    public string Why { get; set; } = "";
    public Guid Correlation { get; set; }

    /// <summary>Where the request came from; empty for the program's own acts, and for a survey's answers always.</summary>
    public string Address { get; set; } = "";
    public string Hash { get; set; } = "";
}

/// <summary>How many entries there are and the hash of the last, sealed with a key, so that a missing last entry is seen.</summary>
public sealed class AuditHead
{
    public int Id { get; set; }
    public long Count { get; set; }
    public string LastHash { get; set; } = "";
    public string Seal { get; set; } = "";
}
