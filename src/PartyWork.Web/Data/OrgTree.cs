using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
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

    public int? SuccessorId { get; init; }

    /// <summary>区直部门: it may look after a domain and answer matters of coordination.</summary>
    public bool IsDepartment => Domain is OrganizationDomain.Organ or OrganizationDomain.System && Level > OrganizationLevel.District;

    /// <summary>曾用名, oldest first.</summary>
    public IReadOnlyList<NameSpan> FormerNames { get; init; } = [];

    /// <summary>隶属, oldest first; the last one is today's.</summary>
    public IReadOnlyList<ParentSpan> Parents { get; init; } = [];

    /// <summary>Nothing is sent back to an organisation that nobody holds a post in any more.</summary>
    public void RequireStanding() => Rule.Require(ClosedOn is null, $"“{Name}”已撤并，没有人可以修改，不能退回；请审核通过，或与承接组织核实。");

    /// <summary>What it was called on that day: papers of a closed period bear the name of then.</summary>
    public string NameOn(DateOnly day) => FormerNames.FirstOrDefault(n => day <= n.To)?.Name ?? Name;

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

public sealed record NameSpan(string Name, DateOnly? From, DateOnly To);

public sealed record ParentSpan(int ParentId, DateOnly From);

/// <summary>Today's affiliation tree, in official order. One copy per tree version is shared by all requests.</summary>
public sealed class OrgTree
{
    private readonly Dictionary<int, OrgNode> _byId;
    private readonly ILookup<int?, OrgNode> _children;
    private readonly Dictionary<int, HashSet<int>> _subtrees = [];
    private readonly IReadOnlyList<OrgNode> _merged;
    private readonly HashSet<string> _shared;

