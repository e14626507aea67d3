namespace PartyWork.Domain;

/// <summary>Read only within the subtree of the reader's post: the filter follows from this mark.</summary>
public interface IBelongToOrganization
{
    int OrganizationId { get; }
}

/// <summary>Read within the subtree of its organisation, and also by the liaison of the department that has it: the filter follows from this mark.</summary>
public interface IReadByDepartment : IBelongToOrganization
{
    int? DepartmentId { get; }
}

/// <summary>Read in posts of the organisation itself alone, not even by those above it: residents' data. The filter follows from this mark.</summary>
public interface IOwnerOnly : IBelongToOrganization;

/// <summary>Changes are written to the audit chain, with old and new values.</summary>
public interface IAudited
{
    /// <summary>False while it is somebody's draft, which nobody else has been shown.</summary>
    bool IsRecorded => true;

    /// <summary>The organisation that may read the entry; null for the district's own things.</summary>
    int? AuditOrganizationId => (this as IBelongToOrganization)?.OrganizationId;
}

/// <summary>Who acts, as the record will name them in ten years.</summary>
/// <param name="PersonId">The person; two acts of one person are known by it even under different posts.</param>
/// <param name="Name">姓名 at the time of the act.</param>
/// <param name="Post">职务 at the time of the act, e.g. 文明社区党总支书记.</param>
public sealed record Actor(int PersonId, string Name, string Post);
