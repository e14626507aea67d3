using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>An organisation as lists show it. Names and kinds are open to anyone signed in.</summary>
public sealed record OrgNode(
    int Id, string Code, string Name, int? ParentId, OrganizationLevel Level, OrganizationKind Kind, OrganizationDomain Domain, int SortNo, DateOnly? ClosedOn)
{
    /// <summary>文明社区 of 文明社区党总支: the place or unit without the kind of its Party organisation.</summary>
    public string ShortName { get; } = Short(Name);

    /// <summary>First letters of the name in pinyin, for searching.</summary>
    public string Initials { get; } = Pinyin.Initials(Name);

    private static string Short(string name)
    {
        foreach (var suffix in (string[])["联合党支部", "机关党委", "党工委", "党总支", "党支部", "党委"])
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length)
            {
                return name[..^suffix.Length];
            }
        }

        return name;
    }
}

/// <summary>Today's affiliation tree, in official order. One copy per tree version is shared by all requests.</summary>
public sealed class OrgTree
{
    private readonly Dictionary<int, OrgNode> _byId;
    private readonly ILookup<int?, OrgNode> _children;
    private readonly Dictionary<int, HashSet<int>> _subtrees = [];

    public OrgTree(int version, IEnumerable<OrgNode> nodes)
    {
        Version = version;
        _byId = nodes.ToDictionary(n => n.Id);
        _children = _byId.Values.OrderBy(n => n.SortNo).ThenBy(n => n.Code, StringComparer.Ordinal).ToLookup(n => n.ParentId);
        InOrder = [.. Walk(null)];
    }

    public int Version { get; }

    /// <summary>Parents before children, each level in official order.</summary>
    public IReadOnlyList<OrgNode> InOrder { get; }

    public OrgNode this[int id] => _byId[id];

    public OrgNode? Find(int? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public OrgNode? District => InOrder.Count > 0 ? InOrder[0] : null;

    /// <summary>青禾区: what the product calls itself by; empty before there is a district.</summary>
    public string Place => District?.Name.Replace("中共", "", StringComparison.Ordinal).Replace("委员会", "", StringComparison.Ordinal) ?? "";

    public IEnumerable<OrgNode> Children(int id) => _children[id];

    public OrgNode? Parent(int id) => Find(Find(id)?.ParentId);

    /// <summary>The committee that it belongs to, itself when it is one; null for the district.</summary>
    public OrgNode? Committee(int id)
    {
        var node = Find(id);
        while (node is { Level: > OrganizationLevel.Committee })
        {
            node = Find(node.ParentId);
        }

        return node?.Level is OrganizationLevel.Committee ? node : null;
    }

    /// <summary>The organisation and all below it.</summary>
    public IReadOnlySet<int> Subtree(int id)
    {
        lock (_subtrees)
        {
            if (!_subtrees.TryGetValue(id, out var ids))
            {
                ids = [id];
                foreach (var child in _children[id])
                {
                    ids.UnionWith(Subtree(child.Id));
                }

                _subtrees[id] = ids;
            }

            return ids;
        }
    }

    public bool IsAbove(int upper, int lower)
    {
        for (var node = Parent(lower); node is not null; node = Find(node.ParentId))
        {
            if (node.Id == upper)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By part of the name, of the code, or by pinyin initials.</summary>
    public IEnumerable<OrgNode> Search(string words) => InOrder.Where(n =>
        n.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
        || n.Code.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        || n.Initials.Contains(words, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<OrgNode> Walk(int? parent) => _children[parent].SelectMany(n => Walk(n.Id).Prepend(n));
}

/// <summary>Keeps the tree in memory and reads it again when its version has moved on.</summary>
public sealed class OrgTrees
{
    private OrgTree? _tree;

    public async Task<OrgTree> GetAsync(PartyWorkDb db, int version)
    {
        if (_tree is { } tree && tree.Version == version)
        {
            return tree;
        }

        var nodes = await db.Organizations.Select(o => new
        {
            o.Id,
            o.Code,
            o.Name,
            ParentId = o.Affiliations.Where(a => a.To == null).Select(a => (int?)a.ParentId).FirstOrDefault(),
            o.Level,
            o.Kind,
            o.Domain,
            o.SortNo,
            o.ClosedOn,
        }).ToListAsync();
        return _tree = new OrgTree(version, nodes.Select(o => new OrgNode(o.Id, o.Code, o.Name, o.ParentId, o.Level, o.Kind, o.Domain, o.SortNo, o.ClosedOn)));
    }
}