    public OrgTree(int version, IEnumerable<OrgNode> nodes)
    {
        Version = version;
        _byId = nodes.ToDictionary(n => n.Id);
        _children = _byId.Values.OrderBy(n => n.SortNo).ThenBy(n => n.Code, StringComparer.Ordinal).ToLookup(n => n.ParentId);
        InOrder = [.. Walk(null)];
        _merged = [.. InOrder.Where(n => n.SuccessorId is not null)];
        _shared = [.. InOrder.GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    public int Version { get; }

    /// <summary>归口: domain → the organisation whose department looks after it, whatever committee its organisations belong to.</summary>
    public IReadOnlyDictionary<OrganizationDomain, int> Charges { get; init; } = new Dictionary<OrganizationDomain, int>();

    /// <summary>Parents before children, each level in official order.</summary>
    public IReadOnlyList<OrgNode> InOrder { get; }

    public OrgNode this[int id] => _byId[id];

    public OrgNode? Find(int? id) => id is { } known ? _byId.GetValueOrDefault(known) : null;

    public OrgNode? District => InOrder.Count > 0 ? InOrder[0] : null;

    /// <summary>青禾区: what the product calls itself by; empty before there is a district.</summary>
    public string Place => District?.Name.Replace("中共", "", StringComparison.Ordinal).Replace("委员会", "", StringComparison.Ordinal) ?? "";

    /// <summary>文明社区党总支（春晖街道）: several communities have one name, and what is typed or imported must mean one of them.</summary>
    public string Unmistakable(OrgNode node) => Unmistakable(node, node.Name);

    /// <summary>The same under the short name.</summary>
    public string Unmistakable(OrgNode node, string name) => _shared.Contains(node.Name) && Parent(node.Id) is { } parent ? $"{name}（{parent.ShortName}）" : name;

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

    /// <summary>Its subtree, and what was merged into any organisation of it: who takes over reads what was filed.</summary>
    public IReadOnlySet<int> Reach(int id)
    {
        var ids = Subtree(id);
        while (_merged.Where(n => ids.Contains(n.SuccessorId!.Value) && !ids.Contains(n.Id)).ToList() is { Count: > 0 } predecessors)
        {
            ids = ids.Concat(predecessors.SelectMany(n => Subtree(n.Id))).ToHashSet();
        }

        return ids;
    }

    /// <summary>Who answers for what an organisation has left: itself while it stands, else its successor, or failing one the level above it.</summary>
    public OrgNode? Heir(int id)
    {
        var node = Find(id);
        while (node is { ClosedOn: not null })
        {
            node = Find(node.SuccessorId) ?? Parent(node.Id);
        }

        return node;
    }

    /// <summary>The organisations that have ended and whose remains fall to this one.</summary>
    public IReadOnlyList<OrgNode> LeftTo(int id) => [.. InOrder.Where(n => n.ClosedOn is not null && Heir(n.Id)?.Id == id)];

    /// <summary>The organisations of the domains that the department at <paramref name="id"/> looks after.</summary>
    public IReadOnlySet<int> InCharge(int id) => InOrder.Where(n => IsInCharge(id, n)).Select(n => n.Id).ToHashSet();

    public bool IsInCharge(int department, OrgNode node) => Charges.TryGetValue(node.Domain, out var holder) && holder == department;

    /// <summary>Where it belonged on that day: a figure counts by the affiliation at its cut-off. Before its first affiliation, that one.</summary>
    public OrgNode? ParentOn(int id, DateOnly day) =>
        Find(id) is { Parents: { Count: > 0 } parents } ? Find((parents.LastOrDefault(p => p.From <= day) ?? parents[0]).ParentId) : Parent(id);

    /// <summary>Whether it was <paramref name="upper"/> itself or below it on that day.</summary>
    public bool WasWithin(int upper, int id, DateOnly day)
    {
        var node = Find(id);
        while (node is not null && node.Id != upper)
        {
            node = ParentOn(node.Id, day);
        }

        return node is not null;
    }

    /// <summary>The committee that it belonged to on that day, itself when it is one.</summary>
    public OrgNode? CommitteeOn(int id, DateOnly day)
    {
        var node = Find(id);
        while (node is { Level: > OrganizationLevel.Committee })
        {
            node = ParentOn(node.Id, day);
        }

        return node?.Level is OrganizationLevel.Committee ? node : null;
    }

    /// <summary>The organisation and all that were below it on that day: what a list or figure of that time counts under it. Who may see them is decided by today's tree.</summary>
    public IReadOnlySet<int> WithinOn(int upper, DateOnly day) => InOrder.Where(n => WasWithin(upper, n.Id, day)).Select(n => n.Id).ToHashSet();

    /// <summary>The day whose affiliations a year's lists are grouped by: its last, or today while it lasts.</summary>
    public static DateOnly CutOff(int year, DateOnly today) => year < today.Year ? new(year, 12, 31) : today;

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

    /// <summary>By part of the name, today's or a former one, of the code, or by pinyin initials.</summary>
    public IEnumerable<OrgNode> Search(string words) => InOrder.Where(n =>
        n.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
        || n.FormerNames.Any(f => f.Name.Contains(words, StringComparison.OrdinalIgnoreCase))
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
            o.SuccessorId,
        }).ToListAsync();
        var parents = (await db.Affiliations.OrderBy(a => a.From).ThenBy(a => a.Id).Select(a => new { a.OrganizationId, Span = new ParentSpan(a.ParentId, a.From) }).ToListAsync()).ToLookup(a => a.OrganizationId, a => a.Span);
        var names = (await db.FormerNames.OrderBy(n => n.To).Select(n => new { n.OrganizationId, Span = new NameSpan(n.Name, n.From, n.To) }).ToListAsync()).ToLookup(n => n.OrganizationId, n => n.Span);
        return _tree = new OrgTree(version, nodes.Select(o => new OrgNode(o.Id, o.Code, o.Name, o.ParentId, o.Level, o.Kind, o.Domain, o.SortNo, o.ClosedOn)
        {
            SuccessorId = o.SuccessorId,
            Parents = [.. parents[o.Id]],
            FormerNames = [.. names[o.Id]],
        }))
        {
            Charges = await db.DomainCharges.ToDictionaryAsync(c => c.Domain, c => c.OrganizationId),
        };
    }
}
