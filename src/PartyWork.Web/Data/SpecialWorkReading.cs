namespace PartyWork.Web.Data;

/// <summary>
/// 专项工作 by name and end alone, whoever leads it: what is registered for it below waits for its end. A view of the table without its reading filter.
/// </summary>
public sealed class AssignmentEnd
{
    public string Name { get; init; } = "";
    public DateOnly? EndedOn { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>
/// That a household's row is there, for which assignment, and whether its personal data are: what the levels above are told, and not a word more. A view of
/// the table without its reading filter.
/// </summary>
public sealed class HouseholdRow
{
    public int OrganizationId { get; init; }
    public string AssignmentName { get; init; } = "";
    public DateOnly? DisposedOn { get; init; }
}
