namespace PartyWork.Web.Data;

/// <summary>What the current post may read: everything, or the organisations of its subtree. Unset reads nothing.</summary>
public sealed record OrgScope(bool Everything, IReadOnlyCollection<int> Ids)
{
    public static readonly OrgScope Nothing = new(false, []), All = new(true, []);
}
